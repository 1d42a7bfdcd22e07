import { h } from './dom.js';
import { t } from './texts/index.js';

/** Asks before something is changed, and why. Where the server wants a token the browser has asked for it and sends it. */
export function confirmDialog(question, confirmed) {
    const reason = h('input', { id: 'reason', type: 'text', maxlength: 500 });
    const dialog = h('dialog', { class: 'card', 'aria-labelledby': 'question', onclose: () => dialog.remove() },
        h('form', { method: 'dialog', onsubmit: () => confirmed(reason.value) },
            h('h2', { id: 'question' }, question),
            h('label', { for: 'reason' }, t('reasonLabel')), reason,
            h('div', { class: 'actions' },
                h('button', { type: 'submit', class: 'button primary' }, t('confirm')),
                h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')))));
    document.body.append(dialog);
    dialog.showModal();
}
