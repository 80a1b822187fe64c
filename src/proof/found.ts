import type { VisualRun } from './area.ts';
import type { Contrast } from './check-contrast.ts';
import type { Over, Within } from './check-covered.ts';
import type { Shapes } from './check-shapes.ts';
import type { FoundInElements } from './check-structure.ts';
import type { ReadCode } from './codes.ts';
import type { NumberPrinting } from './number-printings.ts';
import type { Run } from './page-content.ts';
import type { PieceIndex } from './piece-index.ts';
import type { KeptPlaced } from './placed-texts.ts';
import type { Printed } from './printed.ts';
import type { PieceStrips } from './reading.ts';
import type { BesideString } from './strings.ts';
import type { Element } from './structure.ts';
import type { Block, Content, KeptBlocks } from './text.ts';
import type { Expectation } from './types.ts';

/*
 * What was found of something is kept with it, and goes when it does: what a weak map has of things that are gone is
 * collected late, and all that it leads to with it.
 */

/** A value of the very objects that it was made of. */
export interface Made<T> {
  readonly of: readonly unknown[];
  readonly value: T;
}

/** Of a piece of a page's content. */
export interface FoundOfPiece {
  index?: PieceIndex;
  within?: Within;
  /** Of it and each of the pieces before it on a page, by their places. */
  over?: (Over | undefined)[];
  shapes?: Shapes;
  contrast?: Contrast;
  strips?: PieceStrips;
  /** Lines with digits, by the first of the runs that stand on them: as an area has them, and as the eye reads on. */
  visual?: Map<Run, Made<readonly VisualRun[]>>;
  lines?: Map<Run, Made<readonly string[]>>;
  /** Names all that it paints beside text: `DrawingKeys`. */
  drawing?: string;
  /** Codes that were found on its page, by the pieces after it that draw. */
  codes?: Made<readonly ReadCode[]>;
}

/** Of a structure tree. */
export interface FoundOfTree {
  /** Of its elements. */
  hash?: string;
  blocks?: KeptBlocks;
  contents?: Map<Element, readonly Content[]>;
  alternatives?: readonly BesideString[];
  /** Elements by the numbers of their objects. */
  numbers?: ReadonlyMap<number, Element>;
  /** What is wrong with its elements, and the element of each marked content of each page. */
  made?: FoundInElements;
  /** Which block each marked content is in, by page and MCID. */
  blockOf?: ReadonlyMap<number, Element>;
}

/** Of a text. */
export interface FoundOfText {
  placed?: KeptPlaced;
}

/** Of a document. One that is made of another has found nothing yet. */
export interface FoundOfDocument {
  blocks?: readonly Block[];
  printed?: Printed;
  strings?: readonly BesideString[];
  printings?: { readonly expectation: Expectation; readonly printings: readonly NumberPrinting[] };
}

/** The very same objects, in the same order. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** A value of these objects: the one that is there already where it was made of the very same. */
export function madeOf<T>(
  all: Map<Run, Made<T>>,
  [first, ...rest]: readonly [Run, ...Run[]],
  with_: readonly unknown[],
  make: () => T,
): T {
  const of = [...with_, ...rest];
  const known = all.get(first);
  if (known !== undefined && isSame(known.of, of)) return known.value;
  const value = make();
  all.set(first, { of, value });
  return value;
}
