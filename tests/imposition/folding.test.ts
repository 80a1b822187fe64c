import { describe, expect, it } from 'vitest';
import { type ImpositionPlan, impose, type Sheet } from '../../src/imposition/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { folds } from '../../src/product/folds.ts';
import { type Fold, loadProduct, pagesOf } from '../../src/product/index.ts';
import { blank } from './blank.ts';
import { type Crease, foldPaper } from './folding-model.ts';

const { templates } = shippedFolders();
const trifold = loadProduct('pamphlet-trifold', templates);
const accordion: Fold = {
  ...folds['z-fold']!,
  outside: [['back', 'o-1', 'o-2', 'cover']],
  inside: [['i-1', 'i-2', 'i-3', 'i-4']],
  reading: ['cover', 'i-1', 'i-2', 'i-3', 'i-4', 'o-1', 'o-2', 'back'],
  folding: [
    { line: 3, part: 'right', goes: 'over' },
    { line: 2, part: 'right', goes: 'under' },
    { line: 1, part: 'left', goes: 'over' },
  ],
};
/** One sheet folded twice across itself: the outside is a small booklet, the inside a sheet of four. */
const quarter: Fold = {
  ...folds['bi-fold']!,
  orientation: 'portrait',
  outside: [
    ['three', 'two'],
    ['back', 'cover'],
  ],
  inside: [
    ['a', 'b'],
    ['c', 'd'],
  ],
  reading: ['cover', 'two', 'three', 'a', 'b', 'c', 'd', 'back'],
  turned: ['two', 'three'],
  folding: [
    { line: 1, part: 'top', goes: 'over' },
    { line: 1, part: 'left', goes: 'over' },
  ],
};

/** Prints a fold's empty pages, folds the paper, and opens it. */
function opened(fold: Fold, paper: string, direction: 'ltr' | 'rtl', duplex: 'short' | 'long') {
  const plan = pagesOf({ ...trifold, papers: [paper], fold }, paper, undefined);
  if ('flow' in plan.pages) throw new Error('the pages of a fold do not flow');
  const pages = plan.pages.map(({ name, width, height }, index) => blank(name, index, width, height));
  const upright = plan.orientation === 'portrait' ? 'long' : 'short';
  const folding: ImpositionPlan = {
    kind: 'fold',
    paper: plan.sheet,
    sides: plan.sides!,
    rows: plan.rows,
    turned: plan.turned,
    upright,
  };
  const { sheets } = impose(pages, folding, 'office', { direction, duplex, ink: [0, 0, 0] });
  const [outside, inside] = sheets as [Sheet, Sheet];
  const shown = duplex === upright ? inside : turned(inside);
  // The marks on the inside say where to fold.
  const xs = marksOf(shown, 0).filter((at) => at.x !== undefined);
  const ys = marksOf(shown, 1).filter((at) => at.y !== undefined);
  const mirrored = { left: 'right', right: 'left', top: 'top', bottom: 'bottom' } as const;
  const creases = fold.folding.map(({ line, part, goes }): Crease => {
    const across = part === 'top' || part === 'bottom';
    const at = across ? ys[line - 1]! : direction === 'ltr' ? xs[line - 1]! : xs.at(-line)!;
    return { ...at, part: direction === 'ltr' ? part : mirrored[part], goes };
  });
  return foldPaper([outside, shown], 'sideways', creases, direction);
}

/** A sheet that comes out of the printer upside down, turned round. */
function turned(sheet: Sheet): Sheet {
  const { width, height } = sheet;
  return {
    ...sheet,
    placements: sheet.placements.map(({ page, x, y, rotate, clip }) => ({
      page,
      x: width - x - page.width,
      y: height - y - page.height,
      rotate: rotate === 0 ? 180 : 0,
      clip,
    })),
    marks: sheet.marks.map((mark) => {
      if (mark.kind !== 'path') return mark;
      const [x0, y0, x1, y1] = mark.path.points;
      const points = Float64Array.of(width - x0!, height - y0!, width - x1!, height - y1!);
      return { ...mark, path: { ...mark.path, points } };
    }),
  };
}

