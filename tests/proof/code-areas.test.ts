/** Where codes are sought: wherever corners lie dense, from the smallest modules up, and in pictures that could hold them. */
import { describe, expect, it } from 'vitest';
import { codeAreas } from '../../src/proof/page/code-areas.ts';
import type { Bounds } from '../../src/proof/page/matrix.ts';
import type { Look, Painted } from '../../src/proof/page/page-content.ts';

const page = [600, 800] as const;
const painted = (change: Partial<Painted>): Painted => ({
  ...{
    kind: 'fill',
    outlines: [],
    evenOdd: false,
    plain: false,
    reach: 0,
    corner: 0,
    bounds: [0, 0, 600, 800],
  },
  ...{ clip: { bounds: [0, 0, 600, 800], turned: [] }, color: [0, 0, 0], order: 1 },
  ...{ owner: { mcid: undefined, artifact: undefined }, ...change },
});
/** So many corners in a square of this side. */
const corners = (count: number, x: number, y: number, side = 6) =>
  Float64Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? x : y) + ((i >> 1) % 2 === 0 ? 0 : side));
const areasOf = (...all: readonly Partial<Painted>[]) =>
  codeAreas([{ painted: all.map(painted), runs: [] }], page);
const modulesOf = (...all: readonly Partial<Painted>[]) => areasOf(...all).map(({ module }) => module);

