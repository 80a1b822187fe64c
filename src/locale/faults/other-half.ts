import { mayHoldDigits } from '../../content/index.ts';
import { literal } from '../../letters/index.ts';
import { asRead } from '../quantities/as-read.ts';
import { isInCldr } from '../quantities/unit-words.ts';
import { standsAlone } from '../quantities/whole-word.ts';

/** They count hours from dawn. */
const fromDawn = /^(?:sw|am)\b/;
const halves = ['before', 'after'] as const;
type Half = (typeof halves)[number];
/** 9 a.m., 5:30 pm. */
const inEnglish = /(?<![\d:.])(1[01]|[1-9])(?:[:.][0-5]\d)? ?([ap])\.? ?m\b/g;

/** What a language calls hours of one half, and where such an hour stands. */
interface HalfWord {
  readonly word: string;
  readonly half: Half;
  readonly beside: RegExp;
}

/** Most sources are English: Intl takes twenty milliseconds to be ready. */
const english: readonly (readonly [string, Half])[] = [
  ['in the morning', 'before'],
  ['in the afternoon', 'after'],
  ['in the evening', 'after'],
];
const known = new Map<string, readonly HalfWord[]>();

/** What a language calls hours before noon, and after it: de la mañana, 오후. What it calls both is neither. */
function wordsOf(tag: string): readonly HalfWord[] {
  let words = known.get(tag);
  if (words === undefined) {
    const isAsked = !tag.startsWith('en') && isInCldr(tag) && !fromDawn.test(tag);
    const found = new Map<string, Half | 'both'>(tag.startsWith('en') ? english : []);
    for (const options of isAsked ? [{ dayPeriod: 'long' } as const, {}] : []) {
      const format = new Intl.DateTimeFormat(tag, {
        ...{ hour: 'numeric', hourCycle: 'h12', timeZone: 'UTC' },
        ...options,
      });
      for (let hour = 0; hour < 24; hour++) {
        const parts = format.formatToParts(Date.UTC(2026, 0, 1, hour));
        const word = asRead(parts.find(({ type }) => type === 'dayPeriod')?.value ?? '');
        const half = hour < 12 ? 'before' : 'after';
        if (hour !== 12 && word !== '') found.set(word, (found.get(word) ?? half) === half ? half : 'both');
      }
    }
    words = [...found].flatMap(([word, half]) =>
      half === 'both' ? [] : [{ word, half, beside: besideOf(literal(word)) }],
    );
    known.set(tag, words);
  }
  return words;
}

/** An hour from 1 to 11, and a word behind it or before: 9:30 Uhr abends, 오후 5시. */
function besideOf(word: string): RegExp {
  const hour = String.raw`(?<![\d:.])(1[01]|[1-9])(?:[:.][0-5]\d)?`;
  const clock = '(?: ?(?:h|uhr|giờ|बजे|시|時|时|點|点))?';
  return new RegExp(`${hour}${clock} ?${word}|${word} ?${hour}(?![\\d:.]*\\d)`, 'g');
}

/** The hours of a text, by which half of the day they are said to be in. */
function hoursIn(text: string, tag: string): Readonly<Record<Half, Set<number>>> {
  const read = asRead(text);
  const hours = { before: new Set<number>(), after: new Set<number>() };
  for (const [, hour, sign] of read.matchAll(inEnglish))
    hours[sign === 'a' ? 'before' : 'after'].add(Number(hour));
  for (const { word, half, beside } of wordsOf(tag))
    for (const { 0: written, 1: behind, 2: ahead, index } of read.matchAll(beside))
      if (standsAlone(word, index + written.indexOf(word), read)) hours[half].add(Number(behind ?? ahead));
  return hours;
}

/** An hour of the other half of the day: 9 in the evening for 9 a.m. */
export function otherHalf(source: string, from: string, translated: string, to: string): string | undefined {
  if (!mayHoldDigits(source)) return undefined;
  const said = hoursIn(source, from);
  if (halves.every((half) => said[half].size === 0)) return undefined;
  const again = hoursIn(translated, to);
  const [before, after] = [
    [...again.before].find((hour) => said.after.has(hour) && !said.before.has(hour)),
    [...again.after].find((hour) => said.before.has(hour) && !said.after.has(hour)),
  ];
  if (before !== undefined) return `says ${before} before noon, and its source ${before} after noon`;
  return after === undefined ? undefined : `says ${after} after noon, and its source ${after} before noon`;
}
