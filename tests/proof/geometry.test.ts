import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/proof/file/budget.ts';
import { type Area, fills, hides, isConvex, isWithin, meets } from '../../src/proof/page/cover.ts';
import { colorOf } from '../../src/proof/page/graphics-state.ts';
import type { Painted } from '../../src/proof/page/page-content.ts';
import { Path } from '../../src/proof/page/path.ts';

/** A black fill of one outline on a page of 200 by 200, or a stroke along it. */
function painted(points: readonly number[], more: Partial<Painted> = {}): Painted {
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  const reach = more.reach ?? 0;
  return {
    kind: 'fill',
    outlines: [Float64Array.from(points)],
    evenOdd: false,
    plain: false,
    reach,
    corner: reach,
    bounds: [
      Math.min(...xs) - reach,
      Math.min(...ys) - reach,
      Math.max(...xs) + reach,
      Math.max(...ys) + reach,
    ],
    clip: { bounds: [0, 0, 200, 200], turned: [] },
    ...more,
  } as unknown as Painted;
}

const square = [80, 80, 120, 80, 120, 120, 80, 120];
/** A square on its corner: its sides are x + y = 180, 220 and x − y = −20, 20; its middle is 100, 100. */
const diamond = [100, 80, 120, 100, 100, 120, 80, 100];
/** Points the other way round. */
const reversed = (points: readonly number[]) =>
  Array.from({ length: points.length / 2 }, (_, i) =>
    points.slice(points.length - 2 * i - 2, points.length - 2 * i),
  ).flat();

describe('an area that is turned', () => {
  const areas = [diamond, reversed(diamond)].map(
    (corners): Area => ({
      bounds: [80, 80, 120, 120],
      corners: corners as unknown as NonNullable<Area['corners']>,
    }),
  ) as [Area, Area];

  it.each([
    ['in its middle', [99, 99, 101, 99, 101, 101, 99, 101], true],
    ['over it', square, true],
    ['beyond its upper left side', [80, 80, 88, 80, 88, 88, 80, 88], false],
    ['beyond its upper right side', [112, 80, 120, 80, 120, 88, 112, 88], false],
    ['beyond its lower right side', [112, 112, 120, 112, 120, 120, 112, 120], false],
    ['beyond its lower left side', [80, 112, 88, 112, 88, 120, 80, 120], false],
    ['just over its upper left side', [80, 80, 91, 80, 91, 91, 80, 91], true],
    ['just over its lower right side', [109, 109, 120, 109, 120, 120, 109, 120], true],
  ])('is met by a fill %s: %s', (_, points, is) => {
    for (const area of areas) expect(meets(painted(points), area, new Budget())).toBe(is);
  });

  it.each([
    ['across it', [0, 95, 200, 105], true],
    ['across it, steeply', [95, 0, 105, 200], true],
    ['along its side, within', [80, 101, 101, 80], true],
    ['along its side, without', [80, 99, 99, 80], false],
    ['that ends before it', [0, 100, 79, 100], false],
    ['that ends in it', [0, 100, 81, 100], true],
    ['that begins in it', [119, 100, 200, 100], true],
    ['that begins behind it', [121, 100, 200, 100], false],
  ])('is met by a line %s: %s', (_, points, is) => {
    const line = painted(points, { kind: 'stroke', reach: 0.05, corner: 0.05 });
    for (const area of areas) expect(meets(line, area, new Budget())).toBe(is);
  });

  it('is met by a line as far as it is wide', () => {
    const along = [80, 96, 96, 80];
    const wide = (width: number) => painted(along, { kind: 'stroke', reach: width / 2, corner: width / 2 });
    // The line is 4 / √2 = 2.83 from the side.
    for (const area of areas) {
      expect(meets(wide(5.4), area, new Budget())).toBe(false);
      expect(meets(wide(5.9), area, new Budget())).toBe(true);
    }
  });

  it('holds what is within all its sides', () => {
    const within = (bounds: Area['bounds'], turned = diamond) =>
      isWithin({ bounds }, { bounds: [80, 80, 120, 120], turned: [turned] } as unknown as Painted['clip'], 0);
    for (const turned of [diamond, reversed(diamond)]) {
      expect(within([91, 91, 109, 109], turned)).toBe(true);
      expect(within([88, 91, 109, 109], turned)).toBe(false);
      expect(within([91, 91, 112, 109], turned)).toBe(false);
      expect(within([91, 88, 109, 109], turned)).toBe(false);
      expect(within([91, 91, 109, 112], turned)).toBe(false);
    }
  });
});

