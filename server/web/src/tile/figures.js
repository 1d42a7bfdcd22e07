import { h, svg } from '../dom.js';
import { area, areaRange, number, percent, unitOf } from '../format.js';
import { t } from '../texts/index.js';

export const className = label => t(`class_${label}`);

/** The entry of the corrected areas that holds a class; null where areas are not known. */
const estimateOf = (figures, label) => figures.areaEstimates?.classes.find(entry => entry.classes.includes(label));

/** All classes in one bar; the table below says the same in words. */
export function stackedBar(figures, legend) {
    return h('div', { class: 'stack', 'aria-hidden': 'true' }, legend.filter(({ label }) => figures.classes[label].pixels > 0).map(({ label, colour }) =>
        h('span', { style: { 'flex-grow': figures.classes[label].fraction, 'background-color': colour } })));
}

/** The legend with share, area and interval of each class, of a tile or of a zone. */
export function classTable(figures, legend) {
    const hasAreas = legend.some(({ label }) => figures.classes[label].areaM2 != null);
    const hasIntervals = hasAreas && figures.areaEstimates != null;
    return h('table', { class: 'classes' },
        h('thead', {}, h('tr', {},
            h('th', { scope: 'col' }, t('colClass')),
            h('th', { scope: 'col' }, t('colShare')),
            hasAreas && h('th', { scope: 'col' }, t('colArea'), hasIntervals && h('small', {}, t('colInterval'))))),
        h('tbody', {}, legend.map(({ label, colour }) => h('tr', {},
            h('th', { scope: 'row' }, h('span', { class: 'swatch', style: { 'background-color': colour } }), className(label)),
            h('td', {}, percent(figures.classes[label].fraction)),
            hasAreas && h('td', {}, area(figures.classes[label].areaM2), hasIntervals && interval(figures, label))))));
}

function interval(figures, label) {
    const entry = estimateOf(figures, label);
    if (!entry) return '';
    const others = entry.classes.filter(other => other !== label).map(className).join(', ');
    const range = areaRange(entry.corrected.low95M2, entry.corrected.high95M2);
    return h('small', {}, others ? `${range} ${t('together', { others })}` : range);
}

const CHART = { width: 360, left: 106, right: 24, row: 26, axis: 22 };

/** Bars of the mapped areas with their intervals as lines; shares where areas are not known. */
export function barChart(figures, legend) {
    const rows = legend.map(({ label, colour }) => {
        const { areaM2, fraction } = figures.classes[label];
        const alone = estimateOf(figures, label);
        return { label, colour, value: areaM2 ?? 100 * fraction, range: alone?.classes.length === 1 ? alone.corrected : null };
    });
    const hasAreas = legend.some(({ label }) => figures.classes[label].areaM2 != null);
    const most = Math.max(...rows.map(row => Math.max(row.value, row.range?.high95M2 ?? 0)));
    const unit = hasAreas ? unitOf(most) : { name: '%', size: 1 };
    const step = evenStep(most / unit.size);
    const end = Math.ceil(most / unit.size / step) * step;
    const x = value => CHART.left + ((CHART.width - CHART.left - CHART.right) * value) / unit.size / end;
    const height = CHART.row * rows.length + CHART.axis;
    const title = t(hasAreas ? 'chartTitle' : 'chartTitlePlain');
    return h('figure', { class: 'chart' },
        h('figcaption', {}, title),
        svg('svg', { viewBox: `0 0 ${CHART.width} ${height}`, role: 'img', 'aria-label': title },
            ...axis(x, step, end, unit, height), ...rows.flatMap((row, i) => bar(row, x, i * CHART.row))),
        hasAreas && figures.areaEstimates && h('p', { class: 'note' }, t('intervalNote')));
}

function axis(x, step, end, unit, height) {
    const ticks = [];
    for (let i = 0; i * step <= end * 1.0001; i++) {
        const at = x(i * step * unit.size);
        ticks.push(svg('line', { class: 'tick', x1: at, x2: at, y1: 0, y2: height - CHART.axis }));
        ticks.push(text(at, height - 6, 'tick-label', i === 0 ? '0' : `${number(i * step, step < 1 ? 1 : 0)} ${unit.name}`));
    }
    return ticks;
}

function bar({ label, colour, value, range }, x, y) {
    const middle = y + CHART.row / 2;
    const parts = [
        text(CHART.left - 8, middle + 4, 'bar-label', className(label)),
        svg('rect', { x: x(0), y: y + 6, width: Math.max(1, x(value) - x(0)), height: CHART.row - 12, rx: 2, fill: colour }),
    ];
    if (range) {
        const [low, high] = [x(range.low95M2), x(range.high95M2)];
        parts.push(svg('path', { class: 'whisker', d: `M${low} ${middle}H${high}M${low} ${middle - 4}v8M${high} ${middle - 4}v8` }));
    }
    return parts;
}

function text(x, y, style, content) {
    return svg('text', { x, y, class: style }, content);
}

/** A step of 1, 2 or 5 times a power of ten that makes two to four parts. */
function evenStep(most) {
    const power = 10 ** Math.floor(Math.log10(most / 2));
    return [1, 2, 5, 10].map(factor => factor * power).find(step => most / step <= 4) ?? 10 * power;
}
