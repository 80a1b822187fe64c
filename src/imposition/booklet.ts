import { PressError, problem } from '../diagnostics/index.ts';
import type { DisplayList } from '../paint/index.ts';
import { foldMarks } from './fold-marks.ts';
import type { Facing, ImpositionOptions, ImpositionPlan, Placement, Sheet } from './types.ts';

type BookletPlan = Extract<ImpositionPlan, { kind: 'booklet' }>;

/** A leaf has two pages, a folded sheet four. */
const ofSheet = 4;

/**
 * Sheets that are laid into each other, folded once and stitched in the fold: the first and the last page on the outside
 * of the outermost. What lies further in is pushed out by the thickness of the paper around it, so its pages lie nearer to
 * the fold by as much (creep): trimmed, all margins are alike. Of two languages that face each other these are the sheets
 * of both, and the pages of one of them.
 * @throws PressError PRODUCT_INVALID when the pages do not fill sheets, or are not halves of the paper
 */
export function bookletSheets(
  pages: readonly DisplayList[],
  { paper, leaf, most, facing }: BookletPlan,
  { direction, duplex, ink }: ImpositionOptions,
): readonly Sheet[] {
  const { width, height } = paper;
  const leaves = facing === undefined ? pages : besideOther(pages, facing);
  checkPages(pages, leaves.length, paper);
  const count = leaves.length / ofSheet;
  // Never more than the inner margin can give.
  const creep = Math.min(leaf, most / Math.max(1, count - 1));
  const isRtl = (facing?.opens ?? direction) === 'rtl';
  const sheets: Sheet[] = [];
  for (let i = 0; i < count; i++) {
    const [first, second] = [leaves[2 * i], leaves[2 * i + 1]];
    const [last, lastButOne] = [leaves.at(-1 - 2 * i), leaves.at(-2 - 2 * i)];
    for (const [name, left, right] of [
      ['outside', last, first],
      ['inside', second, lastButOne],
    ] as const) {
      const pair = isRtl ? [right, left] : [left, right];
      const turned = name === 'inside' && duplex === 'long';
      const placements = (turned ? pair.toReversed() : pair).flatMap((page, side): Placement[] =>
        page === undefined
          ? []
          : [
              {
                page,
                x: side === 0 ? i * creep : width / 2 - i * creep,
                y: 0,
                rotate: turned ? 180 : 0,
                clip: true,
              },
            ],
      );
      sheets.push({
        name: `${name}-${i + 1}`,
        width,
        height,
        placements: placements.toSorted((a, b) => a.page.index - b.page.index),
        marks: facing?.place === 'second' ? [] : foldMarks({ columns: [width / 2], rows: [] }, paper, ink),
        ...(facing === undefined ? {} : { isShared: true as const }),
      });
    }
  }
  return sheets;
}

/**
 * The pages of a booklet in two languages, in the order in which they are turned: the front cover is the first language's,
 * the back cover the second's, and in each spread between them the pages of one place face each other.
 */
function besideOther(pages: readonly DisplayList[], { place }: Facing): readonly (DisplayList | undefined)[] {
  const [cover, ...inner] = pages;
  return place === 'first'
    ? [cover, ...inner.flatMap((page) => [page, undefined]), undefined]
    : [undefined, ...inner.flatMap((page) => [undefined, page]), cover];
}

function checkPages(pages: readonly DisplayList[], leaves: number, paper: BookletPlan['paper']): void {
  const refuse = (message: string): void => {
    throw new PressError([
      problem('PRODUCT_INVALID', message, {}, 'Correct the binding or the paper of the product.'),
    ]);
  };
  if (pages.length === 0 || leaves % ofSheet !== 0)
    refuse(`${leaves} pages do not fill sheets of ${ofSheet}.`);
  for (const { page, width, height } of pages)
    if (Math.abs(2 * width - paper.width) > 0.01 || Math.abs(height - paper.height) > 0.01)
      refuse(`Page ${page} is ${width} × ${height} pt, and no half of ${paper.width} × ${paper.height} pt.`);
}
