/** Makes an element: attributes by name, listeners by names such as onclick, children as nodes or text. */
export function h(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else if (key === 'style') Object.entries(value).forEach(([k, v]) => element.style.setProperty(k, v));
        else if (value === true) element.setAttribute(key, '');
        else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
    return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of SVG. */
export function svg(name, attributes = {}, ...children) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
}

/** A small picture for a button, from the data of a path on 24 × 24. */
export function icon(path) {
    return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: path }));
}
