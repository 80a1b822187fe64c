import { join } from 'node:path';
import { PressError, problem } from '../../diagnostics/index.ts';
import { decodeText, isMacRoman, readBytes } from '../../files/index.ts';
import { readSheetApart, type SheetAnswer } from '../../sheet/index.ts';
import { bounds, type CampaignData } from '../schema/schema.ts';
import { parseCsv } from './csv.ts';
import type { Table } from './table.ts';

type Said = NonNullable<CampaignData['places']>;

/**
 * The table of places of a campaign, as it stands in its file: a workbook where the file is one, whatever it is called.
 * @throws PressError SHEET_INVALID, SHEET_EMPTY, SHEET_TOO_LARGE, FILE_*, PATH_OUTSIDE
 */
export async function readTable(folder: string, said: Said): Promise<Table> {
  const file = join(folder, said.file);
  const bytes = readBytes(folder, said.file, bounds.spreadsheet);
  const isDivided = !isPacked(bytes);
  const { rows, merged, sheet, others, hiddenColumns, otherwise } = isDivided
    ? { ...(await ofText(bytes, file, said)), merged: [], sheet: '', others: [], hiddenColumns: [] }
    : { ...(await ofWorkbook(bytes, file, said)), otherwise: undefined };
  const filled = rows.filter(({ cells }) => cells.some(({ text, kind }) => text !== '' || kind !== 'text'));
  const [header, ...places] = filled;
  if (header === undefined || places.length === 0)
    throw new PressError([
      problem(
        'SHEET_EMPTY',
        `There is no place in ${sheet === '' ? '' : `the sheet "${sheet}" of `}${file}.`,
        { file },
        others.length === 0
          ? 'Its first row names the columns; each row below it is a place.'
          : `Say under places which sheet they are in: sheet: "${others[0]}".`,
      ),
    ]);
  if (places.length > bounds.places) throw tooLarge(file);
  const last = header.cells.findLastIndex(({ text }) => text !== '');
  const named = { ...header, cells: header.cells.slice(0, last + 1) };
  return { file, isDivided, otherwise, header: named, rows: places, merged, others, hiddenColumns };
}

/** How zip files begin (a workbook is one), and how old workbooks and those with a password do. */
function isPacked(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
  );
}

function tooLarge(file: string): PressError {
  return new PressError([
    problem(
      'SHEET_TOO_LARGE',
      `${file} has more than ${bounds.places} places.`,
      { file },
      'Divide it into several campaigns.',
    ),
  ]);
}

async function ofWorkbook(
  bytes: Buffer,
  file: string,
  said: Said,
): Promise<Extract<SheetAnswer, { readonly rows: unknown }>> {
  const answer = await readSheetApart({ bytes, sheet: said.sheet, most: bounds.places + 1 });
  if ('rows' in answer) return answer;
  if (answer.isTooLarge === true) throw tooLarge(file);
  throw new PressError([
    problem(
      'SHEET_INVALID',
      `${answer.fault}.`,
      { file },
      'Open it in a spreadsheet, and save it as an Excel workbook (.xlsx) without a password, or as CSV UTF-8.',
    ),
  ]);
}

async function ofText(bytes: Buffer, file: string, said: Said): Promise<Pick<Table, 'rows' | 'otherwise'>> {
  const text = textOf(bytes, file, said);
  // Many programs give a page out as a workbook, under the name of one.
  if (/^\s*<(?:[!?a-z])/i.test(text))
    throw new PressError([
      problem(
        'SHEET_INVALID',
        'The file is a page of a browser (HTML) or XML, whatever its name says, and no table.',
        { file },
        'Open it in a spreadsheet, and save it as an Excel workbook (.xlsx), or as CSV UTF-8.',
      ),
    ]);
  const separator = said.separator === 'auto' ? undefined : said.separator === 'tab' ? '\t' : said.separator;
  return parseCsv(text, file, separator, bounds.places + 1);
}

function textOf(bytes: Buffer, file: string, { encoding }: Said): string {
  if (encoding === 'utf-8' || bytes.includes(0)) return decodeText(bytes, file);
  if (bytes.some((byte) => byte >= 0x80) && isUtf8(bytes))
    throw new PressError([
      problem(
        'FILE_ENCODING',
        'The campaign says that this file is Windows-1252, and it is UTF-8.',
        { file },
        'Take encoding: out.',
      ),
    ]);
  if (isMacRoman(bytes))
    throw new PressError([
      problem(
        'FILE_ENCODING',
        'The campaign says that this file is Windows-1252, and it looks like Mac OS Roman.',
        { file },
        'Save it anew as UTF-8, and take encoding: out; in Excel: Save as, “CSV UTF-8 (comma delimited)”.',
      ),
    ]);
  return windows1252(bytes);
}

/** What Windows-1252 has in place of the controls of ISO 8859-1, from 0x80 on; five are nothing. */
const punctuation = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node 20 decodes it as ISO 8859-1. */
function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (sign) => punctuation[sign.charCodeAt(0) - 0x80]!);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
