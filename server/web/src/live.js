import { problemOf } from './api.js';
import { showProblem } from './problem.js';

const EVERY_MILLIS = 2000;

/** Shows a list anew, and leaves the focus on the button where it was, which data-key names. */
export function refill(list, elements) {
    const key = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    list.replaceChildren(...elements);
    if (key) list.querySelector(`[data-key="${key}"]`)?.focus();
}

/**
 * Asks again and again as long as something is going on and the page is looked at, also while the server is away.
 *
 * @param load gets what there is and returns whether it may change by itself
 * @param problems where it is said that nothing could be got, until something can
 * @returns again() to ask at once, stop() to end it
 */
export function live(load, problems) {
    let timer = null;
    let latest = 0;
    let hasFailed = false;

    async function ask() {
        clearTimeout(timer);
        const own = ++latest;
        const goesOn = document.hidden || (await attempt());
        if (goesOn && own === latest) timer = setTimeout(ask, EVERY_MILLIS);
    }

    async function attempt() {
        try {
            const goesOn = await load();
            if (hasFailed) problems.replaceChildren();
            hasFailed = false;
            return goesOn;
        } catch (error) {
            if (!hasFailed) showProblem(problems, error);
            hasFailed = true;
            return !(problemOf(error).status < 500);
        }
    }

    ask();
    return {
        again: ask,
        stop() {
            latest++;
            clearTimeout(timer);
        },
    };
}
