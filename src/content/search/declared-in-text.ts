import { Lettered } from '../../letters/index.ts';
import { isLookAlike, joinsDigits } from '../digits/atoms.ts';
import { lookAlikes } from '../digits/digit-tables.ts';
import { everydayMark, overlap, type Span } from '../digits/marks.ts';
import { inSource, mayHoldDigits, type Reading, readDigits } from '../digits/read-digits.ts';
import { spokenForm, spokenNumbers } from '../digits/spoken-digits.ts';
import { coverEveryday } from '../everyday/covered.ts';
import { type DeclaredNumber, isLinkedCode } from '../numbers/declared.ts';
import { asksBefore } from '../sentences/asked.ts';

/** A declared number in a text, in its declared form and by itself. */
export interface Shown extends Span {
  readonly number: DeclaredNumber;
}

/** A text as its digits are read, and what is known of it. */
interface Known {
  readonly reading: Reading;
  /** The text that is read, with everyday numbers covered. */
  readonly masked: string;
  /** The declared numbers in that, in order; codes that only links show aside. */
  readonly shown: readonly Shown[];
}

export function knownIn(text: string, declared: readonly DeclaredNumber[]): Known {
  const reading = readDigits(text);
  const masked = coverEveryday(reading.text);
  return { reading, masked, shown: shownIn(text, reading, masked, declared) };
}

/** Declared numbers in a text as a person reads it, in order. */
export function declaredIn(text: string, declared: readonly DeclaredNumber[]): readonly DeclaredNumber[] {
  return splitAtNumbers(text, declared).filter((piece) => typeof piece !== 'string');
}

/** A text cut at the declared numbers in it: what stands between them, and they. */
export function splitAtNumbers(
  text: string,
  declared: readonly DeclaredNumber[],
): readonly (string | DeclaredNumber)[] {
  if (!mayHoldDigits(text)) return [text];
  const { reading, shown } = knownIn(text, declared);
  const pieces: (string | DeclaredNumber)[] = [];
  let from = 0;
  for (const one of shown) {
    const { start, end } = inSource(reading, one);
    pieces.push(text.slice(from, start), one.number);
    from = end;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '');
}

function shownIn(
  source: string,
  reading: Reading,
  masked: string,
  declared: readonly DeclaredNumber[],
): Shown[] {
  const shown: Shown[] = [];
  const sought = declared.filter((number) => !isLinkedCode(number));
  const codes = sought.flatMap(({ dial }) => (dial.length <= longestShort ? [dial] : []));
  // The longest first: one may be a part of another.
  for (const number of sought.sort((a, b) => b.display.length - a.display.length)) {
    const { display } = number;
    for (let from = source.indexOf(display); from >= 0; from = source.indexOf(display, from + 1)) {
      const start = reading.at.indexOf(from);
      const end = start + display.length;
      if (shown.some((other) => overlap({ start, end }, other))) continue;
      if (
        isAlone(reading.text, start, end) &&
        !mark.test(source.slice(from + display.length)) &&
        !(display.length <= longestShort && isGroup(masked, start, end)) &&
        standsApart(masked, start, end, codes)
      )
        shown.push({ start, end, number });
    }
  }
  return shown.sort((a, b) => a.start - b.start);
}

/** Digits of a short code, at most. */
export const longestShort = 6;
/** Between two numbers of which people dial the one or the other. */
const alternative = /^(?: ?[/|•·・、] ?| - |,)$/;

/** A mark is drawn on the sign before it: over a digit (U+0338), or as a stroke after it (U+20D2) that is read as a 1. */
const mark = /^\p{M}/u;

