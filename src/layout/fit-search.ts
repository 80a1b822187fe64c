import type { LayoutInput, Overflow } from './types.ts';

/** A step at which there was too much. */
export interface Try {
  readonly index: number;
  readonly overflows: readonly Overflow[];
}

/** Guesses before a search falls back to halving, so that it ends soon whatever the content does. */
const guesses = 6;

/**
 * The largest step from `least` to `most` at which everything fits; `least - 1` when there is none. It takes for granted
 * that what fits at one step fits at all smaller ones.
 * @param first the step that is tried first
 * @param overflowsAt what is too much at a step
 * @param expected which step will be the largest, after one that failed and the larger one that failed before it
 * @param beyond the same after one that fits; undefined: the next one is tried
 */
export function largestStep(
  { least, most, first }: { readonly least: number; readonly most: number; readonly first: number },
  overflowsAt: (index: number) => readonly Overflow[],
  expected: (failed: Try, larger: Try | undefined) => number,
  beyond: (fits: number) => number | undefined = () => undefined,
): number {
  let [fits, fails] = [least - 1, most + 1];
  let failed: Try | undefined;
  let wanted = first;
  /** Steps that fit in a row where the next one was expected to fail. */
  let surprises = 0;
  for (let tries = 1; fails - fits > 1; tries++) {
    const middle = Math.floor((fits + fails) / 2);
    const guess = surprises > 1 || tries > guesses ? middle : wanted;
    const next = Math.max(fits + 1, Math.min(fails - 1, guess));
    const overflows = overflowsAt(next);
    if (overflows.length === 0) {
      fits = next;
      const more = beyond(next);
      if (more === undefined && next >= wanted) surprises++;
      wanted = Math.max(next + 1, more ?? wanted);
    } else {
      wanted = expected({ index: next, overflows }, failed);
      failed = { index: next, overflows };
      fails = next;
      surprises = 0;
    }
  }
  return fits;
}

/** By how much a page is too high at a step, and how high it is, pt. */
export interface TooHigh {
  readonly index: number;
  readonly by: number;
  readonly of: number;
}

/** The page that has most too much in the block axis; undefined: none has. */
export function tooHigh({ index, overflows }: Try, { pages }: LayoutInput): TooHigh | undefined {
  const found = overflows.flatMap(({ page, by, axis }) => {
    const box = 'flow' in pages ? pages.flow : pages.find(({ name }) => name === page);
    return axis === 'block' && box !== undefined ? [{ index, by, of: box.height }] : [];
  });
  return found.toSorted((a, b) => b.by - a.by)[0];
}

/**
 * The largest step at which nothing is too high, were it less and less along a straight line: the one through two steps,
 * or one by which each step takes `share` of the page's height.
 */
export function straightOn({ index, by, of }: TooHigh, larger: TooHigh | undefined, share: number): number {
  const each =
    larger !== undefined && larger.by > by ? (larger.by - by) / (larger.index - index) : share * of;
  return Math.floor(index - by / each);
}

/** A step at which all fits, and how much room its fullest page has left, about, pt. */
export interface Fitting {
  readonly index: number;
  readonly free: number;
}

/** The steps of one kind at which a search found that all fits, and the smallest at which it does not. */
export class Bounds {
  #fits: Fitting | undefined;
  /** The one before. */
  #less: Fitting | undefined;
  #fails: TooHigh | undefined;

  fit(fits: Fitting): void {
    this.#less = this.#fits;
    this.#fits = fits;
  }

  fail(fails: TooHigh): void {
    this.#fails = fails;
  }

  /** The largest step at which all fits, were it less and less room along a straight line; undefined: no step is known to fit. */
  expected(each: number): number | undefined {
    const [fits, less, fails] = [this.#fits, this.#less, this.#fails];
    if (fits === undefined) return undefined;
    const { index, free } = fits;
    if (fails !== undefined) return Math.floor(index + ((fails.index - index) * free) / (free + fails.by));
    const taken = less === undefined ? each : (less.free - free) / (index - less.index);
    return taken > 0 ? Math.floor(index + free / taken) : Number.MAX_SAFE_INTEGER;
  }
}
