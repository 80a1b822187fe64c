import { Lettered, unpartedScripts } from '../../letters/index.ts';
import { betweenWords, joiningWords } from '../words/call-words.ts';
import { small } from '../words/small.ts';

/** Scripts that do not part words by spaces, and signs: there a call stands right beside its number. */
export const unparted = new Lettered(String.raw`[${unpartedScripts}\p{So}]`, 'u');
export const sentenceEnd = /[.!?。！？؟।;]/u;
/** Nothing of its clause stands behind a number. */
export const ended = /^[ )\]»”"’']*(?:[.,;!?…。、？،؛۔।։።၊]|$)/u;
/** Words between a number and what names it, at most. */
export const farthestWord = 3;

const between = new Set(betweenWords.map(small));
const joining = new Set(joiningWords.map(small));
/** True of what may stand between a number and what names it, in small letters: “number”, “the”, “to”. */
export const standsBetween = (word: string): boolean => between.has(word);
/** True of “or”, “and”, “then”, in small letters. */
export const joins = (word: string): boolean => joining.has(word);

const wordsAndEnds = new Lettered(String.raw`[\p{L}\p{M}][\p{L}\p{M}'’-]*|[.!?。！？؟।;\p{N}]`, 'gu');
/** The words of a text, its digits, and the signs that end sentences. */
export const wordsAndEndsIn = (text: string): readonly string[] => text.match(wordsAndEnds.for(text)) ?? [];

/** So far back a last word is looked for, at most. */
const label = 80;
/** The last word of a text, as words are compared. */
export const lastWord = (text: string): string =>
  /([\p{L}\p{M}]+)[^\p{L}\p{M}]*$/u.exec(small(text.slice(-label)))?.[1] ?? '';
