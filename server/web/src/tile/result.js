import { h } from '../dom.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';
import { divider } from './divider.js';
import { drawPolygon } from './draw.js';
import { MapView } from './mapview.js';
import { outlinesOf } from './outlines.js';
import { panel } from './panel.js';
import { Quad } from './quad.js';
import { readout } from './readout.js';
import { toolbar } from './toolbar.js';
import { boundsOf, Zones } from './zones.js';

/**
 * A classified picture: the map with its tools, and the figures beside it.
 *
 * @param session name, result, pixels, and the zones with their figures if there are some
 * @param leave text and go() of the button that leaves it
 */
export function resultView(session, { leave }) {
    const { result, pixels } = session;
    const { classification } = result;
    const quad = Quad.of(classification);
    const zones = new Zones(session);
    let view = null;
    let drawing = null;

    const canvas = h('div', { class: 'map' });
    const reading = readout(pixels, quad);
    const draft = h('div', { class: 'draft card', hidden: true });
    const problems = h('div', { class: 'problems over-map' });
    const swipe = divider(share => view?.setDivider(share));
    const tools = toolbar(result, {
        opacity: value => view.setOpacity(value),
        swipe: shown => swipe.show(shown),
        outlines: (kind, shown) => view.showOutlines(kind, shown),
        draw: () => (drawing ? drawing.stop() : startDrawing()),
    });
    const side = h('aside', { class: 'panel', 'aria-label': t('figures') });
    const overMap = [h('div', { class: 'cross', 'aria-hidden': 'true' }), swipe.element, reading.element, draft, problems];
    const stage = h('div', { class: 'stage' }, h('div', { class: 'map-holder' }, canvas, overMap), tools.element,
        h('p', { id: 'map-help', class: 'visually-hidden' }, t('mapHelp')));
    const element = h('div', { class: 'result' }, stage, side);
    const report = error => showProblem(problems, error);

    function fillPanel() {
        const { scrollTop } = side;
        side.replaceChildren(...panel(session, {
            leave,
            report,
            openZones,
            clearZones() {
                zones.clear();
                update();
            },
            showZone: index => session.zones[index] && view?.fit(boundsOf(session.zones[index])),
        }));
        side.scrollTop = scrollTop;
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
            update();
            side.querySelector('.zones').scrollIntoView({ block: 'nearest' });
        } catch (error) {
            update();
            report(error);
        }
    }

    const openZones = file => count(() => zones.open(file));

    function startDrawing() {
        const corners = h('span', { class: 'note', role: 'status' });
        const finish = h('button', { type: 'button', class: 'button primary small', onclick: () => drawing.finish() }, t('drawFinish'));
        const end = () => {
            drawing = null;
            draft.hidden = true;
            tools.drawing(false);
        };
        draft.replaceChildren(h('p', {}, t('drawHelp')), h('p', { class: 'keys' }, t('drawKeys')), corners, h('div', { class: 'actions' }, finish,
            h('button', { type: 'button', class: 'button small', onclick: () => drawing.stop() }, t('cancel'))));
        draft.hidden = false;
        tools.drawing(true);
        drawing = drawPolygon(view, {
            change(points) {
                corners.textContent = t('drawCorners', { count: points.length });
                finish.disabled = points.length < 3;
            },
            done: points => {
                end();
                count(() => zones.draw(points));
            },
            stopped: end,
        });
    }

    async function showMap() {
        try {
            view = new MapView(canvas, quad, pixels, result);
        } catch {
            canvas.replaceChildren(h('p', { class: 'no-map' }, t('noWebgl')));
            tools.disable();
            return;
        }
        view.map.getCanvas().setAttribute('aria-describedby', 'map-help');
        reading.follow(view.map);
        await view.ready;
        view.setOutlines(await outlinesOf(result, quad).catch(error => {
            report(error);
            return [];
        }));
        view.setZones(session.zones);
        tools.apply();
        stage.dataset.ready = 'true';
    }

    fillPanel();
    return {
        element,
        openZones,
        report,
        entered: showMap,
        leave() {
            drawing?.stop();
            view?.remove();
        },
    };
}
