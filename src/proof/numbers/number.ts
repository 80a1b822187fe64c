import type { Expectation } from '../types.ts';

/** All that may be dialled: the numbers, and after them the codes that links alone show. */
export function allNumbers({
  numbers,
  codes,
}: Pick<Expectation, 'numbers' | 'codes'>): Expectation['numbers'] {
  return codes === undefined ? numbers : [...numbers, ...codes];
}

/** Digits on the keys of a telephone (ITU-T E.161). */
const keypad: readonly string[] = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** A decimal digit of any script as one of ours; a letter as the key that it is on. */
function dialledBy(character: string): string {
  if (/\d/.test(character)) return character;
  const key = keypad.findIndex((letters) => letters.includes(character.toUpperCase()));
  return key > 0 ? String(key) : '';
}

/** Words and signs before an extension: `ext. 5`, `x5`, `#5`. */
const withExtension = /^(.*[\d)]),? *(?:#|(?:ext\.?|extension|x|poste|int\.|ramal|anexo|DW) *)(\d{1,7})$/i;
/** What stands in brackets at the end and only repeats what stands before, in digits or in letters. */
const withRepeat = /^(.+?)\s*\(([\dA-Z\s-]+)\)\s*$/;

interface Shown {
  readonly digits: string;
  readonly extension: string;
}

function shownBy(display: string): Shown {
  const [, head = display, extension = ''] = withExtension.exec(display) ?? [];
  // +44 (0)300: what people of the country dial first is left out behind its code.
  const number = head.replace(/^(\+\d{1,3}[ -]?)\(0\)[ -]?/, '$1');
  const [, first, second] = withRepeat.exec(number) ?? [];
  const isRepeated = first !== undefined && /[A-Z]/.test(first) !== /[A-Z]/.test(second!);
  const all = dialled(isRepeated ? first : number);
  const again = isRepeated ? dialled(second!) : '';
  if (isRepeated && isLonger(first, all, again)) return { digits: again, extension };
  return { digits: all.endsWith(again) ? all : all + again, extension };
}

/** Up to four letters that end a word are dialled after the number has ended, which stands whole behind it: 1-800-MEDICARE (1-800-633-4227). */
function isLonger(word: string, all: string, again: string): boolean {
  const over = all.length - again.length;
  const isOver = over > 0 && over <= 4 && again.length >= 7;
  return isOver && all.startsWith(again) && new RegExp(`[A-Z]{${over}}$`).test(word);
}

/** Some letters beyond ASCII are one of ours in capitals. */
const mayHaveLetters = /[A-Za-z\x80-\uffff]/;

const dialled = (text: string) =>
  mayHaveLetters.test(text) ? [...text].map(dialledBy).join('') : text.replace(/\D/g, '');

/** The digits that a number shows, letters as their keys; what only repeats them in brackets is left out. */
export function digitsOf(display: string): string {
  const { digits, extension } = shownBy(display);
  return digits + extension;
}

/** A code with a star or hash, *4141, #8000: it is shown as it is dialled, a hash in addresses as %23 (RFC 3986 §3.5). */
const starred = /^(?:[*#]|%23)/;
/** Digits of the longest country code; what is dialled first within a country (ITU-T E.164, by numbering plans). */
const longestCode = 3;
/** Countries of the North American Numbering Plan with one area's code, which nobody there dials: 800-4321 in Trinidad. Data. */
const oneArea = /^1(?:242|246|264|268|284|340|345|441|473|649|664|670|671|684|721|758|767|784|868|869)$/;
const prefixes = ['', '0', '1', '8', '06'] as const;

/**
 * What is wrong with a number, as the end of a sentence: a link must dial what is shown. Only a country's code may be
 * left out of what is shown, and only a prefix for calls within the country (0, 8, 06) left out of what is dialled.
 */
export function numberFault({ display, uri }: { display: string; uri: string }): string | undefined {
  if (starred.test(display) || starred.test(uri.slice(uri.indexOf(':') + 1)))
    return uri === `tel:${display.replace('#', '%23')}`
      ? undefined
      : `${display} is shown, and ${uri} dialled`;
  const { digits, extension } = shownBy(display);
  const [number, dialledExtension = ''] = uri.split(';ext=');
  const all = number!.replace(/\D/g, '');
  const isDialled = prefixes.some((prefix) => {
    const rest = digits.slice(prefix.length);
    if (!digits.startsWith(prefix) || (prefix !== '' && rest.length < 5)) return false;
    const leftOut = all.slice(0, all.length - rest.length);
    const isCode = leftOut.length <= longestCode || oneArea.test(leftOut);
    return rest !== '' && all.endsWith(rest) && isCode;
  });
  return isDialled && extension === dialledExtension ? undefined : `${display} is shown, and ${uri} dialled`;
}
