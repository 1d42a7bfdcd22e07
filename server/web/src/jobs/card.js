import { h } from '../dom.js';
import { bytes, dateTime, duration, number } from '../format.js';
import { confirmDialog } from '../confirm.js';
import { t } from '../texts/index.js';
import { isEnded } from './states.js';

/** What a viewer shows a result from; jobs of earlier versions have none. */
const SHOWN = 'picture.jpg';

export const jobName = job => job.parameters.id ?? job.scene ?? job.id;

/** A job in the list: how far it is, and what can be done with it. */
export function jobCard(job, remove) {
    const name = jobName(job);
    return h('article', { class: 'card model' },
        h('div', { class: 'model-head' },
            h('h2', {}, name),
            h('span', { class: `badge job-${job.state}` }, t(`job_${job.state}`)),
            job.links[SHOWN] && h('a', { class: 'button small primary', href: `#/jobs/${job.id}`, 'data-key': `look-${job.id}` }, t('look')),
            h('button', { type: 'button', class: 'button small', 'data-key': job.id, onclick: () => ask(job, remove) }, t(isEnded(job) ? 'forget' : 'cancel'))),
        !isEnded(job) && h('progress', { max: 100, value: job.percent, 'aria-label': t('classifying', { name }) }),
        h('p', { class: 'note' }, facts(job).join(' · ')),
        job.words && !['running', 'done'].includes(job.state) && h('p', { class: 'words' }, job.words));
}

function facts(job) {
    return [
        `${t('asked')} ${dateTime(job.asked)}`,
        job.inputBytes > 0 && bytes(job.inputBytes),
        job.model,
        !isEnded(job) && t('windows', { done: number(job.windowsDone), total: number(job.windowsTotal) }),
        job.secondsLeft > 0 && t('timeLeft', { time: duration(job.secondsLeft) }),
        !isEnded(job) && t('diskAtMost', { size: bytes(job.bytesAtMost) }),
        job.expires && `${t('expires')} ${dateTime(job.expires)}`,
    ].filter(Boolean);
}

/** A finished scene may have taken hours: its results are not given up by a slip of the finger. */
function ask(job, remove) {
    if (job.state === 'done' || job.state === 'running') {
        confirmDialog(t(job.state === 'done' ? 'confirmForget' : 'confirmCancelJob', { name: jobName(job) }), () => remove(job), { reason: false });
    } else {
        remove(job);
    }
}
