import { PressError } from '../diagnostics/index.ts';
import { brief, fault, invalid, keyFinder, markedBy, type Returned } from './returned.ts';
import type { Exchange } from './unit.ts';

export const columns = ['key', 'source', 'target', 'state', 'note'] as const;
/** Key of the row that names the languages. */
export const languagesKey = 'file:languages';
/** What spreadsheets take for a formula. An apostrophe before it makes it text. */
const formula = /^'*[=+\-@\t\r]/;
/** What a spreadsheet writes for a formula that it could not work out, in any language: `#NAME?`, `#¡REF!`. */
const formulaError = /^#(?:\S{1,20}[?!]|N\/A)$/;
/** A first line that names the separator; spreadsheets take it away when they open the file, other tools do not. */
const separatorLine = /^"?sep=([,;\t])"?[\r\n]+/i;

/** A text as a cell that no spreadsheet takes for a formula. */
export const cell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The texts as CSV in UTF-8 with its mark, so that spreadsheets read it right; no cell is a formula. */
export async function writeCsv(exchange: Exchange): Promise<string> {
  const { default: papa } = await import('papaparse');
  const rows = [
    [...columns],
    [languagesKey, exchange.sourceLanguage, exchange.targetLanguage, '', 'Leave this row as it is.'],
    ...exchange.units.map(({ key, source, target, state, note }) => [key, source, target, state, note]),
  ];
  return `\uFEFF${papa.unparse(rows.map((row) => row.map(cell)))}\r\n`;
}

/** @throws PressError TRANSLATION_FILE_INVALID: all that is found */
export async function readCsv(text: string, file: string): Promise<Returned> {
  const { default: papa } = await import('papaparse');
  const table = text.replace(/^\uFEFF/, '');
  const separator = separatorLine.exec(table);
  const { data, errors } = papa.parse<string[]>(table.slice(separator?.[0].length ?? 0), {
    // Empty: to be guessed.
    delimiter: separator?.[1] ?? '',
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  });
  const unclosed = errors.find(({ type }) => type === 'Quotes');
  if (unclosed !== undefined)
    throw invalid(
      file,
      `Row ${(unclosed.row ?? 0) + 1} does not parse: ${unclosed.message}.`,
      'Save the file as CSV by a spreadsheet.',
    );
  const cells = data.map((row) =>
    row.map((cell) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)),
  );
  return returnedTable(cells, file, text);
}

/**
 * What a table says whose first row names its columns.
 * @param text for the places of problems
 * @throws PressError TRANSLATION_FILE_INVALID: all that is found
 */
export function returnedTable(
  [head = [], ...rows]: readonly (readonly string[])[],
  file: string,
  text: string,
): Returned {
  const names = head.map((name) => name.trim().toLowerCase());
  const missing = (['key', 'source', 'target'] as const).filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw invalid(
      file,
      `The first row has no column "${missing.join('", "')}".`,
      `The first row is ${columns.join(',')}.`,
      1,
    );
  const doubled = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (doubled.length > 0)
    throw invalid(
      file,
      `The first row has the column "${doubled.join('", "')}" twice.`,
      'Keep the one that is right.',
      1,
    );
  const cellOf = (row: readonly string[], name: (typeof columns)[number]) => row[names.indexOf(name)] ?? '';
  const languages = rows.find((row) => cellOf(row, 'key') === languagesKey);
  const entries = rows
    .filter((row) => row !== languages)
    .map((row) => ({
      key: cellOf(row, 'key').trim(),
      source: cellOf(row, 'source').replaceAll('\r\n', '\n'),
      target: cellOf(row, 'target').replaceAll('\r\n', '\n'),
      marked: markedBy(cellOf(row, 'state')),
    }));
  const failed = entries.filter(({ target }) => formulaError.test(target.trim()));
  if (failed.length > 0) {
    const lineOf = keyFinder(text);
    const problems = failed.map(({ key, target }) =>
      fault(
        file,
        `"${brief(key)}" is ${target.trim()}: a spreadsheet took it for a formula.`,
        "Write the translation again, with an apostrophe (') before it.",
        lineOf(key),
      ),
    );
    throw new PressError(problems);
  }
  return {
    file,
    language: languages === undefined ? undefined : cellOf(languages, 'target'),
    entries,
    text,
  };
}
