import { PressError, problem } from '../../diagnostics/index.ts';
import type { Cell, TableRow } from './table.ts';

/** Columns of a table, characters of a row: more than places have. */
const [mostColumns, longestRow] = [200, 100_000] as const;
const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

/**
 * The rows of a CSV file as Excel, LibreOffice and Google write it: the separator that its first line is divided by, or
 * that `sep=` names; CRLF, LF or CR; `="0800"` for a text.
 * @param most rows, the first among them
 * @throws PressError SHEET_INVALID for a quote that does not close
 */
export async function parseCsv(
  text: string,
  file: string,
  separator: Separator | undefined,
  most: number,
): Promise<TableRow[]> {
  const { parse } = await import('csv-parse/sync');
  const named = /^sep=(.)[ \t]*(?:\r\n|\n|\r)/.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const before = named === null ? 0 : 1;
  const delimiter = separator ?? named?.[1] ?? dividedBy(body);
  const place = (line: number) => ({ file, line });
  try {
    const records = parse(body, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: longestRow,
      info: true,
      to: most + 1,
    }) as unknown as { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({
      line: before + info.lines - record.reduce((sum, value) => sum + breaksIn(value), 0),
      cells: record.slice(0, mostColumns).map(cellOf),
    }));
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === undefined || !code.startsWith('CSV_')) throw error;
    const [what, hint] = faults[code] ?? [
      'The table does not parse',
      'Open it in a spreadsheet and save it as CSV again.',
    ];
    throw new PressError([problem('SHEET_INVALID', `${what}.`, place(before + (lines ?? 1)), hint)]);
  }
}

const faults: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'A quote opens and never closes: all rows after it would be one cell',
    'Close the quote, or double it where it is meant: "".',
  ],
  CSV_MAX_RECORD_SIZE: [
    `A row has more than ${longestRow} characters`,
    'Is a quote open? Each row of the table is one place.',
  ],
};

const breaksIn = (value: string) => value.match(/\r\n|\n|\r/g)?.length ?? 0;

/** `="0800111"` is how a text that looks like a number is kept in a CSV file. */
function cellOf(value: string): Cell {
  const kept = /^="([^"]*)"$/.exec(value.trim());
  return { text: (kept?.[1] ?? value).trim(), kind: 'text' };
}

/** The sign that divides the first line most often, outside of quotes. */
function dividedBy(text: string): Separator {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.trimStart())?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => bare.split(sign).length - 1;
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
