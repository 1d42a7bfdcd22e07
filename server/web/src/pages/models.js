import { json } from '../api.js';
import { confirmDialog } from '../confirm.js';
import { h } from '../dom.js';
import { bytes, dateTime } from '../format.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';
import { modelDetails } from './modeldetails.js';

const idOf = model => `${model.name}@${model.version}`;

/** The page of the models: versions, which one serves, their figures, and the exchange. */
export function modelsPage(main) {
    const problems = h('div', { class: 'problems' });
    const damaged = h('div');
    const list = h('div', { class: 'list' });
    const rollback = h('button', { type: 'button', class: 'button', title: t('rollbackNote'), onclick: rollBack }, t('rollback'));
    main.replaceChildren(h('div', { class: 'page' },
        h('div', { class: 'page-head' }, h('h1', {}, t('modelsTitle')), rollback),
        h('p', { class: 'lead' }, t('modelsText')), problems, damaged, list));

    async function load() {
        try {
            const { models, damage } = await json('/v1/models');
            damaged.replaceChildren(...(damage.length > 0 ? [h('p', { class: 'warnings', role: 'alert' }, t('damagedHistory'), ' ', damage.join(' '))] : []));
            list.replaceChildren(...models.map(card));
            rollback.disabled = !models.some(model => model.status === 'retired');
        } catch (error) {
            showProblem(problems, error);
        }
    }

    function change(question, path) {
        confirmDialog(question, async reason => {
            problems.replaceChildren();
            try {
                await json(`${path}?${new URLSearchParams({ reason, by: 'web page' })}`, { method: 'POST' });
            } catch (error) {
                showProblem(problems, error);
            }
            await load();
        });
    }

    function rollBack() {
        change(t('confirmRollback'), '/v1/models/rollback');
    }

    function card(model) {
        const id = idOf(model);
        const more = h('details', {
            class: 'more',
            ontoggle: async () => {
                if (!more.open || more.children.length > 1) return;
                try {
                    more.append(modelDetails(await json(`/v1/models/${encodeURIComponent(id)}`)));
                } catch (error) {
                    more.open = false;
                    showProblem(problems, error);
                }
            },
        }, h('summary', {}, t('details')));
        const facts = [
            model.addedAt && `${t('added')} ${dateTime(model.addedAt)}`,
            model.bytes && bytes(model.bytes),
            model.engine && `${model.engine}, ${model.precision}, ${model.instructionSet}`,
            model.parent && `${t('parent')} ${model.parent}`,
        ].filter(Boolean);
        return h('article', { class: 'card model' },
            h('div', { class: 'model-head' },
                h('h2', {}, model.name, ' ', h('span', { class: 'version' }, model.version)),
                model.serving && h('span', { class: 'badge serving' }, t('serving')),
                h('span', { class: `badge ${model.status}` }, t(`status_${model.status}`)),
                ['candidate', 'retired'].includes(model.status) && h('button', {
                    type: 'button', class: 'button small', onclick: () => change(t('confirmPromote', { version: id }), `/v1/models/${encodeURIComponent(id)}/promote`),
                }, t('promote'))),
            h('p', { class: 'note' }, facts.join(' · ')),
            model.problem && h('p', { class: 'warnings' }, model.problem),
            model.status !== 'unregistered' && more);
    }

    load();
}
