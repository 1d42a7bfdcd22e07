import { h } from '../dom.js';
import { t } from '../texts/index.js';
import { hasOutlines } from './outlines.js';

const OPACITY = 60;

/** What can be switched on the map. */
export function toolbar(result, { opacity, swipe, outlines, draw }) {
    const slider = h('input', {
        id: 'opacity', type: 'range', min: 0, max: 100, value: OPACITY,
        oninput: () => opacity(slider.value / 100),
    });
    const toggle = (text, changed, pressed = false) => {
        const button = h('button', {
            type: 'button', class: 'toggle', 'aria-pressed': String(pressed),
            onclick: () => {
                const on = button.getAttribute('aria-pressed') !== 'true';
                button.setAttribute('aria-pressed', String(on));
                changed(on);
            },
        }, text);
        return button;
    };
    const buildings = hasOutlines(result, 'building') && toggle(t('outlinesBuilding'), on => outlines('building', on), true);
    const crowns = hasOutlines(result, 'tree_crown') && toggle(t('outlinesTree'), on => outlines('tree_crown', on));
    const zone = result.classification.corners && h('button', {
        type: 'button', class: 'toggle', 'aria-pressed': 'false', onclick: draw,
    }, t('drawZone'));
    const element = h('div', { class: 'toolbar card', role: 'group', 'aria-label': t('tools') },
        h('label', { for: 'opacity', class: 'opacity' }, t('opacity'), slider),
        toggle(t('swipe'), swipe), buildings, crowns, zone);
    return {
        element,
        /** Brings the map to what the tools say. */
        apply() {
            opacity(slider.value / 100);
            if (buildings) outlines('building', true);
        },
        drawing: on => zone.setAttribute('aria-pressed', String(on)),
        disable: () => element.remove(),
    };
}
