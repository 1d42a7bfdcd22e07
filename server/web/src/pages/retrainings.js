import { call, json } from '../api.js';
import { confirmDialog } from '../confirm.js';
import { curve } from '../curve.js';
import { h } from '../dom.js';
import { dateTime, duration, number } from '../format.js';
import { live, refill } from '../live.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';

const ENDED = ['done', 'failed', 'cancelled'];

/** The page of the retrainings: how far each is, how it learns, and what came of it. */
export function retrainingsPage(main) {
    const problems = h('div', { class: 'problems' });
    const list = h('div', { class: 'list' });
    /** Losses as they were seen while the page was open: the server tells the latest one. */
    const losses = new Map();
    main.replaceChildren(h('div', { class: 'page' },
        h('h1', {}, t('navRetrainings')), h('p', { class: 'lead' }, t('retrainingsText')), order(), problems, list));

    const following = live(async () => {
        try {
            const { retrainings } = await json('/v1/retrainings');
            refill(list, retrainings.length ? retrainings.map(card) : [h('p', { class: 'note' }, t('noRetrainings'))]);
            return retrainings.some(one => !ENDED.includes(one.state));
        } catch (error) {
            showProblem(problems, error);
            return false;
        }
    });

    async function attempt(change) {
        problems.replaceChildren();
        try {
            await change();
        } catch (error) {
            showProblem(problems, error);
        }
        following.again();
    }

    function order() {
        const catalogs = h('input', { id: 'catalogs', type: 'text', required: true, 'aria-describedby': 'catalogs-hint' });
        const minutes = h('input', { id: 'minutes', type: 'number', min: 1, step: 1, value: 30 });
        const promote = h('input', { id: 'promote', type: 'checkbox' });
        return h('details', { class: 'card model' }, h('summary', {}, t('orderRetraining')), h('form', {
            class: 'order',
            onsubmit: event => {
                event.preventDefault();
                const names = catalogs.value.split(',').map(name => name.trim()).filter(Boolean);
                attempt(() => call('/v1/retrainings', {
                    method: 'POST', headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify({ catalogs: names, minutes: minutes.valueAsNumber, promote: promote.checked }),
                }));
            },
        },
        h('label', { for: 'catalogs' }, t('catalogs')), catalogs, h('p', { class: 'note', id: 'catalogs-hint' }, t('catalogsHint')),
        h('label', { for: 'minutes' }, t('minutesAtMost')), minutes,
        h('label', { class: 'check' }, promote, t('promoteIfBetter')),
        h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button primary' }, t('begin')))));
    }

    function card(one) {
        const ended = ENDED.includes(one.state);
        const seen = losses.get(one.id) ?? losses.set(one.id, new Map()).get(one.id);
        if (one.loss != null) seen.set(one.step, one.loss);
        const facts = [
            `${t('asked')} ${dateTime(one.asked)}`,
            one.order.catalogs.join(', '),
            one.steps > 0 && t('stepsOf', { step: number(one.step), steps: number(one.steps) }),
            one.loss != null && t('lossIs', { loss: number(one.loss, 3) }),
            one.secondsLeft != null && t('timeLeft', { time: duration(one.secondsLeft) }),
        ].filter(Boolean);
        const scores = one.scores.map(({ step, meanIou }) => [step, meanIou]);
        return h('article', { class: 'card model' },
            h('div', { class: 'model-head' },
                h('h2', {}, one.order.version ?? one.id),
                h('span', { class: `badge job-${one.state}` }, t(`job_${one.state}`)),
                !ended && h('button', { type: 'button', class: 'button small', 'data-key': one.id, onclick: () => confirmDialog(t('confirmCancel'), () => attempt(() => call(`/v1/retrainings/${one.id}`, { method: 'DELETE' }))) }, t('cancel'))),
            !ended && h('progress', { max: 100, value: one.percent, 'aria-label': `${t('navRetrainings')} ${one.id}` }),
            h('p', { class: 'note' }, facts.join(' · ')),
            one.words && h('p', {}, one.words),
            h('div', { class: 'curves' }, curve(t('scoreCurve'), scores), curve(t('lossCurve'), [...seen])),
            one.report && h('div', { class: 'actions' }, h('a', { href: one.report, class: 'button small' }, t('report'))));
    }

    return () => following.stop();
}
