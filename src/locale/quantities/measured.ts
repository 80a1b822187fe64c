import { mayHoldDigits, rememberedPair } from '../../content/index.ts';
import { asRead } from './as-read.ts';
import { type InWords, inWords } from './in-words.ts';
import { andHalf } from './number-words.ts';
import { readings } from './numbers.ts';
import { isOrdinal } from './ordinals.ts';
import type { Quantity } from './quantity.ts';
import { type UnitWord, unitWordsOf } from './unit-words.ts';
import { isWholeWord, letter, unparted } from './whole-word.ts';

/** Between two numbers with one unit: 5 to 7 days. */
export const range =
  /^ ?(?:[-~〜～、,]|to|or|and|a|o|à|ou|u|y|et|e|bis|oder|und|do|lub|до|или|або|至|到|或|から|か|أو|إلى|تا|یا|سے|تر|עד|או|या|से|থেকে|hadi|au|hoặc|đến|ถึง|ila|έως|ή|με|sau|ila|veya|a|hanggang|o) ?$/;

/** A number, and where its unit ends. */
interface Measured extends Quantity {
  readonly until: number;
}

/** The numbers of a text and what they measure, in the order in which they stand. */
export const quantitiesIn = rememberedPair((text, tag): readonly Quantity[] => {
  const read = pointed(asRead(text));
  const said = inWords(text, tag);
  // 1日おき: the digit is of the words.
  const isOwn = ({ start, end }: Quantity) => said.every((one) => end <= one.start || one.end <= start);
  const numbers = [...inDigits(text, read).filter(isOwn), ...said].sort((a, b) => a.start - b.start);
  if (numbers.length === 0) return [];
  const words = unitWordsOf(tag);
  const half = halfOf(tag);
  const found = numbers.map((number): Measured & InWords => {
    if (number.unit !== undefined) return withHalfBehind(number, number.end, read, words, half);
    return isOrdinal(read, number) || isOfCalendar(read, number)
      ? { ...number, until: number.end }
      : withUnit(number, read, words, half);
  });
  // Two and a half hours: the half is of the two.
  let until = 0;
  const apart = found.filter((one) => {
    const isApart = until <= one.start;
    if (isApart) until = one.until;
    return isApart;
  });
  const shared = apart.map((quantity, i) => {
    const next = apart[i + 1];
    const isShared =
      quantity.unit === undefined &&
      next?.unit !== undefined &&
      quantity.values.every(Number.isInteger) &&
      range.test(read.slice(quantity.end, next.start));
    return isShared
      ? { ...quantity, unit: next.unit, written: `${quantity.written} ${next.written}` }
      : quantity;
  });
  // 四到六週: a part of a word is a number where it has a unit, be it that of the next.
  const counted = shared.filter(({ unit, isPart }) => unit !== undefined || isPart !== true);
  return inMinutes(counted, read);
});

/** 令和7年, 2025年: a year by its calendar is no span of so many. */
const isOfCalendar = (read: string, { start, end }: Quantity): boolean =>
  /^ ?[年년]/.test(read.slice(end, end + 2)) &&
  (/(?:令和|平成|昭和|民[國国]) ?$/.test(read.slice(Math.max(0, start - 4), start)) ||
    /^(?:19|20)\d\d$/.test(read.slice(start, end)));

/** With the points of Arabic as others: ٠٫٥. */
const pointed = (read: string) =>
  read.includes('\u066b') || read.includes('\u066c')
    ? read.replace(/(?<=\d)\u066b(?=\d)/g, '.').replace(/(?<=\d)\u066c(?=\d)/g, ',')
    : read;

