import { h } from '../dom.js';
import { percent } from '../format.js';
import { t } from '../texts/index.js';
import { className } from './figures.js';

/** What stands under the pointer, or under the cross in the middle where the map is used by keyboard. */
export function readout(pixels, quad) {
    const element = h('output', { class: 'readout', 'aria-live': 'off' });

    function tell(lngLat) {
        const found = pixels.at(quad.pixel(lngLat));
        if (!found) return element.replaceChildren();
        element.replaceChildren(
            h('span', { class: 'swatch', style: { 'background-color': found.colour ?? 'transparent' } }),
            h('b', {}, className(found.label)),
            found.colour ? ` ${t('sure', { percent: percent(found.confidence) })}` : '');
    }

    return {
        element,
        follow(map) {
            const canvas = map.getCanvas();
            const byKeys = () => canvas.matches(':focus-visible');
            map.on('mousemove', event => tell(event.lngLat));
            map.on('click', event => tell(event.lngLat));
            map.on('mouseout', () => element.replaceChildren());
            map.on('move', () => byKeys() && tell(map.getCenter()));
            canvas.addEventListener('focus', () => {
                if (!byKeys()) return;
                element.setAttribute('aria-live', 'polite');
                tell(map.getCenter());
            });
            canvas.addEventListener('blur', () => element.setAttribute('aria-live', 'off'));
        },
    };
}
