import { type Place as At, type Code, type Problem, problem, warning } from '../../diagnostics/index.ts';
import type { Faults } from '../plan/faults.ts';
import type { ColumnName } from '../schema/column-names.ts';
import type { Columns } from './columns.ts';
import { type Cell, emptyCell, placeOf, type Table, type TableRow } from './table.ts';

/** Marks of direction that come along with numbers from address books, and spaces that are no plain ones. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const wide = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const hyphens = /[\u2010\u2011]/g;

/** One row of a table, read by its fields. */
export class RowReader {
  readonly #table: Table;
  readonly #columns: Columns;
  readonly #faults: Faults;
  readonly row: TableRow;

  constructor(table: Table, row: TableRow, columns: Columns, faults: Faults) {
    this.#table = table;
    this.row = row;
    this.#columns = columns;
    this.#faults = faults;
  }

  has(field: ColumnName): boolean {
    return this.#columns.has(field);
  }

  cell(field: ColumnName): Cell {
    const index = this.#columns.get(field);
    return index === undefined ? emptyCell : (this.row.cells[index] ?? emptyCell);
  }

  /** What stands in a field, without signs that nobody sees; undefined: nothing. */
  text(field: ColumnName): string | undefined {
    const { text } = this.cell(field);
    const plain = text.replace(unseen, '').replace(wide, ' ').replace(hyphens, '-').trim();
    return plain === '' ? undefined : plain;
  }

  /** Values with commas and the like between; `isOne` knows those that have spaces in them: Haitian Creole. */
  list(field: ColumnName, isOne: (value: string) => boolean = () => false): readonly string[] | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : valuesIn(text, isOne);
  }

  at(field: ColumnName): At {
    return placeOf(this.#table, this.row.line, this.#columns.get(field) ?? 0);
  }

  refuse(code: Code, field: ColumnName, message: string, hint?: string): void {
    this.#faults.add(problem(code, message, this.at(field), hint));
  }

  warn(code: Code, field: ColumnName, message: string, hint?: string): void {
    this.#faults.add(warning(code, message, this.at(field), hint));
  }

  /** Tells what was found elsewhere as something of a field of this row: faults by a code of the row, warnings by their own. */
  pass(code: Code, field: ColumnName, problems: readonly Problem[]): void {
    for (const { code: own, message, hint, severity } of problems)
      if (severity === 'error') this.refuse(code, field, message, hint);
      else this.warn(own, field, message, hint);
  }
}

/** Values of a cell, with commas and the like between them, or spaces where they have none. */
export function valuesIn(text: string, isOne: (value: string) => boolean): readonly string[] {
  return text
    .split(/[,;/&\n]+/)
    .flatMap((part) => (isOne(part.trim()) ? [part.trim()] : part.split(/\s+/)))
    .filter((each) => each !== '');
}
