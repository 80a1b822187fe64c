import { nearest, problem, suggest } from '../../diagnostics/index.ts';
import type { Faults } from '../plan/faults.ts';
import { type ColumnName, columnFields } from '../schema/column-names.ts';
import { otherSign } from './divided-otherwise.ts';
import { letterOf, placeOf, type Table } from './table.ts';

/** Index of the column of each field that the table has, from 0. */
export type Columns = ReadonlyMap<ColumnName, number>;

/** A text as it is looked for: letters composed, without case (Unicode 3.13, UAX #15), and without signs that nobody sees. */
export const folded = (name: string): string =>
  name
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Names by which JavaScript finds what no column is. */
const reserved: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * The columns that a campaign names, or that have the names of the fields; what is wrong with the first row is told.
 * @param asked names of columns that filters ask for
 */
export function columnsOf(
  table: Table,
  named: Readonly<Partial<Record<ColumnName, string | undefined>>>,
  asked: readonly string[],
  faults: Faults,
): Columns {
  checkHeader(table, faults);
  const { header } = table;
  const names = header.cells.map(({ text }) => text).filter((text) => text !== '');
  const find = (name: string) => header.cells.findIndex(({ text }) => folded(text) === folded(name));
  const columns = new Map<ColumnName, number>();
  const missing: string[] = [];
  for (const field of columnFields) {
    const wanted = named[field] ?? field;
    const index = find(wanted);
    if (index >= 0) columns.set(field, index);
    else if (named[field] !== undefined || field === 'id') missing.push(wanted);
  }
  tellMissing(table, names, missing, faults);
  tellNear(table, columns, faults);
  // Of the rows below names that stand in two rows nothing can be said.
  if (hasNamesInTwoRows(table, faults)) return new Map();
  tellMerged(table, [...columns.values(), ...indicesOf(table, asked)], faults);
  return columns;
}

/** Columns that there are not. Where the first row is no row of names that is told once, and not of each. */
function tellMissing(
  table: Table,
  names: readonly string[],
  missing: readonly string[],
  faults: Faults,
): void {
  const [first] = missing;
  if (first === undefined) return;
  const at = { file: table.file, line: table.header.line };
  const above = table.rows.find(({ cells }) => cells.some(({ text }) => folded(text) === folded(first)));
  const rest = missing.length === 1 ? '' : `, nor ${missing.length - 1} more that the campaign names`;
  if (above !== undefined || names.length === 1) {
    const otherwise = above === undefined ? table.otherwise : undefined;
    faults.add(
      otherwise ??
        problem(
          'SHEET_COLUMN',
          `There is no column "${first}"${rest}${names.length === 1 ? '; all of the first row is one cell' : ''}.`,
          at,
          above === undefined
            ? oneCell(table)
            : `Is it row ${above.line} that names the columns? Take out what stands above it.`,
        ),
    );
    return;
  }
  for (const wanted of missing)
    faults.add(
      problem(
        'SHEET_COLUMN',
        `There is no column "${wanted}".`,
        at,
        `${suggest(wanted, names)} columns: under places says which column is which.${otherSheets(table)}`,
      ),
    );
}

/** Where columns of these names are, as far as there are such. */
export const indicesOf = ({ header }: Pick<Table, 'header'>, names: readonly string[]): readonly number[] => {
  const wanted = new Set(names.map(folded));
  return header.cells.flatMap(({ text }, i) => (text !== '' && wanted.has(folded(text)) ? [i] : []));
};

const oneCell = ({ isDivided, others, header }: Table): string => {
  const sign = otherSign(header.cells.find(({ text }) => text !== '')?.text ?? '');
  return isDivided
    ? 'Is it divided by another sign? A comma, a semicolon or a tab divides (separator: under places): save it anew as CSV UTF-8.'
    : sign !== undefined
      ? 'Whole lines stand in one cell each: divide them in the spreadsheet (Excel: Data, Text to Columns), or give the CSV file itself.'
      : `The first row that is filled names the columns: take out what stands above it.${others.length === 0 ? '' : ` Or are they in another sheet? sheet: "${others[0]}".`}`;
};

