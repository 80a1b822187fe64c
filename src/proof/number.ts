/** Digits on the keys of a telephone (ITU-T E.161). */
const keypad: readonly string[] = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** A decimal digit of any script as one of ours; a letter as the key that it is on. */
function dialledBy(character: string): string {
  if (/\d/.test(character)) return character;
  const key = keypad.findIndex((letters) => letters.includes(character.toUpperCase()));
  return key > 0 ? String(key) : '';
}

/** The digits that a number shows, letters as their keys; digits in brackets that only repeat letters are left out. */
export function digitsOf(display: string): string {
  const repeated = /^(.*[A-Za-z].*?)\s*\(([\d\s-]+)\)\s*$/.exec(display);
  const all = [...(repeated?.[1] ?? display)].map(dialledBy).join('');
  const again = (repeated?.[2] ?? '').replace(/\D/g, '');
  return all.endsWith(again) ? all : all + again;
}

/** Digits of the longest country code, and of the longest prefix that is dialled only within a country. */
const [longestCode, longestPrefix] = [3, 2] as const;

/**
 * What is wrong with a number, as the end of a sentence: a link must dial what is shown. Only a country's code may be
 * left out of what is shown, and only a prefix for calls within the country (0, 8, 06) left out of what is dialled.
 */
export function numberFault({ display, uri }: { display: string; uri: string }): string | undefined {
  const shown = digitsOf(display);
  const dialled = uri.replace(/\D/g, '');
  for (let prefix = 0; prefix <= longestPrefix; prefix++) {
    const rest = shown.slice(prefix);
    if (prefix > 0 && rest.length < 5) break;
    if (rest !== '' && dialled.endsWith(rest) && dialled.length - rest.length <= longestCode)
      return undefined;
  }
  return `${display} is shown, and ${uri} dialled`;
}
