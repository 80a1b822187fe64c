import { describe, expect, it } from 'vitest';
import { foldSchema, ownFoldSchema } from '../../src/product/fold-schema.ts';
import { folds } from '../../src/product/folds.ts';
import { ownPaperSchema } from '../../src/product/paper-schema.ts';
import { cutPages, cutPlan, sheetFaults, sheetSchema } from '../../src/product/sheet.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `p${i}`);
const fold = {
  outside: ['back', 'cover'],
  inside: ['one', 'two'],
  reading: ['cover', 'one', 'two', 'back'],
  folding: [{ line: 1, part: 'left', goes: 'over' }],
};

describe('each field of a fold has its limits', () => {
  const step = fold.folding[0]!;
  const takes = (more: object) => ownFoldSchema.safeParse({ ...fold, ...more }).success;

  it.each([
    ['pages in a row', { inside: names(12) }, { inside: names(13) }],
    ['a page in a row', { inside: ['a'] }, { inside: [] }],
    ['rows', { inside: Array(8).fill(['a']) }, { inside: Array(9).fill(['a']) }],
    ['pages in rows', { inside: [names(12)] }, { inside: [names(13)] }],
    ['a page in each row', { inside: [['a'], ['b']] }, { inside: [['a'], []] }],
    ['pages that are read', { reading: names(200) }, { reading: names(201) }],
    ['two pages at least', { reading: names(2) }, { reading: names(1) }],
    ['a long name', { turned: ['a'.repeat(40)] }, { turned: ['a'.repeat(41)] }],
    ['a name of small letters', { turned: ['a-1'] }, { turned: ['A-1'] }],
    ['shares', { shares: { a: 0.1 } }, { shares: { a: 0.09 } }],
    ['large shares', { shares: { a: 10 } }, { shares: { a: 10.1 } }],
    ['narrower', { narrower: { a: 0 } }, { narrower: { a: -0.1 } }],
    ['much narrower', { narrower: { a: 10 } }, { narrower: { a: 10.1 } }],
    ['lines', { folding: [{ ...step, line: 11 }] }, { folding: [{ ...step, line: 12 }] }],
    ['a first line', { folding: [{ ...step, line: 1 }] }, { folding: [{ ...step, line: 0 }] }],
    ['whole lines', { folding: [{ ...step, line: 2 }] }, { folding: [{ ...step, line: 1.5 }] }],
    ['parts', { folding: [{ ...step, part: 'bottom' }] }, { folding: [{ ...step, part: 'middle' }] }],
    ['ways', { folding: [{ ...step, goes: 'under' }] }, { folding: [{ ...step, goes: 'round' }] }],
    ['steps', { folding: Array(12).fill(step) }, { folding: Array(13).fill(step) }],
    ['a step', { folding: [step] }, { folding: [] }],
    ['a way to lie', { orientation: 'portrait' }, { orientation: 'upright' }],
    ['no other field', {}, { others: 1 }],
  ])('%s', (_, taken, refused) => {
    expect(takes(taken)).toBe(true);
    expect(takes(refused)).toBe(false);
  });

  it('has what it does not say by default, and one row where it says names alone', () => {
    expect(ownFoldSchema.parse(fold)).toEqual({
      ...fold,
      outside: [['back', 'cover']],
      inside: [['one', 'two']],
      orientation: 'landscape',
      turned: [],
      shares: {},
      narrower: {},
    });
  });

  it('is one of the table by its name', () => {
    const steps = Object.entries(folds).map(([name, { folding, narrower, turned, orientation }]) => [
      name,
      orientation,
      narrower,
      turned,
      ...folding.map((each) => `${each.line} ${each.part} ${each.goes}`),
    ]);
    expect(steps).toEqual([
      ['tri-fold', 'landscape', { flap: 1 }, [], '2 right over', '1 left over'],
      ['z-fold', 'landscape', {}, [], '2 right under', '1 left over'],
      ['bi-fold', 'landscape', {}, [], '1 left over'],
    ]);
    expect(foldSchema.parse('z-fold')).toBe('z-fold');
  });
});

describe('each field of a paper has its limits', () => {
  const takes = (name: string) => ownPaperSchema.safeParse({ name, width: '4in', height: '9in' }).success;
  it.each([
    ['a'.repeat(40), 'a'.repeat(41)],
    ['18x24in', '18X24in'],
    ['a', ''],
  ])('%s, not %s', (taken, refused) => {
    expect(takes(taken)).toBe(true);
    expect(takes(refused)).toBe(false);
  });
});

