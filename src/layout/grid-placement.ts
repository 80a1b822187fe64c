import type { ComputedStyle } from '../style/index.ts';
import type { Part, Parts } from './box-generation.ts';

/** An item in its cells, counted from 0. */
export interface Placed {
  readonly part: Part;
  /** Which of the parts. */
  readonly index: number;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** The items of a grid in their cells: found once, for it measures them and is measured itself. */
export function cellsOf(
  parts: Parts,
  columnCount: number,
  areas: ComputedStyle['gridTemplateAreas'],
): readonly Placed[] {
  parts.cells ??= place(parts.parts, columnCount, areas);
  return parts.cells;
}

/** Explicit places first said, others in order, row by row (CSS Grid 1 §8.5, sparse). */
function place(
  parts: readonly Part[],
  columnCount: number,
  areas: ComputedStyle['gridTemplateAreas'],
): readonly Placed[] {
  const places = parts.map((part) => wantedPlace(part, areas));
  // Nobody says where: one in each cell.
  if (places.every(isUnsaid)) return inOrder(parts, columnCount);
  const taken = new Set<string>();
  const isFree = (row: number, column: number, rows: number, columns: number) => {
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) if (taken.has(`${r},${c}`)) return false;
    return true;
  };
  const take = (item: Placed) => {
    for (let r = item.row; r < item.row + item.rows; r++)
      for (let c = item.column; c < item.column + item.columns; c++) taken.add(`${r},${c}`);
    return item;
  };
  const result: Placed[] = [];
  parts.forEach((part, index) => {
    const { column, row } = places[index] ?? {};
    if (column === undefined || row === undefined) return;
    const [start, top] = [column.start - 1, row.start - 1];
    result[index] = take({ part, index, column: start, columns: column.span, row: top, rows: row.span });
  });
  let [r, c] = [0, 0];
  for (const [index, part] of parts.entries()) {
    if (result[index] !== undefined) continue;
    const { column, row } = places[index] ?? {};
    const columns = Math.min(column?.span ?? 1, columnCount);
    const rows = row?.span ?? 1;
    if (row !== undefined) [r, c] = [row.start - 1, 0];
    if (column !== undefined) {
      if (column.start - 1 < c) r++;
      c = column.start - 1;
      while (!isFree(r, c, rows, columns)) r++;
    } else
      while (c + columns > columnCount || !isFree(r, c, rows, columns)) {
        c++;
        if (c + columns > columnCount) [r, c] = [r + 1, 0];
      }
    result[index] = take({ part, index, column: c, columns, row: r, rows });
  }
  return result;
}

function inOrder(parts: readonly Part[], columnCount: number): readonly Placed[] {
  return parts.map((part, index) => ({
    part,
    index,
    column: index % columnCount,
    columns: 1,
    row: Math.floor(index / columnCount),
    rows: 1,
  }));
}

const isUnsaid = (place: unknown) => place === undefined;

/** Where a part says that it stands, from line 1; undefined: nowhere. */
function wantedPlace(
  part: Part,
  areas: ComputedStyle['gridTemplateAreas'],
): Partial<Readonly<Record<'column' | 'row', NonNullable<ComputedStyle['gridRow']>>>> | undefined {
  if (part.kind !== 'element') return undefined;
  const { gridArea, gridColumn: column, gridRow: row } = part.style;
  const area = gridArea === undefined ? undefined : areas.get(gridArea);
  if (area !== undefined)
    return {
      column: { start: area.column + 1, span: area.columns },
      row: { start: area.row + 1, span: area.rows },
    };
  if (column === undefined) return row === undefined ? undefined : { row };
  return row === undefined ? { column } : { column, row };
}
