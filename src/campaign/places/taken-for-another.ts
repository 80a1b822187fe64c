import { numberWritten } from '../../content/index.ts';
import { warning } from '../../diagnostics/index.ts';
import { askedLocale } from '../../locale/index.ts';
import type { Faults } from '../plan/faults.ts';
import type { Columns } from './columns.ts';
import { valuesIn } from './row-reader.ts';
import { emptyCell, placeOf, type Table } from './table.ts';

/** Rows that are looked at. */
const looked = 200;

const textsOf = ({ rows }: Table, index: number): string[] =>
  rows.slice(0, looked).map(({ cells }) => (cells[index] ?? emptyCell).text);

/** Where no column is the helpline's, and one that is not read holds numbers: it may be the one that is meant. */
export function tellUnread(table: Table, columns: Columns, country: string, faults: Faults): void {
  if (columns.has('helpline')) return;
  const used = new Set(columns.values());
  for (const [i, { text: name }] of table.header.cells.entries()) {
    if (used.has(i) || name === '') continue;
    const texts = textsOf(table, i).filter((text) => text !== '');
    const numbers = texts.filter((text) => numberWritten(text, country, '') !== undefined);
    if (numbers.length * 2 > texts.length)
      faults.add(
        warning(
          'SHEET_COLUMN',
          `The column "${name}" holds numbers and is not read; all files bear the guide's own number.`,
          placeOf(table, table.header.line, i),
          `Are these the helplines? Say so under places: columns: { helpline: "${name}" }.`,
        ),
      );
  }
}

/** What people call a column that says the languages of each place. */
const languageNames =
  /^(?:lang(?:uages?|s)?|locale|idiomas?|lenguas?|langues?|sprachen?|l[ií]nguas?|lingue|talen?|taal|язык[иі]?|мов[аи]|diller|dil|ngôn ngữ|lugha|bahasa|wika|语言|語言|言語|언어|اللغات|اللغة|زبان|שפות|שפה|भाषा)\b/iu;

/** Where no column says the languages of each place, and one that is not read holds languages: all places would be made in all. */
export function tellUnreadLanguages(table: Table, columns: Columns, faults: Faults): void {
  if (columns.has('locales')) return;
  const used = new Set(columns.values());
  for (const [i, { text: name }] of table.header.cells.entries()) {
    if (used.has(i) || name === '') continue;
    const texts = textsOf(table, i).filter((text) => text !== '');
    const isLanguages = (text: string) =>
      valuesIn(text, isLanguage).every((value) => isLanguage(value)) &&
      // PA is a state, and HI a greeting.
      (languageNames.test(name) || valuesIn(text, isLanguage).some((value) => value.length > 3));
    if (texts.filter(isLanguages).length * 2 > texts.length)
      faults.add(
        warning(
          'SHEET_COLUMN',
          `The column "${name}" holds languages and is not read; each place is made in all of the campaign's.`,
          placeOf(table, table.header.line, i),
          `Are these the languages of each place? Say so under places: columns: { locales: "${name}" }.`,
        ),
      );
  }
}

const isLanguage = (value: string): boolean => askedLocale(value).tag !== undefined;

/** Rows and columns that the spreadsheet does not show are read all the same, and what stands in its other sheets is not. */
export function tellUnseen(table: Table, columns: Columns, sheet: string | undefined, faults: Faults): void {
  const { file, rows, others, header, hiddenColumns } = table;
  for (const index of new Set(columns.values()))
    if (hiddenColumns.includes(index))
      faults.add(
        warning(
          'SHEET_UNSEEN',
          `The column "${header.cells[index]!.text}" is hidden in the sheet, and is read.`,
          placeOf(table, header.line, index),
          'Show it, and look at what stands in it; or give it another name, and it is left alone.',
        ),
      );
  const hidden = rows.filter(({ isHidden }) => isHidden === true).map(({ line }) => line);
  const [line] = hidden;
  const listed = `${hidden.slice(0, 5).join(', ')}${hidden.length > 5 ? ' …' : ''}`;
  if (line !== undefined)
    faults.add(
      warning(
        'SHEET_UNSEEN',
        hidden.length === 1
          ? `Row ${line} is hidden in the sheet, by a filter or by hand, and is a place like the others.`
          : `${hidden.length} rows are hidden in the sheet, by a filter or by hand, and are places like the others: ${listed}.`,
        { file, line },
        'Delete what is not meant; or leave it out by except, which can ask for the value of a column.',
      ),
    );
  if (sheet === undefined && others.length > 0)
    faults.add(
      warning(
        'SHEET_UNSEEN',
        `Only the first sheet of the workbook is read, and there are others: ${others.slice(0, 5).join(', ')}.`,
        { file },
        'Say under places which one is meant (sheet: its name); places of several go into one, or into several campaigns.',
      ),
    );
}

/** Names that begin with the number of a house, above addresses without one: one column was taken for the other. */
export function tellSwapped(table: Table, columns: Columns, faults: Faults): void {
  const [name, address] = [columns.get('name'), columns.get('address')];
  if (name === undefined || address === undefined) return;
  const names = textsOf(table, name);
  const addresses = textsOf(table, address);
  const both = names.flatMap((each, i) => (each !== '' && addresses[i] !== '' ? [i] : []));
  const swapped = both.filter((i) => /^\d+[A-Za-z]?[ ,]/.test(names[i]!) && !/\d/.test(addresses[i]!));
  if (swapped.length * 2 > both.length)
    faults.add(
      warning(
        'SHEET_COLUMN',
        'The names begin with numbers of houses, and the addresses have none: is each the other?',
        placeOf(table, table.header.line, name),
        'Look at a page of the dry run, or exchange the two columns.',
      ),
    );
}
