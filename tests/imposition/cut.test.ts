import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import {
  areas,
  type ImpositionPlan,
  impose,
  type Placement,
  type Sheet,
} from '../../src/imposition/index.ts';
import type { DisplayList } from '../../src/paint/index.ts';
import { blank } from './blank.ts';

type Plan = Extract<ImpositionPlan, { kind: 'cut' }>;
type Row = Plan['sides'][number][number];

const row = (page: string, height: number, more: Partial<Row> = {}): Row => ({
  page,
  height,
  times: 1,
  inset: 0,
  turn: 0,
  ...more,
});
const ink = [0, 0, 0] as const;
const options = { direction: 'ltr', duplex: 'short', ink } as const;

/** Cards of two sides, any count and gap, on paper of either way up. */
const cards = fc
  .record({
    across: fc.integer({ min: 1, max: 5 }),
    down: fc.integer({ min: 1, max: 5 }),
    gap: fc.constantFrom([0, 0] as const, [9, 9] as const, [9, 0] as const, [0, 4] as const),
    width: fc.integer({ min: 60, max: 200 }),
    height: fc.integer({ min: 60, max: 200 }),
    rim: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
  })
  .map(({ across, down, gap, width, height, rim }) => {
    const plan: Plan = {
      kind: 'cut',
      paper: {
        width: across * width + (across - 1) * gap[0] + 2 * rim[0],
        height: down * height + (down - 1) * gap[1] + 2 * rim[1],
      },
      piece: { width, height },
      across,
      down,
      gap,
      sides: [[row('front', height)], [row('back', height)]],
    };
    return { plan, pages: [blank('front', 0, width, height), blank('back', 1, width, height)] };
  });

const isTurnedAboutTop = ({ paper }: Plan, duplex: 'short' | 'long') =>
  paper.width > paper.height === (duplex === 'long');

/** A placement of the back as it lies behind the front, once a printer has turned the paper; `up` is where its head is. */
function behind({ x, y, rotate, page }: Placement, plan: Plan, duplex: 'short' | 'long') {
  const { width, height } = plan.paper;
  const upright = rotate % 180 === 0;
  const [w, h] = upright ? [page.width, page.height] : [page.height, page.width];
  const up = { 0: [0, -1], 90: [1, 0], 180: [0, 1], 270: [-1, 0] }[rotate] as [number, number];
  return isTurnedAboutTop(plan, duplex)
    ? { x, y: height - y - h, up: [up[0], -up[1]] }
    : { x: width - x - w, y, up: [-up[0], up[1]] };
}

const at = (x: number, y: number) => `${x.toFixed(3)} ${y.toFixed(3)}`;
const both = fc.constantFrom('short' as const, 'long' as const);
const ways = fc.constantFrom('ltr' as const, 'rtl' as const);

