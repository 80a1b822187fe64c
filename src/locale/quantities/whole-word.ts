import { Lettered, unpartedScripts } from '../../letters/index.ts';

const letter = new Lettered(String.raw`[\p{L}\p{M}]`, 'u');
const letters = new Lettered(String.raw`^[\p{L}\p{M}]*`, 'u');
const unparted = new Lettered(`[${unpartedScripts}]`, 'u');
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
