import { type Property, unpackProperty } from './property.ts';
import { ranges, values } from './tables/line-break.ts';

/** What the rules of UAX #14 ask about a character. */
export interface LineBreakClass {
  /** Line_Break value as the table has it: AI, SG and XX are AL, SA and CJ stand as they are. */
  readonly name: string;
  /** Quotation mark of General_Category Pi or Pf. */
  readonly initial: boolean;
  readonly final: boolean;
  /** Class SA, General_Category Mn or Mc. */
  readonly mark: boolean;
  /** Extended_Pictographic and unassigned (LB30b). */
  readonly pictograph: boolean;
  /** East_Asian_Width F, W or H. */
  readonly wide: boolean;
}

let property: Property | undefined;
let classes: readonly LineBreakClass[] = [];

/** The line breaking class of a code point, before LB1 resolves SA and CJ. */
export function lineBreakClass(codePoint: number): LineBreakClass {
  if (property === undefined) {
    property = unpackProperty(ranges);
    classes = values.map((value) => ({
      name: value.replace(/[^A-Z0-9]/g, ''),
      initial: value.includes('i'),
      final: value.includes('f'),
      mark: value.includes('m'),
      pictograph: value.includes('p'),
      wide: value.includes('*'),
    }));
  }
  return classes[property(codePoint)]!;
}
