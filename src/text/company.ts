import { MAY_BREAK, NO_BREAK } from './line-break.ts';
import type { Breaking } from './types.ts';

/** A part of a word this short stays with the rest of it at a hyphen. */
const SHORT_PART = 2;

const letter = /[\p{L}\p{M}]/u;
const wordly = /[\p{L}\p{M}\p{N}'’-]/u;

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

/** `e-mail`, `кто-то`: a line that ends at the hyphen leaves a scrap. */
function keepShortParts(text: string, breaks: Uint8Array): void {
  for (let at = text.search(/[-\u2010]/); at >= 0 && at < text.length; at++) {
    if (text[at] !== '-' && text[at] !== '\u2010') continue;
    const before = lettersFrom(text, at - 1, -1);
    const after = lettersFrom(text, at + 1, 1);
    if (before > 0 && after > 0 && Math.min(before, after) <= SHORT_PART) forbid(breaks, at, at + 2);
  }
}

/** A word of one letter goes with the word after it, a dash between spaces with the word before it. */
function bindShort(text: string, breaks: Uint8Array): void {
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
    const next = text[space + 1] ?? '';
    const isDash = (next === '—' || next === '–') && !wordly.test(text[space + 2] ?? '');
    const isOneLetter = letter.test(text[space - 1] ?? '') && !wordly.test(text[space - 2] ?? '');
    const longer = /\p{N}/u.test(next) || (letter.test(next) && wordly.test(text[space + 2] ?? ''));
    if (isDash || (isOneLetter && longer)) forbid(breaks, space, space + 2);
  }
}

function keepWhole(text: string, breaks: Uint8Array, words: readonly string[]): void {
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      forbid(breaks, at, at + word.length);
}

/** What UAX #14 lets go and a typesetter of the language keeps together. */
export function keepCompany(text: string, breaks: Uint8Array, { bindsShort, whole }: Breaking): void {
  keepShortParts(text, breaks);
  if (bindsShort === true) bindShort(text, breaks);
  if (whole !== undefined) keepWhole(text, breaks, whole);
}
