/** A number of a text, in digits or in words, and what it measures. Places are those in the text as its digits are read. */
export interface Quantity {
  /** What it may come to: 1.000 is a thousand, or one. */
  readonly values: readonly number[];
  /** `mg`, `day`, `times` …; undefined: not known. */
  readonly unit: string | undefined;
  /** As it stands there, with its unit. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** A text, its digits read, with blanks where quantities stand. */
export const withoutPlaces = (read: string, found: readonly Quantity[]): string =>
  found.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    read,
  );
