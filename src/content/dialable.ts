import { asksAfter, asksBefore, joinsNumbers } from './cue.ts';
import type { DeclaredNumber } from './declared.ts';
import { maskDeclared } from './declared-in-text.ts';
import { type Nearness, nearness } from './near-miss.ts';
import {
  type Atom,
  atomsOf,
  declaredMark,
  digitAtoms,
  hasMark,
  joinsDigits,
  keyed,
  ordinaryMark,
} from './number-atoms.ts';
import { maskOrdinary } from './ordinary.ts';
import { mayHoldDigits, type Reading, readDigits } from './read-digits.ts';

/** Something in a text that could be dialled and is no declared number in its declared form. */
export interface Dialable {
  /** Where it stands in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** The declared number that was probably meant. */
  readonly meant?: { readonly number: DeclaredNumber; readonly how: Nearness } | undefined;
}

/** From here on, digits are a telephone number wherever they stand. */
const shortestNumber = 7;
const shortestCode = 3;
/** What may stand between the groups of a long declared number that is taken apart. */
const widestGap = 12;
/** From here on, groups far apart are not a declared number by chance. */
const longNumber = 9;

/** The same, with its place in the text as its digits are read. */
type Found = Dialable;

/**
 * Everything in a text that could be dialled and is not declared. `known` holds the digits of numbers that the source of a
 * translation has, and which therefore are everyday ones.
 */
export function findDialable(
  text: string,
  declared: readonly DeclaredNumber[],
  known: ReadonlySet<string> = new Set(),
): Dialable[] {
  if (!mayHoldDigits(text)) return [];
  const reading = readDigits(text);
  const ordinary = maskOrdinary(reading.text);
  const shown = maskDeclared(text, reading, ordinary, declared);
  const others = cover(ordinary, shown, declaredMark);
  const near = nearDeclared(cover(reading.text, shown, declaredMark), others, declared);
  const rest = cover(others, near, ordinaryMark);
  const long = longNumbers(rest, known);
  const codes = shortCodes(cover(rest, long, ordinaryMark), text, reading, declared);
  return [...near, ...long, ...codes]
    .map(({ start, end, ...found }) => ({ ...found, start: reading.at[start]!, end: reading.ends[end - 1]! }))
    .sort((a, b) => a.start - b.start);
}

function cover(text: string, spans: readonly { start: number; end: number }[], mark: string): string {
  let covered = text;
  for (const { start, end } of spans)
    covered = covered.slice(0, start) + mark.repeat(end - start) + covered.slice(end);
  return covered;
}

/**
 * Digits that are nearly a declared number's, or just these in another dress, however they are taken apart. A long number
 * is near by its digits alone; a shorter one may be a date or an amount by chance, which `others` has covered.
 */
function nearDeclared(text: string, others: string, declared: readonly DeclaredNumber[]): Found[] {
  const targets = declared.flatMap((number) =>
    [...new Set([number.display, number.dial].map((form) => form.replace(/\D/g, '')))].map((digits) => ({
      number,
      digits,
    })),
  );
  const rowsOf = (read: string) => {
    const atoms = digitAtoms(read);
    // A letter alone may be a digit (8 O O) or a word between digits (800 o 315).
    return [atoms, atoms.filter(({ hasDigit }) => hasDigit)];
  };
  const [rows, otherRows] = [rowsOf(text), rowsOf(others)];
  const found = targets.flatMap((target) =>
    target.digits.length >= longNumber
      ? rows.flatMap((row) => nearTarget(text, row, target))
      : otherRows.flatMap((row) => nearTarget(others, row, target)),
  );
  const order: readonly Nearness[] = ['same', 'other digits', 'a digit too few', 'a digit too many'];
  const best = found.sort(
    (a, b) => order.indexOf(a.meant.how) - order.indexOf(b.meant.how) || b.end - b.start - (a.end - a.start),
  );
  const taken: Found[] = [];
  for (const one of best)
    if (!taken.some((other) => one.start < other.end && other.start < one.end)) taken.push(one);
  return taken;
}

function nearTarget(
  text: string,
  atoms: readonly Atom[],
  { number, digits: target }: { number: DeclaredNumber; digits: string },
): (Found & { readonly meant: NonNullable<Dialable['meant']> })[] {
  const found: (Found & { readonly meant: NonNullable<Dialable['meant']> })[] = [];
  for (let first = 0; first < atoms.length; first++) {
    let digits = '';
    let hasDigit = false;
    for (let last = first; last < atoms.length; last++) {
      const [before, atom] = [atoms[last - 1], atoms[last]!];
      if (last > first && !belongs(text, before!, atom, target.length)) break;
      digits += atom.digits;
      hasDigit ||= atom.hasDigit;
      if (digits.length > target.length + 1) break;
      const how = hasDigit ? nearness(digits, target) : undefined;
      // What is no more than short digits by themselves is a code by its place only.
      if (how !== undefined && target.length > 4)
        found.push({ start: atoms[first]!.start, end: atom.end, digits, meant: { number, how } });
    }
  }
  return found;
}

function belongs(text: string, before: Atom, atom: Atom, length: number): boolean {
  const gap = text.slice(before.end, atom.start);
  if (hasMark(gap)) return false;
  return length >= longNumber
    ? gap.length <= widestGap
    : joinsDigits(gap, before.digits.length, atom.digits.length);
}

