import { call } from '../api.js';
import { confirmDialog } from '../confirm.js';
import { curve } from '../curve.js';
import { h } from '../dom.js';
import { dateTime, duration, number } from '../format.js';
import { isEnded } from '../jobs/states.js';
import { markdown } from '../markdown.js';
import { t } from '../texts/index.js';

/** A retraining in the list: how far it is, how it learns, and in the end its report. */
export function retrainingCard(one, { cancel, report }) {
    const points = (list, value) => list.map(point => [point.step, point[value]]);
    return h('article', { class: 'card model' },
        h('div', { class: 'model-head' },
            h('h2', {}, one.order.version ?? (one.order.catalogs.join(', ') || one.id)),
            h('span', { class: `badge job-${one.state}` }, t(`job_${one.state}`)),
            !isEnded(one) && h('button', {
                type: 'button', class: 'button small', 'data-key': one.id,
                onclick: () => confirmDialog(t('confirmCancel'), cancel, { reason: false }),
            }, t('cancel'))),
        !isEnded(one) && h('progress', { max: 100, value: one.percent, 'aria-label': `${t('navRetrainings')} ${one.id}` }),
        h('p', { class: 'note' }, facts(one).join(' · ')),
        one.words && one.state !== 'running' && h('p', { class: 'words' }, one.words),
        h('div', { class: 'curves' },
            curve(t('lossCurve'), points(one.losses, 'loss')),
            curve(t('scoreCurve'), points(one.scores, 'meanIou'))),
        one.report && reportOf(one, report));
}

function facts(one) {
    return [
        `${t('asked')} ${dateTime(one.asked)}`,
        one.id,
        !isEnded(one) && t(`stage_${one.stage}`),
        one.steps > 0 && t('stepsOf', { step: number(one.step), steps: number(one.steps) }),
        one.loss != null && t('lossIs', { loss: number(one.loss, 3) }),
        one.secondsLeft != null && t('timeLeft', { time: duration(one.secondsLeft) }),
    ].filter(Boolean);
}

/** The report, which is asked for when it is opened. */
function reportOf(one, report) {
    const more = h('details', {
        class: 'more',
        ontoggle: async () => {
            if (!more.open || more.children.length > 1) return;
            try {
                const text = await (await call(one.report)).text();
                more.append(h('div', { class: 'report' }, markdown(text)), h('p', {}, h('a', { href: '#/models' }, t('toModels'))));
            } catch (error) {
                more.open = false;
                report(error);
            }
        },
    }, h('summary', {}, t('report')));
    return more;
}
