import type { PdfFile } from '../file/file.ts';
import type { Dictionary } from '../file/object.ts';
import type { Element } from '../page/structure.ts';

/** A cell where it stands in its table; rows and columns count from 1. */
export interface TableCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly heads: 'column' | 'row' | undefined;
}

/** The cells of a table in reading order, and how many rows and columns it has (ISO 32000-1 14.8.4.3.4, 14.8.5.7). */
export function cellsOf(
  file: PdfFile,
  table: Element,
): { readonly cells: readonly TableCell[]; readonly rows: number; readonly columns: number } {
  const rows = rowsOf(table);
  const taken = new Set<string>();
  const cells: TableCell[] = [];
  rows.forEach((row, at) => {
    let column = 1;
    for (const kid of row.kids) {
      if (kid.kind !== 'element') continue;
      while (taken.has(`${at + 1} ${column}`)) column++;
      const cell = cellOf(file, kid.element, at + 1, column);
      for (let y = 0; y < cell.rows; y++)
        for (let x = 0; x < cell.columns; x++) taken.add(`${at + 1 + y} ${column + x}`);
      cells.push(cell);
    }
  });
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columns - 1), 0);
  return { cells, rows: rows.length, columns };
}

/** Whether each row of a table fills as many columns as the first, counting what cells span (ISO 14289-1 7.2). */
export function isWhole(file: PdfFile, table: Element): boolean {
  const rows = rowsOf(table);
  let [first, filled] = [0, 0];
  rows.forEach(({ kids }, at) => {
    for (const kid of kids) {
      if (kid.kind !== 'element') continue;
      const { rows: down, columns: across } = cellOf(file, kid.element, 1, 1);
      filled += down * across;
      if (at === 0) first += across;
    }
  });
  return filled === first * rows.length;
}

function rowsOf({ kids }: Element): Element[] {
  return kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [];
    return kid.element.type === 'TR' ? [kid.element] : rowsOf(kid.element);
  });
}

function cellOf(file: PdfFile, element: Element, row: number, column: number): TableCell {
  const own = file.dictionary((file.objects[element.number] as Dictionary).get('A'));
  const span = (key: string) => {
    const value = own?.get(key);
    return typeof value === 'number' ? value : 1;
  };
  const scope = own?.get('Scope');
  const heads = scope === '/Column' ? 'column' : scope === '/Row' ? 'row' : undefined;
  return { element, row, column, rows: span('RowSpan'), columns: span('ColSpan'), heads };
}
