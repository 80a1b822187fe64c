import { problem } from '../../diagnostics/index.ts';
import type { Faults } from '../plan/faults.ts';
import type { ColumnName } from '../schema/column-names.ts';
import type { Columns } from './columns.ts';
import { emptyCell, placeOf, type Table, type TableRow } from './table.ts';

/** Fields that mean all, or what the campaign says, where their cell is empty. */
const whereEmpty = [
  ...(['country', 'written', 'undialled', 'confirmed'] as const),
  ...(['locales', 'products', 'papers', 'copies'] as const),
] as const satisfies readonly ColumnName[];

/**
 * A formula that was saved without what it comes to reads as an empty cell: all languages would be made, or one copy. So does
 * what a filter asks for; an error there is no value either, and the place would be taken, or left out, by what nobody said.
 * @param asked columns that filters ask for
 */
export function tellSpoilt(
  table: Table,
  { line, cells }: TableRow,
  columns: Columns,
  asked: readonly number[],
  faults: Faults,
): void {
  const own = whereEmpty.flatMap((field) => columns.get(field) ?? []);
  for (const index of new Set([...own, ...asked])) {
    const { text, kind } = cells[index] ?? emptyCell;
    const what =
      kind === 'formula' && text === ''
        ? 'a formula that was saved without what it comes to'
        : kind === 'error' && asked.includes(index)
          ? `an error of the spreadsheet: ${text}`
          : undefined;
    if (what === undefined) continue;
    faults.add(
      problem(
        'PLACE_VALUE_INVALID',
        `The cell holds ${what}${asked.includes(index) ? ', and a filter asks for it' : ''}.`,
        placeOf(table, line, index),
        'Open the workbook in a spreadsheet and save it, or write the value itself.',
      ),
    );
  }
}
