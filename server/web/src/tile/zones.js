import { json } from '../api.js';
import { t } from '../texts/index.js';

/** What files of zones are called. */
export const ZONES = '.geojson,.json,.gpkg,.zip';

const NAMES = /\.(geo)?json$|\.gpkg$|\.zip$/i;

/** Whether a file is one of zones, by its name: pictures have others. */
export const isZonesFile = file => NAMES.test(file.name);

/** The zones of a result: those that were drawn and those of GeoJSON files are on the map, those of other files only counted. */
export class Zones {
    constructor(session) {
        this.session = session;
        session.zones ??= [];
    }

    async draw(corners) {
        const name = t('zoneName', { number: this.session.zones.length + 1 });
        const ring = [...corners, corners[0]];
        await this.#count([...this.session.zones, {
            type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] },
        }]);
    }

    async open(file) {
        const features = await featuresOf(file);
        if (features) await this.#count([...this.session.zones, ...features]);
        else await this.#send(file, []);
    }

    clear() {
        this.session.zones = [];
        this.session.zoneFigures = null;
    }

    #count(features) {
        return this.#send(JSON.stringify({ type: 'FeatureCollection', features }), features);
    }

    /** The server counts all zones again; what it refuses changes nothing. */
    async #send(body, features) {
        const path = `/v1/results/${this.session.result.id}/zones`;
        const answer = await json(path, { method: 'POST', body });
        this.session.zones = features;
        this.session.zoneFigures = answer.zones;
    }
}

/** The polygons of a GeoJSON file in degrees; null for any other file, which the server is to judge. */
async function featuresOf(file) {
    if (!/json$/i.test(file.name)) return null;
    try {
        const document = JSON.parse(await file.text());
        const features = document.type === 'FeatureCollection' ? document.features : [document];
        const usable = !document.crs && features.every(f => f.type === 'Feature' && /Polygon$/.test(f.geometry?.type));
        return usable ? features : null;
    } catch {
        return null;
    }
}

/** The box around a feature: south-west and north-east corner. */
export function boundsOf(feature) {
    const points = feature.geometry.coordinates.flat(feature.geometry.type === 'Polygon' ? 1 : 2);
    const [lngs, lats] = [0, 1].map(i => points.map(point => point[i]));
    return [[Math.min(...lngs), Math.min(...lats)], [Math.max(...lngs), Math.max(...lats)]];
}
