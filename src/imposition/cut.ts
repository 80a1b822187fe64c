import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { DisplayList } from '../paint/index.ts';
import { endMarks, type Stroke, strokeItems } from './cut-marks.ts';
import type { CutRow, ImpositionOptions, ImpositionPlan, Placement, Sheet } from './types.ts';

type Plan = Extract<ImpositionPlan, { kind: 'cut' }>;
type Turn = Placement['rotate'];

/** Sizes may differ by rounding, pt. */
const TOLERANCE = 0.01;

/** A page on a piece, pt from the piece's top left. */
interface Cell {
  readonly page: DisplayList;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotate: Turn;
}

/**
 * Pieces beside and below each other on a sheet, centred, the same pages on each: what is placed first is read, the others
 * are its copies. The back's columns are mirrored, so that front and back of a piece meet when the paper is turned about a
 * side; where the printer turns it about its top, that side is printed upside down. Right-to-left reading mirrors all.
 * @throws PressError PRODUCT_INVALID when the pages are not exactly those of the piece, or of another size
 */
export function cutSheets(
  pages: readonly DisplayList[],
  plan: Plan,
  { direction, duplex, ink }: ImpositionOptions,
): readonly Sheet[] {
  checkPages(pages, plan);
  const byName = new Map(pages.map((page) => [page.page, page]));
  const isRtl = direction === 'rtl';
  const { paper, sides } = plan;
  const turnsAboutTop = paper.width > paper.height === (duplex === 'long');
  return sides.map((rows, side) => {
    const cells = cellsOf(rows, plan, byName, isRtl);
    const origins = piecesOf(plan, isRtl !== (side === 1));
    const upright = origins.flatMap(([x, y]) =>
      cells.map((cell): Cell => ({ ...cell, x: cell.x + x, y: cell.y + y })),
    );
    const strokes = [
      ...gridMarks(plan, rows),
      ...origins.flatMap(([x, y]) => tabLines(rows, plan.piece.width, x, y)),
    ];
    const turned = side === 1 && turnsAboutTop;
    const sheet = turned ? upright.map((cell) => overTurned(cell, paper)) : upright;
    return {
      name: side === 0 ? 'front' : 'back',
      ...paper,
      placements: sheet.map(({ page, x, y, rotate }) => ({ page, x, y, rotate, clip: true })),
      marks: strokeItems(turned ? strokes.map((stroke) => strokeTurned(stroke, paper)) : strokes, ink),
    };
  });
}

/** Top left corners of the pieces, row by row, each row from `mirrored` ? the right : the left. */
function piecesOf({ paper, piece, across, down, gap }: Plan, mirrored: boolean): [number, number][] {
  const [left, top] = startOf({ paper, piece, across, down, gap });
  return Array.from({ length: across * down }, (_, i) => {
    const column = mirrored ? across - 1 - (i % across) : i % across;
    return [left + column * (piece.width + gap[0]), top + Math.floor(i / across) * (piece.height + gap[1])];
  });
}

function startOf({ paper, piece, across, down, gap }: Omit<Plan, 'kind' | 'sides'>): [number, number] {
  return [
    (paper.width - across * piece.width - (across - 1) * gap[0]) / 2,
    (paper.height - down * piece.height - (down - 1) * gap[1]) / 2,
  ];
}

function cellsOf(
  rows: readonly CutRow[],
  { piece }: Plan,
  byName: ReadonlyMap<string, DisplayList>,
  isRtl: boolean,
): Cell[] {
  let y = 0;
  return rows.flatMap(({ page, times, inset, turn, height }) => {
    const [top, width] = [y, (piece.width - 2 * inset) / times];
    y += height;
    const rotate = (isRtl && turn % 180 !== 0 ? (turn + 180) % 360 : turn) as Turn;
    return Array.from({ length: times }, (_, i): Cell => {
      const x = inset + (isRtl ? times - 1 - i : i) * width;
      return { page: byName.get(page)!, x, y: top, width, height, rotate };
    });
  });
}

function overTurned({ x, y, width, height, rotate, page }: Cell, paper: Plan['paper']): Cell {
  return {
    page,
    x: paper.width - x - width,
    y: paper.height - y - height,
    width,
    height,
    rotate: ((rotate + 180) % 360) as Turn,
  };
}

