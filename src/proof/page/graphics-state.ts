import { type Dash, solid } from './dashes.ts';
import type { ReadFont } from './font.ts';
import { boundsOf, intersect, type Matrix, multiply } from './matrix.ts';
import type { Clip, Color, Corners } from './page-content.ts';

/** The part of the graphics state that the press sets (ISO 32000-1 8.4, 9.3). Copied by `q`. */
export interface GraphicsState {
  ctm: Matrix;
  fill: Color;
  stroke: Color;
  /** Of strokes, in user space. */
  lineWidth: number;
  /** 0: mitred, 1: round, 2: bevelled. */
  join: number;
  /** 0: butt, 1: round, 2: square. */
  cap: number;
  dash: Dash;
  clip: Clip;
  font: ReadFont | undefined;
  size: number;
}

/** Everything is black, and nothing is clipped. `ctm` takes default user space to the page's top left, y down. */
export function initialState(ctm: Matrix): GraphicsState {
  return {
    ctm,
    fill: [0, 0, 0],
    stroke: [0, 0, 0],
    lineWidth: 1,
    join: 0,
    cap: 0,
    dash: solid,
    clip: { bounds: [-1e9, -1e9, 1e9, 1e9], turned: [] },
    font: undefined,
    size: 0,
  };
}

/** A clip that is cut by a rectangle, which may be turned on the page. */
export function clipped({ bounds, turned }: Clip, rectangle: Float64Array): Clip {
  const [x0, y0, x1, y1] = [rectangle[0], rectangle[1], rectangle[2], rectangle[3]];
  const [x3, y3] = [rectangle[6], rectangle[7]];
  const upright = (y0 === y1 && x0 === x3) || (x0 === x1 && y0 === y3);
  return {
    bounds: intersect(bounds, boundsOf([rectangle])),
    turned: upright ? turned : [...turned, Array.from(rectangle) as unknown as Corners],
  };
}

/** A colour from the operands of `rg` or `RG`; undefined when one is not from 0 to 1. */
export function colorOf(n: ArrayLike<number>): Color | undefined {
  const [r, g, b] = [n[0]!, n[1]!, n[2]!];
  if (!(r >= 0 && r <= 1 && g >= 0 && g <= 1 && b >= 0 && b <= 1)) return undefined;
  return [Math.round(r * 255), Math.round(g * 255), Math.round(b * 255)];
}

/** What `cm`, `w`, `J`, `j` and `d` set, on pages and in drawings; no other operator sets anything. */
export function setPen(
  state: Pick<GraphicsState, 'ctm' | 'lineWidth' | 'cap' | 'join' | 'dash'>,
  word: string,
  { numbers, dash }: { readonly numbers: ArrayLike<number>; readonly dash: readonly number[] },
): void {
  if (word === 'cm') state.ctm = multiply(numbers, state.ctm);
  else if (word === 'w') state.lineWidth = numbers[0]!;
  else if (word === 'J') state.cap = numbers[0]!;
  else if (word === 'j') state.join = numbers[0]!;
  else if (word === 'd') state.dash = { lengths: dash, phase: numbers[0]! };
}
