import { describe, expect, it } from 'vitest';
import { mapPoint } from '../../src/geometry/index.ts';
import type { Placement } from '../../src/imposition/index.ts';
import { matrixOf } from '../../src/imposition/placement.ts';
import { blank } from './blank.ts';

/** Where the corners of a page of 100 by 200 come to lie: top left, top right, bottom left. */
const corners = (more: Partial<Placement>) => {
  const matrix = matrixOf({ page: blank('a', 0, 100, 200), x: 5, y: 6, rotate: 0, clip: true, ...more });
  return (
    [
      [0, 0],
      [100, 0],
      [0, 200],
    ] as const
  ).map(([left, top]) => {
    const { x, y } = mapPoint(matrix, left, top);
    return [x, y];
  });
};

describe('a page on its sheet', () => {
  it('keeps its size where nothing else is said, and is turned within the box that it then has', () => {
    expect(corners({})).toEqual([
      [5, 6],
      [105, 6],
      [5, 206],
    ]);
    expect(corners({ rotate: 90 })).toEqual([
      [205, 6],
      [205, 106],
      [5, 6],
    ]);
    expect(corners({ rotate: 180 })).toEqual([
      [105, 206],
      [5, 206],
      [105, 6],
    ]);
    expect(corners({ rotate: 270 })).toEqual([
      [5, 106],
      [5, 6],
      [205, 106],
    ]);
  });

  it('is drawn to scale from where it is put, turned or not', () => {
    expect(corners({ scale: 0.5 })).toEqual([
      [5, 6],
      [55, 6],
      [5, 106],
    ]);
    expect(corners({ scale: 0.5, rotate: 180 })).toEqual([
      [55, 106],
      [5, 106],
      [55, 6],
    ]);
    expect(corners({ scale: 2, rotate: 90 })).toEqual([
      [405, 6],
      [405, 206],
      [5, 6],
    ]);
  });
});
