const EVERY_MILLIS = 2000;

/** Shows a list anew, and leaves the focus on the button where it was, which data-key names. */
export function refill(list, elements) {
    const key = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    list.replaceChildren(...elements);
    if (key) list.querySelector(`[data-key="${key}"]`)?.focus();
}

/**
 * Asks again and again as long as something is going on and the page is looked at.
 *
 * @param load gets what there is and returns whether it may change by itself
 * @returns again() to ask at once, stop() to end it
 */
export function live(load) {
    let timer = null;
    let stopped = false;

    async function ask() {
        clearTimeout(timer);
        const goesOn = document.hidden || (await load());
        if (goesOn && !stopped) timer = setTimeout(ask, EVERY_MILLIS);
    }

    ask();
    return {
        again: ask,
        stop() {
            stopped = true;
            clearTimeout(timer);
        },
    };
}
