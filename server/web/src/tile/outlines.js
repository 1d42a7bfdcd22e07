import { json } from '../api.js';

const OBJECTS = 'objects.geojson';

/** Whether a kind of objects can be drawn. */
export const hasOutlines = ({ classification, ...result }, kind) =>
    classification.objectList
        ? classification.objectList.some(object => object.properties.class === kind)
        : isDrawn(result) && (classification.objects[kind]?.count ?? 0) > 0;

/** Those of a job are in its GeoJSON file; that of a tile would have to be made by classifying it again. */
const isDrawn = ({ ofJob, links }) => ofJob && OBJECTS in links;

/** The outlines of the objects in degrees: those of the answer, or those of the job's file. */
export async function outlinesOf({ classification, ...result }, quad) {
    if (!classification.objectList) return isDrawn(result) ? (await json(result.links[OBJECTS])).features : [];
    return classification.objectList.map(({ properties, geometry }) => ({
        type: 'Feature',
        properties: { class: properties.class },
        geometry: {
            type: 'Polygon',
            coordinates: geometry.coordinates.map(ring => ring.map(([x, y]) => quad.lngLat(x, y))),
        },
    }));
}
