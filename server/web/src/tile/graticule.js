const LINES = 48;
const CELLS_PER_TILE = 6;

/** The paper on which the picture lies: a grid of even lines around it. */
export function graticule(quad) {
    const [[west, south], [east, north]] = quad.bounds();
    const step = Math.max(east - west, north - south) / CELLS_PER_TILE;
    const [lng, lat] = [(west + east) / 2, (south + north) / 2];
    const reach = (LINES / 2) * step;
    const lines = [];
    for (let i = -LINES / 2; i <= LINES / 2; i++) {
        lines.push([[lng - reach, lat + i * step], [lng + reach, lat + i * step]]);
        lines.push([[lng + i * step, lat - reach], [lng + i * step, lat + reach]]);
    }
    return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } };
}