describe('corners', () => {
  it('make an area where there are sixty-six', () => {
    expect(areasOf({ outlines: [corners(65, 30, 30)] })).toEqual([]);
    expect(areasOf({ outlines: [corners(66, 30, 30)] })[0]).toEqual({
      bounds: [30, 30, 36, 36],
      module: 0.6,
    });
  });

  it('are found in work that grows with the points, though all of them lie on one spot', () => {
    let reads = 0;
    const count = 2000;
    const spot = new Proxy(new Float64Array(count * 2).fill(30), {
      get(points, key) {
        reads++;
        return Reflect.get(points, key, points);
      },
    });
    areasOf({ outlines: [spot as never] });
    expect(reads).toBeLessThan(count * 40);
  });

  it('turn by the points beside a spot, however often it is named', () => {
    const square = [30, 30, 36, 30, 36, 36, 30, 36];
    const often = square.flatMap((_, i) =>
      i % 2 === 0 ? [square[i]!, square[i + 1]!, square[i]!, square[i + 1]!] : [],
    );
    const many = (points: readonly number[], times: number) =>
      areasOf({ outlines: Array.from({ length: times }, () => Float64Array.from(points)) }).length;
    expect([many(square, 66), many(often, 33)]).toEqual([1, 1].map(() => many(square, 66)));
    expect(many([30, 30, 33, 30, 33, 30, 36, 30], 20)).toBe(0);
  });

  it('count together however they are parted', () => {
    expect(areasOf({ outlines: [corners(33, 30, 30)] }, { outlines: [corners(33, 30, 30)] })).not.toEqual([]);
  });

  it('are sought again for modules that are so large that the reader would not see them in that area', () => {
    expect(modulesOf({ outlines: [corners(100, 30, 30)] })).toEqual([0.6, 4.8]);
  });

  it('lie in cells that touch, on any side of their edges', () => {
    // Cells of the smallest modules are 9.6 pt wide.
    for (const [x, y] of [
      [9.6, 30],
      [30, 9.6],
      [9.6, 9.6],
    ] as const) {
      const near = [corners(50, x - 2, y - 2, 1), corners(50, x + 1, y + 1, 1)];
      expect(areasOf({ outlines: near })[0]).toEqual({ bounds: [x - 2, y - 2, x + 2, y + 2], module: 0.6 });
    }
  });

  it('that lie apart are together in the cells of larger modules alone', () => {
    const [first, ...more] = areasOf({ outlines: [corners(50, 30, 30), corners(50, 130, 30)] });
    expect(first).toEqual({ bounds: [30, 30, 136, 36], module: 4.8 });
    expect(more).toEqual([]);
  });

  it('in two dense places make two areas, and one where they lie together', () => {
    const apart = areasOf({ outlines: [corners(100, 30, 30), corners(100, 300, 500)] });
    expect(apart.slice(0, 2).map(({ bounds }) => bounds)).toEqual([
      [30, 30, 36, 36],
      [300, 500, 306, 506],
    ]);
    const row = Array.from({ length: 6 }, (_, i) => corners(100, 30 + 9.6 * i, 30, 3));
    expect(areasOf({ outlines: row })[0]!.bounds).toEqual([30, 30, 30 + 48 + 3, 33]);
  });

  it('reach as far as the last of those that touch', () => {
    const last = corners(1, 14, 5, 0);
    expect(areasOf({ outlines: [corners(65, 2, 2), last] })[0]!.bounds).toEqual([2, 2, 14, 8]);
  });

  /** A ring of so many points, within a cell. */
  const ring = (points: number, radius = 1) =>
    Float64Array.from(
      { length: points * 2 },
      (_, i) => 32 + radius * (i % 2 === 0 ? Math.cos : Math.sin)(((i >> 1) * 2 * Math.PI) / points),
    );
  const rings = (count: number, points: number) => ({
    outlines: Array.from({ length: count }, () => ring(points)),
  });

  it('of a curve are six, however many points it is flattened to', () => {
    for (const points of [7, 32, 100]) {
      expect(areasOf(rings(10, points))).toEqual([]);
      expect(areasOf(rings(10, points), { outlines: [corners(5, 30, 30)] })).toEqual([]);
      expect(areasOf(rings(10, points), { outlines: [corners(7, 30, 30)] })).not.toEqual([]);
    }
  });

  it('are whole where an outline turns by two thirds of a right angle', () => {
    expect(areasOf(rings(10, 6))).toEqual([]);
    expect(areasOf(rings(11, 6))).not.toEqual([]);
    expect(areasOf(rings(16, 4))).toEqual([]);
    expect(areasOf(rings(17, 4))).not.toEqual([]);
    expect(areasOf(rings(21, 3))).toEqual([]);
    expect(areasOf(rings(22, 3))).not.toEqual([]);
  });

  it('are none on straight lines, and one where points lie on each other', () => {
    const straight = Float64Array.from({ length: 400 }, (_, i) => 30 + (i >> 1) / 64);
    expect(areasOf(...Array.from({ length: 32 }, () => ({ outlines: [straight] })))).toEqual([]);
    expect(areasOf(...Array.from({ length: 33 }, () => ({ outlines: [straight] })))).not.toEqual([]);
    const one = Array.from({ length: 66 }, (_, i) => ({ outlines: [corners(1, 30 + i / 64, 30 + i / 64)] }));
    expect(areasOf(...one)).not.toEqual([]);
  });

  it('of an open line are its ends too', () => {
    const line = (count: number) => ({
      kind: 'stroke' as const,
      outlines: Array.from({ length: count }, () => Float64Array.of(30, 30, 31, 31, 32, 32)),
    });
    expect(areasOf(line(16))).toEqual([]);
    expect(areasOf(line(17))).not.toEqual([]);
  });

  it('of signs that are blocks are four each, half of their size apart', () => {
    const typed = (count: number, text = '█') => ({
      ...{ text, first: 1, end: 1 + count, size: 4 },
      glyphs: {
        xs: Float64Array.from({ length: 60 }, (_, i) => 30 + (i % 5)),
        ys: new Float64Array(60).fill(40),
      },
    });
    const of = (...runs: readonly object[]) => codeAreas([{ painted: [], runs: runs as never }], page);
    expect(of(typed(16))).toEqual([]);
    expect(of(typed(17))[0]).toEqual({ bounds: [30, 38, 36, 40], module: 0.6 });
    expect(of(typed(17, 'n'))).toEqual([]);
  });

  it('beside the page are none, on its edges some', () => {
    for (const [x, y] of [
      [-9, 30],
      [30, -9],
      [620, 30],
      [30, 820],
    ] as const)
      expect(areasOf({ outlines: [corners(200, x, y, 1)] })).toEqual([]);
    expect(areasOf({ outlines: [corners(66, 0, 0)] })).not.toEqual([]);
    expect(areasOf({ outlines: [corners(66, 594, 794)] })[0]!.bounds).toEqual([594, 794, 600, 800]);
  });

  it('of a line are twice as many, of a dashed one those of its dashes', () => {
    expect(areasOf({ kind: 'stroke', outlines: [corners(32, 30, 30)] })).toEqual([]);
    expect(areasOf({ kind: 'stroke', outlines: [corners(33, 30, 30)] })).not.toEqual([]);
    expect(
      areasOf({ kind: 'stroke', outlines: [corners(2, 30, 30)], dashes: [corners(33, 30, 30)] }),
    ).not.toEqual([]);
  });

  const look: Look = { color: [0, 0, 0], opacity: 1, masks: [], groups: [], cuts: [] };
  const shading = (stops: number) => ({
    ...{ kind: 'axial' as const, coordinates: [0, 0, 1, 0], toGradient: [1, 0, 0, 1, 0, 0] as const },
    stops: Array.from({ length: stops }, (_, i) => ({ offset: i / stops, color: [0, 0, 0] as const })),
  });
  it.each<[string, Look, number]>([
    ['its clips', { ...look, cuts: [{ outlines: [corners(30, 30, 30)], evenOdd: false }] }, 36],
    ['the stops of its gradient', { ...look, shading: shading(6) }, 14],
    ['the stops of its masks', { ...look, masks: [shading(6)] }, 14],
    ['the stops of the masks of its groups', { ...look, groups: [{ opacity: 1, masks: [shading(6)] }] }, 14],
  ])('of a drawing are those of %s too', (_, seen, own) => {
    expect(areasOf({ outlines: [corners(own - 1, 30, 30)], look: seen })).toEqual([]);
    expect(areasOf({ outlines: [corners(own, 30, 30)], look: seen })).not.toEqual([]);
    expect(areasOf({ outlines: [corners(own, 30, 30)] })).toEqual([]);
  });
});

