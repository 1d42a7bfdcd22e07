import { h } from '../dom.js';
import { t } from '../texts/index.js';

/** The form that orders a retraining. */
export function orderForm(order) {
    const catalogs = h('input', { id: 'catalogs', type: 'text', required: true, 'aria-describedby': 'catalogs-hint' });
    const minutes = h('input', { id: 'minutes', type: 'number', min: 1, step: 1, value: 30, required: true });
    const promote = h('input', { id: 'promote', type: 'checkbox' });
    const names = () => catalogs.value.split(/[,，]/).map(name => name.trim()).filter(Boolean);
    return h('details', { class: 'card model' }, h('summary', {}, t('orderRetraining')), h('form', {
        class: 'order',
        onsubmit: event => {
            event.preventDefault();
            order({ catalogs: names(), minutes: minutes.valueAsNumber, promote: promote.checked });
        },
    },
    h('label', { for: 'catalogs' }, t('catalogs')), catalogs, h('p', { class: 'note', id: 'catalogs-hint' }, t('catalogsHint')),
    h('label', { for: 'minutes' }, t('minutesAtMost')), minutes,
    h('label', { class: 'check' }, promote, t('promoteIfBetter')),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button primary' }, t('begin')))));
}
