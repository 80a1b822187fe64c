import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bounds, largestStep } from '../../src/layout/fit-search.ts';
import type { Overflow } from '../../src/layout/index.ts';

const over = (by: number) => [{ by, axis: 'block', page: 'a' } as Overflow];

/** Searches where everything up to `limit` fits, and says which steps were tried. */
function searched(
  limit: number,
  { least = 0, most = 40, first = most }: { least?: number; most?: number; first?: number },
  expected: (index: number) => number,
  beyond?: (index: number) => number | undefined,
) {
  const tried: number[] = [];
  const found = largestStep(
    { least, most, first },
    (index) => {
      tried.push(index);
      return index <= limit ? [] : over(index - limit);
    },
    ({ index }) => expected(index),
    beyond,
  );
  return { found, tried };
}

describe('the largest step that fits', () => {
  it('is found wherever it is, begins wherever the search, expects whatever the guess; no step is tried twice', () => {
    const steps = fc.integer({ min: -3, max: 45 });
    const guesses = fc.func(fc.integer({ min: -100, max: 100 }));
    fc.assert(
      fc.property(
        steps,
        steps,
        guesses,
        fc.option(guesses, { nil: undefined }),
        (limit, first, guess, beyond) => {
          const { found, tried } = searched(limit, { first }, guess, beyond);
          expect(found).toBe(Math.max(-1, Math.min(40, limit)));
          expect(new Set(tried).size).toBe(tried.length);
          expect(tried.length).toBeLessThan(14);
        },
      ),
    );
  });

  it('is known after the step that fits and the one that does not, where the guess was right', () => {
    expect(searched(17, { first: 17 }, () => 0).tried).toEqual([17, 18]);
    expect(searched(17, {}, (index) => (index === 40 ? 17 : 0)).tried).toEqual([40, 17, 18]);
    expect(searched(40, {}, () => 0).tried).toEqual([40]);
    const right = (index: number) => (index === 2 ? 17 : undefined);
    expect(searched(17, { first: 2 }, () => 0, right).tried).toEqual([2, 17, 18]);
  });

  it('is below the least where nothing fits', () => {
    expect(searched(0, { least: 1, most: 8, first: 1 }, () => 0)).toEqual({ found: 0, tried: [1] });
    expect(searched(-1, {}, () => -7).found).toBe(-1);
  });
});

describe('what a search expects of steps that it has seen', () => {
  const expected = (fits: readonly [number, number][], fails?: [number, number]) => {
    const bounds = new Bounds();
    for (const [index, free] of fits) bounds.fit({ index, free });
    if (fails !== undefined) bounds.fail({ index: fails[0], by: fails[1], of: 500 });
    return bounds.expected(10);
  };

  it('is where a straight line has no room left', () => {
    expect(expected([[2, 35]])).toBe(5);
    expect(
      expected([
        [2, 30],
        [4, 20],
      ]),
    ).toBe(8);
    expect(expected([[2, 30]], [8, 30])).toBe(5);
    expect(
      expected(
        [
          [2, 30],
          [4, 20],
        ],
        [8, 20],
      ),
    ).toBe(6);
    expect(expected([], [8, 20])).toBeUndefined();
  });

  it('is beyond all where steps take no room', () => {
    expect(
      expected([
        [2, 30],
        [4, 30],
      ]),
    ).toBe(Number.MAX_SAFE_INTEGER);
    expect(
      expected([
        [2, 30],
        [4, 31],
      ]),
    ).toBe(Number.MAX_SAFE_INTEGER);
    expect(expected([[2, 0]], [8, 0.1])).toBe(2);
  });
});
