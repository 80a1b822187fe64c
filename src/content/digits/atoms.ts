import { Lettered } from '../../letters/index.ts';
import { remembered } from '../inline/remembered.ts';
import { capitals, keys, lookAlikes } from './digit-tables.ts';
import { hasMark, type Span } from './marks.ts';

/** A word of a text, or a part of it, that is read as digits. */
export interface Atom extends Span {
  /** As read: look-alikes as the digits that they look like. */
  readonly digits: string;
  readonly kind:
    | 'digits'
    /** Digits and letters that look like some, or only such letters. */
    | 'look-alikes'
    /** Capital letters only, as a telephone's keys have them. */
    | 'keys'
    /** Letters of any size: dialled after a prefix of free numbers. */
    | 'letters';
  /** True when at least one digit is one. */
  readonly hasDigit: boolean;
  /** Other letters touch it. */
  readonly lettersBefore: boolean;
  readonly lettersAfter: boolean;
}

const alike = new Map(lookAlikes.flatMap((row, digit) => [...row].map((letter) => [letter, String(digit)])));
const key = new Map(keys.flatMap((row, digit) => [...row].map((letter) => [letter, String(digit)])));
const latin = new Map(capitals.flatMap(([row, meant]) => [...row].map((letter, i) => [letter, meant[i]!])));
const digit = /^\d$/;
const beyondAscii = /[^\0-\x7f]/;
/** `500g`, `1990s`: a unit or an ending. */
const withEnding = /^(\d+)[gsbql]$/;
/** Words of letters alone that may stand for digits. */
const longestAlike = 4;

/** Digits that a word looks like; undefined when a letter of it looks like none. */
export function looksLike(word: string): string | undefined {
  let digits = '';
  for (const letter of beyondAscii.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word) {
    const value = digit.test(letter) ? letter : alike.get(letter);
    if (value === undefined) return undefined;
    digits += value;
  }
  return digits;
}

/** True for a letter that looks like a digit. */
export function isLookAlike(letter: string): boolean {
  return alike.has(letter);
}

/** Everything of a text, as its digits are read, that may be a part of a number, in order. */
const words = new Lettered(String.raw`[\p{L}\p{M}\d]+`, 'gu');
/** Signs of which none joins the parts of a number. */
const parting = new Lettered(String.raw`[\p{L}\d\p{Sc}&%]`, 'u');

export const atomsOf = remembered((text): readonly Atom[] =>
  [...text.matchAll(words.for(text))].flatMap((match) => wordAtoms(match[0], match.index)),
);

/** The same without letters that only keys make digits of. */
export function digitAtoms(text: string): Atom[] {
  return atomsOf(text).filter(({ kind }) => kind === 'digits' || kind === 'look-alikes');
}

function wordAtoms(word: string, start: number): Atom[] {
  const end = start + word.length;
  const whole = { start, end, lettersBefore: false, lettersAfter: false };
  if (/^\d+$/.test(word)) return [{ ...whole, kind: 'digits', digits: word, hasDigit: true }];
  const hasDigit = /\d/.test(word);
  const looks = hasDigit || word.length <= longestAlike ? looksLike(word) : undefined;
  const ending = withEnding.exec(word);
  if (looks !== undefined && ending === null)
    return [{ ...whole, kind: 'look-alikes', digits: looks, hasDigit }];
  if (!hasDigit) {
    const digits = keyed(word);
    if (!/^\d{2,}$/.test(digits)) return [];
    return [{ ...whole, kind: word === word.toUpperCase() ? 'keys' : 'letters', digits, hasDigit }];
  }
  return [...word.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    start: start + index,
    end: start + index + digits.length,
    digits,
    kind: 'digits',
    hasDigit: true,
    lettersBefore: index > 0,
    lettersAfter: index + digits.length < word.length,
  }));
}

/** Digits of the keys that letters stand on. */
function keyed(word: string): string {
  return [...word.toUpperCase()].map((letter) => key.get(latin.get(letter) ?? letter) ?? letter).join('');
}

/**
 * True when what stands between two groups of digits joins them to one number: up to four spaces, dashes, dots, slashes,
 * brackets and the like. A full stop before a space ends a sentence; a comma or colon joins groups of three digits and more
 * that touch it.
 */
export function joinsDigits(between: string, left: number, right: number): boolean {
  const gap = narrowed(between);
  if (gap.length === 0 || gap.length > 4 || parting.test(gap) || hasMark(gap)) return false;
  if (/^\.\s+$/.test(gap)) return false;
  return /[,:;!?'’"“”、。…]/u.test(gap) ? gap.length === 1 && left >= 3 && right >= 3 : true;
}

/** Spaces in a row are printed as one, and dashes in a row are read as one. */
export function narrowed(gap: string): string {
  return gap.replace(/([ -])\1+/g, '$1');
}
