import { Lettered } from '../../letters/index.ts';
import { cover, declaredMark, spanOf } from '../digits/marks.ts';
import { inSource, readDigits } from '../digits/read-digits.ts';
import { spokenNumbers } from '../digits/spoken-digits.ts';
import { holdsSpokenWords, type Part, type SpokenRun, spokenRuns } from '../digits/spoken-runs.ts';
import { digitsOfRun, unpartedAmounts, unpartedRuns } from '../digits/unparted-digits.ts';
import { remembered } from '../inline/remembered.ts';
import { type DeclaredNumber, isLinkedCode } from '../numbers/declared.ts';
import { type Meant, meantCode, meantNumber } from '../numbers/nearness.ts';
import { publicCodes } from '../numbers/public-codes.ts';
import { asksBefore, isDialled } from '../sentences/asked.ts';
import { countsNext, isNamed, nothingCounted } from '../sentences/counted.ts';
import { knownIn, type Shown } from './declared-in-text.ts';
import { type Dialable, shortestCode, shortestNumber } from './dialable.ts';

/** True when a text has words that may be a number. */
export const holdsWordsForNumbers = remembered(
  (text) => holdsSpokenWords(text) || unpartedRuns(readDigits(text).text).length > 0,
);

/** Digits that the words of a text stand for, with those beside them, at most. */
export function spokenDigits(text: string): number {
  if (!holdsWordsForNumbers(text)) return 0;
  const { text: read } = readDigits(text);
  const spoken = spokenRuns(read).reduce(
    (sum, { readings, apart }) => sum + Math.max(apart.length, ...readings.map(({ length }) => length)),
    0,
  );
  return unpartedRuns(read).reduce((sum, run) => sum + run.length, spoken);
}

