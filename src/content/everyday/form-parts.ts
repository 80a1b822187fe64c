/** Parts of forms: in a text as its digits are read. Data. */

/** A decade of the years that texts speak of. */
export const year = '(?:1[89]|20)\\d\\d';
export const month = '(?:0?[1-9]|1[0-2])';
export const day = '(?:0?[1-9]|[12]\\d|3[01])';
export const hour = '(?:[01]?\\d|2[0-4])';
/** Digits behind what joins them to a number, and before it. A full stop and a blank end a sentence: “in 2019. 1200 people” are two. */
export const goesOn = '(?!\\. )[-+./() ]{1,3}\\d';
export const goneBefore = '\\d(?!\\. )[-+./() ]{1,3}';
/** Nothing goes on what stands there: no letter and no digit, and nothing that joins digits to it; and nothing does before it. */
export const end = `(?![\\p{L}\\d]|${goesOn})`;
export const start = `(?<![\\p{L}\\d]|${goneBefore})`;
