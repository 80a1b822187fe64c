import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/proof/file/budget.ts';
import { meets, spans } from '../../src/proof/page/cover.ts';
import type { Painted } from '../../src/proof/page/page-content.ts';

const area = { bounds: [100, 100, 120, 110] } as const;
/** A fill with this outline, and any clip. */
const fill = (outline: readonly number[], more: Partial<Painted> = {}) => {
  const xs = outline.filter((_, i) => i % 2 === 0);
  const ys = outline.filter((_, i) => i % 2 === 1);
  return {
    kind: 'fill',
    outlines: [Float64Array.from(outline)],
    evenOdd: false,
    plain: false,
    reach: 0,
    corner: 0,
    bounds: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    clip: { bounds: [-1e4, -1e4, 1e4, 1e4], turned: [] },
    ...more,
  } as unknown as Painted;
};
const isMet = (painted: Painted) => meets(painted, area, new Budget());

/** A frame that is open above, whose box has all of the area: its inner edges at these places. */
const frame = (left: number, bottom: number, right: number) =>
  fill([50, 50, 200, 50, 200, 200, right, 200, right, bottom, left, bottom, left, 200, 50, 200]);

describe('a fill beside an area', () => {
  it.each([
    ['beyond each side', 99.9, 99.9, 120.1, false],
    ['just beyond them', 99.99, 99.99, 120.01, false],
    ['within the left side', 100.1, 99.9, 120.1, true],
    ['within the lower side', 99.9, 100.1, 120.1, true],
    ['within the right side', 99.9, 99.9, 119.9, true],
  ])('meets it by its edges: %s', (_, left, bottom, right, met) => {
    expect(isMet(frame(left, bottom, right))).toBe(met);
  });

  it('does not meet it by edges that go away from it', () => {
    const flared = (left: number) =>
      fill([50, 50, 200, 50, 200, 200, 120.5, 200, 120.1, 99.9, left, 99.9, left - 0.4, 200, 50, 200]);
    expect([isMet(flared(99.9)), isMet(flared(100.1))]).toEqual([false, true]);
  });

  it('meets it as a stroke by half of its width', () => {
    const line = (x: number) =>
      fill([x, 50, x, 300, 300, 300], { kind: 'stroke', reach: 2, bounds: [x - 2, 48, 302, 302] });
    expect([isMet(line(97.9)), isMet(line(98.1))]).toEqual([false, true]);
    expect([isMet(line(122.1)), isMet(line(121.9))]).toEqual([false, true]);
  });

  it('has all of it where none of its edges comes into it', () => {
    const hole = (by: number) =>
      fill([50, 50, 200, 50, 200, 200, 120 + by, 200, 120 + by, 90, 118 + by, 90, 118 + by, 200, 50, 200]);
    expect([2.1, 1.9, -40].map((by) => spans(hole(by), area, new Budget()))).toEqual([true, false, true]);
  });
});
