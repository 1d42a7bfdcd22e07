const VERTEX = `#version 300 es
uniform mat4 matrix;
in vec4 corner;
out vec2 at;
void main() {
    gl_Position = matrix * vec4(corner.xy, 0.0, 1.0);
    at = corner.zw;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D image;
uniform float opacity;
in vec2 at;
out vec4 colour;
void main() {
    colour = texture(image, at) * opacity;
}`;

/**
 * A picture on the map. MapLibre's own image source rounds corners to 8192ths of a tile that holds the whole picture, which
 * is metres where that crosses the edge of a large tile; here they are exact.
 */
export class RasterLayer {
    type = 'custom';
    opacity = 1;

    /**
     * @param image ImageBitmap or ImageData
     * @param crisp whether enlarged pixels keep their edges
     */
    constructor(id, quad, image, crisp) {
        this.id = id;
        this.image = image;
        this.crisp = crisp;
        // Relative to the first corner: absolute coordinates would need more digits than the graphics card has.
        this.origin = quad.corners[0];
        const [a, b, c, d] = quad.corners.map(corner => [corner.x - this.origin.x, corner.y - this.origin.y]);
        this.corners = new Float32Array([...a, 0, 0, ...b, 1, 0, ...d, 0, 1, ...c, 1, 1]);
    }

    onAdd(map, gl) {
        this.program = linked(gl);
        this.buffer = gl.createBuffer();
        this.texture = null;
    }

    onRemove(map, gl) {
        gl.deleteProgram(this.program);
        gl.deleteBuffer(this.buffer);
        gl.deleteTexture(this.texture);
    }

    render(gl, { defaultProjectionData }) {
        this.texture ??= this.#upload(gl);
        gl.useProgram(this.program);
        gl.uniformMatrix4fv(gl.getUniformLocation(this.program, 'matrix'), false, this.#moved(defaultProjectionData.mainMatrix));
        gl.uniform1f(gl.getUniformLocation(this.program, 'opacity'), this.opacity);
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D, this.texture);
        gl.bindVertexArray(null);
        gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
        const at = gl.getAttribLocation(this.program, 'corner');
        gl.enableVertexAttribArray(at);
        gl.vertexAttribPointer(at, 4, gl.FLOAT, false, 0, 0);
        gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }

    #upload(gl) {
        const texture = gl.createTexture();
        gl.bindTexture(gl.TEXTURE_2D, texture);
        gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
        gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, this.image);
        gl.generateMipmap(gl.TEXTURE_2D);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, this.crisp ? gl.NEAREST : gl.LINEAR);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
        gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
        gl.bufferData(gl.ARRAY_BUFFER, this.corners, gl.STATIC_DRAW);
        return texture;
    }

    /** The map's matrix after a move to the origin, computed in doubles. */
    #moved(m) {
        const moved = Array.from(m);
        for (let row = 0; row < 4; row++) moved[12 + row] = m[row] * this.origin.x + m[4 + row] * this.origin.y + m[12 + row];
        return new Float32Array(moved);
    }
}

function linked(gl) {
    const program = gl.createProgram();
    for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
        const shader = gl.createShader(type);
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
    return program;
}
