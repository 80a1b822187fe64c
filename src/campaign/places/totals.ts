import { problem } from '../../diagnostics/index.ts';
import type { Faults } from '../plan/faults.ts';
import type { ColumnName } from '../schema/column-names.ts';
import { type Columns, folded } from './columns.ts';
import { emptyCell, placeOf, type Table, type TableRow } from './table.ts';

/** What people call the row below a list that adds it up, in the languages that guides are printed in. */
const words: ReadonlySet<string> = new Set(
  `total|totals|grand total|subtotal|sub-total|sum|total general|suma|subtotales|totales|somme|sous-total|totaux
  |summe|gesamt|gesamtsumme|insgesamt|zwischensumme|soma|totais|totale|somma|subtotale|totaal|som|subtotaal|razem|łącznie
  |итого|всего|сумма|разом|усього|сума|toplam|genel toplam|tổng|tổng cộng|tổng số|kabuuan|jumla|wadarta|jumlah
  |合计|总计|小计|合計|總計|小計|総計|합계|총계|소계|المجموع|الإجمالي|المجموع الكلي|مجموع|جمع|جمع کل|סה"כ|סך הכל|कुल|योग|जोड़|মোট|รวม|รวมทั้งหมด`
    .split('|')
    .map((word) => folded(word)),
);

/** What makes a row one of a place, whatever it is called. */
const ofPlaces = ['helpline', 'name', 'address', 'web'] as const satisfies readonly ColumnName[];

/**
 * Whether a row adds up those above it: it would be printed as a place, with the guide's number. That is told. A place that
 * is called so has a number, a name or an address beside.
 */
export function isTotal(table: Table, { line, cells }: TableRow, columns: Columns, faults: Faults): boolean {
  const at = cells.findIndex(({ text }) => words.has(folded(text.replace(/[:=：]\s*$/u, ''))));
  const id = columns.get('id') ?? 0;
  // Beside an id it is what a column says of a place.
  if (at < 0 || (at !== id && (cells[id]?.text ?? '') !== '')) return false;
  const isPlace = ofPlaces.some((field) => {
    const index = columns.get(field);
    const { text, kind } = (index === undefined || index === at ? undefined : cells[index]) ?? emptyCell;
    // What is added up is a count, or comes of a formula.
    return text !== '' && kind !== 'formula' && !/^\d{1,6}(?:[.,]\d+)?$/.test(text);
  });
  if (isPlace) return false;
  faults.add(
    problem(
      'PLACE_ID_INVALID',
      `The row seems to add up those above it (${cells[at]!.text}), and would be printed as a place.`,
      placeOf(table, line, at),
      'Take it out of the sheet. If a place is called so, give it an id of its own.',
    ),
  );
  return true;
}
