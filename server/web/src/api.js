import { t } from './texts/index.js';
import { authorization } from './token.js';

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

const unreachable = () => new Problem({ title: t('unreachable'), detail: t('unreachableDetail'), remedy: t('unreachableRemedy') });

/** Scripts may ask for no address with a name and a password, which that of the page may have. */
export const addressOf = path => new URL(path, location.origin).href;

export async function call(path, options = {}) {
    let response;
    try {
        response = await fetch(addressOf(path), { ...options, headers: { ...options.headers, ...authorization() } });
    } catch (error) {
        if (error.name === 'AbortError') throw error;
        throw unreachable();
    }
    if (!response.ok) {
        throw new Problem(await response.json().catch(() => ({ title: response.statusText, status: response.status })));
    }
    return response;
}

export async function json(path, options) {
    return (await call(path, options)).json();
}

/**
 * Sends something large.
 *
 * @param method and path of the request
 * @param body file or form
 * @param sent is told which share of it has left, 0…1
 * @param signal ends it
 * @returns the answer's document
 */
export function upload(method, path, body, sent, signal) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(method, addressOf(path));
        request.responseType = 'json';
        Object.entries(authorization()).forEach(([name, value]) => request.setRequestHeader(name, value));
        if (body instanceof Blob) request.setRequestHeader('Content-Type', 'application/octet-stream');
        request.upload.onprogress = ({ loaded, total }) => sent(total ? loaded / total : 0);
        request.onerror = () => reject(unreachable());
        request.onabort = () => reject(new DOMException('', 'AbortError'));
        request.onload = () => (request.status < 400 ? resolve(request.response)
            : reject(new Problem(request.response ?? { title: request.statusText, status: request.status })));
        signal?.addEventListener('abort', () => request.abort());
        if (signal?.aborted) request.abort();
        else request.send(body);
    });
}

const POLL_MILLIS = 250;

/**
 * Classifies a tile and keeps the result on the server.
 *
 * @param file the tile
 * @param parameters of the query; those without a value are left out
 * @param watch sent(share) of the file, windows(done, total)
 * @param signal ends it
 */
export async function classify(file, parameters, watch, signal) {
    const path = `/v1/results/${crypto.randomUUID?.() ?? randomUuid()}`;
    const polling = setInterval(async () => {
        const now = await json(path, { signal }).catch(() => null);
        if (now?.state === 'working') watch.windows(now.windowsDone, now.windowsTotal);
    }, POLL_MILLIS);
    try {
        return await upload('PUT', `${path}?${query(parameters)}`, file, watch.sent, signal);
    } finally {
        clearInterval(polling);
    }
}

/** The parameters that have a value. */
export const query = parameters => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));

/** crypto.randomUUID is missing where the page comes over plain HTTP from another machine. */
function randomUuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
