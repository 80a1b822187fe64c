import type { PlaceValues } from '../plan/row.ts';

/** A place, with what its row says beside what is printed. */
export interface Place {
  readonly values: PlaceValues;
  readonly source: { readonly file: string; readonly line: number };
  /** What it is made in and on; undefined: all that the campaign has. */
  readonly locales: readonly string[] | undefined;
  readonly products: readonly string[] | undefined;
  readonly papers: readonly string[] | undefined;
  readonly copies: number | undefined;
  /** True where somebody called its number. */
  readonly isConfirmed: boolean;
  /** What stands in a column of its row, by any name of it. */
  cell(column: string): string | undefined;
}
