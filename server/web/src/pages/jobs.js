import { call, json } from '../api.js';
import { dropZone } from '../drop.js';
import { h } from '../dom.js';
import { handInForm } from '../jobs/handin.js';
import { jobCard } from '../jobs/card.js';
import { isEnded } from '../jobs/states.js';
import { live, refill } from '../live.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';

/** The page of the jobs: scenes that are handed in, and what became of them. */
export function jobsPage(main) {
    const problems = h('div', { class: 'problems' });
    const list = h('div', { class: 'list' });
    const form = handInForm(() => following.again());
    main.replaceChildren(h('div', { class: 'page' },
        h('h1', {}, t('jobsTitle')), h('p', { class: 'lead' }, t('jobsText')), form.element, problems, list));

    const following = live(async () => {
        const { jobs } = await json('/v1/jobs');
        refill(list, jobs.length ? jobs.map(job => jobCard(job, remove)) : [h('p', { class: 'note empty' }, t('noJobs'))]);
        return jobs.some(job => !isEnded(job));
    }, problems);

    async function remove(job) {
        problems.replaceChildren();
        try {
            await call(job.links.self, { method: 'DELETE' });
        } catch (error) {
            showProblem(problems, error);
        }
        following.again();
    }

    const noDrops = dropZone(main, files => files.forEach(form.take));
    return () => {
        noDrops();
        following.stop();
    };
}
