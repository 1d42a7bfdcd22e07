import { Problem } from './api.js';
import { h } from './dom.js';
import { t } from './texts/index.js';

/** What files of pictures are called. */
export const PICTURES = '.tif,.tiff,.png,.jpg,.jpeg,.jp2,image/*';

/** Larger pictures have so many objects that neither an answer nor the map should hold them all. */
export const MOST_BYTES_WITH_OUTLINES = 64e6;

/** A field for the size of a pixel, with a decimal point or comma: number fields of browsers drop one of the two in silence. */
export function gsdField() {
    const input = h('input', { id: 'gsd', class: 'short', type: 'text', inputmode: 'decimal', placeholder: '0.3', autocomplete: 'off', 'aria-describedby': 'gsd-hint' });
    return {
        element: h('div', { class: 'with-hint' }, input, h('span', { id: 'gsd-hint', class: 'note' }, t('gsdHint'))),
        /** Metres as the server reads them; empty where none are given. */
        value() {
            const text = input.value.trim().replace(',', '.');
            if (text && !(Number(text) > 0)) throw new Problem({ title: t('gsdWrong', { text: input.value }), remedy: t('gsdRemedy') });
            return text;
        },
    };
}
