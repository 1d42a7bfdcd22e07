import { h } from './dom.js';
import { t } from './texts/index.js';

/**
 * Asks before something is changed.
 *
 * @param confirmed is called with the reason that was given
 * @param reason whether to ask for one
 */
export function confirmDialog(question, confirmed, { reason = true } = {}) {
    const why = h('input', { id: 'reason', type: 'text', maxlength: 500 });
    const dialog = h('dialog', { class: 'card', 'aria-labelledby': 'question', onclose: () => dialog.remove() },
        h('form', { method: 'dialog', onsubmit: () => confirmed(why.value) },
            h('h2', { id: 'question' }, question),
            reason && [h('label', { for: 'reason' }, t('reasonLabel')), why],
            h('div', { class: 'actions' },
                h('button', { type: 'submit', class: 'button primary' }, t('confirm')),
                h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')))));
    document.body.append(dialog);
    dialog.showModal();
}
