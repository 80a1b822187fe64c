import { mayHoldDigits, readDigits, spokenNumbersIn } from '../content/index.ts';

const monthsOf = new Map<string, readonly string[]>();

/** The names of the months in a language, long and short, from January on: in small letters. */
function monthNames(tag: string): readonly string[] {
  let names = monthsOf.get(tag);
  if (names === undefined) {
    names = (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i) => format.format(Date.UTC(2026, i, 15)).toLowerCase());
    });
    monthsOf.set(tag, names);
  }
  return names;
}

/** The months that a text names, from 1. */
function monthsIn(text: string, tag: string): Set<number> {
  const words = new Set(text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu));
  return new Set(
    monthNames(tag).flatMap((name, i) => (words.has(name.replace(/\.$/, '')) ? [(i % 12) + 1] : [])),
  );
}

/** Where a month stands as a number: 11月, 11월, tháng 11, and in 23.11.2026. */
const month =
  /(?<!\d)(0?[1-9]|1[0-2])(?= ?[月월])|(?<=tháng )(0?[1-9]|1[0-2])(?!\d)|(?<=(?<!\d)\d{1,2}([./-]))(0?[1-9]|1[0-2])(?=\3\d{4}(?!\d))/giu;
/** Numbers by ten thousands and by hundred millions: 1万2,000, 1.5억. */
const myriads = /(?<![\d.,])(\d+(?:\.\d+)?) ?([万萬만億亿억])(?:(\d[\d,]*))?/gu;
const magnitudes: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** The values of the numbers in a text, as English and most languages write them in digits. */
function valuesIn(text: string): Set<number> {
  return new Set(
    [...text.matchAll(/(\d+(?:,\d{3})*(?:\.\d+)?)(?: (thousand|million|billion))?/gi)].map(
      ([, digits, magnitude]) =>
        Math.round(Number(digits!.replaceAll(',', '')) * (magnitudes[magnitude?.toLowerCase() ?? ''] ?? 1)),
    ),
  );
}

/**
 * A translation without what its source says too, in the way of its language: months by their number, ten thousands, years
 * by the Thai calendar, and all days of the year for 24/7.
 */
export function withoutCalendarOf(source: string, translated: string, tag: string): string {
  if (!mayHoldDigits(translated) || !/\d/.test(readDigits(translated).text)) return translated;
  const months = monthsIn(source, tag);
  const values = valuesIn(source);
  let rest = translated;
  if (months.size > 0) rest = rest.replace(month, (found) => (months.has(Number(found)) ? ' ' : found));
  rest = rest.replace(myriads, (found, digits: string, unit: string, more = '0') => {
    const value = Number(digits) * (/[万萬만]/.test(unit) ? 1e4 : 1e8) + Number(more.replaceAll(',', ''));
    return values.has(Math.round(value)) ? ' ' : found;
  });
  if (/\p{Script=Thai}/u.test(translated))
    rest = rest.replace(/(?<!\d)2[45]\d\d(?!\d)/g, (year) => (values.has(Number(year) - 543) ? ' ' : year));
  return /24\/7/.test(source) ? rest.replace(/(?<!\d)365(?!\d)/g, ' ') : rest;
}

/** Numbers up to 99 that a text says in words: two weeks are 2 semaines. */
export function smallNumbersIn(text: string): string[] {
  return spokenNumbersIn(text).filter((digits) => digits.length <= 2);
}

/** `0.5`, `0,25`: parts of one, by the digits after the point. */
const part = /(?<![\d.,])0[.,٫](\d{1,3})(?![\d]|[.,]\d)/g;

/**
 * A number of `text` that its source has only as a part of one: 5 mg for 0.5 mg.
 */
export function partMadeWhole(text: string, source: string): string | undefined {
  const parts = new Set([...readDigits(source).text.matchAll(part)].map(([, digits]) => digits!));
  if (parts.size === 0) return undefined;
  const whole = (from: string) => readDigits(from).text.replace(part, ' ').match(/\d+/g) ?? [];
  const known = new Set(whole(source));
  return whole(text).find((digits) => parts.has(digits) && !known.has(digits));
}
