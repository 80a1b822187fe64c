import type { StyledDocument } from '../style/index.ts';
import { layoutDocument } from './page.ts';
import type { FitRange, LayoutInput, LayoutResult } from './types.ts';

export interface Fitted {
  /** Root font size in pt. */
  readonly rem: number;
  readonly result: LayoutResult;
}

/**
 * Copyfitting: the largest rem of the range, in its steps, at which everything fits. Binary search, which takes for
 * granted that what fits at one size fits at all smaller ones. When not even the smallest fits, its overflows are told.
 */
export function fit(
  styleAt: (rem: number) => StyledDocument,
  input: LayoutInput,
  { min, max, step }: FitRange,
): Fitted {
  const steps = Math.floor((max - min) / step + 1e-9);
  const at = (index: number): Fitted => {
    const rem = min + index * step;
    return { rem, result: layoutDocument(styleAt(rem), input) };
  };
  let tried = at(steps);
  if (tried.result.overflows.length === 0) return tried;
  let best: Fitted | undefined;
  let [low, high] = [0, steps - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    tried = at(middle);
    if (tried.result.overflows.length === 0) {
      best = tried;
      low = middle + 1;
    } else high = middle - 1;
  }
  // Where nothing fits, the search has ended at the smallest.
  return best ?? tried;
}
