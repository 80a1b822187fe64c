import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import type { Block } from './schema/schema.ts';

export type Table = Extract<Block, { readonly kind: 'table' }>;
type Cell = Table['rows'][number]['cells'][number];

/** A cell where it stands. */
export interface PlacedCell {
  readonly cell: Cell;
  /** Its first column, from 0. */
  readonly column: number;
  /** What it heads: the columns below it, or its row. */
  readonly heads: 'columns' | 'row' | undefined;
}

/** The rows of a table, each cell in its first free column, as HTML forms a table (HTML §4.9.12.1). */
export function tableGrid({ head, rows }: Table): readonly (readonly PlacedCell[])[] {
  /** Rows that a cell above still fills, by column. */
  const filled: number[] = [];
  return rows.map(({ cells }, row) => {
    let column = 0;
    const placed = cells.map((cell): PlacedCell => {
      while ((filled[column] ?? 0) > 0) column++;
      const at = column;
      const heads =
        row === 0 && head !== 'column' ? 'columns' : at === 0 && head !== 'row' ? 'row' : undefined;
      for (let each = at; each < at + (cell.columns ?? 1); each++) filled[each] = cell.rows ?? 1;
      column = at + (cell.columns ?? 1);
      return { cell, column: at, heads };
    });
    for (let each = 0; each < filled.length; each++) filled[each] = Math.max(0, (filled[each] ?? 0) - 1);
    return placed;
  });
}

/** Rows that are not as long as the first, cells that reach out of the table or into each other, heads without words. */
export function tableProblems(table: Table, place: (path: readonly (string | number)[]) => Place): Problem[] {
  const problems: Problem[] = [];
  const refuse = (path: readonly (string | number)[], what: string, hint: string) =>
    problems.push(problem('TABLE_UNEVEN', what, place(path), hint));
  /** Rows from this one on that cells above fill, by column. */
  const filled: number[] = [];
  let width: number | undefined;
  for (const [row, placed] of tableGrid(table).entries()) {
    const { id } = table.rows[row]!;
    for (const [i, { cell, column, heads }] of placed.entries()) {
      const path = ['rows', row, 'cells', i];
      const [columns, rows] = [cell.columns ?? 1, cell.rows ?? 1];
      for (let each = column; each < column + columns; each++) {
        if ((filled[each] ?? 0) > 0)
          refuse(
            path,
            `The cell "${cell.id}" of the row "${id}" lies over one from above.`,
            'Let it span fewer columns, or the one above fewer rows.',
          );
        filled[each] = rows;
      }
      if (row + rows > table.rows.length)
        refuse(
          path,
          `The cell "${cell.id}" spans ${rows} rows, and ${table.rows.length - row} are left.`,
          'Let it span fewer rows.',
        );
      if (heads === 'columns' && rows > 1)
        refuse(path, `The cell "${cell.id}" of the head row spans ${rows} rows.`, 'The head is one row.');
      if (heads !== undefined && cell.text === undefined && !(row === 0 && column === 0))
        refuse(
          path,
          `The cell "${cell.id}" of the row "${id}" heads others and says nothing.`,
          'Say in text: what it heads. Only the corner of two heads may be empty.',
        );
    }
    const length = filled.filter((left) => left > 0).length;
    width ??= length;
    if (length !== width)
      refuse(
        ['rows', row],
        `The row "${id}" fills ${length} columns, and the first row ${width}.`,
        'Every row fills the same columns, counting columns: and rows: of its cells. A cell may be empty: leave out its text.',
      );
    for (let each = 0; each < filled.length; each++) filled[each] = Math.max(0, (filled[each] ?? 0) - 1);
  }
  return problems;
}
