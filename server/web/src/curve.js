import { h, svg } from './dom.js';
import { number } from './format.js';

const SIZE = { width: 360, height: 150, left: 44, right: 10, top: 10, bottom: 24 };

/** A line through points of step and value; nothing while there are not two of them. */
export function curve(title, points) {
    if (points.length < 2) return null;
    const [steps, values] = [0, 1].map(i => points.map(point => point[i]));
    const [first, last] = [Math.min(...steps), Math.max(...steps)];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const x = step => SIZE.left + ((SIZE.width - SIZE.left - SIZE.right) * (step - first)) / (last - first || 1);
    const y = value => SIZE.top + ((SIZE.height - SIZE.top - SIZE.bottom) * (high - value)) / (high - low || 1);
    const label = (at, above, anchor, text) => svg('text', { x: at, y: above, class: `tick-label ${anchor}` }, text);
    const path = points.toSorted((a, b) => a[0] - b[0]).map(([step, value], i) => `${i ? 'L' : 'M'}${x(step)} ${y(value)}`).join('');
    return h('figure', { class: 'chart' }, h('figcaption', {}, title),
        svg('svg', { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: 'img', 'aria-label': `${title}: ${number(points.at(-1)[1], 3)}` },
            svg('line', { class: 'tick', x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: y(low), y2: y(low) }),
            svg('line', { class: 'tick', x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: y(high), y2: y(high) }),
            svg('path', { class: 'curve', d: path }),
            label(SIZE.left - 6, y(high) + 4, 'end', number(high, 3)),
            label(SIZE.left - 6, y(low) + 4, 'end', number(low, 3)),
            label(SIZE.left, SIZE.height - 6, 'start', number(first)),
            label(SIZE.width - SIZE.right, SIZE.height - 6, 'end', number(last))));
}
