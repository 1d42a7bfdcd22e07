import { h } from './dom.js';
import { t } from './texts/index.js';

const KEY = 'treehouse-token';

/** Told to the window when the token was changed, so that the page is shown anew. */
export const TOKEN_CHANGED = 'tokenchanged';

/** The token that was entered here; null where the browser sends what it asked for itself, or the server wants none. */
export const token = () => sessionStorage.getItem(KEY);

/** The header that presents the token. */
export const authorization = () => (token() ? { Authorization: `Bearer ${token()}` } : {});

function change(value) {
    if (value) sessionStorage.setItem(KEY, value);
    else sessionStorage.removeItem(KEY);
    dispatchEvent(new Event(TOKEN_CHANGED));
}

/** Asks for a token. It is kept until the window is closed, and sent to this server only. */
export function askForToken() {
    const value = h('input', { id: 'token', type: 'password', required: true, autocomplete: 'off', 'aria-describedby': 'token-hint' });
    const dialog = h('dialog', { class: 'card', 'aria-labelledby': 'token-title', onclose: () => dialog.remove() },
        h('form', { method: 'dialog', onsubmit: () => change(value.value.trim()) },
            h('h2', { id: 'token-title' }, t('tokenTitle')),
            h('label', { for: 'token' }, t('tokenLabel')), value,
            h('p', { id: 'token-hint', class: 'note' }, t('tokenHint')),
            h('div', { class: 'actions' },
                h('button', { type: 'submit', class: 'button primary' }, t('tokenUse')),
                token() && h('button', { type: 'button', class: 'button', onclick: () => { dialog.close(); change(null); } }, t('tokenForget')),
                h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')))));
    document.body.append(dialog);
    dialog.showModal();
}
