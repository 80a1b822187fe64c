import { Lettered } from '../letters/index.ts';
import { MAY_BREAK, NO_BREAK } from './line-break.ts';
import type { Breaking } from './types.ts';

/** A part of a word this short stays with the rest of it at a hyphen. */
const SHORT_PART = 4;

/** No word that is bound to its neighbour is longer, UTF-16 units. */
const LONGEST_BOUND = 12;

const letter = new Lettered(String.raw`[\p{L}\p{M}]`, 'u');
const digit = /\p{Nd}/u;
const wordly = new Lettered(String.raw`[\p{L}\p{M}\p{N}'’-]`, 'u');

/** Forbids lines to end between `start` and `end`. */
export function forbid(breaks: Uint8Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) if (breaks[at] === MAY_BREAK) breaks[at] = NO_BREAK;
}

/** How many letters stand from `at` on in the direction of `step`, counted no further than a short part and one more. */
function lettersFrom(text: string, at: number, step: 1 | -1): number {
  let count = 0;
  while (count <= SHORT_PART && letter.test(text[at + count * step] ?? '')) count++;
  return count;
}

/** `e-mail`, `кто-то`, `peut-être`, `4–6`: a line that ends at the hyphen or dash leaves a scrap. */
function keepShortParts(text: string, breaks: Uint8Array): void {
  const first = text.search(/[-\u2010\u2013]/);
  for (let at = first; at >= 0 && at < text.length; at++) {
    if (!/[-\u2010\u2013]/.test(text[at]!)) continue;
    if (digit.test(text[at - 1] ?? '') && digit.test(text[at + 1] ?? '')) forbid(breaks, at, at + 2);
    const before = lettersFrom(text, at - 1, -1);
    const after = lettersFrom(text, at + 1, 1);
    if (before > 0 && after > 0 && Math.min(before, after) <= SHORT_PART) forbid(breaks, at, at + 2);
  }
}

/** What an amount is counted in, behind a space: nobody may take one line for all of a dose. Data. */
const units =
  'mg|mcg|µg|μg|g|kg|ml|mL|l|L|dl|cl|mm|cm|m|km|h|min|s|kcal|IU|UI|IE|mmol|lb|oz|мг|мкг|г|кг|мл|л|мм|см|м|км|ч|мин|год|хв|εκ|χλμ|ώρες|سم|ملغ|مل|كغ|đồng';
/** A number of up to three digits, no part of a longer one, and no amount that stays with its unit: `911`, `4–6`, `100%`. */
const shortNumber = new Lettered(
  String.raw`[0-9]{1,3}(?:[-–][0-9]{1,3})?(?![0-9]|[ .(-]\d| (?:${units})(?![\p{L}\p{M}’']))`,
  'uy',
);

function isShortNumber(text: string, at: number): boolean {
  const pattern = shortNumber.for(text);
  pattern.lastIndex = at;
  return pattern.test(text);
}

const wordEnd = new Lettered(String.raw`[\p{L}\p{M}’]*$`, 'u');
const wordStart = new Lettered(String.raw`^[\p{L}\p{M}’]*`, 'u');

/** The word that ends, or begins, at a space; only as much of it as can matter. */
function wordBefore(text: string, space: number): string {
  return wordEnd.for(text).exec(text.slice(Math.max(0, space - LONGEST_BOUND), space))![0];
}
function wordAfter(text: string, space: number): string {
  return wordStart.for(text).exec(text.slice(space + 1, space + 1 + LONGEST_BOUND))![0];
}

/** Words of one letter that stand in a row are bound to each other, but no more than so many, or no line could hold them. */
const MOST_IN_A_ROW = 5;
/** What goes on behind a space: a word, a number, or what opens before one. */
const beginsWord = new Lettered(String.raw`^[\p{Ps}\p{Pi}"'„‚¿¡]*[\p{L}\p{N}]`, 'u');

/** At which spaces no line ends: between a number and its word, and where the language binds a word to its neighbour. */
function bindWords(text: string, breaks: Uint8Array, breaking: Breaking): void {
  const { bindsLetters, bindsDashes, withNext = [], withPrevious = [] } = breaking;
  let row = 0;
  let last = -1;
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
    const next = text[space + 1] ?? '';
    const isWord = letter.test(text[space - 1] ?? '');
    const isDash = (next === '—' || next === '–') && !wordly.test(text[space + 2] ?? '');
    const before = isWord ? wordBefore(text, space) : '';
    const start = space - before.length;
    const isOneLetter = before.normalize('NFC').length === 1 && !wordly.test(text[start - 1] ?? '');
    row = isOneLetter ? (last === start - 1 ? row + 1 : 1) : 0;
    if (isOneLetter) last = space;
    // What stands with the word before it does not stand with the next: Armenian է, Haitian w.
    const bindsOn = bindsLetters === true && isOneLetter && !withPrevious.includes(before);
    const goesOn = isWord && beginsWord.test(text.slice(space + 1, space + 5));
    if (
      (isWord && isShortNumber(text, space + 1)) ||
      (bindsDashes === true && isDash) ||
      (bindsOn && goesOn && row % MOST_IN_A_ROW !== 0) ||
      (withNext.length > 0 && goesOn && withNext.includes(before.toLowerCase())) ||
      (withPrevious.length > 0 && isWord && withPrevious.includes(wordAfter(text, space)))
    )
      forbid(breaks, space, space + 2);
  }
}

