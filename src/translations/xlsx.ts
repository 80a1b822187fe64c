import { PressError } from '../diagnostics/index.ts';
import { readNamed } from '../files/index.ts';
import { readSheetApart } from '../sheet/index.ts';
import { columns, languagesKey, returnedTable } from './csv.ts';
import { fault, invalid, type Returned } from './returned.ts';
import type { Exchange } from './unit.ts';

/** Bytes of a workbook: texts of a guide take 20 kB. */
const largestFile = 5_000_000;
/** A guide has some hundred texts. */
const mostRows = 20_000;
/** Workbooks say when they were made; ours are the same whenever that is. */
const day = new Date('2026-01-01T00:00:00Z');

/** Widths in characters, in the order of {@link columns}. */
const widths = [28, 60, 60, 12, 50] as const;

/** The texts as a workbook, for bilingual review in a spreadsheet: every cell is a text. */
export async function writeXlsx(exchange: Exchange): Promise<Uint8Array> {
  const { writeXlsx: write } = await import('hucre/xlsx');
  const rows = [
    [...columns],
    [languagesKey, exchange.sourceLanguage, exchange.targetLanguage, '', 'Leave this row as it is.'],
    ...exchange.units.map(({ key, source, target, state, note }) => [key, source, target, state, note]),
  ];
  const style = { alignment: { wrapText: true, vertical: 'top' } } as const;
  return write({
    sheets: [
      {
        name: `${exchange.guide} ${exchange.targetLanguage}`.slice(0, 31),
        columns: widths.map((width) => ({ width, style })),
        rows: rows.map((row) => row.map((text) => (text === '' ? null : text))),
        freezePane: { rows: 1 },
      },
    ],
    properties: { created: day, modified: day },
  });
}

/**
 * A workbook that came back, whoever made it: its zip is held to bounds, and it is read in a thread with limits.
 * @throws PressError TRANSLATION_FILE_INVALID, and what the reader throws
 */
export async function readXlsx(file: string): Promise<Returned> {
  const answer = await readSheetApart(
    { bytes: readNamed(file, largestFile), sheet: undefined, most: mostRows, isWhole: true },
    { seconds: 60, megabytes: 500 },
  );
  if (!('rows' in answer))
    throw invalid(
      file,
      answer.isTooLarge === true ? `The sheet has more than ${mostRows} rows.` : `${answer.fault}.`,
      'Save it as an Excel workbook (.xlsx) without a password, or as CSV UTF-8.',
    );
  const wrong = answer.rows.flatMap(({ line, cells }) =>
    cells.flatMap(({ kind, text }) =>
      kind === 'formula' || kind === 'error' || kind === 'date'
        ? [
            fault(
              file,
              `A cell of row ${line} is a ${kind === 'error' ? 'formula that failed' : kind}, and no text: ${text.slice(0, 60)}`,
              "Write it again, with an apostrophe (') before it.",
              line,
            ),
          ]
        : [],
    ),
  );
  if (wrong.length > 0) throw new PressError(wrong);
  const table = answer.rows.map(({ cells }) => cells.map(({ text }) => text.replace(/\r\n?/g, '\n')));
  // Keys by row, for the places of problems.
  const lines: string[] = [];
  const keys = (table[0] ?? []).findIndex((name) => name.trim().toLowerCase() === 'key');
  for (const [i, { line }] of answer.rows.entries()) lines[line - 1] = table[i]![keys] ?? '';
  return returnedTable(table, file, Array.from(lines, (line) => line ?? '').join('\n'));
}
