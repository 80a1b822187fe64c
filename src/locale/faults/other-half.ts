import { mayHoldDigits } from '../../content/index.ts';
import { literal } from '../../letters/index.ts';
import { asRead } from '../quantities/as-read.ts';
import { isInCldr } from '../quantities/unit-words.ts';
import { standsAlone } from '../quantities/whole-word.ts';
import { isFromDawn } from '../ways/clock.ts';

const halves = ['before', 'after'] as const;
type Half = (typeof halves)[number];
/** 9 a.m., 5:30 pm. */
const inEnglish = /(?<![\d:.])(1[01]|[1-9])(?:[:.][0-5]\d)? ?([ap])\.? ?m\b/g;
/** Any number that may be an hour. */
const anyHour = /(?<![\d.,:])(1[01]|[1-9])(?!\d)/g;

/** What a language calls hours of one half, and where such an hour stands. */
interface HalfWord {
  readonly word: string;
  readonly beside: RegExp;
  /** In which half an hour is that stands beside it, where that is sure. */
  readonly halfOf: (hour: number) => Half | undefined;
}

/** Most sources are English: Intl takes twenty milliseconds to be ready. */
const english: readonly (readonly [string, Set<number>])[] = [
  ['in the morning', new Set([1, 9])],
  ['in the afternoon', new Set([13, 15])],
  ['in the evening', new Set([18, 23])],
];
const known = new Map<string, readonly HalfWord[]>();

/** What a language calls hours before noon, and after it: de la mañana, 오후. */
function wordsOf(tag: string): readonly HalfWord[] {
  let words = known.get(tag);
  if (words === undefined) {
    const isAsked = !tag.startsWith('en') && isInCldr(tag) && !isFromDawn(tag);
    const found = new Map(tag.startsWith('en') ? english : []);
    for (const options of isAsked ? [{ dayPeriod: 'long' } as const, {}] : []) {
      const format = new Intl.DateTimeFormat(tag, {
        ...{ hour: 'numeric', hourCycle: 'h12', timeZone: 'UTC' },
        ...options,
      });
      for (let hour = 0; hour < 24; hour++) {
        const parts = format.formatToParts(Date.UTC(2026, 0, 1, hour));
        const word = asRead(parts.find(({ type }) => type === 'dayPeriod')?.value ?? '');
        if (hour !== 12 && word !== '') found.set(word, (found.get(word) ?? new Set()).add(hour));
      }
    }
    words = [...found].map(([word, hours]) => ({
      word,
      beside: besideOf(literal(word)),
      halfOf: (hour) => halfIn(hours, hour),
    }));
    known.set(tag, words);
  }
  return words;
}

/**
 * The half in which an hour is that stands beside a word for hours. At the edges people use it for more than CLDR does: 11 ليلاً is before
 * midnight, 밤 1시 after it, and 11 giờ trưa before noon.
 */
function halfIn(hours: ReadonlySet<number>, hour: number): Half | undefined {
  const [isBefore, isAfter] = [[...hours].some((each) => each < 12), [...hours].some((each) => each > 12)];
  if (isBefore === isAfter) return undefined;
  if (isBefore) return hours.has(1) && !hours.has(9) && hour >= 8 ? undefined : 'before';
  const isLate = [20, 21, 22, 23].some((each) => hours.has(each)) && !hours.has(15) && hour <= 4;
  const isNoon = hours.has(13) && !hours.has(23) && hour >= 10;
  return isLate || isNoon ? undefined : 'after';
}

/** An hour from 1 to 11, and a word behind it or before: 9:30 Uhr abends, 오후 5시. */
function besideOf(word: string): RegExp {
  const hour = String.raw`(?<![\d:.])(1[01]|[1-9])(?:[:.][0-5]\d)?`;
  const clock = '(?: ?(?:h|uhr|giờ|बजे|시|時|时|點|点))?';
  return new RegExp(`${hour}${clock} ?${word}|${word} ?${hour}(?![\\d:.]*\\d)`, 'g');
}

/** The hours of a text, by which half of the day they are said to be in. */
function hoursIn(text: string, tag: string): Readonly<Record<Half, readonly number[]>> {
  const read = asRead(text);
  const hours: Record<Half, number[]> = { before: [], after: [] };
  for (const [, hour, sign] of read.matchAll(inEnglish))
    hours[sign === 'a' ? 'before' : 'after'].push(Number(hour));
  for (const { word, halfOf, beside } of wordsOf(tag))
    for (const { 0: written, 1: behind, 2: ahead, index } of read.matchAll(beside)) {
      const hour = Number(behind ?? ahead);
      const half = halfOf(hour);
      if (half !== undefined && standsAlone(word, index + written.indexOf(word), read))
        hours[half].push(hour);
    }
  return hours;
}

/** An hour of the other half of the day: 9 in the evening for 9 a.m. */
export function otherHalf(source: string, from: string, translated: string, to: string): string | undefined {
  if (!mayHoldDigits(source)) return undefined;
  const said = hoursIn(source, from);
  if (halves.every((half) => said[half].length === 0)) return undefined;
  const all = [...asRead(source).matchAll(anyHour)].map(([, hour]) => Number(hour));
  const often = (hour: number, hours: readonly number[]) => hours.filter((each) => each === hour).length;
  // सुबह 8 से रात 8: of the second it is not known in which half it is.
  const isOnly = (hour: number, half: Half) =>
    often(hour, said[half]) > 0 && often(hour, said[half]) >= often(hour, all);
  const again = hoursIn(translated, to);
  const [before, after] = [
    again.before.find((hour) => isOnly(hour, 'after')),
    again.after.find((hour) => isOnly(hour, 'before')),
  ];
  if (before !== undefined) return `says ${before} before noon, and its source ${before} after noon`;
  return after === undefined ? undefined : `says ${after} after noon, and its source ${after} before noon`;
}
