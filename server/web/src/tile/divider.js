import { h } from '../dom.js';
import { t } from '../texts/index.js';

const KEY_STEP = 0.02;

/** The line between before and after: dragged, or moved by arrow keys. */
export function divider(changed) {
    let share = 0.5;
    const line = h('div', {
        class: 'divider', role: 'slider', tabindex: 0, hidden: true,
        'aria-label': t('swipeHandle'), 'aria-valuemin': 0, 'aria-valuemax': 100,
        onpointerdown: event => line.setPointerCapture(event.pointerId),
        onpointermove: event => {
            if (!line.hasPointerCapture(event.pointerId)) return;
            const box = line.parentElement.getBoundingClientRect();
            move((event.clientX - box.left) / box.width);
        },
        onkeydown: event => {
            const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP, Home: -1, End: 1 }[event.key];
            if (step) {
                event.preventDefault();
                move(share + step);
            }
        },
    }, h('span', { class: 'divider-knob', 'aria-hidden': 'true' }, '‹ ›'));

    function move(to) {
        share = Math.min(0.98, Math.max(0.02, to));
        line.style.left = `${100 * share}%`;
        line.setAttribute('aria-valuenow', Math.round(100 * share));
        changed(line.hidden ? 0 : share);
    }

    return {
        element: line,
        show(shown) {
            line.hidden = !shown;
            move(0.5);
        },
    };
}
