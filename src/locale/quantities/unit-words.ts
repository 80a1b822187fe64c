import { asRead } from './as-read.ts';
import { measures, signs, spoons } from './measure-words.ts';

/** What time is measured by. */
export const spans: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'week', 'month', 'year']);
/** What CLDR calls otherwise than by its sign. */
const signOf: Readonly<Record<string, string>> = {
  percent: '%',
  gram: 'g',
  kilogram: 'kg',
  milliliter: 'ml',
  kilometer: 'km',
  centimeter: 'cm',
};
/** How far, how long, how heavy: what people take for another of these where they are used to it. */
const amounts = ['mile', 'meter', 'foot', 'inch', 'pound', 'ounce', 'liter'];
/** Numbers that have a form of their own in some language. */
const forms = [1, 1.5, 2, 3, 5, 11, 21, 100];

export type Side = 'before' | 'after' | 'either';

/** What is written for a unit. */
export interface UnitWord {
  readonly word: string;
  readonly unit: string;
  /** Of its number. */
  readonly side: Side;
  /** It may have any ending. */
  readonly isStem: boolean;
}

const known = new Map<string, readonly UnitWord[]>();

/** Words of a language for what is measured, the longest first. */
export function unitWordsOf(tag: string): readonly UnitWord[] {
  let words = known.get(tag);
  if (words !== undefined) return words;
  const side = standsBefore(tag) ? 'before' : 'after';
  const language = tag.split('-')[0]!;
  const { times, pieces, more = {}, hasEndings = false } = measures[language] ?? {};
  const isEither = (unit: string) => side === 'before' || !isWord(unit);
  const listed: (readonly [unit: string, written: string, side: Side])[] = [
    ...Object.entries(signs).map(
      ([unit, each]) => [unit, each, isEither(unit) ? 'either' : 'after'] as const,
    ),
    ...Object.entries({ times, pieces, ...more, ...spoons[language] }).map(
      ([unit, each]) => [unit, each ?? '', side] as const,
    ),
  ];
  const all = [
    ...listed.flatMap(([unit, each, at]) => each.split(' ').map((word) => [unit, word, at] as const)),
    ...fromCldr(tag).map(([unit, word]) => [unit, hasEndings ? `${word}*` : word, side] as const),
  ];
  const found = new Map<string, UnitWord>();
  for (const [unit, written, at] of all) {
    const word = asRead(written.replace('*', '').replaceAll('_', ' ')).trim();
    if (word !== '' && !found.has(word))
      found.set(word, { word, unit, side: at, isStem: written.endsWith('*') });
  }
  words = [...found.values()].sort((a, b) => b.word.length - a.word.length);
  known.set(tag, words);
  return words;
}

const isWord = (unit: string) => /^[a-z]/.test(unit);
const formatOf = (tag: string, unit: string) =>
  new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
/** For a language that it does not know, V8 takes that of the process. */
export function isInCldr(tag: string): boolean {
  let is = inCldr.get(tag);
  if (is === undefined) {
    is = Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
    inCldr.set(tag, is);
  }
  return is;
}
const inCldr = new Map<string, boolean>();

/** siku 5: what is measured is said before its number. */
const standsBefore = (tag: string) =>
  isInCldr(tag) && formatOf(tag, 'day').formatToParts(5)[0]!.type === 'unit';

/** As people of the language call spans of time, and what is weighed. */
function fromCldr(tag: string): (readonly [unit: string, word: string])[] {
  if (!isInCldr(tag)) return [];
  return [...spans, ...amounts, ...Object.keys(signOf)].flatMap((unit) => {
    const format = formatOf(tag, unit);
    return forms.map((count) => {
      const { value = '' } = format.formatToParts(count).find(({ type }) => type === 'unit') ?? {};
      return [signOf[unit] ?? unit, value] as const;
    });
  });
}
