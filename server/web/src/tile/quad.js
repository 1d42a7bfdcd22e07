import maplibregl from '../maplibre.js';

const { MercatorCoordinate } = maplibregl;

const NEWTON_STEPS = 6;
/** A tile of the map's grid near the middle of the Earth, of 40 km: pictures without a place are shown there. */
const EQUATOR_METRES_PER_DEGREE = 111_319.49;

/** Where the pixels of a picture lie on the map: between its four corners, bilinear in the map's own coordinates. */
export class Quad {
    /**
     * @param corners longitude and latitude: top left, top right, bottom right, bottom left
     * @param size width and height of the picture in pixels
     */
    constructor(corners, size) {
        this.size = size;
        this.lngLats = corners;
        this.corners = corners.map(([lng, lat]) => MercatorCoordinate.fromLngLat({ lng, lat }));
    }

    /** The place of a classified picture; one without georeferencing lies at the equator, in metres as far as they are known. */
    static of(classification) {
        const { imageSize: size, corners, gsdMetres } = classification;
        if (corners) return new Quad(corners, size);
        const halfX = (size.width * (gsdMetres ?? 1)) / EQUATOR_METRES_PER_DEGREE / 2;
        const halfY = (size.height * (gsdMetres ?? 1)) / EQUATOR_METRES_PER_DEGREE / 2;
        return new Quad([[-halfX, halfY], [halfX, halfY], [halfX, -halfY], [-halfX, -halfY]], size);
    }

    bounds() {
        const [lngs, lats] = [0, 1].map(i => this.lngLats.map(corner => corner[i]));
        return [[Math.min(...lngs), Math.min(...lats)], [Math.max(...lngs), Math.max(...lats)]];
    }

    /** Longitude and latitude of a position in pixels. */
    lngLat(x, y) {
        const { x: mx, y: my } = this.#at(x / this.size.width, y / this.size.height);
        const { lng, lat } = new MercatorCoordinate(mx, my).toLngLat();
        return [lng, lat];
    }

    /** The position in pixels of a longitude and latitude, which may lie outside of the picture. */
    pixel(lngLat) {
        const target = MercatorCoordinate.fromLngLat(lngLat);
        let [u, v] = [0.5, 0.5];
        for (let step = 0; step < NEWTON_STEPS; step++) {
            const at = this.#at(u, v);
            const [du, dv] = this.#derivatives(u, v);
            const [ex, ey] = [target.x - at.x, target.y - at.y];
            const determinant = du.x * dv.y - du.y * dv.x;
            u += (ex * dv.y - ey * dv.x) / determinant;
            v += (ey * du.x - ex * du.y) / determinant;
        }
        return [u * this.size.width, v * this.size.height];
    }

    #at(u, v) {
        const weights = [(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v];
        const sum = axis => weights.reduce((total, weight, i) => total + weight * this.corners[i][axis], 0);
        return { x: sum('x'), y: sum('y') };
    }

    #derivatives(u, v) {
        const [a, b, c, d] = this.corners;
        const along = axis => (b[axis] - a[axis]) * (1 - v) + (c[axis] - d[axis]) * v;
        const down = axis => (d[axis] - a[axis]) * (1 - u) + (c[axis] - b[axis]) * u;
        return [{ x: along('x'), y: along('y') }, { x: down('x'), y: down('y') }];
    }
}
