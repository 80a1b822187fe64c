import { keys } from '../digits/digit-tables.ts';

/** A number as people read it, taken apart. */
export interface Display {
  /** All digits that are dialled, letters as their keys (ITU-T E.161), the extension aside; after the star or hash of a code that has one. */
  readonly digits: string;
  /** True where a country's code stands before it: `+44`. */
  readonly isInternational: boolean;
  readonly extension: string | undefined;
}

/** What displays are made of, for a schema. */
export const displayForm = /^(?=.*\d)[0-9A-Za-z ()+./#*,-]{2,40}$/;

/** Words and signs before an extension, as they stand in telephone books. */
const withExtension = /^(.*[\d)]),? *(?:ext\.?|extension|x|poste|int\.|ramal|anexo|DW) *(\d{1,7})$/i;
const beforeHash = /^(.*[\d)]),? *# *(\d{1,7})$/;
/** Words that repeat digits, or digits that repeat words: `1-800-662-HELP (4357)`, `1-800-662-4357 (HELP)`. */
const withRepeat = /^(.+?) *\(([\dA-Z -]+)\)$/;
/** A trunk prefix that is left out after a country's code: `+44 (0)300 123 6600`, `+41 (0) 22 345 20 20`. */
const leftOut = /^(\+\d{1,3}[ -]?)\(0\)[ -]?/;
const letters = /[A-Z]/;
/** A code with a star or hash: `*4141`, `#8000`. */
const starred = /^[*#]\d+$/;
/** One sign or two between groups: `(800) 662-4357`, `1-(868)-627-8215`, `(+49) 800/111`; nothing at the ends but brackets. */
const grouped = /^(?:\(\+|\+?\(?)[\dA-Z]+(?:(?:[ .-]|\/|[ -]?\(|\)[ ./-]?)[\dA-Z]+)*\)?$/;

/** Digits of a display as they are keyed. */
function keyed(display: string): string {
  return [...display]
    .map((sign) => (letters.test(sign) ? keys.findIndex((key) => key.includes(sign)) : sign))
    .join('')
    .replace(/\D/g, '');
}

/** A display, read; what is wrong with it, as the end of a sentence, where it cannot be. */
export function readDisplay(display: string): Display | { readonly fault: string; readonly hint?: string } {
  if (starred.test(display)) return { digits: display, isInternational: false, extension: undefined };
  const hashed = beforeHash.exec(display);
  if (hashed !== null)
    return {
      fault: `the display ${display} has a # before its extension, and # is a key of phones`,
      hint: `Say what is asked for: ${hashed[1]!.trim()} ext. ${hashed[2]}.`,
    };
  const [, head, extension] = withExtension.exec(display) ?? [undefined, display, undefined];
  const national = head!.replace(leftOut, '$1');
  const [, first, second] = withRepeat.exec(national) ?? [];
  const isRepeated =
    first !== undefined && letters.test(first) !== letters.test(second!) && letters.test(national);
  const whole = isRepeated ? first : national;
  if (!grouped.test(whole) || !isBalanced(whole))
    return {
      fault: `the display ${display} is not written as a number`,
      hint: 'Write digits, with spaces, brackets, dots, hyphens or slashes between: (800) 662-4357, 0800/111 0 111, +44 800 1111, 800-662-4357 ext. 5.',
    };
  const digits = keyed(whole);
  if (letters.test(whole) && !isRepeated)
    return {
      fault: `the display ${display} has letters, and not every phone has them on its keys`,
      hint: `Show their digits too: ${display} (${keyed(whole.slice(whole.search(letters)))}).${wordHint(whole)}`,
    };
  if (isRepeated) {
    const again = keyed(second!);
    const spelled = letters.test(whole) ? keyed(whole.slice(whole.search(letters))).length : 1;
    if (isLonger(whole, digits, again)) return { digits: again, isInternational: false, extension };
    if (!digits.endsWith(again) || again.length < spelled)
      return {
        fault: `the letters and digits of the display ${display} are not the same keys`,
        hint: letters.test(whole)
          ? `On the keypad ${whole} is ${digits}: write ${whole} (${digits.slice(-spelled)}).`
          : `On the keypad ${second} is ${again}.`,
      };
  }
  return { digits, isInternational: /^\(?\+/.test(whole), extension };
}

/** From here on what stands in brackets is a whole number. */
const shortestWhole = 7;
/** Letters of a word that are dialled after the number has ended, at most. */
const mostOver = 4;

/** A word with more letters than the number has digits, which stand whole behind it: 1-800-MEDICARE (1-800-633-4227). */
function isLonger(whole: string, digits: string, again: string): boolean {
  const over = digits.length - again.length;
  return (
    over > 0 &&
    over <= mostOver &&
    again.length >= shortestWhole &&
    digits.startsWith(again) &&
    new RegExp(`[A-Z]{${over}}$`).test(whole)
  );
}

/** ALO 183: a word before a number is no part of it. */
function wordHint(whole: string): string {
  const [, word, number] = /^([A-Z]+)[ -](\d[\d ]*)$/.exec(whole) ?? [];
  return word === undefined ? '' : ` Where ${word} is a word that nobody dials, leave it out: ${number}.`;
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '(') open++;
    else if (sign === ')') open--;
    if (open < 0 || open > 1) return false;
  }
  return open === 0;
}

/** Digits that are dialled by what a display shows, extension and all; of what is no display, its digits. */
export function digitsShown(display: string): string {
  const read = readDisplay(display);
  return 'fault' in read ? keyed(display) : read.digits.replace(/^[*#]/, '') + (read.extension ?? '');
}
