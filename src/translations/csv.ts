import { invalid, type Returned } from './returned.ts';
import type { Exchange } from './unit.ts';

const columns = ['key', 'source', 'target', 'state', 'note'] as const;
/** Key of the row that names the languages. */
const languagesKey = 'file:languages';
/** What spreadsheets take for a formula. An apostrophe before it makes it text. */
const formula = /^'*[=+\-@\t\r]/;

/** The texts as CSV in UTF-8 with its mark, so that spreadsheets read it right; no cell is a formula. */
export async function writeCsv(exchange: Exchange): Promise<string> {
  const { default: papa } = await import('papaparse');
  const rows = [
    [...columns],
    [languagesKey, exchange.sourceLanguage, exchange.targetLanguage, '', 'Leave this row as it is.'],
    ...exchange.units.map(({ key, source, target, state, note }) => [key, source, target, state, note]),
  ];
  const cells = rows.map((row) => row.map((cell) => (formula.test(cell) ? `'${cell}` : cell)));
  return `\uFEFF${papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** @throws PressError TRANSLATION_FILE_INVALID */
export async function readCsv(text: string, file: string): Promise<Returned> {
  const { default: papa } = await import('papaparse');
  const { data, errors } = papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  });
  const fault = errors.find(({ type }) => type === 'Quotes');
  if (fault !== undefined)
    throw invalid(
      file,
      `Row ${(fault.row ?? 0) + 1} does not parse: ${fault.message}.`,
      'Save the file as CSV by a spreadsheet.',
    );
  const [head = [], ...rows] = data.map((row) =>
    row.map((cell) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)),
  );
  const names = head.map((name) => name.trim().toLowerCase());
  const missing = (['key', 'source', 'target'] as const).filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw invalid(
      file,
      `The first row has no column "${missing.join('", "')}".`,
      `The first row is ${columns.join(',')}.`,
      1,
    );
  const cell = (row: readonly string[], name: (typeof columns)[number]) => row[names.indexOf(name)] ?? '';
  const languages = rows.find((row) => cell(row, 'key') === languagesKey);
  const language = languages === undefined ? '' : cell(languages, 'target').trim();
  return {
    file,
    language: language === '' ? undefined : language,
    entries: rows
      .filter((row) => row !== languages)
      .map((row) => ({
        key: cell(row, 'key').trim(),
        source: cell(row, 'source').replaceAll('\r\n', '\n'),
        target: cell(row, 'target').replaceAll('\r\n', '\n'),
        marked: cell(row, 'state').trim().toLowerCase() === 'stale',
      })),
    text,
  };
}
