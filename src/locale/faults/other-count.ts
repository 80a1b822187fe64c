import { readDigits } from '../../content/index.ts';
import { Lettered } from '../../letters/index.ts';
import { asRead } from '../quantities/as-read.ts';
import { countsIn, type InWords, valuesInWords } from '../quantities/in-words.ts';
import { quantitiesIn } from '../quantities/measured.ts';
import { numbersIn } from '../quantities/numbers.ts';
import { isOrdinal, saysOrdinal } from '../quantities/ordinals.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { unparted } from '../quantities/whole-word.ts';
import { weekdaysIn, weekdaysMeant } from '../ways/weekday-names.ts';

/** Up to here languages have words of one piece for numbers; one of a thing is its article. */
const [fewest, most] = [2, 12];
const isCount = ({ values: [value] }: Quantity) =>
  Number.isInteger(value) && value! >= fewest && value! <= most;

/** A letter of Hangul has meanings of its own within a word: 십 in 하십시오. */
const hangul = new Lettered(String.raw`\p{Script=Hangul}`, 'u');
const isWithin = ({ written, start, end }: Quantity, text: string) =>
  hangul.test(written) && (hangul.test(text[start - 1] ?? '') || hangul.test(text[end] ?? ''));

/**
 * Another number of things, in words: “cuatro cosas” for five things. Told where the source's number is nowhere in the translation, and one
 * is there that the source does not have. What measures something is looked at by itself.
 */
export function otherCount(source: string, from: string, translated: string, to: string): string | undefined {
  const read = asRead(source);
  const quantities = quantitiesIn(source, from);
  const ofUnit = measuredIn(quantities);
  const said = [...quantities, ...countsIn(source, from)].filter(
    (one) =>
      isCount(one) &&
      one.unit === undefined &&
      !ofUnit.has(one.start) &&
      !isPart(one) &&
      !isOrdinal(read, one) &&
      !isHour(one, read),
  );
  if (said.length === 0) return undefined;
  const again = valuesOf(translated, to);
  const gone = said.filter(
    (one) =>
      !again.has(one.values[0]!) &&
      // One in two is half of them; a day or two, a day or so.
      !(one.values[0] === 2 && isShare(one, read)) &&
      !(one.values[0]! <= 3 && fewOf.test(translated)),
  );
  if (gone.length === 0) return undefined;
  const known = valuesOf(source, from);
  const text = asRead(translated);
  const measured = measuredIn(quantitiesIn(translated, to));
  const made = countsIn(translated, to).filter(
    (one) =>
      isCount(one) &&
      !known.has(one.values[0]!) &&
      !measured.has(one.start) &&
      (!isPart(one) || (unparted.test(one.written) && !isWithin(one, text))) &&
      !isOrdinal(text, one) &&
      !isHour(one, text) &&
      !(one.values[0]! <= 3 && vague.test(source)) &&
      !saysOrdinal(source, from, one.values[0]!) &&
      !isOfTime(one, text, source, from, to),
  );
  // What one in four is may be said by another word: a quarter.
  for (const one of gone) {
    const other = made.find((each) => !isShare(one, read) || isShare(each, text));
    if (other !== undefined) return `says “${other.written}”, and its source “${one.written}”`;
  }
  return undefined;
}

/** 7 p.m., 6 to 9 p.m., 10:30, 8 Uhr: they are said by many clocks. */
const hourBehind =
  /^(?:[:.]\d\d)?(?: ?(?:to|and|or|until|[-–~〜]) ?\d{1,2}(?:[:.]\d\d)?)? ?(?:[ap]\. ?m\b|[ap]m\b|o[’']clock|h\b|uhr|:\d\d|[時时点點시])/;
/** Half past eight, halb neun. */
const hourBefore = /(?:half past|quarter (?:past|to)|halb|viertel (?:vor|nach)|wpół do) $/;
const isHour = ({ start, end, written }: Quantity, read: string) =>
  (/\d$/.test(written) && hourBehind.test(read.slice(end, end + 24))) ||
  hourBefore.test(read.slice(Math.max(0, start - 16), start));

/** One in four is a quarter, and every fourth. */
const ofSoMany = new Lettered(
  String.raw`(?:\b(?:in|out of|of every|in every|sur|de cada|em cada|von|su|na|din)|(?<!\p{L})(?:из|з|στους|στις|στα)) $`,
  'u',
);
const isShare = ({ start }: Quantity, read: string) =>
  ofSoMany.test(read.slice(Math.max(0, start - 12), start));
/** A day or so is a day or two. */
const vague = /\b(?:or so|about|some|couple|few|several|pairs?|both|either|doubl\w*|half|halves)\b/i;
/** The same of an English translation, which lacks the number then. */
const fewOf = /\b(?:or so|couple|few|pairs?|both|either)\b/i;

/** Thai and Lao hours are counted anew four times a day, and those of Swahili and Amharic from dawn. */
const hourWord = /^ ?(?:ทุ่ม|โมง|ໂມງ|ሰዓት)/;

/** Of the name of a day, as اثنين, thứ hai and 周二 are, or an hour. */
function isOfTime(one: Quantity, text: string, source: string, from: string, to: string): boolean {
  if (hourWord.test(text.slice(one.end, one.end + 8))) return true;
  const meant = weekdaysMeant(source, from);
  return (
    meant.has(one.values[0]! - 1) ||
    (to.startsWith('zh') && meant.has(one.values[0]!)) ||
    weekdaysIn(text, to).some(({ start, end }) => start < one.end && one.start < end)
  );
}

const isPart = (one: Quantity | InWords) => 'isPart' in one && one.isPart === true;

/** Where the numbers begin that measure something. */
const measuredIn = (quantities: readonly Quantity[]): ReadonlySet<number> =>
  new Set(quantities.flatMap(({ unit, start }) => (unit === undefined ? [] : [start])));

/** All numbers that a text may say, in digits, in words, with what they measure. */
const valuesOf = (text: string, tag: string): ReadonlySet<number> =>
  new Set([
    ...numbersIn(readDigits(text).text).map(Number),
    ...valuesInWords(text, tag),
    ...quantitiesIn(text, tag).flatMap(({ values }) => values),
  ]);
