import type { VisualRun } from './area.ts';
import type { Contrast } from './check-contrast.ts';
import type { Over, Within } from './check-covered.ts';
import type { Shapes } from './check-shapes.ts';
import type { NumberPrinting } from './number-printings.ts';
import type { Run } from './page-content.ts';
import type { PieceIndex } from './piece-index.ts';
import type { KeptPlaced } from './placed-texts.ts';
import type { Printed } from './printed.ts';
import type { PieceStrips } from './reading.ts';
import type { BesideString } from './strings.ts';
import type { Block } from './text.ts';
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

/** A value of these objects: the one that is there already where it was made of the very same. */
export function madeOf<T>(
  all: Map<Run, Made<T>>,
  [first, ...rest]: readonly [Run, ...Run[]],
  with_: readonly unknown[],
  make: () => T,
): T {
  const of = [...with_, ...rest];
  const known = all.get(first);
  if (known?.of.length === of.length && known.of.every((each, i) => each === of[i])) return known.value;
  const value = make();
  all.set(first, { of, value });
  return value;
}
