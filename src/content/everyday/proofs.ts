import { publicCodes } from '../numbers/public-codes.ts';

/** Pages that a text is on, at most: 555-1234 is no span of pages. */
const mostPages = 400;

/** `998-1003`, `1369-79`: from one page to a later one not far on; the second may leave out what both begin with. */
export function isSpanOfPages(found: string): boolean {
  const [first, second] = found.split(/ ?- ?/) as [string, string];
  const last = second.length < first.length ? first.slice(0, first.length - second.length) + second : second;
  const pages = Number(last) - Number(first);
  return pages > 0 && pages <= mostPages;
}

/** Codes of one span have their first digits in common, and few lie between. */
const mostCodes = 99;

/** `97802-97804`: from one code of five digits to a later one close by. */
export function isSpanOfCodes(found: string): boolean {
  const [first, last] = found.split('-').map(Number) as [number, number];
  return last > first && last - first <= mostCodes;
}

/** How far apart years of one span are, at most: farther ones may be a number. */
const mostYears = 20;

/** A span from one year to a later one not far on. */
export function isSpanOfYears(found: string): boolean {
  const [first, last] = found.split(/ ?[-/] ?/).map(Number) as [number, number];
  return last > first && last - first <= mostYears;
}

/** Years, each later than the one before. */
export function isRising(found: string): boolean {
  const years = found.split(/[ /]/).map(Number);
  return years.every((year, i) => i === 0 || year > years[i - 1]!);
}

/** An International Bank Account Number, by its check digits (ISO 13616, ISO 7064 MOD 97-10). */
export function isAccount(found: string): boolean {
  const account = found.replace(/ /g, '').replace(/^(?=\d)/, 'PL');
  if (account.length < 15 || account.length > 34) return false;
  const digits = [...account.slice(4), ...account.slice(0, 4)].map((sign) => Number.parseInt(sign, 36));
  let rest = 0;
  for (const value of digits) rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  return rest === 1;
}

/** As numbers are written that are dialled: `555-0199`, `0170 1234567`, `800 555-0199`. */
const asDialled =
  /^(?:(?:1[-. /])?(?:[2-9]\d\d[-. /])?[2-9]\d\d[-. /]\d{4}|0\d{1,4}[-. /]\d[\d-. /]{4,}|\d{3}[-. /]\d{4})$/;

/** What is no code that people know by heart, and is not written as numbers are that are dialled. */
export function isIdentifier(found: string): boolean {
  return !asDialled.test(found) && !publicCodes.has(found.replace(/\D/g, ''));
}
