import type { Place, Problem } from '../../diagnostics/index.ts';
import type { Cell, MergedCells, TableRow } from '../../sheet/index.ts';

export type { Cell, CellKind, TableRow } from '../../sheet/index.ts';

/** A sheet of places: its first row that is not empty names the columns. */
export interface Table {
  /** Path of the file, for people. */
  readonly file: string;
  /** True for a CSV file: a row is divided into its cells by signs, which may stand wrong. */
  readonly isDivided: boolean;
  /** What is said where its names or rows turn out to be one cell each: that another sign seems to divide them. */
  readonly otherwise: Problem | undefined;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** Of a workbook: its sheets that are not read, and that are not hidden. */
  readonly others: readonly string[];
  /** Of a workbook: columns that are not shown, from 0. */
  readonly hiddenColumns: readonly number[];
  /** Of a workbook: cells that are shown as one. */
  readonly merged: readonly MergedCells[];
}

export const emptyCell: Cell = { text: '', kind: 'text' };

/** Letters of a column as spreadsheets name it: A, Z, AA. @param index from 0 */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Where a cell stands. @param index of the column, from 0 */
export function placeOf(
  { file, header }: Pick<Table, 'file' | 'header'>,
  line: number,
  index: number,
): Place {
  const name = header.cells[index]?.text ?? '';
  return {
    file,
    line,
    column: index + 1,
    key: name === '' ? letterOf(index) : `${letterOf(index)} “${name}”`,
  };
}
