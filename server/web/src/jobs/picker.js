import { Problem } from '../api.js';
import { h } from '../dom.js';
import { bytes } from '../format.js';
import { t } from '../texts/index.js';
import { ZONES } from '../tile/zones.js';
import { drawOnScene } from './drawdialog.js';

/** A button that chooses a file, beside which the file is named; more buttons may stand beside it. */
export function filePicker(id, text, accept, ...more) {
    let chosen = null;
    const name = h('span', { class: 'chosen' });
    const remove = h('button', { type: 'button', class: 'close inline', hidden: true, onclick: () => take(null) }, '×');
    const input = h('input', { id, type: 'file', class: 'visually-hidden', accept, onchange: () => input.files[0] && take(input.files[0]) });

    function take(file, words = file && `${file.name} (${bytes(file.size)})`) {
        chosen = file;
        name.textContent = words ?? '';
        remove.hidden = !file;
        remove.setAttribute('aria-label', t('removeFile', { name: words ?? '' }));
        input.value = '';
    }

    return {
        element: h('div', { class: 'picker' }, input, h('label', { for: id, class: 'button small' }, text), more, name, remove),
        file: () => chosen,
        take,
        clear: () => take(null),
    };
}

/**
 * Chooses polygons: a file, or some that are drawn on the scene.
 *
 * @param scene tells the scene that was chosen
 * @param report is told of problems
 */
export function polygonPicker(id, scene, report) {
    const draw = h('button', { type: 'button', class: 'button small', onclick: begin }, t('draw'));
    const picker = filePicker(id, t('choosePolygons'), ZONES, draw);
    /** What was drawn, and the file that was made of it. */
    let drawn = null;

    async function begin() {
        draw.disabled = true;
        try {
            if (!scene()) throw new Problem({ title: t('noScene'), remedy: t('drawNeedsScene') });
            await drawOnScene(scene(), add);
        } catch (error) {
            report(error);
        }
        draw.disabled = false;
    }

    function add(document) {
        const before = drawn?.file === picker.file() ? drawn.features : [];
        const features = [...before, ...document.features].map((feature, i) =>
            ({ ...feature, properties: { name: t('zoneName', { number: i + 1 }) } }));
        const file = new File([JSON.stringify({ ...document, features })], `${id}.geojson`);
        drawn = { file, features };
        picker.take(file, t('drawnPolygons', { count: features.length }));
    }

    return picker;
}
