import { call } from '../api.js';

const NODATA = 255;

/** The picture of a result, and the class and confidence of its pixels. */
export class Pixels {
    static async load(result) {
        const [picture, bytes] = await Promise.all([
            call(result.links['picture.jpg']).then(response => response.blob()).then(createImageBitmap),
            call(result.links['pixels.bin']).then(response => response.arrayBuffer()),
        ]);
        return new Pixels(picture, new Uint8Array(bytes), result);
    }

    constructor(picture, bytes, result) {
        this.picture = picture;
        this.size = result.classification.imageSize;
        this.legend = new Map(result.legend.map(entry => [entry.code, entry]));
        const count = picture.width * picture.height;
        this.codes = bytes.subarray(0, count);
        this.confidences = bytes.subarray(count);
    }

    /** Whether the picture has fewer pixels than were classified. */
    isReduced() {
        return this.picture.width < this.size.width;
    }

    /** Class and confidence at a position in pixels of the tile; null outside of it. */
    at([x, y]) {
        const column = Math.floor((x / this.size.width) * this.picture.width);
        const row = Math.floor((y / this.size.height) * this.picture.height);
        if (column < 0 || row < 0 || column >= this.picture.width || row >= this.picture.height) return null;
        const i = row * this.picture.width + column;
        const label = this.legend.get(this.codes[i])?.label ?? 'nodata';
        return { label, colour: this.legend.get(this.codes[i])?.colour, confidence: this.confidences[i] / 255 };
    }

    /** The class map in the colours of the legend; clear where there is no imagery. */
    classImage() {
        const image = new ImageData(this.picture.width, this.picture.height);
        const words = new Uint32Array(image.data.buffer);
        const colours = new Uint32Array(NODATA + 1);
        this.legend.forEach(({ colour }, code) => (colours[code] = littleEndian(colour)));
        for (let i = 0; i < words.length; i++) words[i] = colours[this.codes[i]];
        return image;
    }
}

/** An opaque #RRGGBB as the word that ImageData holds. */
function littleEndian(colour) {
    const rgb = parseInt(colour.slice(1), 16);
    return ((255 << 24) | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}
