import { rememberedPair, spokenNumbersIn } from '../../content/index.ts';
import { asRead } from './as-read.ts';
import { addedBefore, namedMeasures, numberWords } from './number-words.ts';
import type { Quantity } from './quantity.ts';
import { letter, unparted } from './whole-word.ts';

/** In English one of a span is said by its article, too. */
const ones: readonly (readonly [phrase: RegExp, unit: string])[] = [
  ['minute', ''],
  ['hour', 'hourly'],
  ['day', 'daily'],
  ['week', 'weekly'],
  ['month', 'monthly'],
  ['year', 'yearly'],
].map(([unit, every]) => [
  new RegExp(
    String.raw`\b(?:an?|each|every|per|one) ${unit}\b${every === '' ? '' : String.raw`|\b${every}\b`}`,
    'g',
  ),
  unit!,
]);

/** What a language has words for. */
interface Spoken {
  readonly named: readonly (readonly [phrase: string, value: number, unit: string])[];
  /** Any of its words for numbers, the longest first; what may stand before them as a part of the same word. */
  readonly word: RegExp | undefined;
  readonly values: ReadonlyMap<string, number>;
  readonly added: readonly (readonly [word: string, value: number])[];
}

const known = new Map<string, Spoken>();

function spokenOf(language: string): Spoken {
  let spoken = known.get(language);
  if (spoken === undefined) {
    const values = new Map(
      Object.entries(numberWords[language] ?? {}).flatMap(([value, words]) =>
        words.split(' ').map((word) => [asRead(word.replaceAll('_', ' ')), Number(value)] as const),
      ),
    );
    const named = Object.entries(namedMeasures[language] ?? {}).flatMap(([unit, byValue]) =>
      Object.entries(byValue).flatMap(([value, phrases]) =>
        phrases.split('|').map((phrase) => [asRead(phrase), Number(value), unit] as const),
      ),
    );
    const any = [...values.keys()].sort((a, b) => b.length - a.length).join('|');
    spoken = {
      named: named.toSorted((a, b) => b[0].length - a[0].length),
      word: any === '' ? undefined : new RegExp(any, 'g'),
      values,
      added: Object.entries(addedBefore[language] ?? {}).map(
        ([word, value]) => [asRead(word), value] as const,
      ),
    };
    known.set(language, spoken);
  }
  return spoken;
}

/** What Arabic, Hebrew and Amharic write before a word, as a part of it. */
const proclitics =
  /(?:^|[^\u05d0-\u05ea\u0620-\u06d3\u1200-\u135a])(?:[وفبلك]?ال|لل|[وفبلك]|[ולבכמהש]{1,2}-?|[ለከበየ]{1,2})$/;

/** True where a word may begin. */
function begins(read: string, start: number): boolean {
  const before = read.slice(Math.max(0, start - 4), start);
  if (before === '' || !letter.test(before.at(-1)!)) return true;
  if (!letter.test(read[start]!)) return true;
  return unparted.test(read[start]!) || proclitics.test(before);
}

/** Bengali writes what it counts with to the number: চারটি. */
const counters = ['টি', 'টা', 'জন'];

const ends = (read: string, end: number) =>
  end >= read.length ||
  !letter.test(read[end]!) ||
  unparted.test(read[end - 1]!) ||
  counters.some((counter) => read.startsWith(counter, end));

/** Between the parts of one number: خمسة وعشرين, yirmi beş, treizeci și cinci, kumi na mbili. */
const joins = /^(?:| |-| (?:و|și|na|iyo|et|y|e|ու|და) ?| ו| )$/;
/** Before a number that ends a larger one. */
const goesOn = /\d ?$/;

/** A number in words; `isPart`: of a word that goes on, where what it measures must follow. */
export interface InWords extends Quantity {
  readonly isPart?: boolean;
}

/** Numbers that a text says in words: two, twice, half an hour, يومين; and one where it says an hour. */
export const inWords = rememberedPair((text, tag): readonly InWords[] => {
  const read = asRead(text);
  const language = tag.split('-')[0]!;
  const { named, word, values, added } = spokenOf(language);
  const found: InWords[] = [];
  const add = (value: number, start: number, end: number, unit?: string, isPart = false) => {
    if (found.every((other) => end <= other.start || other.end <= start))
      found.push({ values: [value], unit, written: read.slice(start, end), start, end, isPart });
  };
  for (const [phrase, value, unit] of named)
    for (let at = read.indexOf(phrase); at >= 0; at = read.indexOf(phrase, at + phrase.length))
      if (begins(read, at) && ends(read, at + phrase.length)) add(value, at, at + phrase.length, unit);
  if (language === 'en')
    for (const [phrase, unit] of ones)
      for (const { 0: written, index } of read.matchAll(phrase)) add(1, index, index + written.length, unit);
  const said = word === undefined ? [] : wordsIn(read, word, values);
  // Parts of one, what is put together, and tens of two words, before the single words of any language.
  const isFirst = ({ value, isSum }: Said) => isSum || !Number.isInteger(value) || value >= 20;
  for (const { value, start, end, isPart } of said.filter(isFirst)) add(value, start, end, undefined, isPart);
  for (const { digits, start, end } of spokenNumbersIn(text)) add(Number(digits), start, end);
  for (const { value, start, end, isPart } of said) add(value, start, end, undefined, isPart);
  return added.length === 0 ? found : found.map((quantity) => withAdded(quantity, read, added));
});

/** Those of them that the language has a word of its own for: no sums, and no words of others. */
export function countsIn(text: string, tag: string): InWords[] {
  const { values } = spokenOf(tag.split('-')[0]!);
  return inWords(text, tag).filter(({ written }) => values.has(written));
}

/** The values alone, each as often as it is said. */
export const valuesInWords = (text: string, tag: string): number[] =>
  inWords(text, tag).flatMap(({ values }) => values);

interface Said {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly isPart: boolean;
  readonly isSum: boolean;
}

function wordsIn(read: string, word: RegExp, values: ReadonlyMap<string, number>): Said[] {
  const all: Said[] = [];
  for (const { 0: written, index: start } of read.matchAll(word)) {
    if (!begins(read, start) || goesOn.test(read.slice(Math.max(0, start - 2), start))) continue;
    const end = start + written.length;
    const isPart = unparted.test(written) || !ends(read, end);
    const value = values.get(written)!;
    const last = all.at(-1);
    const isSum =
      last !== undefined &&
      [last.value, value].every(Number.isInteger) &&
      joins.test(read.slice(last.end, start)) &&
      ((last.value >= (unparted.test(written) ? 20 : 10) && last.value % 10 === 0 && value < 10) ||
        (last.value < 10 && value >= 20 && value % 10 === 0));
    if (isSum) all[all.length - 1] = { value: last.value + value, start: last.start, end, isPart, isSum };
    else all.push({ value, start, end, isPart, isSum });
  }
  return all;
}

/** साढ़े तीन: with what stands before it. */
function withAdded(quantity: InWords, read: string, added: Spoken['added']): InWords {
  if (quantity.unit !== undefined) return quantity;
  const before = read.slice(0, quantity.start).trimEnd();
  const more = added.find(([word]) => before.endsWith(word));
  if (more === undefined) return quantity;
  const start = before.length - more[0].length;
  return {
    ...quantity,
    values: quantity.values.map((value) => value + more[1]),
    start,
    written: read.slice(start, quantity.end),
  };
}
