import { fromBlob } from 'geotiff';
import { Problem } from '../api.js';
import { t } from '../texts/index.js';

/** Side of the picture that is drawn on. */
const SIDE = 1600;
/** More pixels than this are not read only to be shown: a scene without overviews is drawn on as an empty frame. */
const MOST_PIXELS = 60e6;
const USER_DEFINED = 32767;
const PIXEL_IS_POINT = 2;

/**
 * Looks at a GeoTIFF on this machine, without sending it: where it lies, and what it shows.
 *
 * @returns size, picture, crs as GeoJSON names it, and place(x, y) of a position in pixels in that CRS
 */
export async function openScene(file) {
    let image;
    let images;
    try {
        const tiff = await fromBlob(file);
        images = await Promise.all([...Array(await tiff.getImageCount()).keys()].map(i => tiff.getImage(i)));
        [image] = images;
    } catch {
        throw cannotDraw();
    }
    const size = sizeOf(image);
    return { size, crs: crsOf(image), place: placeOf(image), picture: await pictureOf(images, size) };
}

const cannotDraw = () => new Problem({ title: t('cannotDraw'), detail: t('cannotDrawDetail'), remedy: t('cannotDrawRemedy') });

const sizeOf = image => ({ width: image.getWidth(), height: image.getHeight() });

function crsOf(image) {
    const keys = image.getGeoKeys() ?? {};
    const code = keys.ProjectedCSTypeGeoKey ?? keys.GeographicTypeGeoKey;
    if (!code || code === USER_DEFINED) throw cannotDraw();
    return { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${code}` } };
}

/** Rotated and sheared scenes have a matrix, others an origin and a size of pixels. */
function placeOf(image) {
    const half = image.getGeoKeys().GTRasterTypeGeoKey === PIXEL_IS_POINT ? 0.5 : 0;
    const [a, b, , c, d, e, , f] = image.fileDirectory.getValue('ModelTransformation') ?? matrixOf(image);
    return (x, y) => [c + a * (x - half) + b * (y - half), f + d * (x - half) + e * (y - half)];
}

function matrixOf(image) {
    try {
        const [west, north] = image.getOrigin();
        const [dx, dy] = image.getResolution();
        return [dx, 0, 0, west, 0, dy, 0, north];
    } catch {
        throw cannotDraw();
    }
}

/** The picture, from the smallest overview that is large enough. */
async function pictureOf(images, { width, height }) {
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const shown = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const source = images.filter(image => image.getWidth() >= shown.width && image.getSamplesPerPixel() === images[0].getSamplesPerPixel())
        .sort((a, b) => a.getWidth() - b.getWidth())[0];
    const pixels = new ImageData(shown.width, shown.height);
    pixels.data.fill(200);
    if (source.getWidth() * source.getHeight() <= MOST_PIXELS) {
        try {
            fill(pixels.data, await valuesOf(source, { ...shown, interleave: true }), source);
        } catch {
            // A compression that this page cannot read: the frame is still drawn on.
        }
    }
    return createImageBitmap(pixels);
}

const isGrey = image => image.getSamplesPerPixel() < 3;
const isOfBytes = image => image.getBitsPerSample() === 8;

function valuesOf(image, wanted) {
    if (isOfBytes(image) && !isGrey(image)) return image.readRGB(wanted);
    return image.readRasters({ ...wanted, samples: isGrey(image) ? [0] : [0, 1, 2] });
}

function fill(target, values, image) {
    const bands = isGrey(image) ? 1 : 3;
    const [low, high] = isOfBytes(image) ? [0, 255] : range(values);
    for (let i = 0; i < target.length / 4; i++) {
        for (let c = 0; c < 3; c++) {
            target[4 * i + c] = (255 * (values[bands * i + (bands === 1 ? 0 : c)] - low)) / (high - low);
        }
        target[4 * i + 3] = 255;
    }
}

/** From the 2nd to the 98th percentile. */
function range(values) {
    const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
    const [low, high] = [0.02, 0.98].map(share => sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    return high > low ? [low, high] : [low, low + 1];
}