function marksOf({ marks }: Sheet, axis: 0 | 1): { x?: number; y?: number }[] {
  const found = new Set<number>();
  for (const mark of marks) {
    if (mark.kind !== 'path') continue;
    const [x0, y0, x1, y1] = mark.path.points;
    if (axis === 0 && x0 === x1) found.add(x0!);
    if (axis === 1 && y0 === y1) found.add(y0!);
  }
  return [...found].sort((a, b) => a - b).map((at) => (axis === 0 ? { x: at } : { y: at }));
}

describe('paper that is folded by its marks opens in reading order, upright', () => {
  for (const direction of ['ltr', 'rtl'] as const)
    for (const duplex of ['short', 'long'] as const) {
      const names = (faces: readonly { page: string }[]) => faces.map(({ page }) => page);
      const all = (fold: Fold, paper: string) => {
        const { front, back, stages, turnedOver } = opened(fold, paper, direction, duplex);
        for (const face of [front, back, ...stages.flat(), ...turnedOver])
          expect(face.upside, face.page).toBe(false);
        return [names(stages.flat()), names(turnedOver), back.page];
      };
      describe(`${direction}, turned about the ${duplex} edge`, () => {
        it.each(['letter', 'a4'])('a tri-fold on %s', (paper) => {
          expect(all(folds['tri-fold']!, paper)).toEqual([
            ['cover', 'flap', 'inside-1', 'inside-2', 'inside-3'],
            ['back'],
            'back',
          ]);
        });

        it('a z-fold: the last panel of the inside is its back', () => {
          expect(all(folds['z-fold']!, 'a4')).toEqual([
            ['cover', 'inside-1', 'inside-2', 'back'],
            ['reverse-1', 'reverse-2'],
            'back',
          ]);
        });

        it('the pamphlets that ship, each page in the order of its product', () => {
          for (const id of ['pamphlet-trifold', 'pamphlet-zfold', 'pamphlet-bifold']) {
            const { fold, papers } = loadProduct(id, templates);
            for (const paper of papers) {
              const [read, over, back] = all(fold!, paper) as [string[], string[], string];
              const inOrder = [
                ...read.filter((page) => page !== 'back'),
                ...over.filter((page) => page !== 'back'),
              ];
              expect([...inOrder, back], `${id} ${paper}`).toEqual(fold!.reading);
            }
          }
        });

        it('a bi-fold', () => {
          expect(all(folds['bi-fold']!, 'letter')).toEqual([
            ['cover', 'inside-1', 'inside-2'],
            ['back'],
            'back',
          ]);
        });

        it('an accordion of four that a product describes', () => {
          expect(all(accordion, 'tabloid')).toEqual([
            // The back comes up once the cover and the panel behind it are opened.
            ['cover', 'i-1', 'i-2', 'back', 'i-3', 'i-4'],
            ['o-1', 'o-2'],
            'back',
          ]);
        });

        it('a sheet folded twice, whose upper row stands upside down', () => {
          const [read] = all(quarter, 'a4');
          expect(read).toEqual(['cover', 'two', 'three', 'a', 'b', 'c', 'd']);
        });
      });
    }

  it('shows what is wrong: a z-fold that is folded as a letter has its pages elsewhere', () => {
    const wrong = { ...folds['z-fold']!, folding: folds['tri-fold']!.folding };
    expect(opened(wrong, 'a4', 'ltr', 'short').back.page).toBe('reverse-2');
    const unturned = { ...quarter, turned: [] };
    const faces = opened(unturned, 'a4', 'ltr', 'short');
    expect([...faces.stages.flat(), ...faces.turnedOver].some(({ upside }) => upside)).toBe(true);
  });
});
