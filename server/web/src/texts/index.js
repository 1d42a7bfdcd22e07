import en from './en.js';
import zh from './zh.js';

/** Every language in a file of its own: a new one has the keys of en.js and stands here. */
const LANGUAGES = { en, zh };
const KEY = 'treehouse-language';

let current = stored() ?? (navigator.language?.startsWith('zh') ? 'zh' : 'en');

function stored() {
    const name = localStorage.getItem(KEY);
    return name in LANGUAGES ? name : null;
}

export const languages = () => Object.entries(LANGUAGES).map(([code, texts]) => [code, texts.language]);

export const language = () => current;

export function setLanguage(code) {
    current = code;
    localStorage.setItem(KEY, code);
}

/** A text with its {placeholders} filled; English where the language has none. */
export function t(key, values = {}) {
    const text = LANGUAGES[current][key] ?? en[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}
