import { Lettered } from '../../letters/index.ts';
import { looksLike } from '../digits/atoms.ts';
import { lookAlikes } from '../digits/digit-tables.ts';
import type { Span } from '../digits/marks.ts';
import { remembered } from '../inline/remembered.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { nearness } from '../numbers/nearness.ts';
import { publicCodes } from '../numbers/public-codes.ts';
import { namesLine } from '../sentences/asked.ts';
import type { Dialable } from './dialable.ts';

const separator = '[-\\u2010-\\u2015\\u2212. ()/]{1,3}';
export const separators = new RegExp(`^${separator}$`);

/** Every letter that looks like a digit, with marks on it too, and some that do not; E is read as a 3. */
const alike = `[${lookAlikes.join('')}E\\u00c0-\\u0233\\u038a\\u038c\\u0390\\u03aa\\u03af\\u03ca\\u03cc\\u0407\\u0457\\u04de\\u04df\\u04e6\\u04e7\\u04f4\\u04f5\\u0622\\u0623\\u0625\\u1e00-\\u1fff\\ufb35\\ufb41\\ufb4b]`;
/** Digits that a word looks like, the E a 3. */
const readAsDigits = (word: string) => looksLike(word.replaceAll('E', '3'));
/** Texts in which a word of three letters, or two words in a row, may be nothing but such letters: most are not. */
export const mayHoldCode = new RegExp(`${alike}{3}`);
export const mayHoldRow = new RegExp(`${alike}(?<!\\p{L}.)${alike}*${separator}${alike}+(?!\\p{L})`, 'u');

/**
 * Words of nothing but letters that look like digits, where they are read as a number: a code after a word that asks to
 * dial it (“Call gll”), and groups as long as a declared number's (“BOO-EIS-IEGG”).
 */
export function lettersForNumbers(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  return [...codesIn(text, declared), ...longIn(text, declared)];
}

/** False for a text in which that finds nothing, whatever the numbers. */
export function mayHoldNumberInLetters(text: string): boolean {
  return codesAskedFor(text).length > 0 || holdsGroupsOfLetters(text);
}

/** A word of letters that look like digits, after one that asks to dial it. */
interface Code {
  readonly word: string;
  readonly digits: string;
  readonly start: number;
}

const shortWords = new Lettered(String.raw`(?<![\p{L}\p{M}\d])\p{L}{3,6}(?![\p{L}\p{M}\d])`, 'gu');

const codesAskedFor = remembered((text): readonly Code[] =>
  [...(mayHoldCode.test(text) ? text.matchAll(shortWords.for(text)) : [])].flatMap(
    ({ 0: word, index: start }): Code[] => {
      const digits = looksLike(word);
      return digits === undefined || !namesLine(text.slice(0, start)) ? [] : [{ word, digits, start }];
    },
  ),
);

function codesIn(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  return codesAskedFor(text).flatMap(({ word, digits, start }): Dialable[] => {
    const number = declared.find(({ dial }) => dial === digits);
    if (number === undefined && !publicCodes.has(digits) && !/^[IlO]+$/.test(word)) return [];
    const meant = number === undefined ? undefined : ({ number, how: 'same' } as const);
    return [{ start, end: start + word.length, digits, meant }];
  });
}

/** Letters in a row. */
interface Word extends Span {
  /** Its characters. */
  readonly length: number;
  /** A mark or a digit touches it. */
  readonly touchesBefore: boolean;
  readonly touchesAfter: boolean;
  /** What stands between it and the word before can stand between groups of digits. */
  readonly follows: boolean;
}

const words = new Lettered(String.raw`\p{L}+`, 'gu');
const [endTouches, startTouches] = ['[\\p{M}\\d]$', '^[\\p{M}\\d]'].map(
  (edge) => new Lettered(edge, 'u'),
) as [Lettered, Lettered];

const wordsOf = remembered((text): readonly Word[] => {
  let before = 0;
  return [...text.matchAll(words.for(text))].map(({ 0: letters, index: start }) => {
    const end = start + letters.length;
    const word = {
      start,
      end,
      length: [...letters].length,
      touchesBefore: endTouches.test(text.slice(before, start)),
      touchesAfter: startTouches.test(text.slice(end, end + 2)),
      follows: separators.test(text.slice(before, start)),
    };
    before = end;
    return word;
  });
});

/** Words in a row that have as many letters each as the groups of a number have digits. */
function grouped(text: string, lengths: readonly number[]): Span[] {
  const words = wordsOf(text);
  const found: Span[] = [];
  for (let first = 0; first + lengths.length <= words.length; first++) {
    const last = words[first + lengths.length - 1]!;
    const fits =
      !words[first]!.touchesBefore &&
      !last.touchesAfter &&
      lengths.every((length, i) => {
        const word = words[first + i]!;
        return word.length === length && (i === 0 || word.follows);
      });
    if (fits) found.push({ start: words[first]!.start, end: last.end });
  }
  return found;
}

function longIn(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  if (!holdsGroupsOfLetters(text)) return [];
  return declared.flatMap((number) => {
    const groups = number.display.match(/\d+/g) ?? [];
    const all = groups.join('');
    if (groups.length < 2 || all.length < 7) return [];
    const lengths = groups.map(({ length }) => length);
    return grouped(text, lengths).flatMap(({ start, end }): Dialable[] => {
      const word = text.slice(start, end);
      const digits = readAsDigits(word.replace(/\P{L}/gu, ''));
      const how = digits === undefined ? undefined : nearness(digits, all);
      return how === undefined ? [] : [{ start, end, digits: digits!, meant: { number, how } }];
    });
  });
}

/** True when two words that stand beside each other are nothing but letters that look like digits: no number has one group. */
export const holdsGroupsOfLetters = remembered((text): boolean => {
  if (!mayHoldRow.test(text)) return false;
  const words = wordsOf(text);
  const isOne = ({ start, end }: Word) => readAsDigits(text.slice(start, end)) !== undefined;
  return words.some((word, i) => i > 0 && word.follows && isOne(words[i - 1]!) && isOne(word));
});

/** True when a word of a text is nothing but letters that look like digits. */
export function holdsLettersForNumbers(text: string): boolean {
  return (text.match(words.for(text)) ?? []).some(
    (word) => word.length >= 3 && word.length <= 6 && readAsDigits(word) !== undefined,
  );
}
