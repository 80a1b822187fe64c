import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { areas, checkMargins, type ImpositionPlan, impose, type Sheet } from '../../src/imposition/index.ts';
import { type DisplayList, paintPages } from '../../src/paint/index.ts';
import { element, lines, page, result, text } from '../paint/fragments.ts';
import { blank } from './blank.ts';

const HEIGHT = 612;
const names = ['cover', 'flap', 'inside-1', 'inside-2', 'inside-3', 'back'];
const widths: Readonly<Record<string, number>> = {
  cover: 265.5,
  back: 265.5,
  flap: 261,
  'inside-1': 265.5,
  'inside-2': 265.5,
  'inside-3': 261,
};
const triFold = names.map((name, index) => blank(name, index, widths[name]!, HEIGHT));
const plan: Extract<ImpositionPlan, { kind: 'fold' }> = {
  kind: 'fold',
  paper: { width: 792, height: HEIGHT },
  sides: [
    ['flap', 'back', 'cover'],
    ['inside-1', 'inside-2', 'inside-3'],
  ],
};
const ink = [1, 2, 3] as const;
const ltr = { direction: 'ltr', duplex: 'short', ink } as const;

/** Folds of two sides that are filled exactly, of any count and width of pages. */
const fold = fc.array(fc.integer({ min: 50, max: 400 }), { minLength: 2, maxLength: 5 }).map((columns) => {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const outside = columns.map((column, i) => blank(`out-${i}`, i, column, 500));
  const inside = columns.toReversed().map((column, i) => blank(`in-${i}`, columns.length + i, column, 500));
  const sides = [outside.map(({ page }) => page), inside.map(({ page }) => page)] as const;
  return {
    pages: [...outside, ...inside],
    plan: { kind: 'fold', paper: { width, height: 500 }, sides } as ImpositionPlan,
  };
});

