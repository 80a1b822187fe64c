import { describe, expect, it } from 'vitest';
import { makePath, polyPath, rectPath } from '../../src/image/index.ts';
import { fillCovers, outlineOf, strokeCovers } from '../../src/paint/outline.ts';

const square = outlineOf(rectPath(10, 20, 30, 40));

describe('the outline of a path', () => {
  it('has the ends of its curves, and where they bow out', () => {
    // A quarter of a circle of 100 (CSS's constant for its control points), then back to the middle.
    const k = 55.228_474_98;
    const quarter = outlineOf(makePath('MLCZ', [0, 0, 100, 0, 100, k, k, 100, 0, 100]));
    const [polygon] = quarter.polygons;
    expect(polygon!.slice(0, 4)).toEqual([0, 0, 100, 0]);
    expect(polygon!.slice(-4)).toEqual([0, 100, 0, 0]);
    for (let i = 2; i < polygon!.length - 2; i += 2)
      expect(Math.hypot(polygon![i]!, polygon![i + 1]!)).toBeCloseTo(100, 1);
    // Between its points it misses the curve by less than a third of a hundredth of the radius.
    for (let i = 2; i < polygon!.length - 4; i += 2) {
      const [x1, y1, x2, y2] = polygon!.slice(i, i + 4) as [number, number, number, number];
      expect(Math.hypot((x1 + x2) / 2, (y1 + y2) / 2)).toBeGreaterThan(99.7);
    }
    expect([quarter.left, quarter.top, quarter.right, quarter.bottom]).toEqual([0, 0, 100, 100]);
  });

  it('goes on behind a curve, an end, and a new beginning', () => {
    const path = makePath('MCLZML', [0, 0, 0, 0, 9, 9, 9, 9, 0, 9, 50, 60, 70, 80]);
    const { polygons, left, top, right, bottom } = outlineOf(path);
    expect(polygons.length).toBe(2);
    expect(polygons[0]!.slice(-6)).toEqual([9, 9, 0, 9, 0, 0]);
    expect(polygons[1]).toEqual([50, 60, 70, 80]);
    expect([left, top, right, bottom]).toEqual([0, 0, 70, 80]);
  });
});

describe('a fill', () => {
  it.each([
    // Its left and top edge are its own, the others those of what lies beside it.
    [10, 20, true],
    [10, 40, true],
    [25, 20, true],
    [39.999, 59.999, true],
    [9.999, 40, false],
    [25, 19.999, false],
    [40, 40, false],
    [25, 60, false],
  ])('of 10 to 40 and 20 to 60 at (%f, %f): %s', (x, y, covers) => {
    expect(fillCovers(square, 'nonzero', x, y)).toBe(covers);
    expect(fillCovers(square, 'evenodd', x, y)).toBe(covers);
  });

  it('within a fill is a hole by the one rule, and by the other where it turns the other way', () => {
    const rings = (inner: number[]) =>
      outlineOf(makePath('MLLLZMLLLZ', [0, 0, 90, 0, 90, 90, 0, 90, ...inner]));
    const same = rings([30, 30, 60, 30, 60, 60, 30, 60]);
    const other = rings([30, 30, 30, 60, 60, 60, 60, 30]);
    expect([same, other].map((outline) => fillCovers(outline, 'evenodd', 45, 45))).toEqual([false, false]);
    expect([same, other].map((outline) => fillCovers(outline, 'nonzero', 45, 45))).toEqual([true, false]);
    for (const outline of [same, other]) expect(fillCovers(outline, 'evenodd', 15, 45)).toBe(true);
  });
});

describe('a stroke', () => {
  it.each([
    [8, 40, true],
    [7.999, 40, false],
    [42, 40, true],
    [42.001, 40, false],
    [25, 18, true],
    [25, 17.999, false],
    [25, 62, true],
    [25, 62.001, false],
    [12, 40, true],
    [12.001, 40, false],
    [25, 40, false],
  ])('of 4 along 10 to 40 and 20 to 60 at (%f, %f): %s', (x, y, covers) => {
    expect(strokeCovers(square, 4, x, y)).toBe(covers);
  });

  it('of an open path leaves its open side', () => {
    const open = outlineOf(polyPath([10, 20, 40, 20, 40, 60], false));
    expect(strokeCovers(open, 4, 40, 40)).toBe(true);
    expect(strokeCovers(open, 4, 10, 40)).toBe(false);
    expect(strokeCovers(open, 4, 25, 40)).toBe(false);
  });
});
