import type { Budget } from '../file/budget.ts';
import { type Dash, dashed } from './dashes.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { Matrix } from './matrix.ts';
import type { Painted } from './page-content.ts';

/** Sides that differ by less than this part are one. */
const circular = 1e-6;

/** How a stroke ends, where it does not end straight, and its pen, where that is no circle on the page. */
export function penOf({
  cap,
  ctm: [a, b, c, d],
  lineWidth,
}: Pick<GraphicsState, 'cap' | 'ctm' | 'lineWidth'>): Pick<Painted, 'cap' | 'across'> {
  const half = lineWidth / 2;
  const [long, wide] = [Math.hypot(a, b), Math.hypot(c, d)];
  const isCircle =
    Math.abs(long - wide) <= circular * long && Math.abs(a * c + b * d) <= circular * long * wide;
  return {
    ...(cap === 1 || cap === 2 ? { cap } : {}),
    ...(isCircle ? {} : { across: [a * half, b * half, c * half, d * half] as const }),
  };
}

/** What is seen of a dashed stroke. */
export function dashesOf(
  outlines: readonly Float64Array[],
  dash: Dash,
  ctm: Matrix,
  budget: Budget,
): Pick<Painted, 'dashes'> {
  return dash.lengths.length === 0 ? {} : { dashes: dashed(outlines, dash, ctm, budget) };
}
