import { h, icon } from '../dom.js';
import { gsdField, PICTURES } from '../picturefields.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';

const PICTURE = 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01';

/** Nothing classified yet: pick a picture, or the example. */
export function startView({ take, example }) {
    const problems = h('div', { class: 'problems' });
    const gsd = gsdField();
    const input = h('input', {
        id: 'file', type: 'file', class: 'visually-hidden', accept: PICTURES,
        onchange: () => input.files[0] && chosen(input.files[0]),
    });
    const element = h('div', { class: 'start' }, problems, h('section', { class: 'card welcome' },
        h('div', { class: 'emblem', 'aria-hidden': 'true' }, icon(PICTURE)),
        h('h1', {}, t('startTitle')),
        h('p', { class: 'lead' }, t('startText')),
        h('div', { class: 'actions' },
            input,
            h('label', { for: 'file', class: 'button primary' }, t('chooseFile')),
            h('button', { type: 'button', class: 'button', onclick: example }, t('tryExample'))),
        h('p', { class: 'note' }, t('exampleNote')),
        h('div', { class: 'field' }, h('label', { for: 'gsd' }, t('gsdLabel')), gsd.element),
        h('p', { class: 'note' }, t('formats'))));

    function chosen(file) {
        try {
            take(file, { gsd: gsd.value() });
        } catch (error) {
            showProblem(problems, error);
        }
        input.value = '';
    }

    return { element, problems, take: chosen };
}
