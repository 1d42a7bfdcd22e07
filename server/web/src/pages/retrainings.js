import { call, json } from '../api.js';
import { h } from '../dom.js';
import { isEnded } from '../jobs/states.js';
import { live, refill } from '../live.js';
import { showProblem } from '../problem.js';
import { retrainingCard } from '../retrainings/card.js';
import { orderForm } from '../retrainings/order.js';
import { t } from '../texts/index.js';

/** The page of the retrainings: how far each is, how it learns, and what came of it. */
export function retrainingsPage(main) {
    const problems = h('div', { class: 'problems' });
    const list = h('div', { class: 'list' });
    const cards = new Map();
    main.replaceChildren(h('div', { class: 'page' },
        h('h1', {}, t('navRetrainings')), h('p', { class: 'lead' }, t('retrainingsText')),
        orderForm(order => attempt(() => call('/v1/retrainings', {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(order),
        }))),
        problems, list));

    const following = live(async () => {
        const { retrainings } = await json('/v1/retrainings');
        refill(list, retrainings.length ? retrainings.map(card) : [h('p', { class: 'note empty' }, t('noRetrainings'))]);
        return retrainings.some(one => !isEnded(one));
    }, problems);

    /** What changes no more is drawn once: its report may be open. */
    function card(one) {
        const known = cards.get(one.id);
        if (known && known.state === one.state && isEnded(one)) return known.element;
        const element = retrainingCard(one, {
            cancel: () => attempt(() => call(`/v1/retrainings/${one.id}`, { method: 'DELETE' })),
            report: error => showProblem(problems, error),
        });
        cards.set(one.id, { state: one.state, element });
        return element;
    }

    async function attempt(change) {
        problems.replaceChildren();
        try {
            await change();
        } catch (error) {
            showProblem(problems, error);
        }
        following.again();
    }

    return () => following.stop();
}
