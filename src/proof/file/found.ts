import type { Contrast } from '../checks/check-contrast.ts';
import type { Over, Within } from '../checks/check-covered.ts';
import type { Shapes } from '../checks/check-shapes.ts';
import type { FoundInElements } from '../checks/check-structure.ts';
import type { Printed } from '../checks/printed.ts';
import type { ReadCode } from '../codes/codes.ts';
import type { NumberPrinting } from '../numbers/number-printings.ts';
import type { Sought } from '../numbers/sought.ts';
import type { PieceIndex } from '../page/piece-index.ts';
import type { Page } from '../page/read.ts';
import type { Element } from '../page/structure.ts';
import type { PageArea, VisualRun } from '../reading/area.ts';
import type { Phrasebook } from '../reading/phrasebook.ts';
import type { KeptPlaced } from '../reading/placed-texts.ts';
import type { PieceStrips } from '../reading/reading.ts';
import type { ReadRows } from '../reading/rows.ts';
import type { BesideString } from '../reading/strings.ts';
import type { Block, Content, KeptBlocks } from '../reading/text.ts';
import type { Expectation } from '../types.ts';
import type { Worked } from './budget.ts';

/*
 * What was found of something is kept with it, and goes when it does: what a weak map has of things that are gone is
 * collected late, and all that it leads to with it. Classes, for objects that get their keys one by one, in whatever order,
 * have as many shapes, and code that V8 made for one is made again for the next.
 */

/** A value of the very objects that it was made of. */
export interface Made<T> {
  readonly of: readonly unknown[];
  readonly value: T;
}

/** Of a piece of a page's content. */
export class FoundOfPiece {
  index: PieceIndex | undefined;
  within: Worked<Within> | undefined;
  /** Of it and each of the pieces before it on a page, by their places. */
  over: (Over | undefined)[] | undefined;
  shapes: Shapes | undefined;
  contrast: Contrast | undefined;
  strips: PieceStrips | undefined;
  /** Rows with digits: as an area has them, and as the eye reads on. */
  numbers: ReadRows<VisualRun> | undefined;
  lines: ReadRows<Sought> | undefined;
  /** Names all that it paints beside text: `DrawingKeys`. */
  drawing: string | undefined;
  /** Codes that were found on its page, by the pieces after it that draw. */
  codes: Made<Worked<readonly ReadCode[]>> | undefined;
  /** What artifacts of its page say, by all pieces that have some. */
  aside: Made<string> | undefined;
}

/** Of a structure tree. */
export class FoundOfTree {
  /** Of its elements. */
  hash: string | undefined;
  blocks: KeptBlocks | undefined;
  contents: Map<Element, readonly Content[]> | undefined;
  alternatives: readonly BesideString[] | undefined;
  /** Of pictures, as they are sought. */
  alts: readonly string[] | undefined;
  /** Places of elements in reading order, by the numbers of their objects. */
  places: ReadonlyMap<number, number> | undefined;
  /** Elements by the numbers of their objects. */
  numbers: ReadonlyMap<number, Element> | undefined;
  /** Pages of headings by the numbers of their objects. */
  headings: ReadonlyMap<number, number> | undefined;
  /** What is wrong with its elements, and the element of each marked content of each page. */
  made: FoundInElements | undefined;
  /** Elements in another language than what they stand in. */
  turns: readonly Element[] | undefined;
  /** Texts that are marked as another language than theirs. */
  mismarked: Made<readonly string[]> | undefined;
  /** Which block each marked content is in, by page and MCID. */
  blockOf: ReadonlyMap<number, Element> | undefined;
}

/** Of a text, by the strips that it begins with. */
export class FoundOfText {
  placed: KeptPlaced | undefined;
}

/** Of a block of the structure, by what it says. */
export class FoundOfBlock {
  sought: Sought | undefined;
  /** It is made of the pieces of this book. */
  book: Phrasebook | undefined;
}

/** Of a document. One that is made of another has found nothing yet. */
export class FoundOfDocument {
  blocks: readonly Block[] | undefined;
  withDigits: readonly Block[] | undefined;
  printed: Printed | undefined;
  strings: readonly BesideString[] | undefined;
  pageNames: readonly string[] | undefined;
  /** Lines with digits in areas of pages. */
  readonly numbers = new Map<Page, Map<PageArea, readonly VisualRun[]>>();
  printings: { readonly expectation: Expectation; readonly printings: readonly NumberPrinting[] } | undefined;
}

/** The very same objects, in the same order. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
