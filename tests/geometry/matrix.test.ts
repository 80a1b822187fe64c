import { describe, expect, it } from 'vitest';
import { mapPoint, mapRect, multiply, placed, rotation } from '../../src/geometry/index.ts';

const rounded = ({ x, y }: { x: number; y: number }) => [
  Math.round(x * 1e6) / 1e6 + 0,
  Math.round(y * 1e6) / 1e6 + 0,
];

describe('matrices', () => {
  it.each([
    [0, [10, 20]],
    [90, [10 + 300, 20]],
    [180, [10 + 200, 20 + 300]],
    [270, [10, 20 + 200]],
  ] as const)(
    'put the top left corner of a page of 200 × 300 turned by %i where it belongs',
    (rotate, corner) => {
      expect(rounded(mapPoint(placed(rotate, 10, 20, 200, 300), 0, 0))).toEqual(corner);
    },
  );

  it.each([0, 90, 180, 270] as const)('keep the turned page (%i) at its place on the sheet', (rotate) => {
    const upright = rotate % 180 === 0;
    const box = mapRect(placed(rotate, 10, 20, 200, 300), { x: 0, y: 0, width: 200, height: 300 });
    const [width, height] = upright ? [200, 300] : [300, 200];
    expect(box).toEqual({ x: 10, y: 20, width, height });
  });

  it('turn clockwise about a point, y down', () => {
    expect(rounded(mapPoint(rotation(90, 50, 50), 60, 50))).toEqual([50, 60]);
    expect(rounded(mapPoint(rotation(45, 7, 9), 7, 9))).toEqual([7, 9]);
  });

  it('apply the inner one first', () => {
    const both = multiply(placed(90, 10, 20, 200, 300), rotation(90, 0, 0));
    const inner = mapPoint(rotation(90, 0, 0), 3, 4);
    expect(rounded(mapPoint(both, 3, 4))).toEqual(
      rounded(mapPoint(placed(90, 10, 20, 200, 300), inner.x, inner.y)),
    );
  });
});
