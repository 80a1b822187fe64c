import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/proof/file/budget.ts';
import { type Bounds, touch } from '../../src/proof/page/matrix.ts';
import { PlaceIndex } from '../../src/proof/page/place-index.ts';

/** Numbers from 0 to 1, the same each time. */
function numbers(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
}

describe('things by their places', () => {
  it('are found wherever they touch, each once, in the order in which they were added', () => {
    const next = numbers();
    const box = (size: number): Bounds => {
      const [x, y] = [next() * 700 - 50, next() * 900 - 50];
      return [x, y, x + next() * size, y + next() * size];
    };
    const budget = new Budget();
    const index = new PlaceIndex<number>();
    const all = Array.from({ length: 300 }, (_, i) => box(i % 20 === 0 ? 500 : 30));
    all.forEach((bounds, i) => {
      index.add(i, bounds);
    });
    for (let i = 0; i < 500; i++) {
      const bounds = i % 10 === 0 ? box(400) : box(20);
      const near = all.flatMap((other, at) => (touch(other, bounds) ? [at] : []));
      expect(index.near(bounds, budget)).toEqual(near);
    }
  });

  it('are not near what lies beyond all of them, or only at an edge', () => {
    const budget = new Budget();
    const index = new PlaceIndex<string>();
    expect(index.near([0, 0, 9, 9], budget)).toEqual([]);
    index.add('a', [10, 10, 20, 20]);
    index.add('b', [40, 40, 50, 50]);
    for (const bounds of [
      [0, 0, 10, 60],
      [50, 0, 60, 60],
      [0, 0, 60, 10],
      [25, 25, 35, 35],
    ] as const)
      expect(index.near(bounds, budget)).toEqual([]);
    expect(index.near([19, 19, 41, 41], budget)).toEqual(['a', 'b']);
    const { left } = budget;
    index.near([0, 0, 1, 1], budget);
    expect(budget.left).toBeLessThan(left);
  });
});
