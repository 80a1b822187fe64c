import type { ComputedStyle } from '../style/index.ts';
import type { Part } from './box-generation.ts';

/** An item in its cells, counted from 0. */
export interface Placed {
  readonly part: Part;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** Explicit places first said, others in order, row by row (CSS Grid 1 §8.5, sparse). */
export function place(
  parts: readonly Part[],
  columnCount: number,
  areas: ComputedStyle['gridTemplateAreas'],
): Placed[] {
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
  const wanted = parts.map((part) => {
    const style = part.kind === 'element' ? part.style : undefined;
    const area = style?.gridArea === undefined ? undefined : areas.get(style.gridArea);
    if (area !== undefined)
      return {
        part,
        column: { start: area.column + 1, span: area.columns },
        row: { start: area.row + 1, span: area.rows },
      };
    return { part, column: style?.gridColumn, row: style?.gridRow };
  });
  const result = new Map<Part, Placed>();
  for (const { part, column, row } of wanted)
    if (column !== undefined && row !== undefined)
      result.set(
        part,
        take({ part, column: column.start - 1, columns: column.span, row: row.start - 1, rows: row.span }),
      );
  let [r, c] = [0, 0];
  for (const { part, column, row } of wanted) {
    if (result.has(part)) continue;
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
    result.set(part, take({ part, column: c, columns, row: r, rows }));
  }
  return parts.map((part) => result.get(part)!);
}
