import { expect, it } from 'vitest';
import { boundsOf } from '../../src/geometry/index.ts';

it('bounds hold all points, of a drawing that has more than a function takes arguments too', () => {
  const points = Array(2_000_000).fill({ x: 2, y: 3 }).concat({ x: -1, y: 7 }, { x: 999, y: -76 });
  expect(boundsOf(points)).toEqual({ x: -1, y: -76, width: 1000, height: 83 });
  expect(boundsOf([{ x: 3, y: 4 }])).toEqual({ x: 3, y: 4, width: 0, height: 0 });
});
