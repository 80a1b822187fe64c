import { mayHoldDigits, readDigits } from '../content/index.ts';
import { Lettered, unpartedScripts } from '../letters/index.ts';

/** Signs of units, which are the same in most languages. */
const signs = ['%', '°', '€', '$', '£', '₹', 'mcg', 'µg', 'μg', 'mg', 'ml', 'kg', 'km', 'cm', 'mm', 'g'];
const spans = ['minute', 'hour', 'day', 'week', 'month', 'year'];
/** Numbers that have a form of their own in some language. */
const forms = [1, 2, 3, 5, 11, 21, 100];

/** Words of a language by what they measure, the longest first. */
type Words = readonly (readonly [word: string, unit: string])[];

const known = new Map<string, Words>();

/** As people of the language call spans of time (CLDR), and the signs. */
function wordsOf(tag: string): Words {
  let words = known.get(tag);
  if (words === undefined) {
    const found = new Map(signs.map((sign) => [sign, sign]));
    for (const unit of spans) {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
      for (const form of forms) {
        const { value = '' } = format.formatToParts(form).find(({ type }) => type === 'unit') ?? {};
        const word = value.normalize('NFKC').trim().toLowerCase();
        if (word.length > 0) found.set(word, unit);
      }
    }
    words = [...found].sort(([a], [b]) => b.length - a.length);
    known.set(tag, words);
  }
  return words;
}

const number = /\d+(?:[.,]\d+)?/g;
const letter = /\p{L}|\p{M}/u;
const unparted = new Lettered(`[${unpartedScripts}]`, 'u');

/** Each number of a text that stands there once, with what it measures. */
function measured(text: string, tag: string): ReadonlyMap<string, string> {
  if (!mayHoldDigits(text)) return new Map();
  const read = readDigits(text).text.toLowerCase();
  const words = wordsOf(tag);
  const units = new Map<string, string | undefined>();
  for (const { 0: written, index } of read.matchAll(number)) {
    const key = written.replace(',', '.');
    const after = read.slice(index + written.length).replace(/^[ -]/, '');
    const before = read.slice(0, index).replace(/ $/, '');
    const [, unit] =
      words.find(([word]) => after.startsWith(word) && ends(word, after.slice(word.length))) ??
      words.find(([word]) => before.endsWith(word) && ends(word, before.slice(0, -word.length).slice(-1))) ??
      [];
    units.set(key, units.has(key) ? undefined : unit);
  }
  return new Map([...units].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A word is whole where a script parts words, or has an ending of its case: Monate, Monaten. */
function ends(word: string, beside: string): boolean {
  if (unparted.test(word) || !letter.test(word.at(-1)!)) return true;
  const rest = /^[\p{L}\p{M}]*/u.exec(beside)![0].length;
  return rest === 0 || (word.length >= shortestStem && rest <= longestEnding);
}
const [shortestStem, longestEnding] = [4, 2];

/**
 * Two numbers of which each measures what the other does in the source: “2 tablets, 10 mg each, for 30 days” with 30 mg for 10 days. A
 * sentence may have another order in another language; what is counted in hours is not counted in days.
 */
export function exchangedUnits(
  source: string,
  from: string,
  translated: string,
  to: string,
): string | undefined {
  const said = measured(source, from);
  if (said.size < 2) return undefined;
  const again = measured(translated, to);
  const moved = [...said].filter(([number, unit]) => again.has(number) && again.get(number) !== unit);
  for (const [one, unit] of moved)
    for (const [other, next] of moved)
      if (unit < next && again.get(one) === next && again.get(other) === unit)
        return `says ${one} of what its source says ${other}, and ${other} of what it says ${one}`;
  return undefined;
}
