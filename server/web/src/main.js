import { json } from './api.js';
import { h, icon } from './dom.js';
import { jobsPage } from './pages/jobs.js';
import { modelsPage } from './pages/models.js';
import { retrainingsPage } from './pages/retrainings.js';
import { tilePage } from './pages/tile.js';
import { language, languages, setLanguage, t } from './texts/index.js';

const LOGO = 'M12 1 3 13h4l-4 6h7v4h4v-4h7l-4-6h4z';

/** Pages by the part of the address after #; each fills the main element and returns what leaves it. */
const PAGES = {
    '/': { text: 'navTile', show: tilePage },
    '/jobs': { text: 'navJobs', show: jobsPage, needs: '/v1/jobs' },
    '/models': { text: 'navModels', show: modelsPage },
    '/retrainings': { text: 'navRetrainings', show: retrainingsPage, needs: '/v1/retrainings' },
};

/** What the server offers; until that is known it is not asked for more than it surely has. */
let offered = {};

let leave = () => {};

function show() {
    leave();
    const path = location.hash.slice(1) in PAGES ? location.hash.slice(1) : '/';
    document.documentElement.lang = language();
    document.title = `Treehouse – ${t(PAGES[path].text)}`;
    const main = h('main', { id: 'main', tabindex: -1 });
    document.body.replaceChildren(h('a', { class: 'skip', href: '#main', onclick: skip }, t('skip')), header(path), main);
    leave = PAGES[path].show(main) ?? (() => {});
}

/** The address after # names the page, so the link moves there by itself. */
function skip(event) {
    event.preventDefault();
    document.getElementById('main').focus();
}

function header(path) {
    const links = Object.entries(PAGES).filter(([, { needs }]) => !needs || needs in offered).map(([to, { text }]) =>
        h('a', { href: `#${to}`, 'aria-current': to === path ? 'page' : null }, t(text)));
    return h('header', {},
        h('a', { class: 'brand', href: '#/' }, icon(LOGO), 'Treehouse'),
        h('nav', { 'aria-label': 'Treehouse' }, links),
        h('select', {
            'aria-label': t('languageLabel'),
            onchange: event => {
                setLanguage(event.target.value);
                show();
            },
        }, languages().map(([code, name]) => h('option', { value: code, selected: code === language() }, name))));
}

addEventListener('hashchange', show);
show();
json('/openapi.json').then(({ paths }) => {
    offered = paths;
    document.querySelector('header').replaceWith(header(location.hash.slice(1) || '/'));
}).catch(() => {});
