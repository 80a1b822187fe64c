import type { Color } from '../geometry/index.ts';
import type { DisplayItem, Owner, PathItem } from '../paint/index.ts';

const owner: Owner = { kind: 'artifact', type: 'Page' };
/** pt. Thin and short: a hint for the folding hand, harmless where the printer cuts it off. */
const LENGTH = 6;
const WIDTH = 0.35;

/** A dashed tick at the top and the bottom edge of the paper for each fold at `x`, pt. */
export function foldMarks(folds: readonly number[], height: number, ink: Color): readonly DisplayItem[] {
  return folds.flatMap((x) => [tick(x, 0, ink), tick(x, height - LENGTH, ink)]);
}

function tick(x: number, top: number, color: Color): PathItem {
  return {
    kind: 'path',
    owner,
    path: { verbs: 'ML', points: Float64Array.of(x, top, x, top + LENGTH) },
    fill: undefined,
    rule: 'nonzero',
    stroke: { color, width: WIDTH, cap: 'butt', join: 'miter', dash: [1.2, 1.2] },
  };
}
