import { createRequire } from 'node:module';

/** A number as people read it and as phones dial it. */
export interface NumberPair {
  readonly display: string;
  /** `+18003151376`, or a short code: `911`. */
  readonly dial: string;
}

/** Numbers that are dialled as they are; the library calls them invalid. */
const shortCodes: ReadonlySet<string> = new Set([
  ...['000', '100', '108', '110', '111', '112', '113', '114', '115', '116', '117', '118', '119', '116123'],
  ...['211', '311', '911', '988', '999', '3114', '13114', '131114'],
]);
/** Codes of emergencies and helplines that are known far beyond their country, and that no amount has by habit (as 100 has). */
export const publicCodes: ReadonlySet<string> = new Set([
  ...['000', '111', '112', '119', '911', '988', '999', '3114', '85258', '131114'],
  ...['116000', '116111', '116117', '116123', '686868', '741741', '838255'],
]);
/** Loads the library when it is first needed: it takes 80 ms. */
const require = createRequire(import.meta.url);

/** Digits of a short code that a guide declares under `numbers` (E.164 numbers are longer). */
const shortest = 3;
const longestShort = 6;

/**
 * What is wrong with a number, as the end of a sentence; undefined when it is right. A helpline's short code is a known
 * one; under `numbers` a guide may declare any.
 */
export function helplineFault(
  { display, dial }: NumberPair,
  kind: 'helpline' | 'number' = 'helpline',
): string | undefined {
  const shown = display.replace(/\D/g, '');
  const dialled = dial.replace(/\D/g, '');
  if (shown === '' || !dialled.endsWith(shown))
    return `the display ${display} is not the end of the number dialled, ${dial}`;
  if (!dial.startsWith('+')) {
    if (shown !== dialled) return `the display ${display} has not all digits of ${dial}`;
    if (kind === 'number' && dialled.length >= shortest && dialled.length <= longestShort) return undefined;
    return shortCodes.has(dialled)
      ? undefined
      : `${dial} is neither an international number nor a known short code`;
  }
  const { parsePhoneNumber } = require('libphonenumber-js/min') as typeof import('libphonenumber-js/min');
  const number = parsePhoneNumber(dial);
  if (number?.isValid() !== true) return `${dial} is not a valid number`;
  const leftOut = dialled.slice(0, dialled.length - shown.length);
  return leftOut === '' || leftOut === number.countryCallingCode
    ? undefined
    : `the display ${display} leaves out ${leftOut}, and the country code of ${dial} is ${number.countryCallingCode}`;
}
