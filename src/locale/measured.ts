import { mayHoldDigits, readDigits, spokenNumbersIn } from '../content/index.ts';
import { Lettered, unpartedScripts } from '../letters/index.ts';
import { measures, signs } from './measure-words.ts';
import { readings } from './numbers.ts';

/** A number of a text, in digits or in words, and what it measures. Places are those in the text as its digits are read. */
export interface Quantity {
  /** What it may come to: 1.000 is a thousand, or one. */
  readonly values: readonly number[];
  /** `mg`, `day`, `times` …; undefined: not known. */
  readonly unit: string | undefined;
  /** As it stands there, with its unit. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const spans = ['minute', 'hour', 'day', 'week', 'month', 'year'];
/** What CLDR calls otherwise than by its sign. */
const signOf: Readonly<Record<string, string>> = {
  percent: '%',
  gram: 'g',
  kilogram: 'kg',
  milliliter: 'ml',
};
/** Numbers that have a form of their own in some language. */
const forms = [1, 2, 3, 5, 11, 21, 100];

type Side = 'before' | 'after' | 'either';

interface Word {
  readonly word: string;
  readonly unit: string;
  readonly side: Side;
  /** It may have any ending. */
  readonly isStem: boolean;
}

const known = new Map<string, readonly Word[]>();

/** Words of a language, the longest first. */
function wordsOf(tag: string): readonly Word[] {
  let words = known.get(tag);
  if (words !== undefined) return words;
  const side = standsBefore(tag) ? 'before' : 'after';
  const { times, pieces, more = {}, hasEndings = false } = measures[tag.split('-')[0]!] ?? {};
  const listed: (readonly [unit: string, written: string, side: Side])[] = [
    ...Object.entries(signs).map(([unit, each]) => [unit, each, isWord(unit) ? 'after' : 'either'] as const),
    ...Object.entries({ times, pieces, ...more }).map(([unit, each]) => [unit, each ?? '', side] as const),
  ];
  const all = [
    ...listed.flatMap(([unit, each, at]) => each.split(' ').map((word) => [unit, word, at] as const)),
    ...fromCldr(tag).map(([unit, word]) => [unit, hasEndings ? `${word}*` : word, side] as const),
  ];
  const found = new Map<string, Word>();
  for (const [unit, written, at] of all) {
    const word = written.replace('*', '').normalize('NFKC').trim().toLowerCase();
    if (word !== '' && !found.has(word))
      found.set(word, { word, unit, side: at, isStem: written.endsWith('*') });
  }
  words = [...found.values()].sort((a, b) => b.word.length - a.word.length);
  known.set(tag, words);
  return words;
}

const isWord = (unit: string) => /^[a-z]/.test(unit);
const partsOf = (tag: string, unit: string, count: number) =>
  new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).formatToParts(count);
/** For a language that it does not know, V8 takes that of the process. */
const isInCldr = (tag: string) => Intl.NumberFormat.supportedLocalesOf(tag).length > 0;

/** siku 5: what is measured is said before its number. */
const standsBefore = (tag: string) => isInCldr(tag) && partsOf(tag, 'day', 5)[0]!.type === 'unit';

/** As people of the language call spans of time, and what is weighed. */
function fromCldr(tag: string): (readonly [unit: string, word: string])[] {
  if (!isInCldr(tag)) return [];
  return [...spans, ...Object.keys(signOf)].flatMap((unit) =>
    forms.map((count) => {
      const { value = '' } = partsOf(tag, unit, count).find(({ type }) => type === 'unit') ?? {};
      return [signOf[unit] ?? unit, value] as const;
    }),
  );
}

/** Two numbers with one unit: 5 to 7 days. */
const range =
  /^ ?(?:[-~〜～]|to|or|and|a|o|à|ou|u|y|et|bis|oder|und|до|или|або|至|到|から|か|أو|إلى|تا|یا|या|से|hadi|au|hoặc|đến) ?$/;

/** The numbers of a text and what they measure, in the order in which they stand. */
export function quantitiesIn(text: string, tag: string): Quantity[] {
  const read = readDigits(text).text.toLowerCase();
  const numbers = [...inDigits(text, read), ...inWords(text, tag)].sort((a, b) => a.start - b.start);
  if (numbers.length === 0) return [];
  const words = wordsOf(tag);
  const found = numbers.map((number) => (number.unit === undefined ? withUnit(number, read, words) : number));
  return found.map((quantity, i) => {
    const next = found[i + 1];
    const isShared =
      quantity.unit === undefined &&
      next?.unit !== undefined &&
      range.test(read.slice(quantity.end, next.start));
    return isShared
      ? { ...quantity, unit: next.unit, written: `${quantity.written} ${next.written}` }
      : quantity;
  });
}

/** A text, its digits read, with blanks where quantities stand. */
export const withoutPlaces = (read: string, found: readonly Quantity[]): string =>
  found.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    read,
  );

