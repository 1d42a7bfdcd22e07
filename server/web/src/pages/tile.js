import { call, classify } from '../api.js';
import { dropZone } from '../drop.js';
import { MOST_BYTES_WITH_OUTLINES } from '../picturefields.js';
import { showProblem } from '../problem.js';
import { t } from '../texts/index.js';
import { Pixels } from '../tile/pixels.js';
import { resultView } from '../tile/result.js';
import { startView } from '../tile/start.js';
import { workView } from '../tile/work.js';
import { isZonesFile } from '../tile/zones.js';

const EXAMPLE = '/web/virginia_naip_1m_rgbn.tif';

/** What outlives a visit of another page: the picture's name and its result. */
let session = null;

/** The page of a tile: pick it, see it being classified, look at the result. */
export function tilePage(main) {
    let view = null;
    let running = null;
    let left = false;

    function enter(make) {
        view?.leave?.();
        view = make;
        const hadFocus = main.contains(document.activeElement);
        main.replaceChildren(view.element);
        if (hadFocus) main.focus({ preventScroll: true });
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

    const result = () => enter(resultView(session, { leave: { text: t('newTile'), go: () => start() } }));

    async function work(name, load, parameters) {
        running = new AbortController();
        const { signal } = running;
        enter(workView(name, () => running.abort()));
        try {
            const file = await load(signal);
            const done = await classify(file, { ...parameters, objects: file.size < MOST_BYTES_WITH_OUTLINES ? 'pixels' : '' }, view, signal);
            view.drawing();
            const pixels = await Pixels.load(done);
            forget();
            session = { name, result: done, pixels };
            if (!signal.aborted) result();
        } catch (error) {
            if (!left) back(error.name === 'AbortError' ? null : error);
        }
    }

    /** What was looked at before is not lost by a file that is none. */
    function back(error) {
        if (!session) return start(error);
        result();
        if (error) view.report(error);
    }

    const take = (file, parameters) => work(file.name, async () => file, parameters);

    const example = () => work('virginia_naip_1m_rgbn.tif', async signal => {
        const blob = await (await call(EXAMPLE, { signal })).blob();
        return new File([blob], 'virginia_naip_1m_rgbn.tif');
    }, {});

    const noDrops = dropZone(main, ([file]) => {
        if (session && isZonesFile(file)) view.openZones(file);
        else if (view.take) view.take(file);
        else take(file, {});
    });

    if (session) result();
    else start();
    return () => {
        left = true;
        running?.abort();
        view?.leave?.();
        noDrops();
    };
}