const card = { sides: [['front'], ['back']], on: { letter: { width: '4in', height: '6in' } } };

describe('each field of a sheet has its limits', () => {
  const takes = (more: object) => sheetSchema.safeParse({ ...card, ...more }).success;
  const on = (more: object) => ({ on: { letter: { width: '4in', height: '6in', ...more } } });
  const row = (more: object) => ({ sides: [[{ page: 'front', ...more }]] });

  it.each([
    ['sides', { sides: [['a'], ['b']] }, { sides: [['a'], ['b'], ['c']] }],
    ['a side', { sides: [['a']] }, { sides: [] }],
    ['pages of a side', { sides: [names(8)] }, { sides: [names(9)] }],
    ['a page of a side', { sides: [['a']] }, { sides: [[]] }],
    ['pieces across', on({ across: 24 }), on({ across: 25 })],
    ['a piece across', on({ across: 1 }), on({ across: 0 })],
    ['whole pieces', on({ down: 2 }), on({ down: 1.5 })],
    ['pieces down', on({ down: 24 }), on({ down: 25 })],
    ['a width', on({ width: '36pt' }), on({ width: '35.9pt' })],
    ['a height', on({ height: '36pt' }), on({ height: '35.9pt' })],
    ['a height of a row', row({ height: '36pt' }), row({ height: '35.9pt' })],
    ['times', row({ times: 24 }), row({ times: 25 })],
    ['turns', row({ turn: 270 }), row({ turn: 45 })],
    ['an inset', row({ inset: '0pt' }), row({ inset: '-1pt' })],
    ['a gap', { gap: ['0pt', '3mm'] }, { gap: ['0pt', '3mm', '3mm'] }],
    ['a unit', { gap: '3mm' }, { gap: '3' }],
    ['how it is turned over', { over: 'head' }, { over: 'top' }],
    ['no other field', on({}), on({ laying: true })],
  ])('%s', (_, taken, refused) => {
    expect(takes(taken)).toBe(true);
    expect(takes(refused)).toBe(false);
  });

  it('has what it does not say by default', () => {
    expect(sheetSchema.parse({ sides: [['front', { page: 'tab' }]], on: { a4: {} } })).toEqual({
      sides: [
        [
          { page: 'front', height: undefined, times: 1, inset: 0, turn: 0 },
          { page: 'tab', times: 1, inset: 0, turn: 0 },
        ],
      ],
      gap: [0, 0],
      over: 'side',
      on: { a4: { across: 1, down: 1, lying: false } },
    });
    expect(sheetSchema.parse({ ...card, gap: '9pt' }).gap).toEqual([9, 9]);
  });
});