describe('pieces cut out of a sheet', () => {
  it('are one copy, page by page, on the screen', () => {
    fc.assert(
      fc.property(cards, ({ plan, pages }) => {
        const { sheets } = impose(pages, plan, 'screen', options);
        expect(sheets.map(({ name }) => name)).toEqual(['front', 'back']);
      }),
    );
  });

  it('have a back behind each front, head by head, whichever edge the printer turns the paper about', () => {
    fc.assert(
      fc.property(cards, both, ways, ({ plan, pages }, duplex, direction) => {
        const [front, back] = impose(pages, plan, 'office', { direction, duplex, ink }).sheets;
        const backs = new Map(
          back!.placements.map((placement) => {
            const { x, y, up } = behind(placement, plan, duplex);
            return [at(x, y), up];
          }),
        );
        expect(front!.placements.length).toBe(plan.across * plan.down);
        expect(backs.size).toBe(front!.placements.length);
        for (const { x, y, rotate } of front!.placements) {
          expect(rotate).toBe(0);
          const up = backs.get(at(x, y));
          expect(up?.map((part) => part + 0)).toEqual([0, -1]);
        }
        // What is read first of the back is the back of what is read first of the front.
        const first = behind(back!.placements[0]!, plan, duplex);
        expect(at(first.x, first.y)).toBe(at(front!.placements[0]!.x, front!.placements[0]!.y));
      }),
    );
  });

  it('are read from the first at the head: the left one, from right to left the right one', () => {
    fc.assert(
      fc.property(cards, both, ways, ({ plan, pages }, duplex, direction) => {
        const [front] = impose(pages, plan, 'office', { direction, duplex, ink }).sheets;
        const [first] = front!.placements;
        const ends = front!.placements.map(({ x }) => x);
        const end = direction === 'ltr' ? Math.min(...ends) : Math.max(...ends);
        expect(at(first!.x, first!.y)).toBe(at(end, Math.min(...front!.placements.map(({ y }) => y))));
      }),
    );
  });

  it('lie within the paper, none over another, and are cut off at their edges', () => {
    fc.assert(
      fc.property(cards, both, ({ plan, pages }, duplex) => {
        for (const { placements, width, height } of impose(pages, plan, 'office', { ...options, duplex })
          .sheets) {
          const boxes = placements.map(({ x, y, page }) => [x, y, x + page.width, y + page.height] as const);
          expect(placements.every(({ clip }) => clip)).toBe(true);
          boxes.forEach(([left, top, right, bottom], i) => {
            expect(Math.min(left, top, width - right, height - bottom)).toBeGreaterThan(-0.001);
            for (const [l, t, r, b] of boxes.slice(i + 1))
              expect(
                Math.min(right, r) - Math.max(left, l) > 0.001 &&
                  Math.min(bottom, b) - Math.max(top, t) > 0.001,
              ).toBe(false);
          });
        }
      }),
    );
  });

  it('say of each page once that it is read: all others are copies', () => {
    fc.assert(
      fc.property(cards, ({ plan, pages }) => {
        for (const { areas: all } of areas(impose(pages, plan, 'office', options)))
          expect(all.map(({ copy }) => copy === true)).toEqual(all.map((_, i) => i > 0));
      }),
    );
  });

  it('have marks only outside of the pieces, or on the lines of the cut', () => {
    fc.assert(
      fc.property(cards, ({ plan, pages }) => {
        for (const sheet of impose(pages, plan, 'office', options).sheets)
          for (const [x1, y1, x2, y2] of strokes(sheet))
            for (const { x, y, page } of sheet.placements) {
              const inX = Math.max(x1!, x2!) > x + 0.001 && Math.min(x1!, x2!) < x + page.width - 0.001;
              const inY = Math.max(y1!, y2!) > y + 0.001 && Math.min(y1!, y2!) < y + page.height - 0.001;
              expect(inX && inY).toBe(false);
            }
      }),
    );
  });
});

const strokes = (sheet: Sheet) =>
  sheet.marks.map((mark) => (mark.kind === 'path' ? [...mark.path.points] : []));

describe('a card folded at its head', () => {
  const plan: Plan = {
    kind: 'cut',
    paper: { width: 612, height: 792 },
    piece: { width: 252, height: 288 },
    across: 2,
    down: 2,
    gap: [0, 0],
    sides: [[row('outside', 144, { turn: 180 }), row('cover', 144)], [row('inside', 288, { turn: 180 })]],
  };
  const pages = [blank('cover', 0, 252, 144), blank('inside', 1, 252, 288), blank('outside', 2, 252, 144)];

  it('opens upwards: inside, the half behind the cover is the upper one', () => {
    for (const duplex of ['short', 'long'] as const) {
      const [front, back] = impose(pages, plan, 'office', { ...options, duplex }).sheets;
      const inside = back!.placements.map((placement) => behind(placement, plan, duplex));
      const covers = front!.placements.filter(({ page }) => page.page === 'cover');
      expect(covers.length).toBe(4);
      for (const cover of covers) {
        const own = inside.find(({ x, y }) => at(x, y) === at(cover.x, cover.y - 144));
        // Behind the cover stands what has its head where the cover has its foot.
        expect(own?.up.map((part) => part + 0)).toEqual([0, 1]);
      }
    }
  });

  it('marks the fold with dashes beside the pieces, and no cut there', () => {
    const [front] = impose(pages, plan, 'office', options).sheets;
    const dashed = front!.marks.filter((mark) => mark.kind === 'path' && mark.stroke!.dash.length > 0);
    expect(dashed.map((mark) => (mark.kind === 'path' ? mark.path.points[1] : 0))).toEqual([
      252, 252, 540, 540,
    ]);
  });
});

