import { type Problem, problemsOf } from '../diagnostics/index.ts';
import type { Proof } from '../proof/index.ts';
import { anatomyOf, type SheetAnatomy } from './anatomy.ts';
import type { Equipment } from './equipment.ts';
import type { Impression } from './job.ts';
import type { Forme } from './plate.ts';
import { type Printed, printPlate, proveAnyway, putOnSheets } from './print.ts';

/** A plate as someone looks at it who mends it: printed, or not, and why. */
export interface Look {
  /** Undefined: it is not printed. */
  readonly printed: Printed | undefined;
  /** What is wrong, and what is to be known. */
  readonly problems: readonly Problem[];
  /** Pages that are not printed, as a file that nobody is given: for pictures of them. Undefined where there can be none. */
  readonly refused: Uint8Array | undefined;
  /** Of the file, printed or not. */
  readonly proof: Proof | undefined;
  readonly sheets: readonly SheetAnatomy[];
}

/** Prints a plate, or shows what it would be. Throws nothing. */
export function lookAt(plate: Forme, impression: Impression, equipment: Equipment): Look {
  const sheets = tried(() => anatomyOf(putOnSheets(plate, impression, equipment), plate.laid)) ?? [];
  try {
    const printed = printPlate(plate, impression, equipment);
    const { proof, warnings } = printed;
    return { printed, problems: warnings, refused: undefined, proof, sheets };
  } catch (error) {
    const anyway = tried(() => proveAnyway(plate, impression, equipment));
    const { guide } = plate;
    const problems = [...problemsOf(error), ...guide.warnings];
    return { printed: undefined, problems, refused: anyway?.bytes, proof: anyway?.proof, sheets };
  }
}

/** What lies over its sheet, or lacks a glyph, is told already: here it only has no picture. */
function tried<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
