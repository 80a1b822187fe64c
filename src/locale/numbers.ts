/** Digits in groups that end with one of three: 1,000 and 1.000, 1,00,000, 1 000. */
const grouped = /(?<!\d)\d{1,3}(?:[.,'’ \u00a0\u202f]\d{2,3})*[.,'’ \u00a0\u202f]\d{3}(?!\d)/g;
/** Digits as they are written in Chinese and Japanese; fewer in a row count things. */
const ideographic = /[〇零一二三四五六七八九]{3,}/g;
const ideographs = '〇一二三四五六七八九';
/** What may become a digit when it is read: texts without any are the most. */
const mayBeDigit = /[\p{N}\p{S}零一二三四五六七八九\uf9b2\uf9d1]/u;

/** Stands for a helpline's number or a value: something that is seen, and that no digit may touch. */
export const filled = '\ufffc';

/** What people write between the digits of a number. */
const between = String.raw`[\s.()+\-\u2010-\u2015]{0,3}`;
const writtenNumber = new RegExp(`\\d(?:${between}\\d)*`, 'g');
/** A digit on either side of what is filled in, close by or a little apart. */
const besides = [`\\d${filled}`, `${filled}\\d`, `\\d${between}${filled}`, `${filled}${between}\\d`].map(
  (side) => new RegExp(side),
);

/** The value of a digit of any script: digits of a script follow each other from zero (Unicode §4.6). */
function digitValue(digit: string): number {
  let below = 0;
  for (let at = digit.codePointAt(0)! - 1; /\p{Nd}/u.test(String.fromCodePoint(at)); at--) below++;
  return below % 10;
}

/**
 * Digits as a reader sees them, in ASCII: those of other scripts, raised, circled and wide ones, without what is not
 * seen between them.
 */
function readDigits(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, '')
    .normalize('NFKC')
    .replace(/[\p{Mn}\p{Me}]/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)))
    .replace(ideographic, (run) => [...run].map((digit) => Math.max(0, ideographs.indexOf(digit))).join(''));
}

/** The numbers in a text, by their digits alone. */
export function numbersIn(text: string): string[] {
  if (!mayBeDigit.test(text)) return [];
  return (
    readDigits(text)
      .replace(grouped, (number) => number.replace(/\D/g, ''))
      .match(/\d+/g) ?? []
  );
}

/** A number of `text` that `source` has not: with all its digits, where it is written in groups. */
export function numberAdded(text: string, source: string): string | undefined {
  const known = numbersIn(source);
  const added = numbersIn(text).find((number) => !known.includes(number));
  if (added === undefined) return undefined;
  const written = readDigits(text).match(writtenNumber) ?? [];
  return written.map((number) => number.replace(/\D/g, '')).find((number) => number.includes(added)) ?? added;
}

/**
 * True when a digit stands beside what is {@link filled} in, on a side where none does in `source`, or closer than there.
 */
export function standsBesideDigits(text: string, source: string): boolean {
  if (!text.includes(filled)) return false;
  const [read, known] = [readDigits(text), readDigits(source)];
  return besides.some((side) => side.test(read) && !side.test(known));
}