describe('tabs at a foot', () => {
  const plan: Plan = {
    kind: 'cut',
    paper: { width: 612, height: 792 },
    piece: { width: 612, height: 792 },
    across: 1,
    down: 1,
    gap: [0, 0],
    sides: [[row('poster', 632), row('tab', 160, { times: 8, turn: 270 })]],
  };
  const pages = [blank('poster', 0, 612, 632), blank('tab', 1, 160, 76.5)];
  const tabs = (direction: 'ltr' | 'rtl') =>
    impose(pages, plan, 'office', { ...options, direction }).sheets[0]!.placements.slice(1);

  it('go from the left, read upwards; from the right, read downwards, where lines go leftwards', () => {
    expect(tabs('ltr').map(({ x, rotate }) => [x, rotate])).toEqual(
      Array.from({ length: 8 }, (_, i) => [i * 76.5, 270]),
    );
    expect(tabs('rtl').map(({ x, rotate }) => [x, rotate])).toEqual(
      Array.from({ length: 8 }, (_, i) => [(7 - i) * 76.5, 90]),
    );
  });

  it('are cut from each other, and torn along their heads; printed on one side', () => {
    const { sheets, duplex } = impose(pages, plan, 'office', options);
    expect(duplex).toBe('Simplex');
    const all = sheets[0]!.marks.map((mark) =>
      mark.kind === 'path' ? [[...mark.path.points], mark.stroke!.dash.length > 0] : [],
    );
    expect(all).toEqual([
      [[0, 632, 612, 632], true],
      ...Array.from({ length: 7 }, (_, i) => [[(i + 1) * 76.5, 632, (i + 1) * 76.5, 792], false]),
    ]);
  });
});

describe('tabs that keep off the sides of the sheet', () => {
  it('are as narrow as that asks, and cut at both ends of their row too', () => {
    const plan: Plan = {
      kind: 'cut',
      paper: { width: 612, height: 792 },
      piece: { width: 612, height: 792 },
      across: 1,
      down: 1,
      gap: [0, 0],
      sides: [[row('poster', 632), row('tab', 160, { times: 6, inset: 12, turn: 270 })]],
    };
    const pages = [blank('poster', 0, 612, 632), blank('tab', 1, 160, 98)];
    const sheetOf = (own: Plan, all: readonly DisplayList[]) => impose(all, own, 'office', options).sheets[0];
    const sheet = sheetOf(plan, pages);
    expect(sheet!.placements.slice(1).map(({ x }) => x)).toEqual([12, 110, 208, 306, 404, 502]);
    expect(
      strokes(sheet!)
        .slice(1)
        .map(([x]) => x),
    ).toEqual([12, 110, 208, 306, 404, 502, 600]);
    // Also where they keep off by less than a point.
    const tabs = row('tab', 160, { times: 2, inset: 0.5, turn: 270 });
    const near = sheetOf({ ...plan, sides: [[row('poster', 632), tabs]] }, [
      pages[0]!,
      blank('tab', 1, 160, 305.5),
    ]);
    expect(
      strokes(near!)
        .slice(1)
        .map(([x]) => x),
    ).toEqual([0.5, 306, 611.5]);
  });
});

describe('pages that do not fit their piece', () => {
  const plan: Plan = {
    kind: 'cut',
    paper: { width: 612, height: 792 },
    piece: { width: 252, height: 144 },
    across: 2,
    down: 5,
    gap: [0, 0],
    sides: [[row('front', 144)]],
  };
  const refused = (pages: readonly DisplayList[], on = plan) => {
    try {
      impose(pages, on, 'office', options);
    } catch (error) {
      return error instanceof PressError ? error.problems.map(({ message }) => message) : [];
    }
    return [];
  };

  it('are refused: of another size, without a place, or missing', () => {
    expect(refused([blank('front', 0, 252, 144)])).toEqual([]);
    expect(refused([blank('front', 0, 252, 145)])).toEqual([
      'Page front is 252 by 145 pt, its place 252 by 144 pt.',
    ]);
    expect(refused([blank('front', 0, 252, 144), blank('other', 1, 9, 9)])).toEqual([
      'The piece has no place for the page other.',
    ]);
    expect(refused([])).toEqual(['The piece needs a page front, which does not exist.']);
  });

  it('are refused where two pages have one name, or one has two places', () => {
    const front = blank('front', 0, 252, 144);
    expect(refused([front, { ...front, index: 1 }])).toEqual(['A page stands on the piece twice.']);
    const twice = {
      ...plan,
      piece: { width: 252, height: 288 },
      down: 2,
      sides: [[row('front', 144), row('front', 144)]],
    };
    expect(refused([front], twice)).toEqual(['A page stands on the piece twice.']);
    expect(refused([front], { ...twice, sides: [[row('front', 144)], [row('front', 144)]] })).toEqual([
      'A page stands on the piece twice.',
    ]);
  });
});
