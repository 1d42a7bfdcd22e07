import { h } from '../dom.js';
import { percent } from '../format.js';
import { t } from '../texts/index.js';

/** A picture on its way: how far it has come, and a way out. */
export function workView(name, cancel) {
    const title = h('h1', {}, t('sending', { name }));
    const bar = h('progress', { max: 1, 'aria-label': t('classifying', { name }) });
    const detail = h('p', { class: 'note' }, ' ');
    const element = h('div', { class: 'start' }, h('section', { class: 'card working', role: 'status' },
        title, bar, detail, h('button', { type: 'button', class: 'button', onclick: cancel }, t('cancel'))));
    let isRead = false;
    return {
        element,
        /** A share of the file has left. */
        sent(share) {
            if (isRead) return;
            detail.textContent = share < 1 ? t('sentShare', { percent: percent(share) }) : t('reading');
        },
        /** Some windows of all are classified. */
        windows(done, total) {
            if (total === 0) return;
            isRead = true;
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
