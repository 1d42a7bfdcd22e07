import { h } from '../dom.js';
import { t } from '../texts/index.js';

/** A picture on its way: how far it has come, and a way out. */
export function workView(name, cancel) {
    const title = h('h1', {}, t('sending', { name }));
    const bar = h('progress', { max: 1, 'aria-label': t('classifying', { name }) });
    const detail = h('p', { class: 'note' }, ' ');
    const element = h('div', { class: 'start' }, h('section', { class: 'card working', role: 'status' },
        title, bar, detail, h('button', { type: 'button', class: 'button', onclick: cancel }, t('cancel'))));
    return {
        element,
        progress(done, total) {
            if (total === 0) return;
            title.textContent = t('classifying', { name });
            detail.textContent = t('windows', { done, total });
            bar.value = done / total;
        },
        drawing() {
            title.textContent = t('drawing');
            bar.removeAttribute('value');
        },
    };
}
