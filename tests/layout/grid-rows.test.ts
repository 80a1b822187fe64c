import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowItem } from '../../src/layout/grid-items.ts';
import type { Placed } from '../../src/layout/grid-placement.ts';
import { auto, rowsOfContent } from '../../src/layout/grid-rows.ts';
import { isNamed } from '../../src/layout/open-page.ts';
import { sizeTracks } from '../../src/layout/track-sizing.ts';

const count = 4;
const items = fc.array(
  fc.record({
    row: fc.integer({ min: 0, max: count - 1 }),
    height: fc.double({ min: -20, max: 500, noNaN: true }),
  }),
  { maxLength: 8 },
);
const placedIn = (row: number, rows = 1) => ({ row, rows }) as Placed;

describe('rows that say nothing of their height', () => {
  it('are as high as sizing them as tracks makes them, in any room', () => {
    fc.assert(
      fc.property(items, fc.option(fc.double({ min: 0, max: 2000, noNaN: true })), (all, extent) => {
        const placed = all.map(({ row }) => placedIn(row));
        const tracks = sizeTracks(
          Array.from({ length: count }, () => auto),
          placed.map((item, i) => new RowItem(item, all[i]!.height)),
          extent ?? undefined,
          3,
          false,
        );
        expect(rowsOfContent(count, placed, (i) => all[i]!.height)).toEqual(tracks);
      }),
    );
  });

  it('are sized as tracks where something stands in several', () => {
    expect(rowsOfContent(count, [placedIn(0), placedIn(1, 2)], () => 10)).toBeUndefined();
  });
});

describe('a page of a numbered row', () => {
  it.each([
    ['inside-2', 'inside', true],
    ['inside-12', 'inside', true],
    ['inside', 'inside', true],
    ['inside', '', true],
    ['inside-1-2', 'inside-1', true],
    ['inside-1-2', 'inside', false],
    ['inside-', 'inside', false],
    ['inside-b', 'inside', false],
    ['insider-1', 'inside', false],
    ['cover', 'inside', false],
  ])('%s: is it named by "%s"? %s', (name, wanted, is) => {
    expect(isNamed(name, wanted)).toBe(is);
  });
});