describe('a picture', () => {
  const picture = (bounds: Bounds, width: number, height: number, clip: Bounds = [0, 0, 600, 800]) =>
    areasOf({
      ...{ kind: 'picture', bounds, clip: { bounds: clip, turned: [] }, color: undefined },
      image: {
        dictionary: new Map([
          ['Width', width],
          ['Height', height],
        ]),
      } as never,
    });

  it('is an area from the modules on that its samples can show', () => {
    expect(picture([100, 100, 160, 160], 600, 600)[0]).toEqual({ bounds: [100, 100, 160, 160], module: 0.6 });
    expect(picture([100, 100, 160, 160], 51, 51)[0]!.module).toBe(0.6);
    expect(picture([100, 100, 160, 160], 50, 50)[0]!.module).toBe(1.2);
    // The smaller of its samples' sides counts.
    expect(picture([100, 100, 160, 160], 25, 600)[0]!.module).toBe(0.6);
  });

  it('is one where it is not clipped away', () => {
    expect(picture([100, 100, 160, 160], 600, 600, [130, 0, 600, 800])[0]!.bounds).toEqual([
      130, 100, 160, 160,
    ]);
    expect(picture([100, 100, 160, 160], 600, 600, [170, 0, 600, 800])).toEqual([]);
  });

  it('is none where it is smaller than a module', () => {
    expect(picture([100, 100, 100.5, 100.5], 600, 600)).toEqual([]);
    expect(picture([100, 100, 100.7, 100.5], 600, 600)).not.toEqual([]);
  });

  it('may lie over the edges of the page', () => {
    expect(picture([-50, -50, 650, 850], 6000, 6000)[0]!.bounds).toEqual([0, 0, 600, 800]);
  });
});
