import type { Atom } from '../digits/atoms.ts';
import { cover, declaredMark, everydayMark, overlap, spanOf, spansIn } from '../digits/marks.ts';
import { inSource, mayHoldDigits } from '../digits/read-digits.ts';
import { digitsOf, runsOf } from '../digits/runs.ts';
import { coverEveryday } from '../everyday/covered.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { formsOf } from '../numbers/nearness.ts';
import { codesBeside } from './codes-beside.ts';
import { knownIn } from './declared-in-text.ts';
import { type Dialable, shortestNumber } from './dialable.ts';
import { dictated } from './dictated.ts';
import { lettersForNumbers } from './letters-for-numbers.ts';
import { nearDeclared } from './near-declared.ts';
import { shortCodes } from './short-codes.ts';
import { wordsForNumbers } from './words-for-numbers.ts';

/**
 * Everything in a text that could be dialled and is not declared. `known` holds the digits of numbers that the source of a
 * translation has, and which therefore are everyday ones.
 */
export function findDialable(
  text: string,
  declared: readonly DeclaredNumber[],
  known: ReadonlySet<string> = new Set(),
): Dialable[] {
  const inWords = wordsForNumbers(text, declared);
  if (!mayHoldDigits(text)) return together(inWords, lettersForNumbers(text, declared));
  const { reading, masked, shown } = knownIn(text, declared);
  const apart = cover(reading.text, shown, declaredMark);
  // Once more: hours beside a number have their form by themselves.
  const others = shown.length === 0 ? masked : withLong(coverEveryday(apart), masked);
  const near = nearDeclared(apart, others, declared);
  const rest = cover(others, near, everydayMark);
  const long = longNumbers(rest, known, declared);
  const codes = shortCodes(cover(rest, long, everydayMark), text, reading, declared, known);
  const beside = [...dictated(others, declared), ...codesBeside(others, declared)];
  const found = together([...near, ...long, ...codes], beside).map((one) => ({
    ...one,
    ...inSource(reading, one),
  }));
  return together(together(found, inWords), lettersForNumbers(text, declared));
}

/** What was found, and what else was where nothing of that stands, in order. */
function together(found: readonly Dialable[], more: readonly Dialable[]): Dialable[] {
  const others = more.filter((one) => !found.some((other) => overlap(one, other)));
  return [...found, ...others].sort((a, b) => a.start - b.start);
}

const longEveryday = new RegExp(`${everydayMark}{${shortestNumber},}`, 'g');

/** With the long ones that are everyday numbers by a declared one before them, too: Herzl 118, Tel Aviv 6688312. */
function withLong(alone: string, masked: string): string {
  return cover(alone, spansIn(masked, longEveryday), everydayMark);
}

/** Digits, look-alikes and keys of the length of a telephone number; a declared one may be meant by its letters: 1 866 APPELLE. */
function longNumbers(
  text: string,
  known: ReadonlySet<string>,
  declared: readonly DeclaredNumber[],
): Dialable[] {
  return runsOf(text).flatMap((run) => {
    const digits = digitsOf(run);
    if (digits.length < shortestNumber || known.has(digits)) return [];
    const hasLetters = run.some((atom) => !atom.hasDigit && atom.end - atom.start >= 3);
    // DSM-5-TR, 12-ABCD-345: only after a first group that a number has are letters dialled.
    if (hasLetters && !/^\d{3}/.test(prefixOf(run))) return [];
    const number = hasLetters ? declared.find((each) => formsOf(each).includes(digits)) : undefined;
    return [{ ...spanOf(run), digits, ...(number && { meant: { number, how: 'same' as const } }) }];
  });
}

/** The digits before the first letters of a run, without the 1 that is dialled before a number. */
function prefixOf(run: readonly Atom[]): string {
  const end = run.findIndex(({ hasDigit }) => !hasDigit);
  return digitsOf(run[0]?.digits === '1' ? run.slice(1, end) : run.slice(0, end));
}
