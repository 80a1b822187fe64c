import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { Color } from '../geometry/index.ts';
import type { DisplayList } from '../paint/index.ts';
import { foldMarks } from './fold-marks.ts';
import type { ImpositionOptions, ImpositionPlan, Placement, Sheet } from './types.ts';

type FoldPlan = Extract<ImpositionPlan, { kind: 'fold' }>;

/** Sums of page widths may miss the paper's width by rounding, pt. */
const TOLERANCE = 0.01;

/**
 * The two sides of a folded paper, its pages in rows, painted in the order in which they are read: readers without
 * tags, and those that go by sheets, take what a sheet holds as it was painted. A printer that turns the paper about
 * its upper edge prints the back upside down, so that side is turned by 180°.
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
  const { upright = 'short' } = plan;
  return plan.sides.map((names, side) => {
    const rows = rowsOf(plan, names).map((row) => {
      const inPlace = row.map((name) => byName.get(name)!);
      return direction === 'rtl' ? inPlace.toReversed() : inPlace;
    });
    const sheet = foldSide(side === 0 ? 'outside' : 'inside', rows, plan, ink);
    const placements = sheet.placements.toSorted((a, b) => reading.get(a.page)! - reading.get(b.page)!);
    const ordered = { ...sheet, placements };
    return side === 1 && duplex !== upright ? upsideDown(ordered, rows, ink) : ordered;
  });
}

/** Names of a side, row by row. */
function rowsOf({ rows = 1 }: FoldPlan, names: readonly string[]): readonly (readonly string[])[] {
  const columns = names.length / rows;
  return Array.from({ length: rows }, (_, i) => names.slice(i * columns, (i + 1) * columns));
}

type Rows = readonly (readonly DisplayList[])[];

/** Grounds that meet at a fold may reach over it by so much, pt: between two of one colour shows no white (a pixel is less). */
const hair = 0.4;

function foldSide(name: string, rows: Rows, { paper, turned = [] }: FoldPlan, ink: Color): Sheet {
  const placements: Placement[] = [];
  let top = 0;
  for (const row of rows) {
    let left = 0;
    for (const page of row) {
      const rotate = turned.includes(page.page) ? 180 : 0;
      placements.push({ page, x: left, y: top, rotate, clip: true, over: hair });
      left += page.width;
    }
    top += row[0]!.height;
  }
  return { name, ...paper, placements, marks: foldMarks(foldLines(rows), paper, ink) };
}

/** Where pages meet, from the left and from the top, pt. */
function foldLines(rows: Rows): { readonly columns: readonly number[]; readonly rows: readonly number[] } {
  const sums = (sizes: readonly number[]) => {
    let sum = 0;
    return sizes.slice(0, -1).map((size) => {
      sum += size;
      return sum;
    });
  };
  return {
    columns: sums(rows[0]!.map(({ width }) => width)),
    rows: sums(rows.map(([page]) => page!.height)),
  };
}

function upsideDown(sheet: Sheet, pages: Rows, ink: Color): Sheet {
  const { width, height } = sheet;
  const { columns, rows } = foldLines(pages);
  return {
    ...sheet,
    placements: sheet.placements.map(({ page, x, y, rotate, ...cut }) => ({
      page,
      x: width - x - page.width,
      y: height - y - page.height,
      rotate: rotate === 0 ? 180 : 0,
      ...cut,
    })),
    marks: foldMarks(
      { columns: columns.map((x) => width - x), rows: rows.map((y) => height - y) },
      sheet,
      ink,
    ),
  };
}

function checkPages(pages: readonly DisplayList[], plan: FoldPlan): void {
  const { paper, sides, rows = 1 } = plan;
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
    if (Math.abs(page.height * rows - paper.height) > TOLERANCE)
      refuse(
        rows === 1
          ? `Page ${page.page} is ${page.height} pt high, the paper ${paper.height} pt.`
          : `Page ${page.page} is ${page.height} pt high, and ${rows} rows of them are to fill ${paper.height} pt of paper.`,
        page.page,
      );
  }
  const placed = new Set<string>();
  for (const names of sides.flatMap((side) => rowsOf(plan, side))) {
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
