/** What a cell is in its file: a CSV file has texts only, a workbook says. */
export type CellKind = 'text' | 'number' | 'date' | 'formula' | 'error' | 'truth';

export interface Cell {
  /** What stands in it, trimmed: digits whole, however the sheet shows them. */
  readonly text: string;
  readonly kind: CellKind;
  /** In a workbook: it is crossed out, or a part of it is. */
  readonly isStruck?: true;
  /** In a workbook: its format shows other digits than stand in it, or none. */
  readonly isShownOtherwise?: true;
  /** In a workbook: what opens when it is clicked. */
  readonly link?: string;
  /** In a workbook: what is written beside it, and shown when somebody points at it. */
  readonly note?: string;
}

export interface TableRow {
  /** 1-based: the line of a CSV file that the row begins in, the row of a sheet. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** In a workbook, by a filter or by hand: nobody sees it there. */
  readonly isHidden?: true;
}
