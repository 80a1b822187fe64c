import { asksBefore } from './cue.ts';
import type { DeclaredNumber } from './declared.ts';
import type { Dialable } from './dialable.ts';
import { publicCodes } from './helpline.ts';
import { nearness } from './near-miss.ts';
import { looksLike } from './number-atoms.ts';
import { remembered } from './remembered.ts';

const separators = String.raw`[-\u2010-\u2015\u2212. ()/]{1,3}`;

/**
 * Words of nothing but letters that look like digits, where they are read as a number: a code after a word that asks to
 * dial it (“Call gll”), and groups as long as a declared number's (“BOO-EIS-IEGG”).
 */
export function lettersForNumbers(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  return [...codesIn(text, declared), ...longIn(text, declared)];
}

function codesIn(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  return [...text.matchAll(/(?<![\p{L}\p{M}\d])\p{L}{3,6}(?![\p{L}\p{M}\d])/gu)].flatMap(
    ({ 0: word, index }): Dialable[] => {
      const digits = looksLike(word);
      if (digits === undefined || !asksBefore(text.slice(0, index))) return [];
      const number = declared.find(({ dial }) => dial === digits);
      if (number === undefined && !publicCodes.has(digits) && !/^[IlO]+$/.test(word)) return [];
      const meant = number === undefined ? undefined : ({ number, how: 'same' } as const);
      return [{ start: index, end: index + word.length, digits, meant }];
    },
  );
}

/** Words of so many letters each, as the groups of a number follow each other. */
const grouped = remembered((lengths) => {
  const shape = lengths.split(',').map((length) => `[\\p{L}]{${length}}`);
  return new RegExp(`(?<![\\p{L}\\p{M}\\d])${shape.join(separators)}(?![\\p{L}\\p{M}\\d])`, 'gu');
});

function longIn(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  return declared.flatMap((number) => {
    const groups = number.display.match(/\d+/g) ?? [];
    const all = groups.join('');
    if (groups.length < 2 || all.length < 7) return [];
    const found = text.matchAll(grouped(groups.map(({ length }) => length).join()));
    return [...found].flatMap(({ 0: word, index }): Dialable[] => {
      const digits = looksLike(word.replace(/\P{L}/gu, '').replaceAll('E', '3'));
      const how = digits === undefined ? undefined : nearness(digits, all);
      return how === undefined
        ? []
        : [{ start: index, end: index + word.length, digits: digits!, meant: { number, how } }];
    });
  });
}

/** True when a word of a text is nothing but letters that look like digits. */
export function holdsLettersForNumbers(text: string): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some(
    (word) => word.length >= 3 && word.length <= 6 && looksLike(word.replaceAll('E', '3')) !== undefined,
  );
}
