import { asksAfter, asksBefore } from './cue.ts';
import type { DeclaredNumber } from './declared.ts';
import { maskDeclared } from './declared-in-text.ts';
import type { Dialable } from './dialable.ts';
import { digitsShown } from './display.ts';
import { publicCodes } from './helpline.ts';
import { type Nearness, nearness, shortestNear } from './near-miss.ts';
import { declaredMark } from './number-atoms.ts';
import { maskOrdinary } from './ordinary.ts';
import { readDigits } from './read-digits.ts';
import { remembered } from './remembered.ts';
import {
  articles,
  hundredWords,
  repeaters,
  type SpokenNumber,
  spokenForm,
  spokenNumbers,
  tenJoiners,
} from './spoken-digits.ts';

/** From here on, digits and words are a telephone number wherever they stand. */
const shortestNumber = 7;
const shortestCode = 3;

/** A word or group of digits that is a part of a number. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly kind: SpokenNumber['kind'] | 'digits';
}

/** Parts that are read one after the other, at least one of them a word. */
interface SpokenRun {
  readonly parts: readonly Part[];
  /** The ways in which they can be read: eight hundred three is 8003 or 803. */
  readonly readings: readonly string[];
}

const words: ReadonlySet<string> = new Set([...spokenNumbers.keys(), ...hundredWords, ...repeaters.keys()]);

/** Words, with the apostrophes in them, and digits. */
const pieces = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|\d+/gu;

/** True when a text has a word that may be a part of a number. */
export const holdsWordsForNumbers = remembered(
  (text) => text.match(pieces)?.some((word) => words.has(spokenForm(word))) ?? false,
);

/** Digits that the words of a text stand for, with those beside them, at most. */
export function spokenDigits(text: string): number {
  if (!holdsWordsForNumbers(text)) return 0;
  return runsIn(readDigits(text).text).reduce(
    (sum, { readings }) => sum + Math.max(...readings.map(({ length }) => length)),
    0,
  );
}

/**
 * Numbers that are written out, whole or in part (800 - three - 15 - 1376, “eight hundred three one five …”), where they
 * could be dialled: as long as a telephone number, nearly a declared one, or a code. An amount in words is none.
 */
export function wordsForNumbers(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  if (!holdsWordsForNumbers(text)) return [];
  const reading = readDigits(text);
  const ordinary = maskOrdinary(reading.text);
  const shown = maskDeclared(text, reading, ordinary, declared).filter(
    ({ end }) => !spokenNext.test(reading.text.slice(end)),
  );
  const masked = covered(ordinary, shown);
  return runsIn(covered(reading.text, shown)).flatMap(({ parts, readings }): Dialable[] => {
    const [from, to] = [parts[0]!.start, parts.at(-1)!.end];
    const place = { start: reading.at[from]!, end: reading.ends[to - 1]! };
    for (const digits of readings) {
      const meant = meantBy(digits, declared);
      if (meant !== undefined) return [{ ...place, digits, meant }];
    }
    const [digits] = readings;
    const isLong = runsIn(masked).some(
      (run) => run.parts[0]!.start >= from && run.parts.at(-1)!.end <= to && isTelephone(run),
    );
    if (isLong) return [{ ...place, digits: digits! }];
    const code = codeOf(parts);
    const isCalled = asksBefore(reading.text.slice(0, from)) || asksAfter(reading.text.slice(to));
    if (code === undefined) {
      // “Call nine eleven”: as people say 911; where nobody calls it is a day in September.
      const asSaid = isCalled ? declared.find(({ dial }) => readings.includes(dial)) : undefined;
      return asSaid === undefined
        ? []
        : [{ ...place, digits: asSaid.dial, meant: { number: asSaid, how: 'same' } }];
    }
    const meantCode = declared.find(({ dial }) => dial === code);
    const near = declared.find(({ dial }) => dial.length === code.length && differInOne(dial, code));
    if (meantCode === undefined && near === undefined && !publicCodes.has(code) && !isCalled) return [];
    const number = meantCode ?? near;
    const how: Nearness = meantCode === undefined ? 'other digits' : 'same';
    return [{ ...place, digits: code, ...(number === undefined ? {} : { meant: { number, how } }) }];
  });
}