const otherSheets = ({ others }: Table): string =>
  others.length === 0 ? '' : ` Or is it another sheet that has them? sheet: "${others[0]}".`;

/** Of cells that are shown as one, all but the first are empty: what seems to be of several places is of one. */
function tellMerged(table: Table, read: readonly number[], faults: Faults): void {
  const first = table.rows[0]!.line;
  for (const { line, column, lastLine, lastColumn } of table.merged) {
    const index = read.find((each) => each + 1 >= column && each < lastColumn);
    if (index === undefined || lastLine < first) continue;
    faults.add(
      problem(
        'SHEET_INVALID',
        'Several cells are merged into one: all but the first of them are empty.',
        placeOf(table, Math.max(line, first), index),
        'Take the merging back, and write into each row what is meant for its place.',
      ),
    );
  }
}

/**
 * Whether a name stands over several columns, as one cell, and those below it are filled: their own names are in the next row,
 * which would be a place. That is told once, for all rows.
 */
function hasNamesInTwoRows({ file, header, rows, merged }: Table, faults: Faults): boolean {
  const over = merged.find(
    ({ line, lastLine, column, lastColumn }) =>
      line <= header.line &&
      header.line <= lastLine &&
      rows.some(({ cells }) => cells.slice(column, lastColumn).some(({ text }) => text !== '')),
  );
  if (over === undefined) return false;
  const { column, lastColumn } = over;
  const name = header.cells[column - 1]?.text ?? '';
  faults.add(
    problem(
      'SHEET_RAGGED',
      `The name "${name}" stands over the columns ${letterOf(column - 1)} to ${letterOf(lastColumn - 1)}, as one cell: what is in each of them nobody knows.`,
      placeOf({ file, header }, header.line, column - 1),
      'Each column has a name of its own, all of them in one row: take the merging back, and take out the other row.',
    ),
  );
  return true;
}

/** A column that is nearly named as a field would be left out unseen: a helpline, say. */
function tellNear(table: Table, columns: Columns, faults: Faults): void {
  const used = new Set(columns.values());
  const open = columnFields.filter((field) => !columns.has(field));
  for (const [i, { text }] of table.header.cells.entries()) {
    const near = used.has(i) || text === '' ? undefined : nearest(folded(text), open);
    if (near === undefined) continue;
    // It has the field's own name, and the campaign says that another one is it.
    const isIt = folded(text) === near;
    faults.add(
      problem(
        'SHEET_COLUMN',
        isIt
          ? `The column "${text}" is not read: columns says that another one is "${near}", which there is not.`
          : `The column "${text}" is nearly "${near}", and would not be read.`,
        placeOf(table, table.header.line, i),
        isIt
          ? `Take ${near} out of columns, or say ${near}: "${text}" there.`
          : `Name it "${near}", or say columns: { ${near}: "${text}" }; if it is something else, call it otherwise.`,
      ),
    );
  }
}

function checkHeader(table: Table, faults: Faults): void {
  const first = new Map<string, number>();
  for (const [i, { text, kind }] of table.header.cells.entries()) {
    const at = placeOf(table, table.header.line, i);
    if (kind === 'formula' || kind === 'error')
      faults.add(
        problem(
          'SHEET_COLUMN',
          `The name of column ${letterOf(i)} is no text, but ${kind === 'error' ? 'an error' : 'a formula'}.`,
          at,
          'Write the name as text.',
        ),
      );
    if (text === '') continue;
    const name = folded(text);
    if (reserved.includes(name))
      faults.add(problem('SHEET_COLUMN', `A column cannot be named "${text}".`, at, 'Give it another name.'));
    const before = first.get(name);
    if (before === undefined) first.set(name, i);
    else
      faults.add(
        problem(
          'SHEET_COLUMN',
          `The columns ${letterOf(before)} and ${letterOf(i)} are both named "${text}".`,
          at,
          'Nobody knows which of them is meant: name each once.',
        ),
      );
  }
}
