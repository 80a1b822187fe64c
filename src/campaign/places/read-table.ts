import { extname, join } from 'node:path';
import { PressError, problem } from '../../diagnostics/index.ts';
import { decodeText, readBytes } from '../../files/index.ts';
import { bounds, type CampaignData } from '../schema.ts';
import { parseCsv } from './csv.ts';
import type { Table, TableRow } from './table.ts';

/**
 * The table of places of a campaign, as it stands in its file.
 * @throws PressError SHEET_INVALID, SHEET_EMPTY, SHEET_TOO_LARGE, FILE_*, PATH_OUTSIDE
 */
export async function readTable(folder: string, said: NonNullable<CampaignData['places']>): Promise<Table> {
  const file = join(folder, said.file);
  const bytes = readBytes(folder, said.file, bounds.spreadsheet);
  const rows = await rowsOf(bytes, file, said);
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const [header, ...places] = filled;
  if (header === undefined || places.length === 0)
    throw new PressError([
      problem(
        'SHEET_EMPTY',
        `There is no place in ${file}.`,
        { file },
        'Its first row names the columns; each row below it is a place.',
      ),
    ]);
  if (places.length > bounds.places)
    throw new PressError([
      problem(
        'SHEET_TOO_LARGE',
        `${file} has more than ${bounds.places} places.`,
        { file },
        'Divide it into several campaigns.',
      ),
    ]);
  return { file, header, rows: places };
}

async function rowsOf(
  bytes: Buffer,
  file: string,
  said: NonNullable<CampaignData['places']>,
): Promise<readonly TableRow[]> {
  if (extname(file).toLowerCase() === '.xlsx')
    throw new PressError([problem('SHEET_INVALID', 'Workbooks are not read yet.', { file })]);
  const separator = said.separator === 'auto' ? undefined : said.separator === 'tab' ? '\t' : said.separator;
  const text =
    said.encoding === 'windows-1252'
      ? new TextDecoder('windows-1252').decode(bytes)
      : decodeText(bytes, file);
  return parseCsv(text, file, separator, bounds.places + 1);
}
