import { readDigits, remembered } from '../../content/index.ts';

/**
 * A text as words are looked for in it, and a word of a table as it is found there: its digits read, in small letters, without what is not
 * seen. Each letter stays one: the two of Turkish are one here, and the capital of one would be two.
 */
export const asRead = remembered((text) => readDigits(text).text.replace(/[İı]/g, 'i').toLowerCase());
