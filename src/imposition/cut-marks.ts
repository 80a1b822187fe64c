import type { Color } from '../geometry/index.ts';
import type { DisplayItem, Owner, PathItem } from '../paint/index.ts';

const owner: Owner = { kind: 'artifact', type: 'Page' };
/** pt. Marks stand off the pieces, so that a knife that errs leaves none of them. */
const [LENGTH, OFF, WIDTH] = [9, 3, 0.35];
/** pt. On paper that pieces fill to its edge, marks are ticks on the very line of the cut. */
const TICK = 6;
const dashes = [1.2, 1.2] as const;

/** A straight line of a mark, pt on the sheet. */
export interface Stroke {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** Where it is folded or torn, not cut. */
  readonly dashed: boolean;
}

/** Lines across the whole block of pieces, from edge to edge. */
interface Lines {
  /** Along the axis, pt, and whether it is a fold. */
  readonly at: readonly { readonly place: number; readonly dashed: boolean }[];
  /** Where the block begins and ends on the other axis. */
  readonly block: readonly [from: number, to: number];
  /** How far the paper goes on the other axis. */
  readonly paper: number;
}

/** Marks at both ends of lines that run down the sheet (`x`), or across it (`y`). */
export function endMarks(axis: 'x' | 'y', { at, block, paper }: Lines): Stroke[] {
  const [from, to] = block;
  const room = Math.min(from, paper - to);
  const ends: readonly (readonly [number, number])[] =
    room >= LENGTH + OFF
      ? [
          [from - OFF - LENGTH, from - OFF],
          [to + OFF, to + OFF + LENGTH],
        ]
      : [
          [0, Math.max(TICK, from - OFF)],
          [Math.min(paper - TICK, to + OFF), paper],
        ];
  return at.flatMap(({ place, dashed }) =>
    ends.map(
      ([a, b]): Stroke =>
        axis === 'x'
          ? { from: [place, a], to: [place, b], dashed }
          : { from: [a, place], to: [b, place], dashed },
    ),
  );
}

export function strokeItems(strokes: readonly Stroke[], color: Color): DisplayItem[] {
  return strokes.map(
    ({ from, to, dashed }): PathItem => ({
      kind: 'path',
      owner,
      path: { verbs: 'ML', points: Float64Array.of(...from, ...to) },
      fill: undefined,
      rule: 'nonzero',
      stroke: { color, width: WIDTH, cap: 'butt', join: 'miter', dash: dashed ? dashes : [] },
    }),
  );
}
