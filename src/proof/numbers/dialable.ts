/*
 * What a person who reads a line could dial. Written for the proof alone: how the guide's texts are searched is another
 * room's affair, and neither knows of the other.
 */

/** What people put between digits, at most three of them: blanks, brackets, points, strokes of any length, slashes. */
const between = String.raw`[\s().\u00b7\u2022\u2010-\u2015\u2212/_~*-]{0,3}`;
/** Letters that look like digits. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', О: '0', о: '0', Ο: '0', ο: '0', D: '0', Q: '0' },
  ...{ l: '1', I: '1', i: '1', '|': '1', і: '1', І: '1', Ι: '1', '!': '1' },
  ...{ Z: '2', z: '2', S: '5', s: '5', Ѕ: '5', G: '6', b: '6', B: '8', В: '8', g: '9', q: '9' },
};
const letters = Object.keys(lookalikes).join('');
const keys = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const keypad = '22233344455566677778889999';

const plain = new RegExp(String.raw`\d(?:${between}\d){4,}`, 'g');
const disguised = new RegExp(
  String.raw`(?<![\p{L}\d])[\d${letters}](?:${between}[\d${letters}]){4,}(?![\p{L}\d])`,
  'gu',
);
const hidesDigit = new RegExp(`[${letters}]`);
/** The first letter of what is disguised has none before it: most lines have no such letter, and are not looked through. */
const mayDisguise = new RegExp(String.raw`(?<!\p{L})[${letters}]`, 'u');
/** Three digits, then letters and digits that are seven keys together, joined by strokes or points. */
const spelled =
  /(?<![\p{L}\d])\d{3}\)?[.\u2010-\u2015-][A-Z\d]{2,4}[.\u2010-\u2015-]?[A-Z\d]{2,5}(?![\p{L}\d])/gu;

/** Digits that could be dialled where they are as many. */
export const enough = 7;

export interface Dialable {
  /** As it stands. */
  readonly text: string;
  /** As it would be dialled. */
  readonly digits: string;
}

const ascii = /^[\0-\x7f]*$/;
/** Digits of other scripts. */
const otherDigits = /(?!\d)\p{Nd}/gu;

/** Digits of any script, and of any width or place on the line, as ours. */
export function plainDigits(text: string): string {
  if (ascii.test(text)) return text;
  return text.normalize('NFKC').replace(otherDigits, (digit) => String(digitValue(digit)));
}

/** Digits of a script stand together, from zero to nine. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

const digit = /[\p{Nd}\p{No}]/u;

/** Is there a digit in a text, of any script, on the line or beside it? Without one nothing of it can be dialled. */
export const hasDigit = (text: string) => digit.test(text);

/** None of the forms has fewer. */
const threeDigits = /\d\D*\d\D*\d/;

/** Everything in a line of five digits or more, look-alikes and letters of the keypad among them. */
export function dialablesIn(line: string): Dialable[] {
  if (!hasDigit(line)) return [];
  const text = plainDigits(line);
  if (!threeDigits.test(text)) return [];
  const found = (text.match(plain) ?? []).map((each) => ({ text: each, digits: each.replace(/\D/g, '') }));
  for (const each of (mayDisguise.test(text) ? text.match(disguised) : null) ?? []) {
    const hidden = each.replace(/[^\d]/g, (c) => lookalikes[c] ?? c);
    // Words between numbers are words: each letter stands beside a digit, and most are digits.
    if (!hidesDigit.test(each) || /[^\W\d_]{3}/u.test(each) || each.replace(/\D/g, '').length < 5) continue;
    if (each.split(/\s+/).some((part) => !/\d/.test(part))) continue;
    found.push({ text: each, digits: hidden.replace(/\D/g, '') });
  }
  for (const each of text.match(spelled) ?? []) {
    if (!/[A-Z]/.test(each)) continue;
    const digits = each.replace(/[A-Z]/g, (c) => keypad[keys.indexOf(c)]!).replace(/\D/g, '');
    if (digits.length >= 9) found.push({ text: each, digits });
  }
  return found;
}

