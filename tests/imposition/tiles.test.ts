import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { areas, type ImpositionPlan, impose, type Sheet } from '../../src/imposition/index.ts';
import type { DisplayItem } from '../../src/paint/index.ts';
import { blank } from './blank.ts';

type Plan = Extract<ImpositionPlan, { kind: 'tiles' }>;

const ink = [0, 0, 0] as const;
const plan: Plan = {
  kind: 'tiles',
  page: 'poster',
  foot: 'foot',
  sheet: { width: 612, height: 792 },
  columns: 3,
  rows: 2,
  overlap: 36,
  margin: 18,
};
const pagesOf = (width: number, height: number) => [
  blank('poster', 0, width, height),
  blank('foot', 1, 524, 34),
];

/** Posters and how they are divided; the sheet is as large as it must be. */
const posters = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 1, max: 5 }),
    width: fc.integer({ min: 700, max: 2600 }),
    height: fc.integer({ min: 700, max: 2600 }),
    overlap: fc.integer({ min: 5, max: 60 }),
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  })
  .map(({ width, height, direction, ...how }) => {
    const sheet = {
      width: 36 + 60 + width / how.columns + how.overlap,
      height: 36 + 60 + height / how.rows + how.overlap,
    };
    const foot = blank('foot', 1, sheet.width - 36 - 52, 34);
    return { plan: { ...plan, ...how, sheet }, pages: [blank('poster', 0, width, height), foot], direction };
  });

/** Where the ticks of a sheet are, which are outside of its small plan: lines that run up and down, and across. */
function ticksOf({ marks }: Sheet) {
  const lines = marks.flatMap((mark) => {
    if (mark.kind !== 'path' || mark.path.points.length !== 4) return [];
    const [x0, y0, x1, y1] = mark.path.points as unknown as [number, number, number, number];
    return [{ x0, y0, x1, y1, glued: mark.stroke!.dash.length > 0 }];
  });
  const at = (own: (line: (typeof lines)[number]) => number | undefined, glued: boolean) =>
    [...new Set(lines.flatMap((line) => (line.glued === glued ? (own(line) ?? []) : [])))].sort(
      (a, b) => a - b,
    );
  const x = (line: (typeof lines)[number]) => (line.x0 === line.x1 ? line.x0 : undefined);
  const y = (line: (typeof lines)[number]) => (line.y0 === line.y1 ? line.y0 : undefined);
  return { cut: { x: at(x, false), y: at(y, false) }, glue: { x: at(x, true), y: at(y, true) } };
}

const office = (direction: 'ltr' | 'rtl') => ({ direction, duplex: 'short', ink }) as const;
const pathsOf = ({ marks }: Sheet) =>
  marks.map((mark) => (mark.kind === 'path' ? [...mark.path.points] : []));
const rounded = (points: readonly number[]) => points.map((at) => at.toFixed(6));

