import type { ComputedStyle, TrackSize } from '../style/index.ts';
import type { Rows } from './broken-rows.ts';
import { type Distribution, distributed } from './distribution.ts';
import type { Placed } from './grid-placement.ts';
import { stretching } from './track-sizing.ts';

export const auto: TrackSize = { kind: 'auto' };

/**
 * Rows that are as high as what stands in them, and say no more: what sizing them as tracks comes to. Undefined where
 * something stands in several.
 */
export function rowsOfContent(
  count: number,
  placed: readonly Placed[],
  askedOf: (i: number) => number,
): number[] | undefined {
  const rows: number[] = [];
  while (rows.length < count) rows.push(0);
  for (let i = 0; i < placed.length; i++) {
    const { row, rows: spanned } = placed[i]!;
    if (spanned > 1) return undefined;
    rows[row] = Math.max(rows[row]!, askedOf(i));
  }
  return rows;
}

/** Which items stand in which rows of the whole grid. */
export function cellsFrom(placed: readonly Placed[], first: number): Rows['cells'] {
  const cells: Rows['cells'][number][] = [];
  for (const { index, row, rows } of placed) cells.push({ part: index, row: row + first, rows });
  return cells;
}

/** The rows of a template, and as many more as are needed. */
export function withAutos(templates: readonly TrackSize[], count: number): readonly TrackSize[] {
  const rows = [...templates];
  while (rows.length < count) rows.push(auto);
  return rows;
}

/** The height of rows with the gaps between them. */
export function totalOf(rows: readonly number[], gap: number): number {
  let total = 0;
  for (let i = 0; i < rows.length; i++) total += rows[i]!;
  return total + Math.max(0, rows.length - 1) * gap;
}

/** Free block space between the rows (CSS Box Alignment 3 §5.3); `stretch` makes those taller that are as their content. */
export function distribute(
  { alignContent }: ComputedStyle,
  templates: readonly TrackSize[],
  extent: number | undefined,
  rows: number[],
  free: number,
): Distribution {
  if (alignContent !== 'stretch') return distributed(alignContent, rows.length, free);
  if (free > 0) {
    const autos = stretching(templates, extent);
    for (const i of autos) rows[i]! += free / autos.length;
  }
  return noDistribution;
}

const noDistribution: Distribution = { offset: 0, between: 0 };
