import { language } from './texts/index.js';

const HECTARE = 10_000;
const SQUARE_KILOMETRE = 1_000_000;

export function number(value, digits = 0) {
    return new Intl.NumberFormat(language(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A share 0…1 in percent: one digit, and more than nothing where there is something. */
export function percent(share) {
    if (share > 0 && share < 0.001) return `< ${number(0.1, 1)} %`;
    return `${number(100 * share, 1)} %`;
}

/** The unit that suits an area: m², ha or km². */
export function unitOf(areaM2) {
    if (areaM2 < HECTARE) return { name: 'm²', size: 1, digits: 0 };
    if (areaM2 < SQUARE_KILOMETRE) return { name: 'ha', size: HECTARE, digits: 2 };
    return { name: 'km²', size: SQUARE_KILOMETRE, digits: 2 };
}

export function area(areaM2, unit = unitOf(areaM2)) {
    return `${number(areaM2 / unit.size, unit.digits)} ${unit.name}`;
}

/** Two areas in one unit: that of the larger. */
export function areaRange(lowM2, highM2) {
    const unit = unitOf(highM2);
    return `${number(lowM2 / unit.size, unit.digits)} – ${area(highM2, unit)}`;
}

/** A large number in few characters: 4M, or 400万 in Chinese. */
export function compact(count) {
    return new Intl.NumberFormat(language(), { notation: 'compact', maximumSignificantDigits: 2 }).format(count);
}

export function dateTime(iso) {
    return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A time that is only estimated, in the unit that suits it. */
export function duration(seconds) {
    const [value, unit] = seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
    return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 && unit === 'hour' ? 1 : 0 }).format(value);
}

export function bytes(count) {
    return count < 1e6 ? `${number(count / 1e3)} kB` : `${number(count / 1e6, 1)} MB`;
}
