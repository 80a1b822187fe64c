import type { Context } from './box.ts';
import type { Part } from './box-generation.ts';
import type { Placed } from './grid-placement.ts';
import { inlineWidths } from './inline.ts';
import { frame, margins } from './lengths.ts';
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
    min: () => leastOf(part) ?? partWidths(context, part).min,
    max: () => partWidths(context, part).max,
  }));
}

/** The margin box of an item that says how narrow it may be (CSS Grid 1 §6.6); undefined: as its content asks. */
function leastOf(part: Part): number | undefined {
  if (part.kind === 'inline' || part.style.minWidth === 'auto' || part.style.width !== 'auto')
    return undefined;
  const { style, element } = part;
  const [edges, outer] = [frame(style, 0, element.dir), margins(style, 0, element.dir)];
  const least = typeof style.minWidth === 'number' ? style.minWidth : 0;
  return Math.max(least, edges.left + edges.right) + outer.left + outer.right;
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
