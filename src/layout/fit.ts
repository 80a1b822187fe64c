import type { StyledDocument } from '../style/index.ts';
import { layoutDocument } from './page.ts';
import type { FitRange, LayoutInput, LayoutResult } from './types.ts';

export interface Fitted {
  /** Root font size in pt. */
  readonly rem: number;
  /** `env(air)` */
  readonly air: number;
  readonly result: LayoutResult;
}

/** Guesses before the search falls back to halving, so that it ends soon whatever the content does. */
const guesses = 4;
const airStep = 0.1;

/**
 * Copyfitting: the largest rem of the range, in its steps, at which everything fits; at the smallest, the most air. It takes for granted that what fits
 * at one size fits at all smaller ones. Where a size is too large, how much too much there is tells where to look next:
 * set text fills an area, which grows with the square of its size. When not even the smallest fits, its overflows are
 * told. A pure function of its arguments.
 */
export function fit(
  styleAt: (rem: number, air: number) => StyledDocument,
  input: LayoutInput,
  { min, max, step, air: leastAir }: FitRange,
): Fitted {
  /** The first steps give up air at the smallest size, the others are sizes. */
  const tight = Math.max(0, Math.ceil((1 - leastAir) / airStep - 1e-9));
  const at = (index: number): Fitted => {
    const rem = min + Math.max(0, index - tight) * step;
    const air = index >= tight ? 1 : leastAir + ((1 - leastAir) * index) / tight;
    return { rem, air, result: layoutDocument(styleAt(rem, air), input) };
  };
  const last = tight + Math.max(0, Math.floor((max - min) / step + 1e-9));
  /** The largest step that is known to fit, and the smallest that is known not to. */
  let [fits, fails] = [-1, last + 1];
  let best: Fitted | undefined;
  let smallest: Fitted | undefined;
  for (let tries = 0, next = last; fails - fits > 1; tries++) {
    const tried = at(next);
    if (tried.result.overflows.length === 0) [fits, best] = [next, tried];
    else {
      fails = next;
      if (next === 0) smallest = tried;
    }
    const guess = fails === next ? tight + Math.floor((shrunk(tried, input) - min) / step) : fits + 1;
    const middle = Math.floor((fits + fails) / 2);
    next = Math.min(fails - 1, Math.max(fits + 1, tries < guesses ? guess : middle));
  }
  return best ?? smallest ?? at(0);
}

/** The size at which what is too large now would fill its pages. */
function shrunk({ rem, result }: Fitted, { pages }: LayoutInput): number {
  let scale = 1;
  for (const { page, by, axis } of result.overflows) {
    const box = 'flow' in pages ? pages.flow : pages.find(({ name }) => name === page);
    if (box === undefined) continue;
    scale = Math.min(
      scale,
      axis === 'block' ? Math.sqrt(box.height / (box.height + by)) : box.width / (box.width + by),
    );
  }
  return rem * scale;
}