describe('a page in tiles', () => {
  it('comes together as the page, where each sheet is cut at its marks and laid on those of the sheet before', () => {
    fc.assert(
      fc.property(posters, ({ plan, pages, direction }) => {
        const { sheets, duplex } = impose(pages, plan, 'office', { direction, duplex: 'short', ink });
        expect(duplex).toBe('Simplex');
        expect(sheets).toHaveLength(1 + plan.columns * plan.rows);
        // Of each tile where it came to lie on the table: what of the page is at the table's corner.
        const laid = sheets.slice(1).map((sheet, i) => {
          const [column, row] = [i % plan.columns, Math.floor(i / plan.columns)];
          const { cut, glue } = ticksOf(sheet);
          const isLast = { x: column === plan.columns - 1, y: row === plan.rows - 1 };
          expect(cut.x).toHaveLength(isLast.x ? 2 : 1);
          expect(glue.x).toHaveLength(isLast.x ? 0 : 1);
          expect(cut.y).toHaveLength(isLast.y ? 2 : 1);
          expect(glue.y).toHaveLength(isLast.y ? 0 : 1);
          return { sheet, cut, glue, column, row };
        });
        const [poster] = pages;
        const place = (of: (typeof laid)[number]): { x: number; y: number } => {
          const joined = (column: number, row: number) =>
            laid.find((other) => other.column === column && other.row === row)!;
          const isRtl = direction === 'rtl';
          const own = { x: isRtl ? of.cut.x.at(-1)! : of.cut.x[0]!, y: of.cut.y[0]! };
          const beside = of.column === 0 ? undefined : joined(of.column - 1, of.row);
          const above = of.row === 0 ? undefined : joined(of.column, of.row - 1);
          return {
            x:
              beside === undefined
                ? (isRtl ? poster!.width : 0) - own.x
                : place(beside).x + beside.glue.x[0]! - own.x,
            y: above === undefined ? -own.y : place(above).y + above.glue.y[0]! - own.y,
          };
        };
        for (const tile of laid) {
          const { x, y } = place(tile);
          const [placement, foot] = tile.sheet.placements;
          // A point of the page lies on the table where the page has it.
          expect(placement!.x + x).toBeCloseTo(0, 6);
          expect(placement!.y + y).toBeCloseTo(0, 6);
          const window = placement!.window!;
          const [left, top] = [placement!.x + window.x, placement!.y + window.y];
          expect(left).toBeGreaterThan(17.99);
          expect(top).toBeGreaterThan(17.99);
          expect(left + window.width).toBeLessThan(tile.sheet.width - 17.99);
          // Nothing of it reaches into the foot.
          expect(top + window.height).toBeLessThan(foot!.y);
          expect(foot!.page.page).toBe('foot');
        }
      }),
    );
  });

  it('is whole on its first sheet, drawn to a scale of two digits, as the record says it', () => {
    const imposed = impose(pagesOf(1728, 1000), plan, 'office', { direction: 'ltr', duplex: 'short', ink });
    const [whole, first] = areas(imposed);
    const scale = imposed.sheets[0]!.placements[0]!.scale!;
    // A lying page is drawn on a lying sheet.
    expect(imposed.sheets[0]).toMatchObject({ name: 'whole', width: 792, height: 612 });
    expect(scale).toBe(Math.floor((792 - 68) / 17.28) / 100);
    expect(whole).toMatchObject({ scale, areas: [{ page: 'poster', width: 1728, height: 1000 }] });
    expect(whole!.width * scale).toBeCloseTo(792, 9);
    expect(whole!.areas[0]!.x * scale).toBeCloseTo((792 - 1728 * scale) / 2, 9);
    expect(first).toEqual({
      width: 612,
      height: 792,
      areas: [{ page: 'foot', x: 70, y: 740, width: 524, height: 34, rotate: 0 }],
      tile: { page: 'poster', x: 18, y: 18, width: 612, height: 536, left: 0, top: 0 },
    });
  });

  it('has ticks of 9 pt that stand 3 pt off the page, where its columns meet', () => {
    const { sheets } = impose(pagesOf(1728, 1000), plan, 'office', office('ltr'));
    const { x, y, scale } = sheets[0]!.placements[0]!;
    const bottom = y + 1000 * scale!;
    const upright = pathsOf(sheets[0]!).filter(([x0, , x1]) => x0 === x1);
    const ends = [1, 2].flatMap((i) => {
      const at = x + (i * 1728 * scale!) / 3;
      return [
        [at, y - 12, at, y - 3],
        [at, bottom + 3, at, bottom + 12],
      ];
    });
    expect(upright.map(rounded)).toEqual(ends.map(rounded));
  });

  it.each(['ltr', 'rtl'] as const)('has below each tile all of them in small, that one filled: %s', (way) => {
    const isRtl = way === 'rtl';
    const [, ...tiles] = impose(pagesOf(1728, 1000), plan, 'office', office(way)).sheets;
    expect(tiles.map(({ name }) => name)).toEqual(
      ['1-1', '1-2', '1-3', '2-1', '2-2', '2-3'].map((name) => `tile-${name}`),
    );
    // Between the margin and 12 pt before the foot are 40 pt: as wide as the plan may be.
    const [w, h] = [40 / 3, (40 * 1000) / 1728 / 2];
    const left = isRtl ? 612 - 18 - 0.25 - 40 : 18 + 0.25;
    const middle = 740 + 34 / 2;
    tiles.forEach(({ marks }, i) => {
      const boxes = marks.flatMap((mark) =>
        mark.kind === 'path' && mark.path.verbs === 'MLLLZ' ? [mark] : [],
      );
      expect(boxes.map(({ fill }) => fill)).toEqual(boxes.map((_, at) => (at === i ? ink : undefined)));
      const corners = Array.from({ length: 6 }, (_, at) => {
        const column = isRtl ? 2 - (at % 3) : at % 3;
        const [x, y] = [left + column * w, at < 3 ? middle - h : middle];
        return [x, y, x + w, y, x + w, y + h, x, y + h];
      });
      expect(boxes.map(({ path }) => rounded([...path.points]))).toEqual(corners.map(rounded));
    });
  });

  it('has a small plan no higher than its foot, lines and all', () => {
    const [, first] = impose(pagesOf(900, 1000), plan, 'office', office('ltr')).sheets;
    const ys = pathsOf(first!).flatMap((points) => (points.length === 8 ? [points[1]!, points[5]!] : []));
    expect(Math.min(...ys)).toBeCloseTo(740.25, 9);
    expect(Math.max(...ys)).toBeCloseTo(773.75, 9);
  });

  it('has a tick on the first sheet where tiles meet, but beside a number', () => {
    const options = { direction: 'ltr', duplex: 'short', ink } as const;
    const of = (y: number) => {
      const [poster, foot] = pagesOf(1728, 1000);
      const number = { kind: 'text', number: 'main', rect: { x: 0, y, width: 900, height: 40 } };
      const page = { ...poster!, items: [number as unknown as DisplayItem] };
      return ticksOf(impose([page, foot!], plan, 'office', options).sheets[0]!).glue;
    };
    expect([of(400).x.length, of(400).y.length]).toEqual([2, 1]);
    expect([of(470).x.length, of(470).y.length]).toEqual([2, 0]);
  });

  it('is its page alone on the screen', () => {
    const { sheets } = impose(pagesOf(1728, 1000), plan, 'screen', {
      direction: 'ltr',
      duplex: 'short',
      ink,
    });
    expect(sheets.map(({ name }) => name)).toEqual(['poster']);
  });

  it('refuses pages that are not those of the plan', () => {
    for (const pages of [pagesOf(900, 900).slice(1), [...pagesOf(900, 900), blank('more', 2, 9, 9)]])
      expect(() => impose(pages, plan, 'office', { direction: 'ltr', duplex: 'short', ink })).toThrow(
        PressError,
      );
  });
});
