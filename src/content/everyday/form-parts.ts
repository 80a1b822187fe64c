/** Parts of forms: in a text as its digits are read. Data. */

/** A decade of the years that texts speak of. */
export const year = '(?:1[89]|20)\\d\\d';
export const month = '(?:0?[1-9]|1[0-2])';
export const day = '(?:0?[1-9]|[12]\\d|3[01])';
export const hour = '(?:[01]?\\d|2[0-4])';
/** Nothing goes on what stands there: no letter and no digit, and nothing that joins digits to it; and nothing does before it. */
export const end = '(?![\\p{L}\\d]|[-+./() ]{1,3}\\d)';
export const start = '(?<![\\p{L}\\d]|\\d[-+./() ]{1,3})';
