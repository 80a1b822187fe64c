import type { Color } from '../geometry/index.ts';
import type { DisplayItem, Owner, PathItem } from '../paint/index.ts';
import type { PaperSize } from './types.ts';

const owner: Owner = { kind: 'artifact', type: 'Page' };
/** pt. Thin and short: a hint for the folding hand, harmless where the printer cuts it off. */
const LENGTH = 6;
const WIDTH = 0.35;

/** A dashed tick at both edges of the paper for each fold: those across its width at `columns`, down its height at `rows`, pt. */
export function foldMarks(
  { columns, rows }: { readonly columns: readonly number[]; readonly rows: readonly number[] },
  { width, height }: PaperSize,
  ink: Color,
): readonly DisplayItem[] {
  return [
    ...columns.flatMap((x) => [tick(x, 0, x, LENGTH, ink), tick(x, height - LENGTH, x, height, ink)]),
    ...rows.flatMap((y) => [tick(0, y, LENGTH, y, ink), tick(width - LENGTH, y, width, y, ink)]),
  ];
}

function tick(x0: number, y0: number, x1: number, y1: number, color: Color): PathItem {
  return {
    kind: 'path',
    owner,
    path: { verbs: 'ML', points: Float64Array.of(x0, y0, x1, y1) },
    fill: undefined,
    rule: 'nonzero',
    stroke: { color, width: WIDTH, cap: 'butt', join: 'miter', dash: [1.2, 1.2] },
  };
}
