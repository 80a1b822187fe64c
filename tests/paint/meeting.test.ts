import { describe, expect, it } from 'vitest';
import type { Polygon } from '../../src/geometry/index.ts';
import { makePath, polyPath, rectPath, type Shape, type Stroke } from '../../src/image/index.ts';
import { coverOf, outlinesMeet } from '../../src/paint/meeting.ts';

const rect = (x: number, y: number, width: number, height: number): Polygon => [
  ...rectPath(x, y, width, height).points,
];
const area = rect(100, 100, 20, 10);
const black = [0, 0, 0] as const;
const stroke: Stroke = { color: black, width: 4, cap: 'butt', join: 'round', dash: [] };
const shape = (more: Partial<Shape>): Shape => ({
  path: rectPath(0, 0, 1, 1),
  fill: undefined,
  rule: 'nonzero',
  stroke: undefined,
  ...more,
});

describe('a shape over an area', () => {
  it.each([
    [rectPath(99, 99, 22, 12), 'all'],
    [rectPath(101, 101, 5, 5), 'part'],
    [rectPath(110, 50, 99, 99), 'part'],
    [rectPath(50, 50, 49.9, 99), 'none'],
    [rectPath(120.1, 50, 50, 99), 'none'],
    [rectPath(50, 50, 99, 49.9), 'none'],
    [rectPath(50, 110.1, 99, 50), 'none'],
    // Its box is over the area, and what it fills is not.
    [polyPath([50, 50, 200, 50, 50, 200], true), 'none'],
  ] as const)('lies as its fill does: %#, %s', (path, cover) => {
    const moved = path.verbs === 'MLLZ' ? rect(140, 140, 20, 10) : area;
    expect(coverOf(shape({ path, fill: black }), moved)).toBe(cover);
    expect(coverOf(shape({ path }), moved)).toBe('none');
  });

  it.each([
    [110, 105, 'part'],
    [98.1, 105, 'part'],
    [97.9, 105, 'none'],
    [121.9, 105, 'part'],
    [122.1, 105, 'none'],
    [110, 98.1, 'part'],
    [110, 97.9, 'none'],
    [110, 111.9, 'part'],
    [110, 112.1, 'none'],
  ] as const)('may be the dot of a stroke of 4 at (%f, %f): %s', (x, y, cover) => {
    expect(coverOf(shape({ path: polyPath([x, y], false), stroke }), area)).toBe(cover);
  });

  it.each([
    [[50, 50, 50, 105, 101.9, 105], 'part'],
    [[50, 50, 50, 105, 97.9, 105], 'none'],
    [[110, 50, 110, 90, 200, 90], 'none'],
    [[110, 50, 110, 98.1, 200, 50], 'part'],
    [[110, 50, 200, 50, 200, 105, 121.9, 105], 'part'],
    [[110, 50, 200, 50, 200, 105, 122.1, 105], 'none'],
    // Its box is over the area, and the line goes by.
    [[60, 105, 110, 180], 'none'],
  ] as const)('may be any piece of a line: %j, %s', (points, cover) => {
    expect(coverOf(shape({ path: polyPath(points, false), stroke }), area)).toBe(cover);
  });

  it('may be any of several lines', () => {
    const two = (...points: number[]) => coverOf(shape({ path: makePath('MLML', points), stroke }), area);
    expect(two(0, 0, 9, 9, 90, 105, 110, 105)).toBe('part');
    expect(two(90, 105, 110, 105, 0, 0, 9, 9)).toBe('part');
    expect(two(0, 0, 9, 9, 0, 300, 9, 309)).toBe('none');
  });

  it('may be the mitre of a blunt corner, taken for as wide as the stroke up to its tip', () => {
    const blunt = (y: number, join: Stroke['join']) =>
      coverOf(
        shape({
          path: polyPath([0, y - 40, 110, y, 220, y - 40], false),
          stroke: { ...stroke, width: 40, join },
        }),
        area,
      );
    expect([blunt(79.3, 'round'), blunt(79.3, 'miter'), blunt(58, 'miter')]).toEqual([
      'none',
      'part',
      'none',
    ]);
  });
});

describe('outlines meet', () => {
  const square = [rect(0, 0, 10, 10)];
  const ring = [rect(0, 0, 90, 90), [30, 30, 30, 60, 60, 60, 60, 30]];

  it.each([
    ['where edges cross', square, [rect(9, 9, 5, 5)], true],
    ['where one lies in the other', square, [rect(2, 2, 5, 5)], true],
    ['where one of many lies in the other', square, [rect(50, 50, 5, 5), rect(2, 2, 5, 5)], true],
    ['not side by side', square, [rect(11, 0, 5, 5)], false],
    ['not above one another', square, [rect(0, 11, 5, 5)], false],
    ['not in a hole', ring, [rect(40, 40, 5, 5)], false],
    ['but in the ring round it', ring, [rect(5, 5, 5, 5)], true],
    ['by any of their contours', [rect(-50, 0, 5, 5), ...square], [rect(9, 9, 5, 5)], true],
    // The box of each meets the other's, their edges do not.
    ['not at a slant', [[0, 0, 10, 0, 0, 10]], [[10, 10, 10, 1, 1, 10]], false],
  ])('%s', (_, a, b, meet) => {
    expect(outlinesMeet(a, b)).toBe(meet);
    expect(outlinesMeet(b, a)).toBe(meet);
  });
});
