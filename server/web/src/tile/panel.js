import { h } from '../dom.js';
import { area, number, percent } from '../format.js';
import { t } from '../texts/index.js';
import { downloads } from './downloads.js';
import { barChart, classTable, stackedBar } from './figures.js';

/** The figures of a result, from the most to the least asked for. */
export function panel(session, actions) {
    const { result, file } = session;
    const { classification, legend } = result;
    return [
        h('div', { class: 'panel-head' },
            h('div', {}, h('h1', {}, t('figures')), h('p', { class: 'note filename', title: file.name }, file.name)),
            h('button', { type: 'button', class: 'button small', onclick: actions.restart }, t('newTile'))),
        h('section', {},
            h('p', { class: 'headline' }, extent(classification)),
            stackedBar(classification, legend),
            classTable(classification, legend)),
        classification.warnings.length > 0 && h('section', { class: 'warnings' },
            h('h2', {}, t('warnings')), h('ul', {}, classification.warnings.map(warning => h('li', {}, warning)))),
        h('section', {}, barChart(classification, legend)),
        h('section', {}, h('h2', {}, t('objects')), objects(classification)),
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

function objects({ objects: totals, objectList }) {
    const line = (kind, text) => {
        const { count, areaM2 } = totals[kind] ?? { count: 0, areaM2: 0 };
        const values = { count: number(count), area: areaM2 == null ? '' : area(areaM2) };
        return h('li', {}, t(areaM2 == null ? `${text}Plain` : text, values));
    };
    return [
        h('ul', { class: 'plain' }, line('building', 'buildingCount'), line('tree_crown', 'crownCount')),
        !objectList && h('p', { class: 'note' }, t('noOutlines')),
    ];
}

function zoneSection(session, { openZones, clearZones, showZone }) {
    const { classification, legend } = session.result;
    if (!classification.corners) {
        return h('section', { class: 'zones' }, h('h2', {}, t('zones')), h('p', { class: 'note' }, t('zonesPlain')));
    }
    const input = h('input', {
        id: 'zones-file', type: 'file', class: 'visually-hidden', accept: '.geojson,.json,.gpkg,.zip',
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

function about({ file, result: { classification } }) {
    const { imageSize, gsdMetres, crs, model, processingMillis } = classification;
    const rows = [
        ['aboutFile', file.name],
        ['aboutSize', `${number(imageSize.width)} × ${number(imageSize.height)}`],
        gsdMetres && ['aboutPixel', `${number(gsdMetres, 2)} m`],
        ['aboutCrs', crs ?? t('aboutPixelSpace')],
        ['aboutModel', `${model.name} ${model.version} (${model.precision})`],
        ['aboutTime', t('seconds', { seconds: number(processingMillis / 1000, 1) })],
    ].filter(Boolean);
    return h('dl', {}, rows.map(([key, value]) => [h('dt', {}, t(key)), h('dd', {}, value)]));
}
