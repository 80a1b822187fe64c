import type { CellValue, Sheet, Cell as SheetCell } from 'hucre';
import type { Cell, TableRow } from './cell.ts';
import { CellFaults } from './cell-fault.ts';
import { SheetList } from './sheet-list.ts';
import { showsOtherwise } from './shown-digits.ts';
import { zipBounds, zipFault } from './zip.ts';

/** Columns that a row may fill. */
export const mostColumns = 200;
/** From here on a number does not hold all of its digits (IEEE 754, 15 are sure). */
const largestSure = 1e15;

export interface SheetRequest {
  readonly bytes: Uint8Array;
  /** Name of the sheet; undefined: the first that is not hidden. */
  readonly sheet: string | undefined;
  /** Rows that may be filled, the first among them. */
  readonly most: number;
  /** Keep spaces at the ends of cells; else they are trimmed. */
  readonly isWhole?: boolean;
}

/** Cells that a sheet shows as one, which has what stands in the first of them. Rows and columns from 1. */
export interface MergedCells {
  readonly line: number;
  readonly column: number;
  readonly lastLine: number;
  readonly lastColumn: number;
}

export type SheetAnswer =
  | {
      readonly rows: readonly TableRow[];
      readonly merged: readonly MergedCells[];
      /** Name of the sheet, and of those beside it that are not hidden. */
      readonly sheet: string;
      readonly others: readonly string[];
      /** Columns that are not shown, from 0. */
      readonly hiddenColumns: readonly number[];
    }
  | { readonly fault: string; readonly isTooLarge?: boolean };

/** The rows of a sheet of a workbook. Numbers have all digits, however the sheet shows them. What is wrong is said. */
export async function readSheet({
  bytes,
  sheet: name,
  most,
  isWhole = false,
}: SheetRequest): Promise<SheetAnswer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cells = new CellFaults();
  const list = new SheetList();
  const onPart = (part: Buffer, at: string) => {
    cells.take(part, at);
    list.take(part, at);
  };
  const fault = zipFault(buffer, zipBounds, onPart) ?? cells.first();
  if (fault !== undefined) return { fault };
  const { parseCellRef, readXlsx } = await import('hucre/xlsx');
  const names: string[] = [];
  const shown: string[] = [];
  let [chosen, part]: (string | undefined)[] = [];
  const { sheets } = await readXlsx(buffer, {
    // What is crossed out is said by the styles alone.
    readStyles: true,
    sheets: (info, index) => {
      if (list.isNoTable(index)) return false;
      names.push(info.name);
      const isHidden = info.hidden === true || info.veryHidden === true;
      if (!isHidden) shown.push(info.name);
      const isWanted = chosen === undefined && (name === undefined ? !isHidden : info.name === name);
      if (isWanted) [chosen, part] = [info.name, list.partOf(index)];
      return isWanted;
    },
  });
  const [sheet] = sheets;
  if (sheet === undefined)
    return {
      fault:
        name === undefined
          ? 'The workbook has no sheet that is not hidden'
          : `The workbook has no sheet "${name}", but ${names.map((each) => `"${each}"`).join(', ')}`,
    };
  const odds = cells.of(part);
  if (odds === undefined) return { fault: `Where the workbook has the sheet "${sheet.name}" is not plain` };
  const spilled = spilledIn(sheet, odds.filled, parseCellRef);
  const rows = sheet.rows.flatMap((values, row): TableRow[] => {
    const cells = values
      .slice(0, mostColumns)
      .map((found, column): Cell => {
        const key = `${row},${column}`;
        const said = sheet.cells?.get(key);
        const value = odds.blank.has(key) ? null : found;
        const cell: Cell = {
          ...cellOf(value, said),
          ...(isStruck(said) ? { isStruck: true } : {}),
          ...(isShownOtherwise(value, said) ? { isShownOtherwise: true } : {}),
          ...(said?.hyperlink?.target ? { link: said.hyperlink.target } : {}),
          ...(said?.comment?.text ? { note: said.comment.text } : {}),
        };
        return spilled.has(key) || odds.formulas.has(key) ? { ...cell, kind: 'formula' } : cell;
      })
      .map((cell) => (isWhole ? cell : { ...cell, text: cell.text.trim() }));
    if (cells.every(({ text, kind }) => text === '' && kind === 'text')) return [];
    const { hidden, height } = sheet.rowDefs?.get(row) ?? {};
    return [{ line: row + 1, cells, ...(hidden === true || height === 0 ? { isHidden: true } : {}) }];
  });
  if (rows.length > most) return { fault: '', isTooLarge: true };
  const wide = sheet.rows.findIndex((values) => lastOf(values) >= mostColumns);
  if (wide >= 0)
    return {
      fault: `Row ${wide + 1} of the sheet has ${lastOf(sheet.rows[wide]!) + 1} columns; ${mostColumns} are read`,
    };
  const merged = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    line: startRow + 1,
    column: startCol + 1,
    lastLine: endRow + 1,
    lastColumn: endCol + 1,
  }));
  const others = shown.filter((each) => each !== sheet.name);
  const hiddenColumns = (sheet.columns ?? []).flatMap(({ hidden }, i) => (hidden === true ? [i] : []));
  return { rows, merged, sheet: sheet.name, others, hiddenColumns };
}

/** Cells that are filled by a formula of another one, which alone says so: `row,column`, from 0. @param filled by tables of what-ifs */
function spilledIn(
  { cells, rows }: Sheet,
  filled: readonly string[],
  at: (ref: string) => { readonly row: number; readonly col: number },
): ReadonlySet<string> {
  const spilled = new Set<string>();
  const arrays = [...(cells?.values() ?? [])].flatMap(({ formulaType, formulaRef = '' }) =>
    formulaType === 'array' ? [formulaRef] : [],
  );
  for (const range of [...arrays, ...filled]) {
    const [first, last = first] = range.split(':').map(at);
    if (first === undefined || last === undefined) continue;
    for (let row = first.row; row <= Math.min(last.row, rows.length - 1); row++)
      for (let column = first.col; column <= Math.min(last.col, mostColumns); column++)
        spilled.add(`${row},${column}`);
  }
  return spilled;
}

/** Index of the last cell that is filled; -1: none. */
const lastOf = (values: readonly CellValue[]): number =>
  values.findLastIndex((value) => value !== null && value !== undefined && value !== '');

function isStruck(cell: SheetCell | undefined): boolean {
  const fonts = [cell?.style?.font, ...(cell?.richText ?? []).map(({ font }) => font)];
  return fonts.some((font) => font?.strikethrough === true);
}

function isShownOtherwise(value: CellValue, cell: SheetCell | undefined): boolean {
  const format = cell?.style?.numFmt;
  if (format === undefined || (typeof value !== 'number' && typeof value !== 'string')) return false;
  return showsOtherwise(format, value);
}

function cellOf(value: CellValue, cell: SheetCell | undefined): Cell {
  const text = textOf(value);
  // Of formulas that were filled down only the first one has its words.
  if (cell?.type === 'formula' || cell?.formula !== undefined) return { text, kind: 'formula' };
  if (cell?.type === 'error') return { text, kind: 'error' };
  if (value instanceof Date) return { text, kind: 'date' };
  if (typeof value === 'number') return { text, kind: 'number' };
  return { text, kind: typeof value === 'boolean' ? 'truth' : 'text' };
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) >= largestSure ? value.toExponential() : String(value);
  return String(value);
}
