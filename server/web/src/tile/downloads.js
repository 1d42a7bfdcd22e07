import { call } from '../api.js';
import { h } from '../dom.js';
import { t } from '../texts/index.js';
import { token } from '../token.js';

const FILES = [
    ['classes.tif', 'fileClasses', 'GeoTIFF'],
    ['probabilities.tif', 'fileProbabilities', 'GeoTIFF'],
    ['objects.geojson', 'fileObjects', 'GeoJSON'],
    ['objects.gpkg', 'fileObjects', 'GeoPackage'],
    ['objects.fgb', 'fileObjects', 'FlatGeobuf'],
    ['objects.parquet', 'fileObjects', 'GeoParquet'],
    ['zones.gpkg', 'fileZones', 'GeoPackage'],
    ['stac', 'fileStac', 'STAC'],
    ['overlay.png', 'fileOverlay', 'PNG'],
];

/**
 * Buttons for the files of a result.
 *
 * @param session the result, its name and the figures of its zones
 * @param report is told of problems
 */
export function downloads(session, report) {
    const { links, classification, ofJob } = session.result;
    const base = session.name.replace(/\.[^.]*$/, '');
    const button = (text, format, content, ending) => {
        const element = h('button', {
            class: 'download', type: 'button',
            onclick: async () => {
                element.setAttribute('aria-busy', 'true');
                try {
                    save(await content(), `${base}.${ending}`);
                } catch (error) {
                    report(error);
                } finally {
                    element.removeAttribute('aria-busy');
                }
            },
        }, h('span', {}, text), h('small', {}, format));
        return element;
    };
    return h('div', { class: 'downloads' },
        FILES.filter(([name]) => links[name]).map(([name, text, format]) =>
            ofJob && !token() ? link(t(text), format, links[name], `${base}.${name}`)
                : button(t(text), format, async () => (await call(links[name])).blob(), name)),
        button(t('fileFigures'), 'CSV', async () => new Blob([figuresCsv(session)], { type: 'text/csv' }), 'figures.csv'),
        button(t('fileFigures'), 'JSON', async () => new Blob([JSON.stringify(classification, null, 2)]), 'json'));
}

/** For files of jobs, which are there, and may be too large for the memory of a page; others are made when asked for. */
function link(text, format, path, name) {
    return h('a', { class: 'download', href: path, download: name }, h('span', {}, text), h('small', {}, format));
}

function save(blob, name) {
    const url = URL.createObjectURL(blob);
    const link = h('a', { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const COLUMNS = ['place', 'class', 'pixels', 'fraction', 'areaM2', 'meanConfidence', 'correctedAreaM2', 'low95M2', 'high95M2', 'estimatedTogetherWith'];

/** One line a class of the tile and of each zone; what is unknown is left empty. */
export function figuresCsv({ name, result, zoneFigures }) {
    const places = [[name, result.classification], ...(zoneFigures ?? []).map(zone => [zone.name ?? zone.id, zone])];
    const lines = places.flatMap(([place, figures]) => Object.entries(figures.classes).map(([label, cover]) => {
        const entry = figures.areaEstimates?.classes.find(candidate => candidate.classes.includes(label));
        const corrected = entry?.corrected ?? {};
        const others = entry?.classes.filter(other => other !== label).join(' ');
        return [place, label, cover.pixels, cover.fraction, cover.areaM2, cover.meanConfidence, corrected.areaM2,
            corrected.low95M2, corrected.high95M2, others];
    }));
    return [COLUMNS, ...lines].map(line => line.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** A cell of RFC 4180; spreadsheets must not take a name for a formula. */
function quoted(value) {
    let text = String(value ?? '');
    if (typeof value === 'string' && /^[=+@\-]/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
