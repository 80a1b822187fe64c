import { embeddingLevels } from '../text/index.ts';
import { type PdfText, pdfText } from './pdfkit.ts';

/** LEFT-TO-RIGHT MARK: never drawn, and a letter of its direction to UAX #9. */
const mark = '\u200e';

const digit = /\p{Nd}/u;

/**
 * Numbers as they are shown, in texts that stand beside the pages. What UAX #9 does with a text does not depend on which
 * European digits it has: all ten are of one kind (EN), so what was found of one is found of all that differ in them alone.
 */
export class ShownNumbers {
  /** The longest first. */
  readonly #displays: readonly string[];
  /** Whether signs of a text are shown in order, by their places and the text. */
  readonly #known: Map<string, boolean>;
  /** Texts as they stand in a file, of which links of several pages have the same. */
  readonly #ordered = new Map<string, string>();

  /** `known` has what was found of texts before, and takes what is found of others: of files, as many as whoever owns it holds. */
  constructor(displays: readonly string[], known: Map<string, boolean> = new Map()) {
    this.#displays = [...new Set(displays)].sort((a, b) => b.length - a.length);
    this.#known = known;
  }

  /** The same of other numbers. */
  of(displays: readonly string[]): ShownNumbers {
    return new ShownNumbers(displays, this.#known);
  }

  /** A text with its numbers in order: see {@link inOrder}. */
  ordered(text: string): string {
    let ordered = this.#ordered.get(text);
    if (ordered === undefined) {
      ordered = this.turnedIn(text).reduceRight(
        (all, [from, to]) => `${all.slice(0, from)}${mark}${all.slice(from, to)}${mark}${all.slice(to)}`,
        text,
      );
      this.#ordered.set(text, ordered);
    }
    return ordered;
  }

  /** Places in a text where numbers stand that are no part of longer ones, and are not shown in order. */
  turnedIn(text: string): readonly (readonly [from: number, to: number])[] {
    return this.#placesIn(text).filter(([from, to]) => !this.#isShownInOrder(text, from, to));
  }

  #placesIn(text: string): [from: number, to: number][] {
    const places: [number, number][] = [];
    for (const number of this.#displays)
      for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
        const to = at + number.length;
        const isPart = digit.test(text.charAt(at - 1)) || digit.test(text.charAt(to));
        if (!isPart && !places.some((other) => at < other[1] && to > other[0])) places.push([at, to]);
      }
    return places.sort(([a], [b]) => a - b);
  }

  #isShownInOrder(text: string, from: number, to: number): boolean {
    const key = `${from} ${to} ${text.replace(/[0-9]/g, '0')}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = isShownInOrder(text, from, to);
      this.#known.set(key, known);
    }
    return known;
  }
}

/**
 * A text that stands beside the page (a description, an alternative text, a bookmark, a title), as viewers show it: in
 * a line of either direction, whatever stands around. Where UAX #9 would turn the signs of a number round, as it does
 * after Arabic letters (W2, W4), marks before and after it keep them. Page text never has such marks.
 */
export function inOrder(text: string, numbers: ShownNumbers): string {
  return /\d/.test(text) ? numbers.ordered(text) : text;
}

/** What only tells where a line may end: soft hyphens, zero-width spaces, word joiners. Beside pages there are no lines. */
const lineEnds = /[\u00ad\u200b\u2060\ufeff]/g;

/** The same as a text string of the file. */
export const orderedText = (text: string, numbers: ShownNumbers): PdfText =>
  pdfText(inOrder(text.replace(lineEnds, ''), numbers));

/** True where all signs have one level that runs from left to right, in lines of both directions: none is moved (L2). */
function isShownInOrder(text: string, from: number, to: number): boolean {
  return (['ltr', 'rtl'] as const).every((direction) => {
    const levels = embeddingLevels(text, direction).subarray(from, to);
    return levels[0]! % 2 === 0 && levels.every((level) => level === levels[0]);
  });
}