/** A number that a text says in words alone: twenty-four, two. Its place is that in the text as its digits are read. */
export interface Spoken {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers that a text says in words alone. */
export function spokenNumbersIn(text: string): Spoken[] {
  const { text: read } = readDigits(text);
  const inWords = holdsSpokenWords(text) ? spokenRuns(read) : [];
  return [
    ...inWords.flatMap(({ parts, readings: [digits], start, end }): readonly Spoken[] => {
      // Two or three: “iki üç” is no amount of 23.
      if (parts.every(({ kind }) => kind === 'unit' || kind === 'digits'))
        return parts.filter(({ kind }) => kind === 'unit');
      return parts.every(({ kind }) => kind !== 'digits') ? [{ digits: digits!, start, end }] : [];
    }),
    ...unpartedAmounts(read).map((run) => ({
      digits: digitsOfRun(run),
      start: run[0]!.start,
      end: run.at(-1)!.end,
    })),
  ];
}

/**
 * Numbers that are written out, whole or in part (800 - three - 15 - 1376, “eight hundred three one five …”), where they
 * could be dialled: as long as a telephone number, nearly a declared one, or a code. An amount in words is none.
 */
export function wordsForNumbers(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  if (!holdsWordsForNumbers(text)) return [];
  const { reading, masked: others, shown } = knownIn(text, declared);
  const alone = shown.filter(({ end }) => !spokenNext.test(reading.text.slice(end)));
  const apart = cover(reading.text, alone, declaredMark);
  const long = spokenRuns(cover(others, alone, declaredMark)).filter(isTelephone);
  const found = [
    ...spokenRuns(apart).flatMap((run) => {
      const isLong = long.some(({ start, end }) => start >= run.start && end <= run.end);
      const one = dialledBy(run, isLong, apart, declared);
      return one === undefined || echoes(reading.text, run, one.meant, alone) ? [] : one;
    }),
    ...unpartedNumbers(apart, declared),
  ];
  return found.map((one) => ({ ...one, ...inSource(reading, one) }));
}

/** What a run of words would dial in a text in which declared numbers are covered. */
function dialledBy(
  run: SpokenRun,
  isLong: boolean,
  text: string,
  declared: readonly DeclaredNumber[],
): Dialable | undefined {
  const { start, end, parts, withArticles, readings } = run;
  const as = (digits: string, meant?: Meant): Dialable => ({ start, end, digits, meant });
  for (const digits of [...readings, run.apart]) {
    const meant = meantNumber(digits, declared);
    if (meant !== undefined) return as(digits, meant);
  }
  if (isLong) return as(readings[0]!);
  const called = spanOf(withArticles);
  const isCalled = isDialled(text, called.start, called.end) || opens(text, called.start);
  const code = codeOf(parts) ?? (isCalled ? codeOf(withArticles) : undefined);
  if (code === undefined) {
    const [digits, meant] = isCalled ? (cardinal(run, declared, text) ?? []) : [];
    return digits === undefined ? undefined : as(digits, meant);
  }
  const meant = meantCode(code, declared);
  if (meant?.how !== 'same' && oneToOne.test(text.slice(start, end))) return undefined;
  // “Count: one, two, three.”
  if (!isCalled && parts.length > 2 && isCounting(parts, 0)) return undefined;
  return meant === undefined && !publicCodes.has(code) && !isCalled ? undefined : as(code, meant);
}

/** A name that many helplines have, one2one: the 2 is “to”. */
const oneToOne = new Lettered(String.raw`^(\p{L}{2,})2\1$`, 'iu');

/** Right after an amount: what it counts. */
const counter =
  /^ ?(?:[次人名天日年月分秒歳岁回個个小時时間间元円]|명|회|개|일|년|시|분|원|ครั้ง|คน|วัน|ปี|บาท|ນ|ដង|នាក់|ថ្ងៃ)/u;

/**
 * The same where words for digits stand without spaces between (일일구, หนึ่งสามสองสาม, 百十九): what is nearly a declared number,
 * and a code where one is dialled. Such words begin and end others, so what is neither is left to them.
 */
function unpartedNumbers(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  return unpartedRuns(text).flatMap((run): Dialable[] => {
    // 이일팔에: what follows may begin with a word for a digit.
    for (let { length } = run; length >= 2; length--) {
      const part = run.slice(0, length);
      const { start, end } = spanOf(part);
      const digits = digitsOfRun(part);
      const long = meantNumber(digits, declared);
      if (long !== undefined) return [{ start, end, digits, meant: long }];
      const isAsked = isDialled(text, start, end);
      if (!isAsked || digits.length < shortestCode || counter.test(text.slice(end))) continue;
      const meant = meantCode(digits, declared);
      if (meant !== undefined || publicCodes.has(digits)) return [{ start, end, digits, meant }];
    }
    return [];
  });
}

/** “000 (triple zero)”, “triple zero (000)”, “triple zero, 000”: the number itself, said once more. */
function echoes(
  text: string,
  { start, end }: SpokenRun,
  meant: Meant | undefined,
  shown: readonly Shown[],
): boolean {
  return (
    meant?.how === 'same' &&
    shown.some(
      (one) =>
        one.number === meant.number &&
        (/^(?:[,:]? ?\(|, | [-–—] )$/.test(text.slice(end, one.start)) ||
          (/^,? \($/.test(text.slice(one.end, start)) && /^ ?\)/.test(text.slice(end)))),
    )
  );
}

/** Words that open a bracket right after a number say it once more. */
const opens = (text: string, at: number) => new RegExp(`${declaredMark}[ ,]*\\($`).test(text.slice(0, at));

/** After these an hour is said: “Call at nine fifteen.” */
const hourBefore = new Lettered(String.raw`(?<!\p{L})(?:at|a|à|às|las|alle|um|о|в) *$`, 'iu');

/** A code that is said as an amount, where one is dialled: “Call nine hundred eighty-nine”, and no “one hundred times”. */
function cardinal(
  { start, end, parts, readings }: SpokenRun,
  declared: readonly DeclaredNumber[],
  text: string,
): [digits: string, meant: Meant | undefined] | undefined {
  const isHour = hourBefore.test(text.slice(0, start)) && parts.every(({ kind }) => kind !== 'hundred');
  if (countsNext(text.slice(end))) return undefined;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const linked = declared.filter(isLinkedCode);
  for (const digits of readings) {
    // “Composez le quinze”: two digits are a code where a guide has such, and its article says that one is meant.
    if (digits.length === 2 && linked.length > 0 && asksBefore(before) && isNamed(before, after))
      return nothingCounted(after) ? [digits, meantCode(digits, linked)] : undefined;
    if (digits.length < shortestCode) continue;
    const meant = meantCode(digits, declared);
    // “Call nine eleven”: as people say 911; where nobody calls it is a day in September.
    if (meant?.how === 'same' || (!isHour && (meant !== undefined || publicCodes.has(digits))))
      return [digits, meant];
  }
  return undefined;
}

/** Right after a number, with no space between: a part of it. */
const spokenNext = new Lettered(`^[-./]{0,2}(?:${[...spokenNumbers.keys()].join('|')})(?!\\p{L})`, 'iu');

/** True for one, two, three …, and down again. */
function isCounting(parts: readonly Part[], from: number): boolean {
  const counted = parts.slice(from).map(({ digits }) => Number(digits));
  return [1, -1].some((step) => counted.every((value, i) => i === 0 || value === counted[i - 1]! + step));
}

/** As many digits as a telephone number has; to count from one on is nothing to dial. */
function isTelephone({ parts, readings }: SpokenRun): boolean {
  const counts = [0, 1].some((from) => isCounting(parts, from));
  return !counts && readings[0]!.length >= shortestNumber;
}

/** A code that is said digit by digit, or the same digit more than once: triple nine. */
function codeOf(parts: readonly Part[]): string | undefined {
  if (parts.some(({ kind, digits }) => kind !== 'unit' && digits.length > 1)) return undefined;
  const code = parts.map(({ digits }) => digits).join('');
  return code.length >= shortestCode && code.length < shortestNumber ? code : undefined;
}