/** Atoms that are written as one number. */
function runsOf(text: string): Atom[][] {
  const runs: Atom[][] = [];
  let run: Atom[] = [];
  for (const atom of atomsOf(text)) {
    const before = run.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, atom.start);
    const isJoined =
      before !== undefined &&
      !before.lettersAfter &&
      !atom.lettersBefore &&
      joinsDigits(gap, before.digits.length, atom.digits.length) &&
      mayFollow(run, before, atom, gap);
    if (!isJoined) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    run.push(atom);
  }
  if (run.length > 0) runs.push(run);
  return runs.map(trimmed).filter((one) => one.some(({ hasDigit }) => hasDigit));
}

/** Prefixes after which capitals are dialled also when a space stands between. */
const vanity = /^(?:1?8(?:00|33|44|55|66|77|88)|1?900|1300|1800|0800|0808|0300)$/;
/** Prefixes after which small letters are dialled as well: `1-800-quit-now`, and no `800-mile-long` road. */
const free = /^1(?:8(?:00|33|44|55|66|77|88)|900)$/;

/** Digits follow digits; letters follow what touches them but for a sign. */
function mayFollow(run: readonly Atom[], before: Atom, atom: Atom, gap: string): boolean {
  if (before.hasDigit && atom.hasDigit) return true;
  const isApart = gap.includes(' ');
  const prefix = run.flatMap(({ hasDigit, digits }) => (hasDigit ? digits : [])).join('');
  if (atom.kind === 'letters' || before.kind === 'letters') return !isApart && free.test(prefix);
  return !isApart || (atom.kind === 'keys' && vanity.test(prefix));
}

/** A run without letters at its end that stand for nothing: `2026-I`. Keys at its end are dialled. */
function trimmed(run: readonly Atom[]): Atom[] {
  const kept = [...run];
  while (kept.length > 0 && !kept.at(-1)!.hasDigit && kept.at(-1)!.end - kept.at(-1)!.start < 3) kept.pop();
  while (kept.length > 0 && !kept[0]!.hasDigit && kept[0]!.kind !== 'look-alikes') kept.shift();
  return kept;
}

/** Digits, look-alikes and keys of the length of a telephone number. */
function longNumbers(text: string, known: ReadonlySet<string>): Found[] {
  return runsOf(text).flatMap((run) => {
    const read = run.map((atom) =>
      atom.kind === 'keys' || (!atom.hasDigit && atom.end - atom.start >= 3)
        ? keyed(text.slice(atom.start, atom.end))
        : atom.digits,
    );
    const digits = read.join('');
    if (digits.length < shortestNumber || known.has(digits)) return [];
    const letters = run.some((atom) => !atom.hasDigit && atom.end - atom.start >= 3);
    // DSM-5-TR, 2026-ABCD-1: only after a first group that a number has are letters dialled.
    if (
      letters &&
      !/^(?:1\d{3}|\d{3,4})/.test(run.length > 1 && read[0] === '1' ? read[0] + read[1]! : read[0]!)
    )
      return [];
    return [{ start: run[0]!.start, end: run.at(-1)!.end, digits }];
  });
}

/** Short codes: by their place in the sentence, or in the dress of a declared one. */
function shortCodes(
  text: string,
  source: string,
  { at, ends }: Reading,
  declared: readonly DeclaredNumber[],
): Found[] {
  const codes = declared.filter(({ dial }) => dial.length <= 4);
  return runsOf(text).flatMap((run): Found[] => {
    // 911/112: each is a number by itself, and where one of them is declared people dial the other.
    if (areAlternatives(run, text, codes))
      return run.flatMap(({ start, end, digits }) =>
        codes.some(({ dial }) => dial === digits)
          ? []
          : [{ start, end, digits, meant: meantCode(digits, codes) }],
      );
    const [start, end] = [run[0]!.start, run.at(-1)!.end];
    const digits = run.map((atom) => atom.digits).join('');
    const isStarred = /[*#]$/.test(text.slice(0, start));
    if (digits.length >= shortestNumber || digits.length < (isStarred ? 2 : shortestCode)) return [];
    const meant = meantCode(digits, codes);
    const written = source.slice(at[start], ends[end - 1]);
    const inDress =
      meant?.how === 'same' &&
      (/[^\P{N}0-9]|[\p{L}\p{Cf}]/u.test(written) || (run.length === digits.length && written !== digits));
    return inDress || isDialled(text, start, end) ? [{ start, end, digits, meant }] : [];
  });
}

function areAlternatives(run: readonly Atom[], text: string, codes: readonly DeclaredNumber[]): boolean {
  return (
    run.length > 1 &&
    run.every(
      ({ start, digits }, i) =>
        digits.length >= shortestCode && (i === 0 || text.slice(run[i - 1]!.end, start) === '/'),
    ) &&
    run.some(({ digits }) => codes.some(({ dial }) => dial === digits))
  );
}

/** The short code that digits are, or of which one digit is another or two changed places. */
function meantCode(digits: string, codes: readonly DeclaredNumber[]): Dialable['meant'] {
  const same = codes.find(({ dial }) => dial === digits);
  if (same !== undefined) return { number: same, how: 'same' };
  const near = codes.find(({ dial }) => nearCode(dial, digits));
  return near === undefined ? undefined : { number: near, how: 'other digits' };
}

/** One digit of a short code is another, or two changed places. */
function nearCode(code: string, digits: string): boolean {
  return (
    code.length === digits.length && nearness(digits.padStart(5, '0'), code.padStart(5, '0')) !== undefined
  );
}

/** True when a short number stands where one is dialled. */
function isDialled(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const last = before.lastIndexOf(declaredMark);
  const next = after.indexOf(declaredMark);
  return (
    asksBefore(before) ||
    asksAfter(after) ||
    (last >= 0 && joinsNumbers(before.slice(last + 1))) ||
    (next >= 0 && joinsNumbers(after.slice(0, next)))
  );
}
