import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { Color } from '../geometry/index.ts';
import type { DisplayList } from '../paint/index.ts';
import { foldMarks } from './fold-marks.ts';
import type { ImpositionOptions, ImpositionPlan, Placement, Sheet } from './types.ts';

type FoldPlan = Extract<ImpositionPlan, { kind: 'fold' }>;

/** Sums of page widths may miss the paper's width by rounding, pt. */
const TOLERANCE = 0.01;

/**
 * The two sides of a folded paper, its pages side by side, painted in the order in which they are read: readers without
 * tags, and those that go by sheets, take what a sheet holds as it was painted. A printer that turns the paper about its long edge prints
 * the back upside down, so that side is turned by 180°.
 * @throws PressError PRODUCT_INVALID when the pages are not exactly those of the fold, or do not fill the paper
 */
export function foldSheets(
  pages: readonly DisplayList[],
  plan: FoldPlan,
  { direction, duplex, ink }: ImpositionOptions,
): readonly Sheet[] {
  checkPages(pages, plan);
  const byName = new Map(pages.map((page) => [page.page, page]));
  const reading = new Map(pages.map((page, at) => [page, at]));
  return plan.sides.map((names, side) => {
    const ordered = direction === 'rtl' ? names.toReversed() : names;
    const turned = side === 1 && duplex === 'long';
    const sheet = foldSide(
      side === 0 ? 'outside' : 'inside',
      ordered.map((name) => byName.get(name)!),
      plan.paper,
      turned,
      ink,
    );
    const placements = sheet.placements.toSorted((a, b) => reading.get(a.page)! - reading.get(b.page)!);
    return { ...sheet, placements };
  });
}

function foldSide(
  name: string,
  pages: readonly DisplayList[],
  paper: FoldPlan['paper'],
  turned: boolean,
  ink: Color,
): Sheet {
  const { width, height } = paper;
  const placements: Placement[] = [];
  const folds: number[] = [];
  let left = 0;
  for (const page of pages) {
    if (placements.length > 0) folds.push(turned ? width - left : left);
    const x = turned ? width - left - page.width : left;
    placements.push({ page, x, y: 0, rotate: turned ? 180 : 0, clip: true });
    left += page.width;
  }
  return { name, width, height, placements, marks: foldMarks(folds, height, ink) };
}

function checkPages(pages: readonly DisplayList[], { paper, sides }: FoldPlan): void {
  const problems: Problem[] = [];
  const refuse = (message: string, page?: string): void => {
    const place = page === undefined ? {} : { page };
    problems.push(
      problem('PRODUCT_INVALID', message, place, 'Correct the fold or the paper of the product.'),
    );
  };
  const byName = new Map<string, DisplayList>();
  for (const page of pages) {
    if (byName.has(page.page)) refuse(`There are two pages named ${page.page}.`, page.page);
    byName.set(page.page, page);
    if (Math.abs(page.height - paper.height) > TOLERANCE)
      refuse(`Page ${page.page} is ${page.height} pt high, the paper ${paper.height} pt.`, page.page);
  }
  const placed = new Set<string>();
  for (const names of sides) {
    let width = 0;
    for (const name of names) {
      if (placed.has(name)) refuse(`The fold places the page ${name} twice.`, name);
      placed.add(name);
      const page = byName.get(name);
      if (page === undefined) refuse(`The fold needs a page ${name}, which does not exist.`, name);
      width += page?.width ?? 0;
    }
    if (names.every((name) => byName.has(name)) && Math.abs(width - paper.width) > TOLERANCE)
      refuse(`The pages ${names.join(', ')} are ${width} pt wide together, the paper ${paper.width} pt.`);
  }
  for (const name of byName.keys())
    if (!placed.has(name)) refuse(`The fold has no place for the page ${name}.`, name);
  if (problems.length > 0) throw new PressError(problems);
}
