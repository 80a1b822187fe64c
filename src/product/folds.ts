import { type Paper, papers } from './papers.ts';

/** One fold of the paper, which lies with its inside up: the part on one side of a line goes over the rest, or under it. */
export interface FoldStep {
  /** Between columns for `left` and `right`, between rows for `top` and `bottom`; 1 is the first from the left or the top. */
  readonly line: number;
  readonly part: 'left' | 'right' | 'top' | 'bottom';
  readonly goes: 'over' | 'under';
}

/**
 * A fold: the pages of a sheet, how they lie on its two sides, and how it is folded, for left-to-right reading.
 * Right-to-left reading turns all of it: each row of each side is mirrored. Sizes of pages, their places on sheets, the
 * fold marks and the tests come from this.
 */
export interface Fold {
  /** How the open paper lies. */
  readonly orientation: 'landscape' | 'portrait';
  /** Names row by row, left to right as the reader sees that side. */
  readonly outside: readonly (readonly string[])[];
  readonly inside: readonly (readonly string[])[];
  readonly reading: readonly string[];
  /** Pages that stand upside down on the open sheet: folding turns them. */
  readonly turned: readonly string[];
  /** Parts of the paper's width that a column takes, by a page in it; 1 where none is said. */
  readonly shares: Readonly<Record<string, number>>;
  /** How much narrower than its share a column is, as panels are that fold in, by a page in it: in steps of the paper's. */
  readonly narrower: Readonly<Record<string, number>>;
  /** From the open sheet to the folded one. */
  readonly folding: readonly FoldStep[];
}

const flat = { orientation: 'landscape', turned: [], shares: {}, narrower: {} } as const;

export const folds: Readonly<Record<string, Fold>> = {
  // Letter fold: the right panel of the inside folds in, the left one over it.
  'tri-fold': {
    ...flat,
    outside: [['flap', 'back', 'cover']],
    inside: [['inside-1', 'inside-2', 'inside-3']],
    reading: ['cover', 'flap', 'inside-1', 'inside-2', 'inside-3', 'back'],
    narrower: { flap: 1 },
    folding: [
      { line: 2, part: 'right', goes: 'over' },
      { line: 1, part: 'left', goes: 'over' },
    ],
  },
  // The last panel of the inside is the back of the folded sheet, and is read last; before it the sheet is turned over.
  'z-fold': {
    ...flat,
    outside: [['reverse-1', 'reverse-2', 'cover']],
    inside: [['inside-1', 'inside-2', 'back']],
    reading: ['cover', 'inside-1', 'inside-2', 'reverse-1', 'reverse-2', 'back'],
    folding: [
      { line: 2, part: 'right', goes: 'under' },
      { line: 1, part: 'left', goes: 'over' },
    ],
  },
  'bi-fold': {
    ...flat,
    outside: [['back', 'cover']],
    inside: [['inside-1', 'inside-2']],
    reading: ['cover', 'inside-1', 'inside-2', 'back'],
    folding: [{ line: 1, part: 'left', goes: 'over' }],
  },
};

/** A step by which panels that fold in are narrower: 3 mm of A4's 297 mm, else as 1/16 in of Letter's 11 in. */
const narrowing = (width: number): number => (width === papers.a4!.height ? (3 * 72) / 25.4 : width / 176);

/** Pages of a fold in reading order, with their sizes on an open sheet as it lies, pt. */
export function panelsOf(
  fold: Fold,
  sheet: Paper,
): readonly { readonly name: string; readonly width: number; readonly height: number }[] {
  const columns = columnsOf(fold, sheet.width);
  const height = sheet.height / fold.inside.length;
  return fold.reading.map((name) => ({ name, width: columns[columnOf(fold, name)!]!, height }));
}

/** Widths of the columns of the inside, left to right, pt; together the width of the sheet. */
function columnsOf(fold: Fold, width: number): readonly number[] {
  const count = fold.inside[0]!.length;
  const said = (of: Readonly<Record<string, number>>, column: number): number | undefined =>
    Object.entries(of).find(([name]) => columnOf(fold, name) === column)?.[1];
  const columns = Array.from({ length: count }, (_, i) => ({
    share: said(fold.shares, i) ?? 1,
    steps: said(fold.narrower, i) ?? 0,
  }));
  const by = narrowing(width);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const steps = columns.reduce((sum, each) => sum + each.steps, 0);
  const unit = (width + steps * by) / shares;
  return columns.map((each) => each.share * unit - each.steps * by);
}

/** The column of the inside that a page is in: one of the outside lies behind the last but its own. Undefined: no page of it. */
export function columnOf({ inside, outside }: Fold, name: string): number | undefined {
  for (const row of inside) if (row.includes(name)) return row.indexOf(name);
  for (const row of outside) if (row.includes(name)) return row.length - 1 - row.indexOf(name);
  return undefined;
}
