import { Problem, query, upload } from '../api.js';
import { h } from '../dom.js';
import { percent } from '../format.js';
import { gsdField, MOST_BYTES_WITH_OUTLINES, PICTURES } from '../picturefields.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';
import { filePicker, polygonPicker } from './picker.js';
import { isZonesFile } from '../tile/zones.js';

const LONGEST_ID = 200;
/** Files whose pictures are hardly ever georeferenced. */
const PLAIN = /\.(png|jpe?g)$/i;
const FORMATS = { gpkg: 'GeoPackage', geojson: 'GeoJSON', fgb: 'FlatGeobuf', parquet: 'GeoParquet' };

/**
 * The form by which a scene is handed in: the scene, what limits the work, and what is wanted of it.
 *
 * @param handedIn is called once the server has taken it
 * @returns the element, and take(file) for what is dropped
 */
export function handInForm(handedIn) {
    const problems = h('div', { class: 'problems' });
    const scene = filePicker('file', t('chooseScene'), PICTURES);
    const report = error => showProblem(problems, error);
    const aoi = polygonPicker('aoi', scene.file, report);
    const zones = polygonPicker('zones', scene.file, report);
    const gsd = gsdField();
    const date = h('input', { id: 'date', type: 'date' });
    const path = h('input', { id: 'path', type: 'text', 'aria-describedby': 'path-hint' });
    const objects = h('select', { id: 'objects' }, h('option', { value: 'auto' }, t('objectsAuto')), Object.entries(FORMATS).map(([value, name]) => h('option', { value }, name)),
        h('option', { value: '' }, t('objectsNone')));
    const probabilities = h('input', { id: 'probabilities', type: 'checkbox' });
    const submit = h('button', { type: 'submit', class: 'button primary' }, t('handIn'));
    const status = h('p', { class: 'note', role: 'status' });

    const row = (id, field, hint) => [
        h('label', { for: id }, t(`handIn_${id}`)),
        h('div', {}, field, hint && h('p', { id: `${id}-hint`, class: 'note' }, hint)),
    ];
    const element = h('form', { class: 'card hand-in', onsubmit: send, novalidate: true },
        problems,
        h('div', { class: 'rows' },
            row('file', scene.element, t('handInHint')),
            row('aoi', aoi.element, t('aoiHint')),
            row('zones', zones.element, t('zonesHintJobs')),
            h('label', { for: 'gsd' }, t('gsdLabel')), gsd.element),
        h('details', {}, h('summary', {}, t('more')), h('div', { class: 'rows' },
            row('date', date), row('objects', objects),
            h('span'), h('label', { class: 'check' }, probabilities, t('handIn_probabilities')),
            row('path', path, t('pathHint')))),
        h('div', { class: 'actions' }, submit, status));

    async function send(event) {
        event.preventDefault();
        problems.replaceChildren();
        submit.disabled = true;
        try {
            await upload('POST', `/v1/jobs?${query(parameters())}`, body(), share => {
                status.textContent = share < 1 ? t('sendingShare', { percent: percent(share) }) : t('sceneReading');
            });
            element.reset();
            [scene, aoi, zones].forEach(picker => picker.clear());
            handedIn();
        } catch (error) {
            report(error);
        } finally {
            status.textContent = '';
            submit.disabled = false;
        }
    }

    function parameters() {
        if (!scene.file() && !path.value.trim()) throw new Problem({ title: t('noScene'), remedy: t('noSceneRemedy') });
        const given = { objects: objectsWanted(), gsd: gsd.value(), date: date.value, probabilities: probabilities.checked };
        return scene.file() ? { ...given, id: scene.file().name.slice(0, LONGEST_ID) } : { ...given, path: path.value.trim() };
    }

    /** Objects of plain pictures have no place; of others the page can draw GeoJSON, if they are not too many. */
    function objectsWanted() {
        if (objects.value !== 'auto') return objects.value;
        if (gsd.value() || PLAIN.test(scene.file()?.name)) return '';
        return scene.file()?.size < MOST_BYTES_WITH_OUTLINES ? 'gpkg,geojson' : 'gpkg';
    }

    /** The scene as it is where it comes alone: the server need not copy it out of a form then. */
    function body() {
        const files = Object.entries({ tile: scene.file(), aoi: aoi.file(), zones: zones.file() }).filter(([, file]) => file);
        if (files.length === 0) return null;
        if (files.length === 1 && scene.file()) return scene.file();
        const form = new FormData();
        files.forEach(([name, file]) => form.append(name, file));
        return form;
    }

    return {
        element,
        /** A file that was dropped: polygons limit the work, anything else is the scene. */
        take: file => (isZonesFile(file) ? aoi : scene).take(file),
    };
}
