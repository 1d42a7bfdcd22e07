import { t } from './texts/index.js';

/** What the server answers when something is wrong (RFC 9457), or what the page says when no answer comes. */
export class Problem extends Error {
    constructor(document) {
        super(document.detail ?? document.title);
        this.document = document;
    }
}

/** Any failure as a problem's document. */
export function problemOf(error) {
    return error instanceof Problem ? error.document : { title: t('unexpected'), detail: String(error?.message ?? error) };
}

export async function call(path, options = {}) {
    let response;
    try {
        response = await fetch(path, options);
    } catch (error) {
        if (error.name === 'AbortError') throw error;
        throw new Problem({ title: t('unreachable'), detail: t('unreachableDetail'), remedy: t('unreachableRemedy') });
    }
    if (!response.ok) {
        throw new Problem(await response.json().catch(() => ({ title: response.statusText, status: response.status })));
    }
    return response;
}

export async function json(path, options) {
    return (await call(path, options)).json();
}

const POLL_MILLIS = 250;

/**
 * Classifies a tile and keeps the result on the server.
 *
 * @param file the tile
 * @param parameters of the query; those without a value are left out
 * @param watch is told how many windows of how many are finished
 * @param signal ends it
 */
export async function classify(file, parameters, watch, signal) {
    const path = `/v1/results/${crypto.randomUUID?.() ?? randomUuid()}`;
    const given = Object.entries(parameters).filter(([, value]) => value);
    const polling = setInterval(async () => {
        const now = await json(path, { signal }).catch(() => null);
        if (now?.state === 'working') watch(now.windowsDone, now.windowsTotal);
    }, POLL_MILLIS);
    try {
        return await json(`${path}?${new URLSearchParams(given)}`, {
            method: 'PUT',
            headers: { 'Content-Type': 'application/octet-stream' },
            body: file,
            signal,
        });
    } finally {
        clearInterval(polling);
    }
}

/** crypto.randomUUID is missing where the page comes over plain HTTP from another machine. */
function randomUuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