function strokeTurned({ from, to, dashed }: Stroke, { width, height }: Plan['paper']): Stroke {
  const over = ([x, y]: Stroke['from']) => [width - x, height - y] as const;
  return { from: over(from), to: over(to), dashed };
}

/** Where the knife goes, and where pieces are folded, at the edges of the block of pieces. */
function gridMarks(plan: Plan, rows: readonly CutRow[]): Stroke[] {
  const { paper, piece, across, down, gap } = plan;
  const [left, top] = startOf(plan);
  const edges = (start: number, size: number, between: number, times: number, whole: number) => {
    const all = Array.from({ length: times }, (_, i) => start + i * (size + between)).flatMap((at) => [
      at,
      at + size,
    ]);
    // The paper's own edges are not cut; where pieces touch, one cut parts them.
    return all.filter(
      (at, i) => at > TOLERANCE && at < whole - TOLERANCE && !(i > 0 && at - all[i - 1]! < TOLERANCE),
    );
  };
  const cuts = (places: readonly number[]) => places.map((place) => ({ place, dashed: false }));
  const folds = Array.from({ length: down }, (_, i) => top + i * (piece.height + gap[1])).flatMap((at) =>
    foldsOf(rows).map((fold) => ({ place: at + fold, dashed: true })),
  );
  return [
    ...endMarks('x', {
      at: cuts(edges(left, piece.width, gap[0], across, paper.width)),
      block: [top, paper.height - top],
      paper: paper.height,
    }),
    ...endMarks('y', {
      at: [...cuts(edges(top, piece.height, gap[1], down, paper.height)), ...folds],
      block: [left, paper.width - left],
      paper: paper.width,
    }),
  ];
}

/** Between two pages one below the other a piece is folded; tabs hang on theirs. */
function foldsOf(rows: readonly CutRow[]): number[] {
  let y = 0;
  return rows.flatMap(({ height, times }, i) => {
    const at = y;
    y += height;
    return i > 0 && times === 1 && rows[i - 1]!.times === 1 ? [at] : [];
  });
}

/** Tabs are cut from each other, and torn off where they hang. */
function tabLines(rows: readonly CutRow[], width: number, x: number, y: number): Stroke[] {
  let top = y;
  return rows.flatMap(({ times, inset, height }, i) => {
    const [from, to] = [top, top + height];
    top = to;
    if (times === 1) return [];
    const places = Array.from({ length: times + 1 }, (_, tab) => inset + (tab * (width - 2 * inset)) / times);
    const cuts = (inset > 0 ? places : places.slice(1, -1)).map(
      (place): Stroke => ({ from: [x + place, from], to: [x + place, to], dashed: false }),
    );
    const tear: Stroke = { from: [x, from], to: [x + width, from], dashed: true };
    return i === 0 ? cuts : [tear, ...cuts];
  });
}

function checkPages(pages: readonly DisplayList[], { piece, sides }: Plan): void {
  const problems: Problem[] = [];
  const refuse = (message: string, page: string) =>
    problems.push(problem('PRODUCT_INVALID', message, { page }, 'Correct the sheet of the product.'));
  const rows = new Map(sides.flat().map((row) => [row.page, row]));
  const names = new Set(pages.map(({ page }) => page));
  for (const { page, width, height } of pages) {
    const row = rows.get(page);
    if (row === undefined) {
      refuse(`The piece has no place for the page ${page}.`, page);
      continue;
    }
    const own = [(piece.width - 2 * row.inset) / row.times, row.height];
    const [w, h] = row.turn % 180 === 0 ? own : own.toReversed();
    if (Math.abs(width - w!) > TOLERANCE || Math.abs(height - h!) > TOLERANCE)
      refuse(`Page ${page} is ${width} by ${height} pt, its place ${w} by ${h} pt.`, page);
  }
  for (const page of rows.keys())
    if (!names.has(page)) refuse(`The piece needs a page ${page}, which does not exist.`, page);
  if (names.size !== pages.length || rows.size !== sides.flat().length)
    refuse('A page stands on the piece twice.', pages[0]?.page ?? '');
  if (problems.length > 0) throw new PressError(problems);
}
