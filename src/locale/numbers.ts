/** Digits in groups that end with one of three: 1,000 and 1.000, 1,00,000, 1 000. */
const grouped = /(?<!\d)\d{1,3}(?:[.,'’ \u00a0\u202f]\d{2,3})*[.,'’ \u00a0\u202f]\d{3}(?!\d)/g;
/** Digits as they are written in Chinese and Japanese; fewer in a row count things. */
const ideographic = /[〇零一二三四五六七八九]{3,}/g;
const ideographs = '〇一二三四五六七八九';
/** What people write between the digits of a number. */
const between = String.raw`[\s.()+\-\u2010-\u2015]{0,3}`;

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
  const written = readDigits(text).match(new RegExp(`\\d(?:${between}\\d)*`, 'g')) ?? [];
  return written.map((number) => number.replace(/\D/g, '')).find((number) => number.includes(added)) ?? added;
}

/**
 * True when a digit stands beside `filled`, where a number is put in, on a side where none does in `source`, or closer
 * than there.
 */
export function standsBesideDigits(text: string, filled: string, source: string): boolean {
  const sides = [`\\d${filled}`, `${filled}\\d`, `\\d${between}${filled}`, `${filled}${between}\\d`].map(
    (side) => new RegExp(side),
  );
  const [read, known] = [readDigits(text), readDigits(source)];
  return sides.some((side) => side.test(read) && !side.test(known));
}
