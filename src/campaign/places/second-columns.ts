import { numberWritten } from '../../content/index.ts';
import { warning } from '../../diagnostics/index.ts';
import type { Faults } from '../plan/faults.ts';
import type { ColumnName } from '../schema/column-names.ts';
import { type Columns, folded } from './columns.ts';
import { emptyCell, placeOf, type Table } from './table.ts';

/** A name of a column without what counts it: `phone` of Phone 2, phone_2, (2) Phone and Phone II. */
const uncounted = (name: string): string =>
  folded(name)
    .replace(/[\p{N}\p{P}\p{S}\s]+/gu, ' ')
    .replace(/ i{2,3}$/, '')
    .trim();

/** What people call columns of numbers that are dialled. */
const phoneNames =
  /help ?line|hot ?line|phone|\bt[eé]l\b|t[eé]l[eéè]?[fp]|тел|τηλ|טלפון|هاتف|تلفن|تليفون|फ़ोन|फोन|电话|電話|전화|โทร|điện thoại|simu/iu;

/** Cells that are looked at. */
const looked = 200;

/** Fields of which a place has one, and of which people write two. */
const single = ['helpline', 'name', 'address', 'web', 'logo'] as const satisfies readonly ColumnName[];

/**
 * Of each place one number, name and address is printed. A column that counts on from one that is read (`helpline`,
 * `helpline 2`), or holds numbers beside it by its name, would be left out unseen.
 */
export function tellSecond(table: Table, columns: Columns, country: string, faults: Faults): void {
  const used = new Set(columns.values());
  const read = single.flatMap((field) => {
    const index = columns.get(field);
    return index === undefined ? [] : [{ field, name: table.header.cells[index]!.text }];
  });
  for (const [i, { text: name }] of table.header.cells.entries()) {
    const texts = table.rows.flatMap(({ cells }) => (cells[i] ?? emptyCell).text || []);
    if (used.has(i) || texts.length === 0) continue;
    const own = uncounted(name);
    const first =
      read.find((each) => own !== '' && [uncounted(each.name), each.field].includes(own)) ??
      read.find((each) => each.field === 'helpline' && isOfNumbers(name, each.name, texts, country));
    const helpline = read.find(({ field }) => field === 'helpline');
    if (first === undefined && helpline !== undefined && isOfExtensions(name, texts)) {
      faults.add(
        warning(
          'SHEET_COLUMN',
          `The column "${name}" is not read: numbers are printed without it, and who calls them reaches whoever answers first.`,
          placeOf(table, table.header.line, i),
          `Write an extension behind its number, in the column "${helpline.name}": 202-555-0101 ext. 42.`,
        ),
      );
      continue;
    }
    if (first === undefined) continue;
    faults.add(
      warning(
        'SHEET_COLUMN',
        `The column "${name}" is not read: a place has one ${first.field}, that of the column "${first.name}".`,
        placeOf(table, table.header.line, i),
        first.field === 'helpline'
          ? 'Where it is the right one, say so under places: columns. A place that hands out two has two rows, each with an id of its own; what is the same everywhere is a helpline of the guide.'
          : `Write what belongs together into one cell; where the column is something else, call it otherwise.`,
      ),
    );
  }
}

/** What people call columns of what is dialled behind a number, once somebody answers. */
const extensionNames =
  /^(?:phone |tel\.? )?(?:ext|extn|extension|extensi[oó]n|extens[aã]o|durchwahl|dw|nebenstelle|poste|ramal|interno|anexo|доб|добавочный|分机|分機|内線|내선)(?: ?(?:number|no|nr))?$/u;

const isOfExtensions = (name: string, texts: readonly string[]): boolean =>
  extensionNames.test(uncounted(name)) &&
  texts.slice(0, looked).some((text) => /^\D{0,6}\p{Nd}{1,7}$/u.test(text));

/** By its name, and by what stands in most of its cells. */
function isOfNumbers(name: string, first: string, texts: readonly string[], country: string): boolean {
  const isNamed = phoneNames.test(name) || ` ${uncounted(name)} `.includes(` ${uncounted(first)} `);
  const some = isNamed ? texts.slice(0, looked) : [];
  return some.filter((text) => numberWritten(text, country) !== undefined).length * 2 > some.length;
}
