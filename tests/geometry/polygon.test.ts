import { describe, expect, it } from 'vitest';
import { meetsEdges, sharedPart } from '../../src/geometry/index.ts';

const square = (x: number, y: number, side: number) => [x, y, x + side, y, x + side, y + side, x, y + side];

describe('what two shapes share', () => {
  it.each([
    ['all of the smaller', [square(0, 0, 10)], [square(2, 2, 4)], 1],
    ['a half', [square(0, 0, 10)], [square(5, 0, 10)], 0.5],
    ['nothing beside each other', [square(0, 0, 10)], [square(10, 0, 10)], 0],
    ['nothing one below the other', [square(0, 0, 10)], [square(0, 20, 10)], 0],
    // The hole winds the other way round.
    ['nothing in a hole', [square(0, 0, 10), [2, 2, 2, 8, 8, 8, 8, 2]], [square(3, 3, 4)], 0],
    ['two parts that cross', [square(0, 0, 4), square(6, 0, 4)], [square(2, 0, 6)], 0.5],
    ['nothing of nothing', [[]], [square(0, 0, 1)], 0],
  ])('is %s', (_, a, b, part) => {
    expect(sharedPart(a, b)).toBeCloseTo(part, 1);
    expect(sharedPart(b, a)).toBeCloseTo(part, 1);
  });
});

describe('a segment and the edges of a polygon', () => {
  it.each([
    ['crosses one', [-1, 5, 1, 5], true],
    ['ends on one', [-1, 5, 0, 5], true],
    ['ends before it', [-1, 5, -0.01, 5], false],
    ['lies within', [2, 2, 8, 8], false],
    ['lies on one', [0, 2, 0, 8], true],
    ['lies on its line beyond it', [0, 11, 0, 12], false],
    ['touches a corner', [-1, 1, 1, -1], true],
    ['passes a corner', [-1.1, 1, 1, -1.1], false],
    ['passes through', [-5, 5, 15, 6], true],
  ])('%s', (_, [ax, ay, bx, by], meets) => {
    expect(meetsEdges(square(0, 0, 10), ax!, ay!, bx!, by!)).toBe(meets);
    expect(meetsEdges(square(0, 0, 10), bx!, by!, ax!, ay!)).toBe(meets);
  });
});
