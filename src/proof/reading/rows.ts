import type { Budget, Worked } from '../file/budget.ts';
import { isSame } from '../file/found.ts';
import type { Piece, Run } from '../page/page-content.ts';

/** Takes a point of the page into an upright frame: x along the reading direction, y down. */
export type Frame = (x: number, y: number) => readonly [number, number];

/** How a page is looked at. */
export interface View {
  /** Names it: in each file the same view has the same. */
  readonly key: string;
  readonly frame: Frame;
  /** Which runs are looked at. */
  readonly counts: (run: Run) => boolean;
}

/** Heights of baselines are told in steps of so much, pt; those of neighbouring steps may be one. */
const step = 0.5;

/** The runs of a piece on one height, in the order of painting. */
class Level<T> {
  readonly runs: Run[] = [];
  /** The least and the most that a glyph is below the top of the frame. */
  top = Infinity;
  bottom = -Infinity;
  largest = 0;
  /** What was read of the row that it begins, and the levels of that row. */
  row: { readonly levels: readonly Level<T>[]; readonly read: Worked<readonly T[]> } | undefined;

  /** @param depth how far its first glyph is below the top of the frame */
  add(run: Run, depth: number, frame: Frame): void {
    this.runs.push(run);
    this.#reach(depth);
    this.largest = Math.max(this.largest, run.size);
    const { glyphs, first, end, dx, dy } = run;
    const [x, y] = [glyphs.xs[first]!, glyphs.ys[first]!];
    if (end === first + 1 || Math.abs(frame(x + dx, y + dy)[1] - depth) < 1e-9) return;
    for (let g = first + 1; g < end; g++) this.#reach(frame(glyphs.xs[g]!, glyphs.ys[g]!)[1]);
  }

  #reach(depth: number): void {
    this.top = Math.min(this.top, depth);
    this.bottom = Math.max(this.bottom, depth);
  }
}

/** What a piece has in a view, by its heights. */
interface Levels<T> {
  /** Heights of its digits, and those next to them: what is beside a digit may be on the one above or below. */
  readonly near: ReadonlySet<number>;
  readonly all: ReadonlyMap<number, Level<T>>;
}

function levelsOf<T>(piece: Piece, { frame, counts }: View): Levels<T> {
  const all = new Map<number, Level<T>>();
  const near = new Set<number>();
  for (const run of piece.runs) {
    if (run.first >= run.end || !counts(run)) continue;
    const depth = frame(run.glyphs.xs[run.first]!, run.glyphs.ys[run.first]!)[1];
    const height = Math.round(depth / step);
    // So far out that it is no place.
    if (!Number.isFinite(height)) continue;
    if (run.digits > 0)
      near
        .add(height - 1)
        .add(height)
        .add(height + 1);
    let level = all.get(height);
    if (level === undefined) {
      level = new Level();
      all.set(height, level);
    }
    level.add(run, depth, frame);
  }
  return { near, all };
}

/** Views of a piece that are kept: a sheet is folded to twelve areas at most. */
const mostViews = 24;

/** What was read of rows with digits, kept with the pieces that they are of: by views. */
export class ReadRows<T> {
  readonly #views = new Map<string, Levels<T>>();

  of(piece: Piece, view: View): Levels<T> {
    let levels = this.#views.get(view.key);
    if (levels === undefined) {
      if (this.#views.size >= mostViews) this.#views.clear();
      levels = levelsOf(piece, view);
      this.#views.set(view.key, levels);
    }
    return levels;
  }
}

/**
 * Reads the rows of a page that have digits: what shares a baseline with one, in bands with more than a gap without a baseline
 * between two of them, so that nothing of the one is read with the other. A row of the very same levels, as most of the next
 * number's file are, is not read again.
 * @param gapOf what it is by the largest size among all that is looked at
 */
export function readRows<T>(
  pieces: readonly Piece[],
  keptIn: (piece: Piece) => ReadRows<T>,
  view: View,
  gapOf: (largest: number) => number,
  read: (runs: readonly Run[]) => readonly T[],
  budget: Budget,
): T[] {
  const all = pieces.map((piece) => keptIn(piece).of(piece, view));
  const heights = new Set<number>();
  for (const { near } of all) for (const height of near) heights.add(height);
  const levels: Level<T>[] = [];
  let largest = 0;
  for (const height of heights)
    for (const each of all) {
      const level = each.all.get(height);
      if (level === undefined) continue;
      levels.push(level);
      if (level.largest > largest) largest = level.largest;
    }
  const gap = gapOf(largest);
  const found: T[] = [];
  let row: Level<T>[] = [];
  let deepest = Number.NEGATIVE_INFINITY;
  for (const level of levels.sort((a, b) => a.top - b.top)) {
    if (level.top - deepest > gap) {
      for (const each of readOf(row, read, budget)) found.push(each);
      row = [];
    }
    row.push(level);
    deepest = Math.max(deepest, level.bottom);
  }
  for (const each of readOf(row, read, budget)) found.push(each);
  return found;
}

function readOf<T>(
  levels: readonly Level<T>[],
  read: (runs: readonly Run[]) => readonly T[],
  budget: Budget,
): readonly T[] {
  const [first] = levels;
  if (first === undefined) return [];
  if (first.row !== undefined && isSame(first.row.levels, levels)) return budget.again(first.row.read);
  const runs = levels.flatMap((level) => level.runs).sort((a, b) => a.order - b.order);
  first.row = { levels, read: budget.measure(() => read(runs)) };
  return first.row.read.value;
}
