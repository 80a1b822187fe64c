import { PressError, problem } from '../diagnostics/index.ts';
import type { DisplayList } from '../paint/index.ts';
import { foldMarks } from './fold-marks.ts';
import type { ImpositionOptions, ImpositionPlan, Placement, Sheet } from './types.ts';

type BookletPlan = Extract<ImpositionPlan, { kind: 'booklet' }>;

/** A leaf has two pages, a folded sheet four. */
const ofSheet = 4;

/**
 * Sheets that are laid into each other, folded once and stitched in the fold: the first and the last page on the outside
 * of the outermost. What lies further in is pushed out by the thickness of the paper around it, so its pages lie nearer to
 * the fold by as much (creep): trimmed, all margins are alike.
 * @throws PressError PRODUCT_INVALID when the pages do not fill sheets, or are not halves of the paper
 */
export function bookletSheets(
  pages: readonly DisplayList[],
  { paper, leaf, most }: BookletPlan,
  { direction, duplex, ink }: ImpositionOptions,
): readonly Sheet[] {
  const { width, height } = paper;
  checkPages(pages, paper);
  const count = pages.length / ofSheet;
  // Never more than the inner margin can give.
  const creep = Math.min(leaf, most / Math.max(1, count - 1));
  const sheets: Sheet[] = [];
  for (let i = 0; i < count; i++) {
    const [first, second] = [pages[2 * i]!, pages[2 * i + 1]!];
    const [last, lastButOne] = [pages.at(-1 - 2 * i)!, pages.at(-2 - 2 * i)!];
    for (const [name, left, right] of [
      ['outside', last, first],
      ['inside', second, lastButOne],
    ] as const) {
      const pair = direction === 'rtl' ? [right, left] : [left, right];
      const turned = name === 'inside' && duplex === 'long';
      const placements = (turned ? pair.toReversed() : pair).map(
        (page, side): Placement => ({
          page,
          x: side === 0 ? i * creep : width / 2 - i * creep,
          y: 0,
          rotate: turned ? 180 : 0,
          clip: true,
        }),
      );
      sheets.push({
        name: `${name}-${i + 1}`,
        width,
        height,
        placements: placements.toSorted((a, b) => a.page.index - b.page.index),
        marks: foldMarks({ columns: [width / 2], rows: [] }, paper, ink),
      });
    }
  }
  return sheets;
}

function checkPages(pages: readonly DisplayList[], paper: BookletPlan['paper']): void {
  const refuse = (message: string): void => {
    throw new PressError([
      problem('PRODUCT_INVALID', message, {}, 'Correct the binding or the paper of the product.'),
    ]);
  };
  if (pages.length === 0 || pages.length % ofSheet !== 0)
    refuse(`${pages.length} pages do not fill sheets of ${ofSheet}.`);
  for (const { page, width, height } of pages)
    if (Math.abs(2 * width - paper.width) > 0.01 || Math.abs(height - paper.height) > 0.01)
      refuse(`Page ${page} is ${width} × ${height} pt, and no half of ${paper.width} × ${paper.height} pt.`);
}
