import { Lettered, literal, unpartedScripts } from '../../letters/index.ts';

/** A letter, or a mark on one. */
export const letter = new Lettered(String.raw`[\p{L}\p{M}]`, 'u');
const letters = new Lettered(String.raw`^[\p{L}\p{M}]*`, 'u');
/** Writing that parts no words by spaces. */
export const unparted = new Lettered(`[${unpartedScripts}]`, 'u');
const [shortestStem, longestEnding] = [4, 2];

/** A word is whole where a script parts words, or has an ending of its case: Monate, Monaten. */
export function isWholeWord(word: string, beside: string, isStem: boolean): boolean {
  if (isStem || unparted.test(word) || !letter.test(word.at(-1)!)) return true;
  const rest = letters.exec(beside)![0].length;
  return rest === 0 || (word.length >= shortestStem && rest <= longestEnding);
}

/** True where a word that was found in a text stands by itself there; where a script parts no words, it is wherever it was found. */
export const standsAlone = (word: string, start: number, read: string, isStem = false): boolean =>
  unparted.test(word) ||
  (!letter.test(read[start - 1] ?? '') && isWholeWord(word, read.slice(start + word.length), isStem));

/** Names that are looked for in texts, and what each stands for. */
export interface Names<T> {
  /** Any of them, the longest first. */
  readonly pattern: RegExp;
  readonly values: ReadonlyMap<string, T>;
}

/** Of names as they are found in a text that is read; undefined: there are none. */
export function namesFrom<T>(values: ReadonlyMap<string, T>): Names<T> | undefined {
  const longestFirst = [...values.keys()].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return undefined;
  return { pattern: new RegExp(longestFirst.map(literal).join('|'), 'g'), values };
}

/** A name in a text. Places are those in the text as it is read. */
export interface Named<T> {
  readonly value: T;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** The names that stand alone in a text, in the order in which they stand. */
export const namedIn = <T>(read: string, { pattern, values }: Names<T>, isStem = false): Named<T>[] =>
  [...read.matchAll(pattern)].flatMap(({ 0: written, index: start }) =>
    standsAlone(written, start, read, isStem)
      ? [{ value: values.get(written)!, written, start, end: start + written.length }]
      : [],
  );
