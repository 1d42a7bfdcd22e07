import { problemOf } from './api.js';
import { h } from './dom.js';
import { t } from './texts/index.js';
import { askForToken } from './token.js';

/** Problems that another token would mend. */
const OF_TOKENS = /:(token-needed|scope-too-small)$/;

/** Problems that jobs do not have, which take scenes of any size. */
const OF_SIZE = /:too-large$/;

/** What went wrong, in the words of the problem document. */
export function problemBox(error) {
    const { title, detail, remedy, instance, type = '' } = problemOf(error);
    const box = h('div', { class: 'problem', role: 'alert', tabindex: -1 },
        h('button', { class: 'close', type: 'button', 'aria-label': t('close'), onclick: () => box.remove() }, '×'),
        h('strong', {}, title),
        detail && h('p', {}, detail),
        remedy && h('p', {}, h('b', {}, `${t('remedy')}: `), remedy),
        OF_TOKENS.test(type) && h('div', { class: 'actions' },
            h('button', { type: 'button', class: 'button small', onclick: askForToken }, t('tokenEnter'))),
        OF_SIZE.test(type) && h('p', {}, h('a', { href: '#/jobs' }, t('tooLargeJobs'))),
        instance && h('p', { class: 'note' }, instance));
    return box;
}

/** Shows a problem in place of an earlier one, and moves there. */
export function showProblem(holder, error) {
    const box = problemBox(error);
    holder.replaceChildren(box);
    box.focus();
}