/** Right after a number, with no space between: a part of it. */
const spokenNext = new RegExp(`^[-./]{0,2}(?:${[...spokenNumbers.keys()].join('|')})(?!\\p{L})`, 'iu');

function covered(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + declaredMark.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** A declared number that these digits are, or nearly are. */
function meantBy(digits: string, declared: readonly DeclaredNumber[]): Dialable['meant'] {
  for (const number of declared)
    for (const form of [digitsShown(number.display), number.dial.replace(/\D/g, '')]) {
      const how = form.length >= shortestNear ? nearness(digits, form) : undefined;
      if (how !== undefined) return { number, how };
    }
  return undefined;
}

/** As many digits as a telephone number has; to count from one on is nothing to dial. */
function isTelephone({ parts, readings }: SpokenRun): boolean {
  // “Count to ten: one, two, three …”, and down again.
  const countsBy = (step: number, from: number) =>
    parts
      .slice(from)
      .every(({ digits }, i, rest) => i === 0 || Number(digits) === Number(rest[i - 1]!.digits) + step);
  const counts = [0, 1].some((from) => countsBy(1, from) || countsBy(-1, from));
  return !counts && readings[0]!.length >= shortestNumber;
}

/** A code that is said digit by digit, or the same digit more than once: triple nine. */
function codeOf(parts: readonly Part[]): string | undefined {
  if (parts.some(({ kind, digits }) => kind !== 'unit' && digits.length > 1)) return undefined;
  const code = parts.map(({ digits }) => digits).join('');
  return code.length >= shortestCode && code.length < shortestNumber ? code : undefined;
}

function differInOne(a: string, b: string): boolean {
  return [...a].filter((digit, i) => digit !== b[i]).length === 1;
}

/** What may stand between the parts of a number; a full stop before a space ends a sentence. */
const joins = /^(?:[-()/·,:]| (?! *$)|\.(?! )| )*$/;
const widest = 4;

const runsIn = remembered((text): readonly SpokenRun[] => {
  const runs: Part[][] = [];
  let run: Part[] = [];
  let end = -1;
  /** Of a word that says the next digit more than once, or that joins a ten and its unit. */
  let times = 1;
  /** The last part is an article, if nothing follows. */
  let isArticle = false;
  const close = () => {
    if (isArticle) run.pop();
    if (run.length > 0) runs.push(run);
    [run, times, isArticle] = [[], 1, false];
  };
  for (const { 0: written, index } of text.matchAll(pieces)) {
    const gap = text.slice(end, index);
    if (run.length > 0 && !(gap.length <= widest && joins.test(gap))) close();
    const word = spokenForm(written);
    end = index + written.length;
    const last = run.at(-1);
    const known = /^\d/.test(written)
      ? ({ digits: written, kind: 'digits' } as const)
      : spokenNumbers.get(word);
    if (known !== undefined) {
      run.push({
        start: index,
        end,
        kind: known.kind,
        digits: known.digits.repeat(known.kind === 'unit' ? times : 1),
      });
      [times, isArticle] = [1, false];
    } else if (articles.has(word) && last !== undefined && !isArticle) {
      run.push({ start: index, end, kind: 'unit', digits: '1' });
      isArticle = true;
    } else if (repeaters.has(word)) times = repeaters.get(word)!;
    else if (hundredWords.has(word) && last !== undefined)
      run[run.length - 1] = { ...last, end, digits: `${last.digits}00`, kind: 'hundred' };
    else if (!(tenJoiners.has(word) && (last?.kind === 'ten' || last?.kind === 'hundred'))) close();
  }
  close();
  return runs
    .filter((parts) => parts.some(({ kind }) => kind !== 'digits'))
    .map((parts) => ({ parts, readings: [...new Set([joined(parts, false), joined(parts, true)])] }));
});

/** Digits of parts: a unit is the last digit of the ten before it, and, `added`, the last digits of a hundred. */
function joined(parts: readonly Part[], added: boolean): string {
  let digits = '';
  let before: Part['kind'] | undefined;
  for (const part of parts) {
    const room =
      before === 'ten' && part.kind === 'unit'
        ? 1
        : added && before === 'hundred' && part.kind !== 'digits'
          ? 2
          : 0;
    const replaced =
      room > 0 && part.digits.length <= room ? digits.slice(0, digits.length - part.digits.length) : digits;
    digits = replaced + part.digits;
    before = part.kind;
  }
  return digits;
}
