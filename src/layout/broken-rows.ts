import { type Box, type Item, tolerance } from './box.ts';
import type { BreakToken } from './fragmentation.ts';

/** What stands in the rows of a grid or table on a page; rows count from that of the whole. */
export interface Rows {
  readonly cells: readonly { readonly part: number; readonly row: number; readonly rows: number }[];
  /** No page ends before this row or any above it. */
  readonly first: number;
  /** Of a table, whose rows stay whole where they can, and two of them together. */
  readonly ofTable: boolean;
}

/** What a page keeps of rows, and where the rest starts. */
export interface BrokenRows {
  readonly kept: readonly Item[];
  readonly rest: BreakToken;
}

/** What a page keeps of one part, and where the rest of it starts. */
export interface BrokenCell {
  readonly items: readonly Item[];
  readonly rest: BreakToken;
}

/** Nothing is left but the box itself: its ground and its borders go on beside what is left of others. */
export const ended: BreakToken = { part: Number.POSITIVE_INFINITY };

/** Fewest rows of a table that stand together before and after a page's end. */
const least = 2;

/**
 * Divides rows that reach beyond `room`, pt from the top of their box: between two, where no cell spans both, or within
 * one, each of its cells by itself (CSS Fragmentation 3 §4.1, class C and parallel flows §4.4). `divide` divides what
 * stands in one cell. Undefined where all fits, or nothing can be divided.
 */
export function breakRows(
  box: Box & { readonly rows: Rows },
  room: number,
  relaxed: boolean,
  divide: (items: readonly Item[]) => BrokenCell | undefined,
): BrokenRows | undefined {
  const { first, ofTable } = box.rows;
  const cells = box.rows.cells.map((cell) => ({
    ...cell,
    items: box.children.filter(({ part }) => part === cell.part),
  }));
  const others = box.children.filter(({ part }) => !cells.some((cell) => cell.part === part));
  const last = Math.max(...cells.map(({ row, rows }) => row + rows), 0);
  const tooLong = cells.filter(({ items }) => bottomOf(items) > room + tolerance);
  if (tooLong.length === 0) return undefined;
  const over = Math.min(...tooLong.map(({ row, rows }) => row + rows - 1));

  const between = (): BrokenRows | undefined => {
    for (let row = over; row > first; row--) {
      if (cells.some((cell) => cell.row < row && row < cell.row + cell.rows)) continue;
      if (!relaxed) {
        if (ofTable && (row - first < least || last - row < least)) continue;
        if (cells.some((cell) => isAvoided(cell, row))) continue;
      }
      const before = cells.filter((cell) => cell.row < row);
      return { kept: [...others, ...before.flatMap(({ items }) => items)], rest: { part: row } };
    }
    return undefined;
  };
  const within = (): BrokenRows | undefined => {
    if (over < first) return undefined;
    const kept = [...others];
    const beside = new Map<number, BreakToken>();
    for (const { part, row, rows, items } of cells) {
      if (row > over) continue;
      if (row + rows <= over || bottomOf(items) <= room + tolerance) {
        kept.push(...items);
        continue;
      }
      const broken = divide(items) ?? clipped(items, room);
      if (broken === undefined) return undefined;
      kept.push(...broken.items);
      beside.set(part, broken.rest);
    }
    const goesOn = [...beside.values()].some((token) => token !== ended);
    return goesOn ? { kept, rest: { part: over, beside } } : undefined;
  };
  if (!ofTable) return within() ?? between();
  return between() ?? (relaxed ? within() : undefined);
}

function isAvoided(
  {
    row: start,
    rows,
    items,
  }: { readonly row: number; readonly rows: number; readonly items: readonly Item[] },
  row: number,
): boolean {
  const item = items[0];
  if (item === undefined || item.kind === 'line') return false;
  return (
    (start + rows === row && item.style.breakAfter === 'avoid') ||
    (start === row && item.style.breakBefore === 'avoid')
  );
}

/** A box that is only stretched beyond the page's end: all that is in it stands before. */
function clipped(items: readonly Item[], room: number): BrokenCell | undefined {
  const only = items[0];
  if (only?.kind !== 'box' || items.length > 1) return undefined;
  const content = bottomOf(only.children) + only.edges.bottom;
  if (only.y + content > room + tolerance || room <= only.y) return undefined;
  return { items: [{ ...only, height: room - only.y }], rest: ended };
}

export function bottomOf(items: readonly Item[]): number {
  return Math.max(0, ...items.map((item) => item.y + item.height));
}
