import { PressError, type Problem, problem } from '../../diagnostics/index.ts';
import { mostColumns } from '../../sheet/index.ts';
import { type Divider, dividedOtherwise } from './divided-otherwise.ts';
import type { Cell, TableRow } from './table.ts';

/** Characters of a row: more than places have. */
const longestRow = 100_000;
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
): Promise<{ readonly rows: TableRow[]; readonly otherwise: Problem | undefined }> {
  const { parse } = await import('csv-parse/sync');
  const named = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i.exec(text);
  // One kind of line ends: those within quotes would be counted twice.
  const body = (named === null ? text : text.slice(named[0].length)).replace(/\r\n?/g, '\n');
  const before = named === null ? 0 : 1;
  const delimiter = separator ?? named?.[1] ?? dividedBy(body);
  const by: Divider['by'] = separator !== undefined ? 'campaign' : named !== null ? 'line' : 'nobody';
  const otherwise = dividedOtherwise(body, file, before, { sign: delimiter, by });
  const place = (line: number) => ({ file, line });
  try {
    const records = parse(unkept(body, delimiter), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      max_record_size: longestRow,
      info: true,
      to: most + 1,
    }) as unknown as { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    const rows = records.map(({ record, info }) => {
      const line = before + info.lines - record.reduce((sum, value) => sum + breaksIn(value), 0);
      const cells = record.map(cellOf);
      if (isHeldInVain(cells)) throw heldInVain(file, line);
      const last = cells.findLastIndex(({ text }) => text !== '');
      if (last >= mostColumns) throw tooWide(file, line, last + 1);
      return { line, cells: cells.slice(0, mostColumns) };
    });
    return { rows, otherwise };
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === undefined || !/^CSV_|^INVALID_OPENING/.test(code)) throw error;
    // A cell in quotes has the quotes in its middle, where another sign divides it.
    if (otherwise !== undefined) throw new PressError([otherwise]);
    const line = code === 'CSV_QUOTE_NOT_CLOSED' ? openQuote(body, delimiter) : (lines ?? 1);
    const [what, hint] = faults[code] ?? [
      'The table does not parse',
      'Open it in a spreadsheet and save it as CSV again.',
    ];
    throw new PressError([problem('SHEET_INVALID', `${what}.`, place(before + line), hint)]);
  }
}

/** Whether quotes of a text program seem to hold a cell together, which nothing but straight ones does. */
function isHeldInVain(cells: readonly Cell[]): boolean {
  const open = cells.findIndex(({ text }) => /^[“„«](?!.*[”“»])/su.test(text));
  return open >= 0 && cells.slice(open + 1).some(({ text }) => /^[^“„«]*[”“»]$/su.test(text));
}

function heldInVain(file: string, line: number): PressError {
  return new PressError([
    problem(
      'SHEET_INVALID',
      'A cell is put in typographic quotes (“ ”), and divided all the same.',
      { file, line },
      'Put it in straight ones: "North Clinic, East Wing".',
    ),
  ]);
}

/** What is not read is not left out unseen: it may be the helpline. */
function tooWide(file: string, line: number, column: number): PressError {
  return new PressError([
    problem(
      'SHEET_INVALID',
      `The row has ${column} columns; ${mostColumns} are read.`,
      { file, line, column },
      'Take out the columns that the campaign does not need.',
    ),
  ]);
}

const faults: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'A quote opens and never closes: all rows after it would be one cell',
    'Close the quote, or double it where it is meant: "".',
  ],
  CSV_INVALID_CLOSING_QUOTE: [
    'A quote closes in the middle of a cell: rows before it may be one cell',
    'Close the quote that opens before, or double it where it is meant: "".',
  ],
  INVALID_OPENING_QUOTE: [
    'A quote stands in the middle of a cell that has none around it',
    'Put the whole cell in quotes, and double those within: "the ""old"" mill".',
  ],
  CSV_MAX_RECORD_SIZE: [
    `A row has more than ${longestRow} characters`,
    'Is a quote open? Each row of the table is one place.',
  ],
};

const breaksIn = (value: string) => value.split('\n').length - 1;

/** The line in which the quote opens that never closes. */
function openQuote(text: string, delimiter: string): number {
  let [line, opened] = [1, 0];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '\n') line++;
    if (sign !== '"') continue;
    const before = text[i - 1] ?? '\n';
    if (opened > 0) opened = 0;
    else if (before === '\n' || before === delimiter || before === '"') opened = line;
  }
  return opened === 0 ? line : opened;
}

/** `="0800111"` is how a text that looks like a number is kept in a CSV file: the text alone. */
function unkept(text: string, delimiter: string): string {
  const sign = delimiter.replace(/[^\w\s]/g, '\\$&');
  return text.replace(new RegExp(`(^|${sign}|\n)="([^"\n]*)"(?=${sign}|\n|$)`, 'g'), '$1"$2"');
}

const cellOf = (value: string): Cell => ({ text: value.trim(), kind: 'text' });

/** The sign that divides the first line most often, outside of quotes. */
function dividedBy(text: string): Separator {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.trimStart())?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => bare.split(sign).length - 1;
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
