import { h } from '../dom.js';
import { area, number, percent } from '../format.js';
import { t } from '../texts/index.js';
import { downloads } from './downloads.js';
import { barChart, classTable, stackedBar } from './figures.js';
import { hasOutlines } from './outlines.js';
import { ZONES } from './zones.js';

/** The figures of a result, from the most to the least asked for. */
export function panel(session, actions) {
    const { result, name } = session;
    const { classification, legend } = result;
    return [
        h('div', { class: 'panel-head' },
            h('div', {}, h('h1', {}, t('figures')), h('p', { class: 'note filename', title: name }, name)),
            h('button', { type: 'button', class: 'button small', onclick: actions.leave.go }, actions.leave.text)),
        h('section', {},
            h('p', { class: 'headline' }, extent(classification)),
            stackedBar(classification, legend),
            classTable(classification, legend)),
        classification.warnings.length > 0 && h('section', { class: 'warnings' },
            h('h2', {}, t('warnings')), h('ul', {}, classification.warnings.map(warning => h('li', {}, warning)))),
        h('section', {}, barChart(classification, legend)),
        h('section', {}, h('h2', {}, t('objects')), objects(result)),
        zoneSection(session, actions),
        h('section', {}, h('h2', {}, t('downloads')), downloads(session, actions.report)),
        h('section', {}, h('h2', {}, t('about')), about(session)),
    ].filter(Boolean);
}

function extent({ valid, nodata }) {
    if (valid.areaM2 == null) return t('withImageryPixels', { pixels: number(valid.pixels) });
    const parts = [t('withImagery', { area: area(valid.areaM2) })];
    if (nodata.pixels > 0) parts.push(t('withoutImagery', { area: area(nodata.areaM2) }));
    return parts.join(' · ');
}

function objects(result) {
    const { objects: totals } = result.classification;
    const isDrawn = ['building', 'tree_crown'].some(kind => hasOutlines(result, kind));
    const isKept = Object.keys(result.links).some(name => name.startsWith('objects.'));
    const line = (kind, text) => {
        const { count, areaM2 } = totals[kind] ?? { count: 0, areaM2: 0 };
        const values = { count: number(count), area: areaM2 == null ? '' : area(areaM2) };
        return h('li', {}, t(areaM2 == null ? `${text}Plain` : text, values));
    };
    return [
        h('ul', { class: 'plain' }, line('building', 'buildingCount'), line('tree_crown', 'crownCount')),
        !isDrawn && isKept && (totals.building?.count > 0 || totals.tree_crown?.count > 0) && h('p', { class: 'note' }, t('noOutlines')),
    ];
}

function zoneSection(session, { openZones, clearZones, showZone }) {
    const { classification, legend } = session.result;
    if (!classification.corners) {
        return h('section', { class: 'zones' }, h('h2', {}, t('zones')), h('p', { class: 'note' }, t('zonesPlain')));
    }
    const input = h('input', {
        id: 'zones-file', type: 'file', class: 'visually-hidden', accept: ZONES,
        onchange: () => input.files[0] && openZones(input.files[0]),
    });
    const figures = session.zoneFigures ?? [];
    return h('section', { class: 'zones' }, h('h2', {}, t('zones')),
        figures.length === 0 && h('p', { class: 'note' }, t('zonesHint')),
        figures.map((zone, index) => zoneDetails(zone, index, legend, session.zones[index] && showZone)),
        h('div', { class: 'actions' }, input,
            h('label', { for: 'zones-file', class: 'button small' }, t('zonesFile')),
            figures.length > 0 && h('button', { type: 'button', class: 'button small', onclick: clearZones }, t('zonesRemove'))));
}

function zoneDetails(zone, index, legend, showZone) {
    const name = zone.name ?? zone.id;
    return h('details', { class: 'zone', open: index < 3 },
        h('summary', {}, h('b', {}, name), h('span', { class: 'note' }, area(zone.valid.areaM2))),
        stackedBar(zone, legend),
        classTable(zone, legend),
        zone.shareOnTile < 0.9995 && h('p', { class: 'note' }, t('zoneOnTile', { percent: percent(zone.shareOnTile) })),
        showZone && h('button', { type: 'button', class: 'link', onclick: () => showZone(index) }, t('zoneShow', { name })));
}

function about({ name, result: { classification } }) {
    const { imageSize, gsdMetres, crs, model, processingMillis } = classification;
    const rows = [
        ['aboutFile', name],
        ['aboutSize', `${number(imageSize.width)} × ${number(imageSize.height)}`],
        gsdMetres && ['aboutPixel', `${number(gsdMetres, 2)} m`],
        ['aboutCrs', crs ?? t('aboutPixelSpace')],
        ['aboutModel', `${model.name} ${model.version} (${model.precision})`],
        ['aboutTime', t('seconds', { seconds: number(processingMillis / 1000, 1) })],
    ].filter(Boolean);
    return h('dl', {}, rows.map(([key, value]) => [h('dt', {}, t(key)), h('dd', {}, value)]));
}
