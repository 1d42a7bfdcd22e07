import { json } from '../api.js';
import { dropZone } from '../drop.js';
import { h } from '../dom.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';
import { Pixels } from '../tile/pixels.js';
import { resultView } from '../tile/result.js';

/** What a job made, shown as the result of a tile is. */
export function jobPage(main, id) {
    let view = null;
    let noDrops = () => {};
    let left = false;
    const problems = h('div', { class: 'problems' });
    main.replaceChildren(h('div', { class: 'start' }, problems, h('p', { class: 'note', role: 'status' }, t('drawing'))));

    async function show() {
        try {
            const [job, result] = await Promise.all([json(`/v1/jobs/${id}`), json(`/v1/results/${id}`)]);
            const session = {
                name: job.parameters.id ?? job.scene ?? id,
                result: { ...result, ofJob: true },
                pixels: await Pixels.load(result),
                zoneFigures: result.classification.zones,
            };
            if (left) return;
            view = resultView(session, { leave: { text: t('toJobs'), go: () => (location.hash = '#/jobs') } });
            main.replaceChildren(view.element);
            view.entered();
            noDrops = dropZone(main, ([file]) => view.openZones(file));
        } catch (error) {
            main.querySelector('[role=status]')?.remove();
            showProblem(problems, error);
        }
    }

    show();
    return () => {
        left = true;
        noDrops();
        view?.leave();
    };
}
