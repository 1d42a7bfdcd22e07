import { call, json } from '../api.js';
import { h } from '../dom.js';
import { bytes, dateTime, duration, number } from '../format.js';
import { live, refill } from '../live.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';

const ENDED = ['done', 'failed', 'cancelled'];
const LONGEST_ID = 200;
const LINKS_OF_ITSELF = ['self', 'events'];

/** The page of the jobs: scenes that are handed in, and what became of them. */
export function jobsPage(main) {
    const problems = h('div', { class: 'problems' });
    const list = h('div', { class: 'list' });
    const gsd = h('input', { id: 'gsd', type: 'number', min: 0.05, max: 2, step: 'any', inputmode: 'decimal', placeholder: '0.3', 'aria-describedby': 'gsd-hint' });
    const input = h('input', {
        id: 'file', type: 'file', class: 'visually-hidden', accept: '.tif,.tiff,.png,.jpg,.jpeg,.jp2,image/*',
        onchange: () => input.files[0] && handIn(input.files[0]),
    });
    const sending = h('p', { class: 'note', role: 'status' });
    main.replaceChildren(h('div', { class: 'page' },
        h('div', { class: 'page-head' }, h('h1', {}, t('jobsTitle')), input, h('label', { for: 'file', class: 'button primary' }, t('handIn'))),
        h('p', { class: 'lead' }, t('jobsText')),
        h('div', { class: 'field inline' }, h('label', { for: 'gsd' }, t('gsdLabel')), gsd, h('span', { id: 'gsd-hint', class: 'note' }, t('gsdHint'))),
        sending, problems, list));

    const following = live(async () => {
        try {
            const { jobs } = await json('/v1/jobs');
            refill(list, jobs.length ? jobs.map(card) : [h('p', { class: 'note' }, t('noJobs'))]);
            return jobs.some(job => !ENDED.includes(job.state));
        } catch (error) {
            showProblem(problems, error);
            return false;
        }
    });

    async function handIn(file) {
        problems.replaceChildren();
        sending.textContent = t('sending', { name: file.name });
        const given = Object.entries({ objects: 'gpkg', id: file.name.slice(0, LONGEST_ID), gsd: gsd.value }).filter(([, value]) => value);
        await attempt(() => call(`/v1/jobs?${new URLSearchParams(given)}`, {
            method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file,
        }));
        sending.textContent = '';
        input.value = '';
    }

    async function attempt(change) {
        try {
            await change();
        } catch (error) {
            showProblem(problems, error);
        }
        following.again();
    }

    function card(job) {
        const ended = ENDED.includes(job.state);
        const files = Object.entries(job.links).filter(([name]) => !LINKS_OF_ITSELF.includes(name));
        const facts = [
            `${t('asked')} ${dateTime(job.asked)}`,
            job.inputBytes > 0 && bytes(job.inputBytes),
            job.model,
            job.state === 'running' && t('windows', { done: number(job.windowsDone), total: number(job.windowsTotal) }),
            job.secondsLeft != null && t('timeLeft', { time: duration(job.secondsLeft) }),
            job.expires && `${t('expires')} ${dateTime(job.expires)}`,
        ].filter(Boolean);
        return h('article', { class: 'card model' },
            h('div', { class: 'model-head' },
                h('h2', {}, job.parameters.id ?? job.scene ?? job.id),
                h('span', { class: `badge job-${job.state}` }, t(`job_${job.state}`)),
                h('button', { type: 'button', class: 'button small', 'data-key': job.id, onclick: () => attempt(() => call(job.links.self, { method: 'DELETE' })) },
                    t(ended ? 'forget' : 'cancel'))),
            !ended && h('progress', { max: 100, value: job.percent, 'aria-label': t('classifying', { name: job.parameters.id ?? job.id }) }),
            h('p', { class: 'note' }, facts.join(' · ')),
            job.state === 'failed' && h('p', {}, job.words),
            files.length > 0 && h('div', { class: 'actions' }, files.map(([name, path]) =>
                h('a', { class: 'button small', href: path, download: name }, name))));
    }

    return () => following.stop();
}