function problemsOf(call: () => unknown): readonly Problem[] {
  try {
    call();
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
  return [];
}

const row = (sheet: Sheet) => sheet.placements.map(({ page, x, y, rotate }) => [page.page, x, y, rotate]);

describe('impose', () => {
  it('for the screen gives each page a sheet, in reading order', () => {
    const { sheets, duplex } = impose(triFold, plan, 'screen', ltr);
    expect(sheets.map(({ name }) => name)).toEqual(names);
    expect(sheets.map(({ width }) => width)).toEqual(names.map((name) => widths[name]));
    expect(sheets.every(({ marks, placements }) => marks.length === 0 && placements.length === 1)).toBe(true);
    expect(duplex).toBeUndefined();
  });

  it('for the office lays a tri-fold out, each side painted as it is read: flap, back, cover outside', () => {
    const { sheets, duplex } = impose(triFold, plan, 'office', ltr);
    expect(sheets.map(({ name }) => name)).toEqual(['outside', 'inside']);
    expect(row(sheets[0]!)).toEqual([
      ['cover', 526.5, 0, 0],
      ['flap', 0, 0, 0],
      ['back', 261, 0, 0],
    ]);
    expect(row(sheets[1]!)).toEqual([
      ['inside-1', 0, 0, 0],
      ['inside-2', 265.5, 0, 0],
      ['inside-3', 531, 0, 0],
    ]);
    expect(duplex).toBe('DuplexFlipShortEdge');
  });

  it('mirrors it for right-to-left reading: the cover left, the flap right', () => {
    const { sheets } = impose(triFold, plan, 'office', { ...ltr, direction: 'rtl' });
    expect(row(sheets[0]!)).toEqual([
      ['cover', 0, 0, 0],
      ['flap', 531, 0, 0],
      ['back', 265.5, 0, 0],
    ]);
    expect(row(sheets[1]!).map(([name, x]) => [name, x])).toEqual([
      ['inside-1', 526.5],
      ['inside-2', 261],
      ['inside-3', 0],
    ]);
  });

  it('single pages are printed on one side', () => {
    const { sheets, duplex } = impose([blank('poster', 0, 792, 1224)], { kind: 'single' }, 'office', ltr);
    expect(sheets).toMatchObject([{ name: 'poster', width: 792, height: 1224, marks: [] }]);
    expect(duplex).toBe('Simplex');
  });

  it('keeps the bleed of a page that is a sheet, and cuts off what one beside others paints beyond its box', () => {
    const clips = (sheets: readonly Sheet[]) => sheets.flatMap((s) => s.placements.map(({ clip }) => clip));
    const poster = [blank('poster', 0, 792, 1224)];
    expect(clips(impose(triFold, plan, 'screen', ltr).sheets)).toEqual(Array(6).fill(false));
    expect(clips(impose(poster, { kind: 'single' }, 'office', ltr).sheets)).toEqual([false]);
    for (const duplex of ['short', 'long'] as const)
      expect(clips(impose(triFold, plan, 'office', { ...ltr, duplex }).sheets)).toEqual(Array(6).fill(true));
  });

  it('places every page exactly once, inside the paper, none over another', () => {
    fc.assert(
      fc.property(
        fold,
        fc.constantFrom('ltr' as const, 'rtl' as const),
        fc.constantFrom('short' as const, 'long' as const),
        ({ pages, plan }, direction, duplex) => {
          const { sheets } = impose(pages, plan, 'office', { direction, duplex, ink });
          const placed = sheets.flatMap(({ placements }) => placements.map(({ page }) => page));
          expect(placed.length).toBe(pages.length);
          expect(new Set(placed)).toEqual(new Set(pages));
          for (const { placements } of sheets) {
            const read = placements.map(({ page }) => pages.indexOf(page));
            expect(read).toEqual(read.toSorted((a, b) => a - b));
          }
          for (const { placements, width } of sheets) {
            const spans = placements.map(({ x, page }) => [x, x + page.width]).sort(([a], [b]) => a! - b!);
            expect(spans[0]![0]).toBe(0);
            expect(spans.at(-1)![1]).toBe(width);
            for (const [i, [left]] of spans.slice(1).entries()) expect(left).toBe(spans[i]![1]);
          }
        },
      ),
    );
  });

  it('right-to-left is the mirror image of left-to-right, marks and all', () => {
    fc.assert(
      fc.property(fold, ({ pages, plan }) => {
        const [one, other] = (['ltr', 'rtl'] as const).map(
          (direction) => impose(pages, plan, 'office', { ...ltr, direction }).sheets,
        );
        one!.forEach((sheet, i) => {
          const mirrored = new Map(
            sheet.placements.map(({ page, x }) => [page.page, sheet.width - x - page.width]),
          );
          for (const { page, x } of other![i]!.placements) expect(x).toBe(mirrored.get(page.page));
          expect(folds(other![i]!)).toEqual(
            folds(sheet)
              .map((x) => sheet.width - x)
              .sort((a, b) => a - b),
          );
        });
      }),
    );
  });

  it('for the long edge turns the back by 180 degrees and leaves the front', () => {
    fc.assert(
      fc.property(fold, ({ pages, plan }) => {
        const short = impose(pages, plan, 'office', ltr);
        const long = impose(pages, plan, 'office', { ...ltr, duplex: 'long' });
        expect(long.duplex).toBe('DuplexFlipLongEdge');
        expect(long.sheets[0]).toEqual(short.sheets[0]);
        const [upright, turned] = [short.sheets[1]!, long.sheets[1]!];
        for (const { page, x, y, rotate } of turned.placements) {
          const before = upright.placements.find((placement) => placement.page === page)!;
          expect([x, y, rotate]).toEqual([
            upright.width - before.x - page.width,
            upright.height - before.y - page.height,
            180,
          ]);
        }
        expect(folds(turned)).toEqual(
          folds(upright)
            .map((x) => upright.width - x)
            .sort((a, b) => a - b),
        );
      }),
    );
  });

  it('marks each fold at the top and the bottom edge of the paper, as an artifact', () => {
    const [outside] = impose(triFold, plan, 'office', ltr).sheets;
    expect(folds(outside!)).toEqual([261, 526.5]);
    expect(outside!.marks.length).toBe(4);
    for (const mark of outside!.marks) {
      expect(mark).toMatchObject({ kind: 'path', owner: { kind: 'artifact', type: 'Page' } });
      expect(mark).toMatchObject({ fill: undefined, stroke: { width: 0.35, dash: [1.2, 1.2] } });
    }
    const ticks = outside!.marks.map((mark) => (mark.kind === 'path' ? [...mark.path.points] : []));
    expect(ticks).toEqual([
      [261, 0, 261, 6],
      [261, HEIGHT - 6, 261, HEIGHT],
      [526.5, 0, 526.5, 6],
      [526.5, HEIGHT - 6, 526.5, HEIGHT],
    ]);
  });

  it.each([
    ['a page that is missing', triFold.slice(1), ['needs a page cover'], 'cover'],
    [
      'a page without a place',
      [...triFold, blank('extra', 6, 10, HEIGHT)],
      ['no place for the page extra'],
      'extra',
    ],
    ['a page twice', [...triFold, triFold[0]!], ['two pages named cover'], 'cover'],
    ['pages too wide', triFold.with(0, blank('cover', 0, 265.52, HEIGHT)), ['792.02 pt wide'], undefined],
    [
      'pages too narrow',
      triFold.with(4, blank('inside-3', 4, 260.98, HEIGHT)),
      ['791.98 pt wide'],
      undefined,
    ],
    ['a page too low', triFold.with(0, blank('cover', 0, 265.5, 611.98)), ['611.98 pt high'], 'cover'],
    ['a page too high', triFold.with(0, blank('cover', 0, 265.5, 612.02)), ['612.02 pt high'], 'cover'],
    [
      'all that is wrong at once',
      [...triFold.slice(2), blank('extra', 6, 10, 600)],
      ['is 600 pt high', 'needs a page flap', 'needs a page cover', 'no place for the page extra'],
      'extra',
    ],
  ])('refuses %s, and says which page', (_, pages, messages, page) => {
    const found = problemsOf(() => impose(pages, plan, 'office', ltr));
    expect(found.map(({ message }) => message)).toEqual(messages.map((m) => expect.stringContaining(m)));
    for (const { code, hint } of found)
      expect([code, hint]).toEqual(['PRODUCT_INVALID', 'Correct the fold or the paper of the product.']);
    expect(found[0]!.place.page).toBe(page);
  });

  it('refuses a fold that places a page twice', () => {
    const twice: ImpositionPlan = { ...plan, sides: [plan.sides[0], ['inside-1', 'inside-2', 'inside-2']] };
    const pages = triFold.with(3, blank('inside-2', 3, 263.25, HEIGHT)).toSpliced(4, 1);
    expect(problemsOf(() => impose(pages, twice, 'office', ltr))).toMatchObject([
      { message: 'The fold places the page inside-2 twice.', place: { page: 'inside-2' } },
    ]);
  });

  it('takes widths and heights that miss the paper by rounding', () => {
    const rounded = triFold
      .with(0, blank('cover', 0, 265.505, HEIGHT + 0.005))
      .with(4, blank('inside-3', 4, 260.995, HEIGHT - 0.005));
    expect(problemsOf(() => impose(rounded, plan, 'office', ltr))).toEqual([]);
  });

  it('draws fold marks in the ink that it is given', () => {
    const { sheets } = impose(triFold, plan, 'office', ltr);
    for (const { marks } of sheets) {
      expect(marks.length).toBe(4);
      for (const mark of marks) expect(mark).toMatchObject({ kind: 'path', stroke: { color: ink } });
    }
  });
});

function folds({ marks }: Sheet): number[] {
  const xs = marks.map((mark) => (mark.kind === 'path' ? mark.path.points[0]! : Number.NaN));
  return [...new Set(xs)].sort((a, b) => a - b);
}

describe('areas', () => {
  it('say where each page lies on each sheet', () => {
    const [, inside] = areas(impose(triFold, plan, 'office', { ...ltr, duplex: 'long' }));
    expect(inside).toEqual({
      width: 792,
      height: HEIGHT,
      areas: [
        { page: 'inside-1', x: 526.5, y: 0, width: 265.5, height: HEIGHT, rotate: 180 },
        { page: 'inside-2', x: 261, y: 0, width: 265.5, height: HEIGHT, rotate: 180 },
        { page: 'inside-3', x: 0, y: 0, width: 261, height: HEIGHT, rotate: 180 },
      ],
    });
  });

  it.each([
    [0, 100, 200],
    [90, 200, 100],
    [180, 100, 200],
    [270, 200, 100],
  ] as const)('a page of 100 × 200 turned by %i takes %i × %i', (rotate, width, height) => {
    const placement = { page: blank('a', 0, 100, 200), x: 5, y: 6, rotate, clip: false };
    const sheet = { name: 's', width: 400, height: 400, placements: [placement], marks: [] };
    const [placed] = areas({ purpose: 'office', sheets: [sheet], duplex: 'Simplex' });
    expect(placed!.areas).toEqual([{ page: 'a', x: 5, y: 6, width, height, rotate }]);
  });
});

describe('checkMargins', () => {
  const at = (x: number, y: number) =>
    paintPages(
      result(page(lines([{ node: text('helpline', element('p')), content: 'helpline' }], { x, y }))),
    );
  const check = (pages: DisplayList[], purpose: 'office' | 'screen' = 'office') =>
    checkMargins(impose(pages, { kind: 'single' }, purpose, ltr)).map(({ code, place }) => [
      code,
      place.page,
    ]);

  it('tells of each page once, of the text that comes nearest, for one margin mends all', () => {
    const line = (content: string, x: number, y: number) =>
      lines([{ node: text(content, element('p')), content }], { x, y });
    const near = [line('near', 9, 30), line('nearest', 4, 100), line('far', 30, 200)];
    const both = paintPages(result(page(near.flat())));
    expect(checkMargins(impose(both, { kind: 'single' }, 'office', ltr))).toMatchObject([
      {
        message: expect.stringMatching(
          /^"nearest" comes within 4\.0 pt .* \(and 1 more of this page\); printers/,
        ),
      },
    ]);
  });

  it('keeps office text 18 pt from the edge of the paper', () => {
    expect(check(at(18, 30))).toEqual([]);
    expect(check(at(17.9, 30))).toEqual([['TEXT_OVERFLOW', 'cover']]);
    expect(check(at(30, 5))).toEqual([['TEXT_OVERFLOW', 'cover']]);
    expect(check(at(30, 285))).toEqual([['TEXT_OVERFLOW', 'cover']]);
    expect(check(at(2, 2), 'screen')).toEqual([]);
    expect(checkMargins(impose(at(10, 30), { kind: 'single' }, 'office', ltr))).toMatchObject([
      {
        message: '"helpline" comes within 10.0 pt of the paper\'s edge; printers need 18 pt.',
        hint: 'Give the page a wider margin on that side.',
        place: { page: 'cover', file: 'test.hbs' },
      },
    ]);
  });

  // The box that "helpline" is read in at y = 100 is from 103.6 to 114.4 high, and about 45 pt wide.
  it.each([
    ['left', 18.005, 100, 0],
    ['left', 17.98, 100, 1],
    ['top', 100, 14.405, 0],
    ['top', 100, 14.38, 1],
    ['bottom', 100, 267.595, 0],
    ['bottom', 100, 267.62, 1],
  ] as const)('asks for 18 pt at the %s edge: text at %f, %f', (_, x, y, count) => {
    expect(check(at(x, y)).length).toBe(count);
  });

  it('measures text on a page that is turned by its own place on the sheet, down as well as across', () => {
    const turned = (y: number) => {
      const placement = { page: at(60, y)[0]!, x: 0, y: 0, rotate: 180, clip: true } as const;
      const sheet = { name: 'back', width: 240, height: 300, placements: [placement], marks: [] };
      return checkMargins({ purpose: 'office', sheets: [sheet], duplex: 'DuplexFlipLongEdge' }).length;
    };
    // Near the top of a page turned by 180 degrees is near the bottom of the paper, and the other way round.
    expect([turned(14.38), turned(14.405), turned(267.595), turned(267.62)]).toEqual([1, 0, 0, 1]);
  });

  it('measures on the sheet: text near a fold is fine, text near the turned edge is not', () => {
    const left = at(2, 100)[0]!;
    const right = blank('right', 1, 240, 300);
    const backs = [blank('b1', 2, 240, 300), blank('b2', 3, 240, 300)];
    const two = (outside: readonly string[], duplex: 'short' | 'long', inside: readonly string[]) =>
      checkMargins(
        impose(
          [left, right, ...backs],
          { kind: 'fold', paper: { width: 480, height: 300 }, sides: [outside, inside] },
          'office',
          { direction: 'ltr', duplex, ink },
        ),
      ).length;
    expect(two(['cover', 'right'], 'short', ['b1', 'b2'])).toBe(1);
    expect(two(['right', 'cover'], 'short', ['b1', 'b2'])).toBe(0);
    expect(two(['b1', 'b2'], 'long', ['cover', 'right'])).toBe(1);
    expect(two(['b1', 'b2'], 'long', ['right', 'cover'])).toBe(0);
  });
});
