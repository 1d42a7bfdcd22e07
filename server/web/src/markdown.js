import { h } from './dom.js';

/** Elements for the Markdown that the server's reports are written in: headings, paragraphs, lists and tables, no more. */
export function markdown(text) {
    return text.split(/\n{2,}/).map(block => block.trim()).filter(Boolean).map(element);
}

function element(block) {
    const lines = block.split('\n');
    const heading = /^(#+) (.*)/.exec(block);
    if (heading) return h(`h${Math.min(heading[1].length + 2, 6)}`, {}, heading[2]);
    if (lines[0].startsWith('|')) return table(lines);
    if (lines.every(line => /^[-*] /.test(line))) return h('ul', {}, lines.map(line => h('li', {}, line.slice(2))));
    return h('p', {}, lines.join(' '));
}

function table([head, , ...rows]) {
    const cells = line => line.split('|').slice(1, -1).map(cell => cell.trim().replaceAll('`', ''));
    return h('div', { class: 'scroll', tabindex: 0 }, h('table', { class: 'classes' },
        h('thead', {}, h('tr', {}, cells(head).map(cell => h('th', { scope: 'col' }, cell)))),
        h('tbody', {}, rows.map(row => h('tr', {}, cells(row).map((cell, i) => h(i ? 'td' : 'th', i ? {} : { scope: 'row' }, cell)))))));
}
