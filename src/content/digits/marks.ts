/** Stand for what is known and joins nothing: a declared number, an everyday one. Of the private use area. */
export const declaredMark = '\ue000';
export const everydayMark = '\ue001';

/** True where something known stands. */
export function hasMark(text: string): boolean {
  return text.includes(declaredMark) || text.includes(everydayMark);
}

/** A stretch of a text, UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** From the first of these to the last. */
export const spanOf = (parts: readonly Span[]): Span => ({ start: parts[0]!.start, end: parts.at(-1)!.end });

/** Where a pattern is found. */
export const spansIn = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** A text, as long as it was, with marks for what stands in these places. */
export function cover(text: string, spans: readonly Span[], mark: string): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + mark.repeat(end - start) + rest.slice(end),
    text,
  );
}
