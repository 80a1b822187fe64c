export type { Cell, CellKind, TableRow } from './cell.ts';
export { type MergedCells, mostColumns, type SheetAnswer, type SheetRequest } from './xlsx.ts';
export { readSheetApart } from './xlsx-thread.ts';
export { zipBounds, zipFault } from './zip.ts';
