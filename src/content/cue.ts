import { betweenWords, callWords, joiningWords } from './call-words.ts';

/** Scripts that do not part words by spaces, and signs: there a call stands right beside its number. */
const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}]/u;
const sentenceEnd = /[.!?。！？؟।;]/u;
/** Words between a call and its number, at most. */
const farthest = 3;

/** Texts are read in NFKC. */
const read = (word: string) => word.normalize('NFKC');
const before = Object.values(callWords).flatMap((row) => (row.before ?? []).map(read));
const beside = before.filter((word) => unparted.test(word) || word.includes(' '));
const whole = new Set(before.filter((word) => !word.endsWith('*')));
const beginnings = before.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
const after = Object.values(callWords).flatMap((row) => (row.after ?? []).map(read));
const between = new Set(betweenWords.map(read));
const joining = new Set(joiningWords.map(read));

function isCall(word: string): boolean {
  return whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

/** True when the text before a number asks to dial it. */
export function asksBefore(text: string): boolean {
  const close = text.slice(-50).replace(/[\s:"'“«(*#-]+$/u, '');
  if (beside.some((word) => close.toLowerCase().endsWith(word))) return true;
  const words = close.match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*|[.!?。！？؟।;\p{N}]/gu) ?? [];
  for (let back = 1; back <= farthest + 2 && back <= words.length; back++) {
    const word = words.at(-back)!;
    if (isCall(word.toLowerCase())) return true;
    // “Tel. 112”: the full stop of an abbreviation is no end.
    if (back === 1 && word === '.') continue;
    if (sentenceEnd.test(word) || !(between.has(word.toLowerCase()) || /^\p{Lu}{2,}$/u.test(word)))
      return false;
  }
  return false;
}

/** True when the text after a number says that it is dialled. */
export function asksAfter(text: string): boolean {
  const close = text
    .slice(0, 40)
    .toLowerCase()
    .replace(/^[\s)"'”»’*-]+/u, '');
  return after.some((word) => close.startsWith(word) && !/^[\p{L}\p{M}]/u.test(isWhole(word, close)));
}

/** What follows a word of a script with spaces; a verb of the others may go on. */
function isWhole(word: string, text: string): string {
  return unparted.test(word) ||
    /[\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/u.test(
      word,
    )
    ? ''
    : text.slice(word.length);
}

/** True when two numbers are joined by nothing but “or”, “and” or a sign. */
export function joinsNumbers(text: string): boolean {
  const word = text.replace(/[\s"'“”«»’(),]+/gu, ' ').trim();
  return word === '' ? text.includes(',') : /^[/&+]$/.test(word) || joining.has(word.toLowerCase());
}