/** True when no digit, sign or letter that is read as one touches a number. */
function isAlone(text: string, start: number, end: number): boolean {
  const last = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? ' ';
  const next = [...text.slice(end, end + 2)][0] ?? ' ';
  return (
    !/[\d+*#A-Za-z|¦‖│┃∣❘]/u.test(last) &&
    !/[\d*#A-Za-z|¦‖│┃∣❘]/u.test(next) &&
    !isLookAlike(last) &&
    !isLookAlike(next)
  );
}

/** True for digits that are a part of what is an everyday number as a whole: the 112 of “112,000 people”, the 711 of “pp. 711–717”. */
function isGroup(masked: string, start: number, end: number): boolean {
  const isOne = (at: number) => masked[at - 1] === everydayMark && masked[at] === everydayMark;
  return isOne(start) || isOne(end);
}

/** What is dialled after a number, and is a part of what is declared: behind a word, or the signs of a pause. */
const extensionName =
  /^[ ,;(]{1,3}(?:extension|extensión|extn|ext|durchwahl|dw|nebenstelle|nst|poste|anexo|interno|int|ramal|toestel|wewn|доб)(?=[.: \d])/i;
const ofExtension = new Lettered(String.raw`^(?:\.?:? ?(\d)|[.: ]{1,2}(\p{L}+))`, 'u');
/** In writing without spaces what is counted stands right behind a comma: 拨打12356，24小时, 7×24小时. */
const countedThere =
  ' ?[×x] ?\\d|\\p{Script=Han}|\\p{Script=Hangul}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Thai}';
const pause = new RegExp(
  `^(?:[ ,;(]{1,3}x ?\\d| ?(?:,{2,} ?|;|,?[pw])\\d| ?,\\d{1,2}(?!\\d|${countedThere}))`,
  'iu',
);

/** Words for a digit joined to a number, or two in a row beside it, are dialled with it: zero-800-315-1376, one nine 800-315-1376. */
const wordsBefore = new Lettered(String.raw`([\p{L}\p{M}]+)(?:[-./]{1,2}| ([\p{L}\p{M}]+) )$`, 'u');
const wordsAfter = new Lettered(String.raw`^ ([\p{L}\p{M}]+) ([\p{L}\p{M}]+)`, 'u');

/** True where there are words, in the form in which they are read, and each is one for a digit. */
function areUnits(found: RegExpExecArray | null): boolean {
  const words = found?.slice(1).filter((word) => word !== undefined) ?? [];
  return words.length > 0 && words.every((word) => spokenNumbers.get(word)?.kind === 'unit');
}

/** True where an extension, or words for digits, go on what a number is. */
export function goesOn(after: string): boolean {
  const [name] = extensionName.exec(after) ?? [];
  const [, digit, word] = name === undefined ? [] : (ofExtension.exec(after.slice(name.length)) ?? []);
  return (
    digit !== undefined ||
    pause.test(after) ||
    (word !== undefined && spokenNumbers.has(spokenForm(word))) ||
    areUnits(wordsAfter.exec(spokenForm(after)))
  );
}

/** A letter by itself that is read as a digit before the number: “l 800-315-1376”, “I-800-315-1376”. */
const lone = new Lettered(String.raw`(?<![\p{L}\p{M}\d’'])([lIOo])( |-|\/| - )$`, 'u');

/** Joined by a sign no such letter is a word. With a blank a small L is none, nor is an I after a call; “Disque o 188” has an article. */
function isLoneDigit(before: string): boolean {
  const [, letter, gap] = lone.exec(before) ?? [];
  if (letter === undefined || gap === undefined) return false;
  return gap !== ' ' || letter === 'l' || (letter === 'I' && asksBefore(before.slice(0, -2)));
}

const loneLetter = new Lettered(String.raw`^[-./][A-Za-z](?!\p{L})`, 'u');
const digitsBefore = new Lettered(String.raw`(\d+)([^\p{L}\d]+)$`, 'u');
/** Digits after what may join them to a number. */
export const digitsAfter = new Lettered(String.raw`^([^\p{L}\d]+)(\d+)`, 'u');
/** A line out, and a pause. */
const lineOut = new Lettered(String.raw`(?<![\p{L}\d])\d{1,2},$`, 'u');

/** True when nothing that is joined to a number makes another one of it; 911/112 are two, where both are declared. */
function standsApart(text: string, start: number, end: number, codes: readonly string[]): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 40)];
  if (loneLetter.test(after) && isLookAlike(after[1]!)) return false;
  if (isLoneDigit(before)) return false;
  if (goesOn(after) || areUnits(wordsBefore.exec(spokenForm(before)))) return false;
  const previous = digitsBefore.exec(before);
  if (
    previous !== null &&
    joinsDigits(previous[2]!, previous[1]!.length, 3) &&
    !(alternative.test(previous[2]!) && codes.includes(previous[1]!) && end - start <= longestShort)
  )
    return false;
  // 9,800-315-1376: what is dialled for an outside line.
  if (lineOut.test(before)) return false;
  const following = digitsAfter.exec(after);
  if (
    following !== null &&
    alternative.test(following[1]!) &&
    codes.includes(following[2]!) &&
    end - start <= longestShort
  )
    return true;
  if (following === null || !joinsDigits(following[1]!, 3, following[2]!.length)) return true;
  return countsAfter.test(after) || (end - start <= longestCode && countsAfterCode.test(after));
}

/** A word after digits, and no letter alone that looks like one more. */
const counted = `(?![${lookAlikes.join('')}](?!\\p{L}))\\p{L}`;
/** What sets a number apart from the digits after it: a bracket, a dash between spaces. */
const parts = '(?: ?\\(| - )';
const hour = '\\d{1,2}(?:[:.][0-5]\\d)?';
/** What stands beside a number and counts: “24 hours a day”, “9am to 5pm”, “(9 to 5)”, “- 24 hours”. */
const countsAfter = new Lettered(
  [
    `^${parts}\\d{1,2} ?${counted}`,
    `^ +(?:(?:24|7) |\\d{1,2})${counted}`,
    `^(?: +|${parts})(?:${hour} ?- ?)?${hour} ?(?:[AaPp]\\.?[Mm]|[Hh]|Uhr|น)(?!\\p{L})`,
    `^(?: +|${parts})(?:[01]?\\d|2[0-4]):[0-5]\\d(?![\\d:])`,
  ].join('|'),
  'u',
);
/** Beside a code of three or four digits anything that is counted: “911 2 times” is no longer number. */
const longestCode = 4;
const countsAfterCode = new RegExp(`^ +\\d{1,2} ?${counted}`, 'u');
