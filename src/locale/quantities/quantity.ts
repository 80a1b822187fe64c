import type { Span } from '../../content/index.ts';

/** A number of a text, in digits or in words, and what it measures. Places are those in the text as its digits are read. */
export interface Quantity extends Span {
  /** What it may come to: 1.000 is a thousand, or one. */
  readonly values: readonly number[];
  /** `mg`, `day`, `times` …; undefined: not known. */
  readonly unit: string | undefined;
  /** As it stands there, with its unit. */
  readonly written: string;
}
