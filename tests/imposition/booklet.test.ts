import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/diagnostics/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { type ImpositionPlan, impose, type Placement, type Sheet } from '../../src/imposition/index.ts';
import { blank } from './blank.ts';

const pageAt = (index: number, width = 396, height = 612) =>
  blank(`sheet-${index + 1}`, index, width, height);
const pagesOf = (count: number) => Array.from({ length: count }, (_, i) => pageAt(i));
const plan = (leaf = 0): ImpositionPlan => ({
  kind: 'booklet',
  paper: { width: 792, height: 612 },
  leaf,
  most: 12,
});
type Way = { direction: 'ltr' | 'rtl'; duplex: 'short' | 'long' };
const sheetsOf = (count: number, way: Way, leaf = 0) =>
  impose(pagesOf(count), plan(leaf), 'office', { ...way, ink: [0, 0, 0] }).sheets;

/** What a leaf shows at its front or back: the page of a half of a side, and whether it stands upright. */
const half = ({ placements, width }: Sheet, which: 'left' | 'right') => {
  const on = placements.find((each) => center(each) < width / 2 === (which === 'left'))!;
  return { page: on.page.index + 1, upside: on.rotate === 180 };
};
const center = ({ x, page }: Placement) => x + page.width / 2;

/**
 * Lays printed sheets into each other, folds them, and turns leaf by leaf. By the printer's long edge the paper is turned
 * endwise: what is behind a half stands below it upside down, and on the same half.
 */
function leafThrough(sheets: readonly Sheet[], { direction, duplex }: Way) {
  const [near, far] = direction === 'ltr' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const behind = (inside: Sheet, front: 'left' | 'right') => {
    const at = duplex === 'long' ? front : front === 'left' ? 'right' : 'left';
    const seen = half(inside, at);
    return { ...seen, upside: duplex === 'long' ? !seen.upside : seen.upside };
  };
  const pairs = Array.from(
    { length: sheets.length / 2 },
    (_, i) => [sheets[2 * i]!, sheets[2 * i + 1]!] as const,
  );
  const front = pairs.flatMap(([outside, inside]) => [half(outside, near), behind(inside, near)]);
  const back = pairs.toReversed().flatMap(([outside, inside]) => [behind(inside, far), half(outside, far)]);
  return [...front, ...back];
}

const ways: readonly Way[] = (['ltr', 'rtl'] as const).flatMap((direction) =>
  (['short', 'long'] as const).map((duplex) => ({ direction, duplex })),
);

describe('a booklet', () => {
  it.each(ways)('opens in order, every page upright: $direction, turned about the $duplex edge', (way) => {
    for (const count of [4, 8, 12, 32]) {
      const read = leafThrough(sheetsOf(count, way), way);
      expect(read.map(({ page }) => page)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      expect(read.some(({ upside }) => upside)).toBe(false);
    }
  });

  it('opens from the right side where it is read from the right: the cover is left on the open sheet', () => {
    const [ltr] = sheetsOf(8, { direction: 'ltr', duplex: 'short' });
    const [rtl] = sheetsOf(8, { direction: 'rtl', duplex: 'short' });
    expect([half(ltr!, 'right').page, half(ltr!, 'left').page]).toEqual([1, 8]);
    expect([half(rtl!, 'left').page, half(rtl!, 'right').page]).toEqual([1, 8]);
    const other = leafThrough(sheetsOf(8, { direction: 'ltr', duplex: 'short' }), {
      direction: 'rtl',
      duplex: 'short',
    });
    expect(other[0]!.page).toBe(8);
  });

  it('has the pages of inner sheets nearer to the fold, by a leaf for each sheet around them', () => {
    const sheets = sheetsOf(12, { direction: 'ltr', duplex: 'short' }, 0.3);
    const xs = sheets.map(({ placements }) => placements.map(({ x }) => x).sort((a, b) => a - b));
    for (const [i, [left, right]] of xs.entries()) {
      expect(left).toBeCloseTo(0.3 * Math.floor(i / 2), 9);
      expect(right).toBeCloseTo(396 - 0.3 * Math.floor(i / 2), 9);
    }
    const thick = sheetsOf(12, { direction: 'ltr', duplex: 'short' }, 50);
    expect(
      thick
        .at(-1)!
        .placements.map(({ x }) => x)
        .sort((a, b) => a - b),
    ).toEqual([12, 384]);
  });

  it('never has pages further in than the inner margin can give, however few sheets there are', () => {
    const farthest = (count: number, leaf: number) => {
      const { placements } = sheetsOf(count, { direction: 'ltr', duplex: 'short' }, leaf).at(-1)!;
      return Math.min(...placements.map(({ x }) => x));
    };
    expect(farthest(4, 50)).toBe(0);
    expect(farthest(8, 11)).toBe(11);
    expect(farthest(8, 50)).toBe(12);
    expect(farthest(12, 5.9)).toBeCloseTo(11.8, 9);
    expect(farthest(12, 6.1)).toBe(12);
  });

  it('has sides of the paper that are named from the outside inwards, their pages at the top and cut off', () => {
    for (const way of ways) {
      const sheets = sheetsOf(8, way);
      expect(sheets.map(({ name }) => name)).toEqual(['outside-1', 'inside-1', 'outside-2', 'inside-2']);
      for (const { placements, width, height } of sheets) {
        expect([width, height]).toEqual([792, 612]);
        expect(placements.map(({ y, clip }) => [y, clip])).toEqual([
          [0, true],
          [0, true],
        ]);
      }
    }
  });

  it('marks the fold, paints each side in reading order, and says how the paper is turned', () => {
    const made = impose(pagesOf(8), plan(), 'office', { direction: 'ltr', duplex: 'long', ink: [0, 0, 0] });
    expect(made.duplex).toBe('DuplexFlipLongEdge');
    for (const { placements, marks } of made.sheets) {
      const order = placements.map(({ page }) => page.index);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(marks.length).toBe(2);
    }
  });

  it.each([
    ['too few', pagesOf(7), '7 pages do not fill sheets of 4.'],
    ['none', [], '0 pages do not fill'],
    ['too wide', pagesOf(8).with(3, pageAt(3, 396.02)), 'Page sheet-4 is 396.02 × 612 pt'],
    ['too low', pagesOf(8).with(3, pageAt(3, 396, 611.98)), 'no half of'],
  ])('is refused with pages that are %s', (_, pages, message) => {
    let problems: readonly Problem[] = [];
    try {
      impose(pages, plan(), 'office', { direction: 'ltr', duplex: 'short', ink: [0, 0, 0] });
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      problems = error.problems;
    }
    expect(problems).toMatchObject([{ code: 'PRODUCT_INVALID', message: expect.stringContaining(message) }]);
  });
});
