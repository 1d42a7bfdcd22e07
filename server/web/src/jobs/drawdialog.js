import { h } from '../dom.js';
import { t } from '../texts/index.js';
import { drawPolygon } from '../tile/draw.js';
import { MapView } from '../tile/mapview.js';
import { Quad } from '../tile/quad.js';
import { openScene } from './scenefile.js';

/**
 * Lets a polygon be drawn on a scene before it is sent.
 *
 * @param file the scene, a GeoTIFF
 * @param done is given the polygon as a GeoJSON document in the scene's own coordinates
 */
export async function drawOnScene(file, done) {
    const scene = await openScene(file);
    const quad = Quad.of({ imageSize: scene.size, gsdMetres: 1 });
    const canvas = h('div', { class: 'map' });
    const corners = h('span', { class: 'note', role: 'status' });
    const finish = h('button', { type: 'button', class: 'button primary small', onclick: () => drawing?.finish() }, t('drawFinish'));
    let drawing = null;
    let view = null;
    const dialog = h('dialog', {
        class: 'card drawing-board', 'aria-labelledby': 'drawing-title',
        onclose: () => {
            view?.remove();
            dialog.remove();
        },
    },
    h('h2', { id: 'drawing-title' }, t('drawOn', { name: file.name })), h('p', { class: 'note' }, t('drawHelp'), h('span', { class: 'keys' }, ` ${t('drawKeys')}`)),
    h('div', { class: 'map-holder' }, canvas, h('div', { class: 'cross', 'aria-hidden': 'true' })),
    h('div', { class: 'actions' }, finish, h('button', { type: 'button', class: 'button small', onclick: () => dialog.close() }, t('cancel')), corners));
    document.body.append(dialog);
    dialog.showModal();
    view = new MapView(canvas, quad, plain(scene.picture), { classification: { gsdSource: 'assumed' }, links: {} });
    await view.ready;
    drawing = drawPolygon(view, {
        change(points) {
            corners.textContent = t('drawCorners', { count: points.length });
            finish.disabled = points.length < 3;
        },
        done(points) {
            done(polygon(points.map(([lng, lat]) => scene.place(...quad.pixel({ lng, lat }))), scene.crs));
            dialog.close();
        },
        stopped: () => dialog.close(),
    });
    dialog.dataset.ready = 'true';
}

/** A picture without classes. */
const plain = picture => ({ picture, classImage: () => new ImageData(1, 1), isReduced: () => false });

const polygon = (corners, crs) => ({
    type: 'FeatureCollection', crs,
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]]] } }],
});