/** Between a number and its unit: 5-day, ২টি ট্যাবলেট, half a tablet, 15 de zile, 两个星期. */
const gapAfter = /^(?:টি|টা)?(?: (?:an?|of an?|de|di|un|une|una|o) | d['’]|[ -]|[个個])?/;

const halves = new Map<string, RegExp>();

/** What a language says for half of one more: y media, rưỡi. */
function halfOf(tag: string): RegExp | undefined {
  const language = tag.split('-')[0]!;
  const words = andHalf[language];
  if (words === undefined) return undefined;
  let half = halves.get(language);
  if (half === undefined) {
    half = new RegExp(`^ ?(?:${asRead(words)}) ?`);
    halves.set(language, half);
  }
  return half;
}

function withUnit(
  number: Quantity,
  read: string,
  words: readonly UnitWord[],
  half: RegExp | undefined,
): Measured {
  const rest = read.slice(number.end, number.end + farthest);
  const more = half?.exec(rest)?.[0] ?? '';
  const withHalf = more === '' ? undefined : unitBehind(rest, more.length, words);
  const gap = gapAfter.exec(rest)![0].length;
  const behind =
    withHalf ?? unitBehind(rest, gap, words) ?? (gap === 0 ? undefined : unitBehind(rest, 0, words));
  if (behind !== undefined) {
    const end = number.end + behind.end;
    const measured = { ...number, unit: behind.unit };
    if (withHalf === undefined) return withHalfBehind(measured, end, read, words, half);
    return { ...measured, values: halfMore(number), written: read.slice(number.start, end), until: end };
  }
  const start = number.start - (read[number.start - 1] === ' ' ? 1 : 0);
  const before = read.slice(Math.max(0, start - farthest), start);
  const ahead = words.find(
    ({ side, word }) => side !== 'after' && before.endsWith(word) && !letter.test(besideStart(word, before)),
  );
  if (ahead === undefined) return { ...number, until: number.end };
  const until = number.end + more.trimEnd().length;
  return {
    ...number,
    values: more === '' ? number.values : halfMore(number),
    unit: ahead.unit,
    written: read.slice(start - ahead.word.length, until),
    until,
  };
}

const halfMore = ({ values }: Quantity) => values.map((value) => value + 0.5);

/** A number with its unit, and half of one more where that is said behind them: 2 horas y media, يومين ونصف. */
function withHalfBehind(
  number: Quantity,
  end: number,
  read: string,
  words: readonly UnitWord[],
  half: RegExp | undefined,
): Measured {
  const rest = read.slice(end, end + farthest);
  const after = half?.exec(rest)?.[0] ?? '';
  const isMore = isHalfAfter(after, rest, words);
  const until = isMore ? end + after.trimEnd().length : end;
  const values = isMore ? halfMore(number) : number.values;
  return { ...number, values, written: read.slice(number.start, until), until };
}

/** Units are looked for so near. */
const farthest = 40;

const besideStart = (word: string, before: string) => {
  const beside = before.slice(0, -word.length).slice(-1);
  return unparted.test(word) || !letter.test(word[0]!) ? '' : beside;
};

/** 两天半 is half a day more; 하루 두 번 반 알 half a tablet, twice. */
const isHalfAfter = (half: string, rest: string, words: readonly UnitWord[]) =>
  half !== '' &&
  (half.endsWith(' ') || unparted.test(half) || !letter.test(rest.slice(half.length, half.length + 1))) &&
  unitBehind(rest, half.length, words) === undefined;

function unitBehind(
  rest: string,
  gap: number,
  words: readonly UnitWord[],
): { readonly unit: string; readonly end: number } | undefined {
  const found = words.find(
    ({ side, word, isStem }) =>
      side !== 'before' &&
      rest.startsWith(word, gap) &&
      isWholeWord(word, rest.slice(gap + word.length), isStem),
  );
  return found === undefined ? undefined : { unit: found.unit, end: gap + found.word.length };
}

/** Parts of one: 1/2, and with whole ones before them: 1 1/2. */
const fraction = String.raw`(?:\d+ )?(?<![\d/])(?:1\/[234]|[23]\/[34])(?![\d/])`;
const number = new RegExp(String.raw`(?<![\d.,/])${fraction}|\d+(?:[.,]\d+)*`, 'g');

function inDigits(text: string, read: string): Quantity[] {
  if (!mayHoldDigits(text)) return [];
  return [...read.matchAll(number)].map(({ 0: written, index: start }) => ({
    values: written.includes('/') ? [sumOf(written)] : readings(written),
    ...{ unit: undefined, written, start },
    end: start + written.length,
  }));
}

/** 1 1/2 is 1.5. */
const sumOf = (written: string) =>
  written
    .split(' ')
    .map((part) => part.split('/').map(Number))
    .reduce((sum, [over, under = 1]) => sum + over! / under, 0);

/** Between hours and the minutes that are added to them: 1 h 30, 1 hour and 30 minutes. */
const andMinutes = /^ ?(?:and|y|et|und|e|i|и|і|ve|și|na|و|ו|και)? ?$/;

/** Hours and minutes as one span. */
function inMinutes(found: readonly Measured[], read: string): Quantity[] {
  const joined: Measured[] = [];
  for (const quantity of found) {
    const hours = joined.at(-1);
    const isJoined =
      hours?.unit === 'hour' &&
      hours.until <= quantity.start &&
      andMinutes.test(read.slice(hours.until, quantity.start)) &&
      (quantity.unit === 'minute' || (quantity.unit === undefined && /^[0-5]\d$/.test(quantity.written)));
    if (isJoined)
      joined[joined.length - 1] = {
        ...quantity,
        unit: 'minute',
        values: hours.values.flatMap((hour) => quantity.values.map((minute) => hour * 60 + minute)),
        start: hours.start,
        written: read.slice(hours.start, quantity.until),
      };
    else joined.push(quantity);
  }
  return joined;
}