/** Between a number and its unit: 5-day, ২টি ট্যাবলেট. */
const [gapAfter, gapBefore] = [/^(?:টি|টা)?[ -]?/, / ?$/];

function withUnit(number: Quantity, read: string, words: readonly Word[]): Quantity {
  const after = read.slice(number.end);
  const gap = gapAfter.exec(after)![0].length;
  const behind = words.find(({ side, word, isStem }) => {
    const rest = after.slice(gap + word.length);
    return side !== 'before' && after.startsWith(word, gap) && isWhole(word, rest, isStem);
  });
  if (behind !== undefined)
    return {
      ...number,
      unit: behind.unit,
      written: read.slice(number.start, number.end + gap + behind.word.length),
    };
  const before = read.slice(0, number.start).replace(gapBefore, '');
  const ahead = words.find(
    ({ side, word }) =>
      side !== 'after' &&
      before.endsWith(word) &&
      isWhole(word, before.slice(0, -word.length).slice(-1), false),
  );
  return ahead === undefined
    ? number
    : { ...number, unit: ahead.unit, written: read.slice(before.length - ahead.word.length, number.end) };
}

const letter = new Lettered(String.raw`[\p{L}\p{M}]`, 'u');
const letters = new Lettered(String.raw`^[\p{L}\p{M}]*`, 'u');
const unparted = new Lettered(`[${unpartedScripts}]`, 'u');
const [shortestStem, longestEnding] = [4, 2];

/** A word is whole where a script parts words, or has an ending of its case: Monate, Monaten. */
function isWhole(word: string, beside: string, isStem: boolean): boolean {
  if (isStem || unparted.test(word) || !letter.test(word.at(-1)!)) return true;
  const rest = letters.exec(beside)![0].length;
  return rest === 0 || (word.length >= shortestStem && rest <= longestEnding);
}

const quantity = (values: readonly number[], start: number, written: string, unit?: string): Quantity => ({
  ...{ values, unit, written, start },
  end: start + written.length,
});

function inDigits(text: string, read: string): Quantity[] {
  if (!mayHoldDigits(text)) return [];
  return [...read.matchAll(/\d+(?:[.,]\d+)*/g)].map(({ 0: written, index }) =>
    quantity(readings(written), index, written),
  );
}

/** Numbers in words that are no word for one, by language: how often, one of a span, and halves. The longer before the shorter. */
const phrases: Readonly<Record<string, readonly (readonly [phrase: RegExp, value: number, unit: string])[]>> =
  {
    en: [
      [/\btwice\b/g, 2, 'times'],
      [/\bthrice\b/g, 3, 'times'],
      [/\bonce\b/g, 1, 'times'],
      [/\bhalf an hour\b/g, 30, 'minute'],
      [/\ban hour and a half\b|\bone and a half hours\b/g, 90, 'minute'],
      [/\ba year and a half\b|\bone and a half years\b/g, 18, 'month'],
      [/\b(?:an?|each|every|per|one) minute\b/g, 1, 'minute'],
      [/\b(?:an?|each|every|per|one) hour\b|\bhourly\b/g, 1, 'hour'],
      [/\b(?:an?|each|every|per|one) day\b|\bdaily\b/g, 1, 'day'],
      [/\b(?:an?|each|every|per|one) week\b|\bweekly\b/g, 1, 'week'],
      [/\b(?:an?|each|every|per|one) month\b|\bmonthly\b/g, 1, 'month'],
      [/\b(?:an?|each|every|per|one) year\b|\byearly\b/g, 1, 'year'],
    ],
    es: [[/\bmedia hora\b/g, 30, 'minute']],
    fr: [[/\bdemi-heure\b/g, 30, 'minute']],
    pt: [[/\bmeia hora\b/g, 30, 'minute']],
    it: [[/\bmezz['’]ora\b/g, 30, 'minute']],
    de: [
      [/\bhalbe stunde\b/g, 30, 'minute'],
      [/\bzweimal\b/g, 2, 'times'],
      [/\bdreimal\b/g, 3, 'times'],
      [/\bviermal\b/g, 4, 'times'],
    ],
  };

/** Numbers that a text says in words: two, twice, half an hour; and one where it says an hour. */
export function inWords(text: string, tag: string): Quantity[] {
  const read = readDigits(text).text.toLowerCase();
  const found: Quantity[] = [];
  const add = (one: Quantity) => {
    if (found.every(({ start, end }) => one.end <= start || end <= one.start)) found.push(one);
  };
  for (const [phrase, value, unit] of phrases[tag.split('-')[0]!] ?? [])
    for (const { 0: written, index } of read.matchAll(phrase)) add(quantity([value], index, written, unit));
  for (const { digits, start, end } of spokenNumbersIn(text))
    add(quantity([Number(digits)], start, read.slice(start, end)));
  return found;
}