describe('pieces of a sheet', () => {
  const letter = { width: 612, height: 792 };
  const faultsOf = (sheet: object, papers = new Map([['letter', letter]]), pages = ['front', 'back']) =>
    sheetFaults({ sheet: sheetSchema.parse(sheet), pages }, papers, 'product.yaml').map(
      ({ message }) => message,
    );
  const on = (how: object, more: object = {}) => ({ ...card, ...more, on: { letter: how } });

  it('may fill the paper and not more, in either direction, with what is between them', () => {
    const gap = ['12pt', '24pt'];
    const four = { width: '300pt', height: '384pt', across: 2, down: 2 };
    expect(faultsOf(on(four, { gap }))).toEqual([]);
    expect(faultsOf(on({ ...four, width: '300.02pt' }, { gap }))).toEqual([
      'sheet: 2 by 2 pieces take 612.0 by 792.0 pt, and letter has 612.0 by 792.0 pt.',
    ]);
    expect(faultsOf(on({ ...four, height: '384.02pt' }, { gap }))).toHaveLength(1);
    expect(faultsOf(on({ ...four, gap: ['13pt', '24pt'] }, { gap }))).toHaveLength(1);
    expect(faultsOf(on({ ...four, gap: ['0pt', '0pt'] }, { gap: '30pt' }))).toEqual([]);
    expect(
      faultsOf(on({ width: '384pt', height: '300pt', across: 2, down: 2, lying: true }, { gap })),
    ).toEqual(['sheet: 2 by 2 pieces take 780.0 by 624.0 pt, and letter has 792.0 by 612.0 pt.']);
  });

  it('lie with the paper, whose whole they are where nothing is said', () => {
    const sheet = sheetSchema.parse({ sides: [['front']], on: { letter: { lying: true }, a4: {} } });
    expect(cutPlan(sheet, 'letter', letter)).toMatchObject({
      orientation: 'landscape',
      sheet: { width: 792, height: 612 },
      plan: { piece: { width: 792, height: 612 }, sides: [[{ page: 'front', height: 612 }]] },
    });
    expect(cutPlan(sheet, 'a4', { width: 595, height: 842 })).toMatchObject({
      orientation: 'portrait',
      plan: { piece: { width: 595, height: 842 } },
    });
  });

  it('have rows as high as they are, and rows that share what is left', () => {
    const sides = [[{ page: 'front', height: '100pt' }, 'a', 'b']];
    const { plan } = cutPlan(sheetSchema.parse({ sides, on: { letter: {} } }), 'letter', letter);
    expect(plan.sides[0]!.map(({ height }) => height)).toEqual([100, 346, 346]);
  });

  it('have pages as wide as their part of a row, that lie where they are turned', () => {
    const tab = { page: 'tab', height: '2in', times: 6, inset: '12pt' };
    const pages = (turn: number) =>
      cutPages(
        cutPlan(
          sheetSchema.parse({ sides: [['front', { ...tab, turn }]], on: { letter: {} } }),
          'letter',
          letter,
        ).plan,
      )[1];
    expect(pages(0)).toEqual({ name: 'tab', width: 98, height: 144 });
    expect(pages(180)).toEqual({ name: 'tab', width: 98, height: 144 });
    expect(pages(90)).toEqual({ name: 'tab', width: 144, height: 98 });
    expect(pages(270)).toEqual({ name: 'tab', width: 144, height: 98 });
  });

  it('have no row that is lower or narrower than half an inch, nor rows that are higher than they', () => {
    const rows = (second: object, height = '200pt') =>
      faultsOf({ sides: [['front', { page: 'back', ...second }]], on: { letter: { width: '4in', height } } });
    expect(rows({ height: '164pt' })).toEqual([]);
    expect(rows({ height: '164.1pt' })).toHaveLength(1);
    expect(rows({ times: 8 })).toEqual([]);
    expect(rows({ times: 9 })).toEqual(['sheet: 9 of back are too many on letter.']);
    expect(rows({ times: 7, inset: '18pt' })).toEqual([]);
    expect(rows({ times: 7, inset: '18.1pt' })).toHaveLength(1);
    const both = (height: string) =>
      faultsOf({
        sides: [[{ page: 'front', height: '100pt' }], [{ page: 'back', height }]],
        on: { letter: { width: '4in', height: '100pt' } },
      });
    expect(both('100pt')).toEqual([]);
    expect(both('99.9pt')).toEqual([
      'sheet: the pages of a side are 99.9 pt high, and a piece on letter 100.0 pt.',
    ]);
    expect(both('100.1pt')).toHaveLength(1);
  });

  it('have each page once, and no other; each paper of the product, and no other', () => {
    const good = on({ width: '4in', height: '6in' });
    expect(faultsOf({ ...good, sides: [['front', 'front'], ['back']] })).toEqual([
      'sheet: the page "front" has two places on a piece.',
    ]);
    expect(faultsOf({ ...good, sides: [['front'], ['bak']] })).toEqual([
      'sheet: there is no page "bak".',
      'sheet: the page "back" has no place on a piece.',
    ]);
    expect(faultsOf(good, new Map([['a4', letter]]))).toEqual([
      'sheet: letter is not among the papers.',
      'sheet: it is not said how pieces lie on a4.',
    ]);
    expect(faultsOf(good, new Map([['constructor', letter]])).at(-1)).toBe(
      'sheet: it is not said how pieces lie on constructor.',
    );
  });

  it('lie as they say, by pages with names', () => {
    const sheet = sheetSchema.parse(card);
    const papers = new Map([['letter', letter]]);
    const found = (more: object) =>
      sheetFaults({ sheet, pages: ['front', 'back'], ...more }, papers, 'f').map(({ code, hint, place }) => ({
        code,
        hint,
        place,
      }));
    const refused = {
      code: 'PRODUCT_INVALID',
      hint: 'pages: [front, back], without fold and orientations.',
      place: { file: 'f' },
    };
    expect(found({})).toEqual([]);
    expect(found({ orientations: ['portrait'] })).toEqual([refused]);
    expect(found({ pages: { flow: 'page' } })).toEqual([refused]);
    expect(found({ sheet: undefined, orientations: ['portrait'] })).toEqual([]);
  });
});
