import { filled, mayHoldDigits, readDigits } from '../../content/index.ts';

/** Digits in groups that end with one of three: 1,000 and 1.000, 1,00,000, 1 000, ۱٬۰۰۰. */
const grouped =
  /(?<!\d)\d{1,3}(?:[.,'’ \u00a0\u202f\u066c\u060c]\d{2,3})*[.,'’ \u00a0\u202f\u066c\u060c]\d{3}(?!\d)/g;
/** What people write between the digits of a number. */
const between = String.raw`[\s.()+\-\u2010-\u2015]{0,3}`;
const writtenNumber = new RegExp(`\\d(?:${between}\\d)*`, 'g');
/** A digit on either side of what is filled in, close by or a little apart. */
const besides = [`\\d${filled}`, `${filled}\\d`, `\\d${between}${filled}`, `${filled}${between}\\d`].map(
  (side) => new RegExp(side),
);

/** The numbers in a text, by their digits alone. */
export function numbersIn(text: string): string[] {
  if (!mayHoldDigits(text)) return [];
  return (
    readDigits(text)
      .text.replace(grouped, (number) => number.replace(/\D/g, ''))
      .match(/\d+/g) ?? []
  );
}

/** The numbers of `text` that `source` has not. */
export function numbersAdded(text: string, source: string): string[] {
  const known = new Set(numbersIn(source));
  return numbersIn(text).filter((number) => !known.has(number));
}

/** A number as it is written in a text, by all its digits, where it is written in groups: of 0800 111 the 111. */
export function wholeNumber(part: string, text: string): string {
  const read = readDigits(text).text;
  if (
    numbersIn(read).includes(part) &&
    new RegExp(`(?<![\\d ]|\\d[-.()+]) ?${part}(?! ?\\d|[-.()+]+\\d)`).test(read)
  )
    return part;
  const written = read.match(writtenNumber) ?? [];
  return written.map((number) => number.replace(/\D/g, '')).find((number) => number.includes(part)) ?? part;
}

/**
 * True when a digit stands beside what is {@link filled} in, on a side where none does in `source`, or closer than there.
 */
export function standsBesideDigits(text: string, source: string): boolean {
  if (!text.includes(filled)) return false;
  const [read, known] = [readDigits(text).text, readDigits(source).text];
  return besides.some((side) => side.test(read) && !side.test(known));
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

const partSign = /(?<=\d)(?=[¼½¾⅓⅔])/g;

/** 1½ as 1 ½: its digits are read as 1 1/2, and not as 11/2. */
export const withPartsApart = (text: string): string => text.replace(partSign, ' ');

/** What digits say: 1.200 is twelve hundred in one language, and a little more than one in another. */
export function readings(written: string): number[] {
  // 3.036,00: in groups, and with its parts.
  const [, groups, rest] =
    /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:(?<=\.\d{3}),|(?<=,\d{3})\.)(\d{1,2})$/.exec(written) ?? [];
  if (groups !== undefined) return [Number(`${groups.replace(/[.,]/g, '')}.${rest}`)];
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(written);
  const parts = written.split(/[.,]/);
  return [
    ...(grouped ? [Number(parts.join(''))] : []),
    ...(parts.length <= 2 ? [Number(parts.join('.'))] : []),
  ];
}