const year = String.raw`(?:19|20)\d\d`;
const noNumbers = [
  String.raw`${year}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])[-./ ]{1,2}(?:0?[1-9]|[12]\d|3[01])[-./ ]{1,2}${year}`,
  String.raw`${year} ?[-\u2010-\u2015/] ?${year}`,
  String.raw`\d{1,2}(?:\.\d{3})+`,
];
const noNumber = new RegExp(`^(?:${noNumbers.join('|')})$`);

/** Dates, spans of years and large numerals, which nobody dials. */
export function isNoNumber(text: string): boolean {
  return noNumber.test(text.trim());
}

/** Digits on both sides of the end of a sentence: “in 2019. 1200 people”. Nobody writes a full stop and a blank within a number. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/\.\s+(?=\d)/);
}

/** Before a number: the end of a sentence, or of an item's own number. Nobody writes a full stop and a blank within one. */
const endsBefore = /(?<![\d+])\d{1,2}\.\s$/;
/** A word after digits: no letter by itself that looks like one more. */
const counted = String.raw`(?![${letters}](?!\p{L}))\p{L}`;
/** What sets a number apart from what follows: the end of a sentence, a bracket, a dash between blanks. */
const parts = String.raw`(?:\.\s|\s?[(（]|\s[-\u2010-\u2015\u2212]\s)`;
const hour = String.raw`\d{1,2}(?:[:.][0-5]\d)?`;
/** After one: all hours, days of the week and times of day; after what sets them apart anything that is counted. */
const countsAfter = new RegExp(
  [
    String.raw`^(?:\.?\s|${parts})24/(?:7|24)(?![\d/-])`,
    String.raw`^${parts}\d{1,2}\s?${counted}`,
    String.raw`^\s(?:(?:24|7)\s|\d{1,2})${counted}`,
    String.raw`^(?:\s|${parts})(?:${hour}\s?[-\u2010-\u2015]\s?)?${hour}\s?(?:[AaPp]\.?[Mm]|[Hh]|Uhr|น)(?!\p{L})`,
    String.raw`^(?:\s|${parts})(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])`,
  ].join('|'),
  'u',
);
/** Digits before a number that are read as a part of it. */
const belongsBefore = new RegExp(String.raw`[\d+]${between}$`);

/** Signs before a number that these look at, and more. */
const nearest = 16;

/** A line in which a number is set apart from digits beside it that are none of its own, as a sentence has them. */
export function setApart(line: string, display: string): string {
  const [first, ...others] = line.split(display);
  const parts = [first!];
  // As much of what stands before as is looked at: of all of it, in a line of many numbers, hours would go by.
  let before = first!.slice(-nearest);
  for (const after of others) {
    const isEnd = endsBefore.test(before);
    const counts = countsAfter.test(after) && (isEnd || !belongsBefore.test(before));
    const part = `${isEnd ? '\ufffc' : ''}${display}${counts ? '\ufffc' : ''}${after}`;
    parts.push(part);
    before = `${before}${part}`.slice(-nearest);
  }
  return parts.join('');
}

/**
 * True when digits on a page are one of these everyday numbers, or a part of one that a line's end or a letter cut off:
 * nothing but what stands in it, with no digit of it left beside.
 */
export function isOneOf(everyday: readonly string[], text: string): boolean {
  const written = evened(text);
  return everyday.some((each) => {
    const whole = evened(each);
    for (let at = whole.indexOf(written); at >= 0; at = whole.indexOf(written, at + 1))
      if (!/\d$/.test(whole.slice(0, at)) && !/^\d/.test(whole.slice(at + written.length))) return true;
    return false;
  });
}

function evened(text: string): string {
  return plainDigits(text).replace(/\s+/g, ' ').trim();
}

/** How many digits must be changed, put in or left out to make one number of another, 3 at most. */
export function apart(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return Math.min(3, row[b.length]!);
}
