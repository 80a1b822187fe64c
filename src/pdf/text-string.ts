import { embeddingLevels } from '../text/index.ts';
import { type PdfText, pdfText } from './pdfkit.ts';

/** LEFT-TO-RIGHT MARK: never drawn, and a letter of its direction to UAX #9. */
const mark = '\u200e';

const digit = /\p{Nd}/u;

/**
 * A text that stands beside the page (a description, an alternative text, a bookmark, a title), as viewers show it: in
 * a line of either direction, whatever stands around. Where UAX #9 would turn the signs of a number round, as it does
 * after Arabic letters (W2, W4), marks before and after it keep them. Page text never has such marks.
 */
export function inOrder(text: string, numbers: readonly string[]): string {
  if (!/\d/.test(text)) return text;
  const places = placesOf(text, numbers).filter(([from, to]) => !isShownInOrder(text, from, to));
  return places.reduceRight(
    (all, [from, to]) => `${all.slice(0, from)}${mark}${all.slice(from, to)}${mark}${all.slice(to)}`,
    text,
  );
}

/** The same as a text string of the file. */
export const orderedText = (text: string, numbers: readonly string[]): PdfText =>
  pdfText(inOrder(text, numbers));

/** Where numbers stand that are no part of longer ones, in order. */
function placesOf(text: string, numbers: readonly string[]): [from: number, to: number][] {
  const places: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => b.length - a.length))
    for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
      const to = at + number.length;
      const isPart = digit.test(text.charAt(at - 1)) || digit.test(text.charAt(to));
      if (!isPart && !places.some((other) => at < other[1] && to > other[0])) places.push([at, to]);
    }
  return places.sort(([a], [b]) => a - b);
}

/** True where all signs have one level that runs from left to right, in lines of both directions: none is moved (L2). */
function isShownInOrder(text: string, from: number, to: number): boolean {
  return (['ltr', 'rtl'] as const).every((direction) => {
    const levels = embeddingLevels(text, direction).subarray(from, to);
    return levels[0]! % 2 === 0 && levels.every((level) => level === levels[0]);
  });
}