function keepWhole(text: string, breaks: Uint8Array, words: readonly string[]): void {
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      forbid(breaks, at, at + word.length);
}

/**
 * What never begins a line, also where a space stands before it: signs that repeat or shorten the word before (Thai ๆ ฯ,
 * Lao ໆ ຯ, Khmer ៗ), full stops of Indic, Khmer, Burmese and Ethiopic writing, which some set with a space, raised digits
 * (cm²) and the wave dash as it is typed in Japanese (9時～17時, 9時~17時); a middle dot or a bar that parts what stands beside each other.
 */
const neverFirst =
  / *[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\uff5e\u0e2f\u0e46\u0e5a\u0e5b\u0eaf\u0ec6\u0964\u0965\u104a\u104b\u1362-\u1368\u17d4-\u17da]| [·|](?= )|(?<=[^\s~])~(?=[^\s~])/g;
/** Shortened words that go with the number behind them. Data. */
const shortened =
  '[Nn]r|[Nn]o|n|[Aa]rts?|[Aa]bs|pp?|S|[Vv]ol|v|[Ff]ig|núm|[Pp]ágs?|poz|ст|стр|с|п|παρ|αρ|ν|σελ';
/**
 * Spaces within what is read as one: within an amount, between its groups of thousands, or a postcode of three and two digits; between a
 * number and its sign or unit; behind what a number is shortened to (n° 44, Nr. 3), and in words of letters with full stops (z. B.).
 */
export const within = new Lettered(
  [
    String.raw`(?<=\p{Nd}) (?=[%‰°\p{Sc}]|\p{Nd}{3}(?!\p{Nd})|(?:${units})(?![\p{L}\p{M}’']))`,
    String.raw`(?<=(?<!\p{Nd})\p{Nd}{3}) (?=\p{Nd}{2}(?!\p{Nd}))`,
    String.raw`(?<=(?<!\p{L})[№§\p{Sc}+±−≥≤<>≈]) (?=\p{Nd})`,
    String.raw`(?<=(?<![\p{L}\p{M}])(?:(?:${shortened})\.|[Nn][°º])) (?=\p{Nd})`,
    String.raw`(?<=(?<![\p{L}\p{M}.])(?:\p{Ll}\. )*\p{Ll}\.) (?=\p{L}{1,3}\.)`,
  ].join('|'),
  'gu',
);
/**
 * Where nothing stands between: a number and a unit that is one sign (20㎝²), units that are divided by each other (mg/kg/Tag); 第 and its
 * number, an hour and its minutes; two words of which one is short (und/oder, 1 000 грн/міс., Recife/PE), no parts of an address.
 */
export const joined = new Lettered(
  [
    String.raw`\p{Nd}(?=[\u3371-\u33df])|第(?=\p{Nd})|時(?=\p{Nd}{1,2}分)|(?<=\p{Nd} ?(?:${units})(?:\/\p{L}{1,8})?)\/(?=\p{L})`,
    String.raw`(?<=(?:^|[\s(«“„"])[\p{L}\p{M}]{1,${SHORT_PART}}\.?)\/(?=[\p{L}\p{M}]+(?:[^\p{L}\p{M}\/.@]|\.?(?:\s|$)))`,
    String.raw`(?<=(?:^|[\s(«“„"])[\p{L}\p{M}’'-]{1,20}\.?)\/(?=[\p{L}\p{M}]{1,${SHORT_PART}}(?:[^\p{L}\p{M}\/.@]|\.?(?:\s|$)))`,
  ].join('|'),
  'gu',
);

/**
 * Where texts have none of these, nothing of that is sought, which takes long: each alternative of `within` has a digit, or words
 * of letters with full stops; each of `joined` has a sign of these.
 */
export const mayBeWithin = new Lettered(String.raw`\p{Nd}|\. \p{L}{1,3}\.`, 'u');
export const mayBeJoined = /[第時/\u3371-\u33df]/;

function keepMarks(text: string, breaks: Uint8Array): void {
  for (const { index, 0: found } of text.matchAll(neverFirst))
    if (index > 0) forbid(breaks, index - 1, index + found.length);
  if (mayBeWithin.test(text))
    for (const { index } of text.matchAll(within.for(text))) forbid(breaks, index, index + 2);
  if (mayBeJoined.test(text))
    for (const { index } of text.matchAll(joined.for(text))) forbid(breaks, index, index + 2);
}

/** What UAX #14 lets go and a typesetter of the language keeps together. */
export function keepCompany(text: string, breaks: Uint8Array, breaking: Breaking): void {
  keepShortParts(text, breaks);
  keepMarks(text, breaks);
  bindWords(text, breaks, breaking);
  if (breaking.whole !== undefined) keepWhole(text, breaks, breaking.whole);
}
