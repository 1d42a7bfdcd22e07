import { h } from '../dom.js';
import { compact, dateTime, number, percent } from '../format.js';
import { t } from '../texts/index.js';
import { className } from '../tile/figures.js';

const PARTS = ['validation', 'new', 'locked'];

/** What is known of a version: how it was trained, what was measured of it, what happened to it. */
export function modelDetails(details) {
    const figures = details.history.map(event => event.figures).filter(Boolean).at(-1);
    return h('div', { class: 'model-details' },
        h('section', {}, h('h3', {}, t('training')), training(details)),
        h('section', {}, h('h3', {}, t('figuresOf')),
            figures ? measured(figures) : kept(details.accuracy ?? [])),
        h('section', {}, h('h3', {}, t('history')), history(details.history)));
}

function training({ training: manifest, gsdMetres, parent }) {
    const sets = Object.entries(manifest?.datasets ?? {});
    const pictures = sets.reduce((sum, [, set]) => sum + (set.pictures ?? 0), 0);
    const rows = [
        parent && ['parent', parent],
        ['aboutPixel', `${number(gsdMetres, 2)} m`],
        manifest?.steps && ['trainingSteps', number(manifest.steps)],
        manifest?.seconds && ['aboutTime', t('minutes', { minutes: number(manifest.seconds / 60) })],
        sets.length > 0 && ['trainingData', t('trainingDataOf', { sets: number(sets.length), pictures: number(pictures) })],
    ].filter(Boolean);
    return h('dl', {}, rows.map(([key, value]) => [h('dt', {}, t(key)), h('dd', {}, value)]));
}

/** The figures of the gate: by class before and after on each of its sets of places. */
function measured(figures) {
    const parts = PARTS.filter(part => figures[part]);
    return [
        h('ul', { class: 'findings' }, (figures.findings ?? []).map(finding =>
            h('li', { class: finding.holds ? 'holds' : 'fails' }, h('span', { 'aria-hidden': 'true' }, finding.holds ? '✓ ' : '✗ '), finding.words))),
        parts.map(part => classes(part, figures[part], figures)),
    ];
}

function classes(part, { classes: byClass, meanIouBefore, meanIouAfter, places }, { promoted, candidate }) {
    const row = (name, before, after) => h('tr', {},
        h('th', { scope: 'row' }, name), h('td', {}, percent(before)), h('td', {}, percent(after)), h('td', {}, signed(after - before)));
    return h('div', {},
        h('table', { class: 'classes' },
            h('caption', {}, t(`part_${part}`)),
            h('thead', {}, h('tr', {}, [t('iou'), promoted, candidate, t('difference')].map(text => h('th', { scope: 'col' }, text)))),
            h('tbody', {},
                Object.entries(byClass).map(([label, { before, after }]) => row(className(label), before, after)),
                row(t('meanIou'), meanIouBefore, meanIouAfter))),
        h('details', {}, h('summary', {}, t('byPlace')), placeTable(places)));
}

/** What the bundle itself tells, where the registry has no evaluation: each figure with the pixels that it rests on. */
function kept(accuracy) {
    const member = (classes, name) => Object.fromEntries(Object.entries(classes).map(([label, figures]) => [label, figures[name]]));
    return [h('p', { class: 'note' }, t('noFigures')), accuracy.length > 0 && [
        h('p', { class: 'note' }, t('keptAccuracy')),
        iouTable(t('dataset'), accuracy.map(({ dataset, places, classes }) => ({
            name: [dataset, h('small', {}, t('placesOf', { places: number(places.length) }))],
            iou: member(classes, 'intersectionOverUnion'),
            pixels: member(classes, 'referencePixels'),
        }))),
        h('p', { class: 'note' }, t('keptPixels'))]];
}

function placeTable(places) {
    const rows = Object.entries(places ?? {}).flatMap(([set, ofSet]) => Object.entries(ofSet).map(([place, iou]) => ({ name: `${set} / ${place}`, iou })));
    return iouTable(t('place'), rows);
}

function iouTable(of, rows) {
    const labels = ['other', 'built_up', 'building', 'water', 'tree_canopy'];
    return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('iou') }, h('table', { class: 'classes' },
        h('thead', {}, h('tr', {}, [of, ...labels.map(className)].map(text => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, rows.map(({ name, iou, pixels }) => h('tr', {},
            h('th', { scope: 'row' }, name),
            labels.map(label => h('td', {},
                label in iou ? number(iou[label], 3) : '–',
                pixels && label in iou && h('small', {}, t('pixelsOf', { pixels: compact(pixels[label]) })))))))));
}

const signed = difference => `${difference < 0 ? '−' : '+'}${number(Math.abs(100 * difference), 1)}`;

function history(events) {
    return h('ol', { class: 'history' }, events.map(({ at, action, by, reason }) => h('li', {},
        h('time', { datetime: at, class: 'note' }, dateTime(at)), ' ', h('b', {}, t(`action_${action}`)), ` ${by}`,
        reason && h('p', {}, reason))));
}
