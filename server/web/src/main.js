import { json } from './api.js';
import { h, icon } from './dom.js';
import { jobPage } from './pages/job.js';
import { jobsPage } from './pages/jobs.js';
import { modelsPage } from './pages/models.js';
import { retrainingsPage } from './pages/retrainings.js';
import { tilePage } from './pages/tile.js';
import { language, languages, setLanguage, t } from './texts/index.js';
import { askForToken, token, TOKEN_CHANGED } from './token.js';

const LOGO = 'M12 1 3 13h4l-4 6h7v4h4v-4h7l-4-6h4z';

/** Pages by the part of the address after #; each fills the main element and returns what leaves it. */
const PAGES = {
    '': { text: 'navTile', show: tilePage },
    jobs: { text: 'navJobs', show: jobsPage, showOne: jobPage, needs: '/v1/jobs' },
    models: { text: 'navModels', show: modelsPage },
    retrainings: { text: 'navRetrainings', show: retrainingsPage, needs: '/v1/retrainings' },
};

/** What the server offers; until that is known it is not asked for more than it surely has. */
let offered = {};

let leave = () => {};

/** The page that the address names, and of which one of its things. */
function place() {
    const [name, one] = location.hash.replace(/^#\/?/, '').split('/');
    return name in PAGES ? { name, one: PAGES[name].showOne && one } : { name: '' };
}

function show() {
    leave();
    document.querySelectorAll('dialog').forEach(dialog => dialog.remove());
    const { name, one } = place();
    const page = PAGES[name];
    document.documentElement.lang = language();
    document.title = `Treehouse – ${t(page.text)}`;
    const main = h('main', { id: 'main', tabindex: -1 });
    document.body.replaceChildren(h('a', { class: 'skip', href: '#main', onclick: skip }, t('skip')), header(name), main);
    leave = (one ? page.showOne(main, one) : page.show(main)) ?? (() => {});
}

/** The address after # names the page, so the link moves there by itself. */
function skip(event) {
    event.preventDefault();
    document.getElementById('main').focus();
}

function header(current) {
    const links = Object.entries(PAGES).map(([name, { text, needs }]) =>
        h('a', { href: `#/${name}`, 'aria-current': name === current ? 'page' : null, hidden: needs && !(needs in offered) }, t(text)));
    return h('header', {},
        h('a', { class: 'brand', href: '#/' }, icon(LOGO), 'Treehouse'),
        h('nav', { 'aria-label': 'Treehouse' }, links),
        token() && h('button', { type: 'button', class: 'button small', onclick: askForToken }, t('tokenButton')),
        h('select', {
            'aria-label': t('languageLabel'),
            onchange: event => {
                setLanguage(event.target.value);
                show();
            },
        }, languages().map(([code, name]) => h('option', { value: code, selected: code === language() }, name))));
}

async function learnWhatIsOffered() {
    try {
        offered = (await json('/openapi.json')).paths;
        Object.values(PAGES).forEach(({ needs }, i) => (document.querySelectorAll('nav a')[i].hidden = needs && !(needs in offered)));
    } catch {
        // The page itself will say what is wrong when it asks.
    }
}

addEventListener('hashchange', show);
addEventListener(TOKEN_CHANGED, () => {
    show();
    learnWhatIsOffered();
});
show();
learnWhatIsOffered();
