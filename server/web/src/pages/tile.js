import { classify, call } from '../api.js';
import { showProblem } from '../problem.js';
import { Pixels } from '../tile/pixels.js';
import { resultView } from '../tile/result.js';
import { startView } from '../tile/start.js';
import { workView } from '../tile/work.js';
import { isZonesFile } from '../tile/zones.js';

/** Larger pictures have so many objects that neither the answer nor the map should hold them all. */
const MOST_BYTES_WITH_OUTLINES = 64e6;

const EXAMPLE = '/web/virginia_naip_1m_rgbn.tif';

/** What outlives a visit of another page: the picture and its result. */
let session = null;

/** The page of a tile: pick it, see it being classified, look at the result. */
export function tilePage(main) {
    let view = null;
    let running = null;

    function enter(make) {
        view?.leave?.();
        view = make;
        main.replaceChildren(view.element);
        view.entered?.();
    }

    function start(error) {
        forget();
        session = null;
        enter(startView({ take, example }));
        if (error) showProblem(view.problems, error);
    }

    /** The server need not keep what nobody looks at any more; it would forget it by itself, but later. */
    function forget() {
        if (session) call(`/v1/results/${session.result.id}`, { method: 'DELETE' }).catch(() => {});
    }

    const result = () => enter(resultView(session, { restart: () => start() }));

    async function work(name, load, parameters) {
        running = new AbortController();
        const { signal } = running;
        enter(workView(name, () => running.abort()));
        try {
            const file = await load(signal);
            const done = await classify(file, { ...parameters, objects: file.size < MOST_BYTES_WITH_OUTLINES ? 'pixels' : '' }, view.progress, signal);
            view.drawing();
            session = { file, parameters, result: done, pixels: await Pixels.load(done) };
            if (!signal.aborted) result();
        } catch (error) {
            start(error.name === 'AbortError' ? null : error);
        }
    }

    const take = (file, parameters) => work(file.name, async () => file, parameters);

    const example = () => work('virginia_naip_1m_rgbn.tif', async signal => {
        const blob = await (await call(EXAMPLE, { signal })).blob();
        return new File([blob], 'virginia_naip_1m_rgbn.tif');
    }, {});

    const drop = event => {
        event.preventDefault();
        main.classList.remove('dropping');
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        if (session && isZonesFile(file)) view.openZones(file);
        else take(file, view.parameters?.() ?? {});
    };
    const over = event => {
        event.preventDefault();
        main.classList.add('dropping');
    };
    const out = event => {
        if (!event.relatedTarget) main.classList.remove('dropping');
    };
    addEventListener('drop', drop);
    addEventListener('dragover', over);
    addEventListener('dragleave', out);

    if (session) result();
    else start();
    return () => {
        running?.abort();
        view?.leave?.();
        removeEventListener('drop', drop);
        removeEventListener('dragover', over);
        removeEventListener('dragleave', out);
    };
}
