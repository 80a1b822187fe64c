import type { Context } from './box.ts';
import type { Part } from './box-generation.ts';
import type { Placed } from './grid-placement.ts';
import { inlineWidths } from './inline.ts';
import type { TrackItem } from './track-sizing.ts';
import { contentWidths, type Widths } from './widths.ts';

/** Widths of an item's content, its margins with it, pt. */
export function partWidths(context: Context, part: Part): Widths {
  return part.kind === 'inline'
    ? inlineWidths(context, part.source, { width: 0, height: undefined })
    : contentWidths(context, part.element);
}

/** What items ask of the columns that they stand in. */
export function columnItems(context: Context, placed: readonly Placed[]): TrackItem[] {
  return placed.map(({ part, column, columns }) => ({
    start: column,
    span: columns,
    min: () => partWidths(context, part).min,
    max: () => partWidths(context, part).max,
  }));
}

/** What items of known heights ask of the rows that they stand in. */
export function rowItems(
  placed: readonly Pick<Placed, 'row' | 'rows'>[],
  heights: readonly number[],
): TrackItem[] {
  return placed.map(({ row, rows }, i) => ({
    start: row,
    span: rows,
    min: () => heights[i]!,
    max: () => heights[i]!,
  }));
}
