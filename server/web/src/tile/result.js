import { h } from '../dom.js';
import { percent } from '../format.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';
import { divider } from './divider.js';
import { drawPolygon } from './draw.js';
import { className } from './figures.js';
import { MapView } from './mapview.js';
import { panel } from './panel.js';
import { Quad } from './quad.js';
import { toolbar } from './toolbar.js';
import { boundsOf, Zones } from './zones.js';

/** A classified picture: the map with its tools, and the figures beside it. */
export function resultView(session, { restart }) {
    const { result, pixels } = session;
    const { classification } = result;
    const quad = Quad.of(classification);
    const zones = new Zones(session);
    let view = null;
    let drawing = null;

    const canvas = h('div', { class: 'map' });
    const readout = h('output', { class: 'readout', 'aria-live': 'off' });
    const draft = h('div', { class: 'draft card', hidden: true });
    const problems = h('div', { class: 'problems over-map' });
    const swipe = divider(share => view?.setDivider(share));
    const tools = toolbar(classification, {
        opacity: value => view.setOpacity(value),
        swipe: shown => swipe.show(shown),
        outlines: (kind, shown) => view.showOutlines(kind, shown),
        draw: () => (drawing ? drawing.stop() : startDrawing()),
    });
    const side = h('aside', { class: 'panel', 'aria-label': t('figures') });
    const overMap = [h('div', { class: 'cross', 'aria-hidden': 'true' }), swipe.element, readout, draft, problems];
    const stage = h('div', { class: 'stage' }, h('div', { class: 'map-holder' }, canvas, overMap), tools.element,
        h('p', { id: 'map-help', class: 'visually-hidden' }, t('mapHelp')));
    const element = h('div', { class: 'result' }, stage, side);

    function fillPanel() {
        side.replaceChildren(...panel(session, {
            restart,
            report: error => showProblem(problems, error),
            openZones,
            clearZones() {
                zones.clear();
                update();
            },
            showZone: index => session.zones[index] && view?.fit(boundsOf(session.zones[index])),
        }));
    }

    function update() {
        fillPanel();
        view?.setZones(session.zones);
    }

    /** Lets the server count, and says so meanwhile. */
    async function count(begin) {
        const section = side.querySelector('.zones');
        section.setAttribute('aria-busy', 'true');
        section.append(h('p', { class: 'note', role: 'status' }, t('zonesCounting')));
        try {
            await begin();
        } catch (error) {
            showProblem(problems, error);
        }
        update();
    }

    const openZones = file => count(() => zones.open(file));

    function startDrawing() {
        const corners = h('span', { class: 'note', role: 'status' });
        const end = () => {
            drawing = null;
            draft.hidden = true;
            tools.drawing(false);
        };
        draft.replaceChildren(h('p', {}, t('drawHelp')), corners, h('div', { class: 'actions' },
            h('button', { type: 'button', class: 'button primary small', onclick: () => drawing.finish() }, t('drawFinish')),
            h('button', { type: 'button', class: 'button small', onclick: () => drawing.stop() }, t('cancel'))));
        draft.hidden = false;
        tools.drawing(true);
        drawing = drawPolygon(view, {
            change: points => (corners.textContent = t('drawCorners', { count: points.length })),
            done: points => {
                end();
                count(() => zones.draw(points));
            },
            stopped: end,
        });
    }

    function readOut(lngLat) {
        const found = pixels.at(quad.pixel(lngLat));
        if (!found) {
            readout.replaceChildren();
            return;
        }
        readout.replaceChildren(
            h('span', { class: 'swatch', style: { 'background-color': found.colour ?? 'transparent' } }),
            h('b', {}, className(found.label)),
            found.colour ? ` ${t('sure', { percent: percent(found.confidence) })}` : '');
    }

    async function showMap() {
        try {
            view = new MapView(canvas, quad, pixels, classification.gsdSource !== 'assumed');
        } catch {
            canvas.replaceChildren(h('p', { class: 'no-map' }, t('noWebgl')));
            tools.disable();
            return;
        }
        const { map } = view;
        map.getCanvas().setAttribute('aria-describedby', 'map-help');
        map.on('mousemove', event => readOut(event.lngLat));
        map.on('click', event => readOut(event.lngLat));
        map.on('mouseout', () => readout.replaceChildren());
        map.on('move', () => map.getCanvas().matches(':focus-visible') && readOut(map.getCenter()));
        map.getCanvas().addEventListener('focus', () => {
            if (!map.getCanvas().matches(':focus-visible')) return;
            readout.setAttribute('aria-live', 'polite');
            readOut(map.getCenter());
        });
        map.getCanvas().addEventListener('blur', () => readout.setAttribute('aria-live', 'off'));
        await view.ready;
        view.setOutlines(outlines(classification, quad));
        view.setZones(session.zones);
        tools.apply();
        stage.dataset.ready = 'true';
    }

    fillPanel();
    return {
        element,
        openZones,
        entered: showMap,
        leave() {
            drawing?.stop();
            view?.remove();
        },
    };
}

/** The outlines of the objects, from pixels to degrees. */
function outlines(classification, quad) {
    return (classification.objectList ?? []).map(({ properties, geometry }) => ({
        type: 'Feature',
        properties: { class: properties.class },
        geometry: {
            type: 'Polygon',
            coordinates: geometry.coordinates.map(ring => ring.map(([x, y]) => quad.lngLat(x, y))),
        },
    }));
}
