import { type Budget, costs } from '../file/budget.ts';
import { inverse, type Matrix, moved } from './matrix.ts';

/** How a line is dashed (ISO 32000-1 8.4.3.6), in user space. */
export interface Dash {
  readonly lengths: readonly number[];
  readonly phase: number;
}

export const solid: Dash = { lengths: [], phase: 0 };

/** The pieces of lines on the page that a dash leaves, each by itself; `ctm` takes user space to the page. */
export function dashed(
  outlines: readonly Float64Array[],
  { lengths, phase }: Dash,
  ctm: Matrix,
  budget: Budget,
): readonly Float64Array[] {
  const period = lengths.reduce((sum, length) => sum + length, 0);
  const back = inverse(ctm);
  const isNone = !(period > 0) || lengths.some((length) => length < 0);
  if (isNone || back === undefined) return outlines;
  const pieces: Float64Array[] = [];
  for (const outline of outlines) {
    let [index, left] = startOf(lengths, phase, period);
    let piece: number[] = [];
    const end = () => {
      if (piece.length > 0) pieces.push(Float64Array.from(piece));
      piece = [];
    };
    const add = (x: number, y: number) => {
      budget.spend(costs.point);
      piece.push(...moved(ctm, x, y));
    };
    for (let i = 0; i + 3 < outline.length; i += 2) {
      const [x0, y0] = moved(back, outline[i]!, outline[i + 1]!);
      const [x1, y1] = moved(back, outline[i + 2]!, outline[i + 3]!);
      const length = Math.hypot(x1 - x0, y1 - y0);
      const at = (distance: number) => {
        const part = length === 0 ? 0 : distance / length;
        add(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
      };
      if (index % 2 === 0 && piece.length === 0) at(0);
      let gone = 0;
      while (length - gone > left) {
        gone += left;
        if (index % 2 === 0) {
          at(gone);
          end();
        } else at(gone);
        index++;
        left = lengths[index % lengths.length]!;
        budget.spend(costs.test);
      }
      left -= length - gone;
      if (index % 2 === 0) at(length);
    }
    end();
  }
  return pieces;
}

/** Which length a line begins in, and what is left of it. An odd count goes round twice. */
function startOf(lengths: readonly number[], phase: number, period: number): [number, number] {
  let rest = phase % (period * 2);
  if (rest < 0) rest += period * 2;
  let index = 0;
  while (rest >= lengths[index % lengths.length]!) {
    rest -= lengths[index % lengths.length]!;
    index++;
    if (index > lengths.length * 4) break;
  }
  return [index, lengths[index % lengths.length]! - rest];
}
