/** Pages that a text is on, at most: 555-1234 is no span of pages. */
const mostPages = 400;

/** `998-1003`, `1369-79`: from one page to a later one not far on; the second may leave out what both begin with. */
export function isSpanOfPages(found: string): boolean {
  const [first, second] = found.split(/ ?- ?/) as [string, string];
  const last = second.length < first.length ? first.slice(0, first.length - second.length) + second : second;
  const pages = Number(last) - Number(first);
  return pages > 0 && pages <= mostPages;
}

/** Years, each later than the one before. */
export function isRising(found: string): boolean {
  const years = found.split(/[ /]/).map(Number);
  return years.every((year, i) => i === 0 || year > years[i - 1]!);
}

/** An International Bank Account Number, by its check digits (ISO 13616, ISO 7064 MOD 97-10). */
export function isAccount(found: string): boolean {
  const account = found.replace(/ /g, '');
  if (account.length < 15 || account.length > 34) return false;
  const digits = [...account.slice(4), ...account.slice(0, 4)].map((sign) => Number.parseInt(sign, 36));
  let rest = 0;
  for (const value of digits) rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  return rest === 1;
}
