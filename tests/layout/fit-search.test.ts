import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestStep } from '../../src/layout/fit-search.ts';
import type { Overflow } from '../../src/layout/index.ts';

const over = (by: number) => [{ by, axis: 'block', page: 'a' } as Overflow];

/** Searches where everything up to `limit` fits, and says which steps were tried. */
function searched(
  limit: number,
  { least = 0, most = 40, first = most }: { least?: number; most?: number; first?: number },
  expected: (index: number) => number,
) {
  const tried: number[] = [];
  const found = largestStep(
    { least, most, first },
    (index) => {
      tried.push(index);
      return index <= limit ? [] : over(index - limit);
    },
    ({ index }) => expected(index),
  );
  return { found, tried };
}

describe('the largest step that fits', () => {
  it('is found wherever it is, begins wherever the search, expects whatever the guess; no step is tried twice', () => {
    const steps = fc.integer({ min: -3, max: 45 });
    fc.assert(
      fc.property(steps, steps, fc.func(fc.integer({ min: -100, max: 100 })), (limit, first, guess) => {
        const { found, tried } = searched(limit, { first }, guess);
        expect(found).toBe(Math.max(-1, Math.min(40, limit)));
        expect(new Set(tried).size).toBe(tried.length);
        expect(tried.length).toBeLessThan(14);
      }),
    );
  });

  it('is known after the step that fits and the one that does not, where the guess was right', () => {
    expect(searched(17, { first: 17 }, () => 0).tried).toEqual([17, 18]);
    expect(searched(17, {}, (index) => (index === 40 ? 17 : 0)).tried).toEqual([40, 17, 18]);
    expect(searched(40, {}, () => 0).tried).toEqual([40]);
  });

  it('is below the least where nothing fits', () => {
    expect(searched(0, { least: 1, most: 8, first: 1 }, () => 0)).toEqual({ found: 0, tried: [1] });
    expect(searched(-1, {}, () => -7).found).toBe(-1);
  });
});