describe('a fill', () => {
  it.each([
    [100, 100, true],
    [81, 81, false],
    [91, 91, true],
    [119, 119, false],
    [130, 100, false],
    [70, 100, false],
  ])('has %d, %d within its outline: %s', (x, y, is) => {
    for (const points of [diamond, reversed(diamond)]) expect(fills(painted(points), x, y)).toBe(is);
  });

  it('has a hole by its rule and by the way of its outlines', () => {
    const hole = [95, 95, 105, 95, 105, 105, 95, 105];
    const two = (inner: readonly number[], evenOdd: boolean) => ({
      outlines: [Float64Array.from(square), Float64Array.from(inner)],
      evenOdd,
    });
    expect(fills(two(hole, false), 100, 100)).toBe(true);
    expect(fills(two(reversed(hole), false), 100, 100)).toBe(false);
    expect(fills(two(hole, true), 100, 100)).toBe(false);
    expect(fills(two(hole, true), 90, 100)).toBe(true);
  });

  it('hides an area only where it is all over it', () => {
    const area = (left: number): Area => ({ bounds: [left, 95, left + 10, 105] });
    expect(hides(painted(diamond), area(95), new Budget())).toBe(true);
    expect(hides(painted(diamond), area(106), new Budget())).toBe(false);
    expect(hides(painted(square), area(109), new Budget())).toBe(true);
    expect(hides(painted(square), area(111), new Budget())).toBe(false);
    expect(hides(painted(square, { seeThrough: true }), area(95), new Budget())).toBe(false);
  });

  it('has no bay where it goes round once, one way', () => {
    expect(isConvex(painted(square))).toBe(true);
    expect(isConvex(painted(reversed(diamond)))).toBe(true);
    expect(isConvex(painted([80, 80, 120, 80, 120, 120, 100, 90, 80, 120]))).toBe(false);
    expect(isConvex(painted([...square, ...square]))).toBe(false);
  });
});

describe('a curve', () => {
  it('goes by its four points (ISO 32000-1 8.5.2.2), as the matrix has it', () => {
    const path = new Path();
    path.build('m', [0, 0], [2, 0, 0, 3, 10, 20]);
    path.build('c', [0, 8, 16, 8, 24, 0], [2, 0, 0, 3, 10, 20]);
    const [points] = path.take();
    const at = (i: number) => [points![2 * i]!, points![2 * i + 1]!];
    expect(points).toHaveLength(18);
    expect(at(0)).toEqual([10, 20]);
    // An eighth of the way, a quarter and a half: by Bernstein's polynomials.
    expect(at(1)[0]).toBeCloseTo(10 + 2 * (3 * 0.875 * 0.015625 * 16 + 0.001953125 * 24), 9);
    expect(at(1)[1]).toBeCloseTo(20 + 3 * 8 * (3 * 0.765625 * 0.125 + 3 * 0.875 * 0.015625), 9);
    expect(at(4)[0]).toBeCloseTo(10 + 2 * (0.375 * 16 + 0.125 * 24), 9);
    expect(at(4)[1]).toBeCloseTo(20 + 3 * 8 * 0.75, 9);
    expect(at(8)).toEqual([58, 20]);
  });

  it('begins where the one before it ended', () => {
    const path = new Path();
    path.build('m', [8, 8], [1, 0, 0, 1, 0, 0]);
    path.build('c', [8, 8, 16, 16, 16, 16], [1, 0, 0, 1, 0, 0]);
    path.build('c', [8, 0, 0, 0, 0, 8], [1, 0, 0, 1, 0, 0]);
    const [points] = path.take();
    expect([points![18 + 6], points![18 + 7]]).toEqual([0.125 * 16 + 0.375 * 8, 0.125 * 16 + 0.125 * 8]);
  });
});

describe('a colour', () => {
  it('is of three parts from 0 to 1', () => {
    expect(colorOf([0, 0, 0])).toEqual([0, 0, 0]);
    expect(colorOf([1, 1, 1])).toEqual([255, 255, 255]);
    for (const part of [0, 1, 2])
      for (const wrong of [-0.001, 1.001, Number.NaN])
        expect(colorOf([0.5, 0.5, 0.5].with(part, wrong))).toBeUndefined();
  });
});
