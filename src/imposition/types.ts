import type { DisplayItem, DisplayList } from '../paint/index.ts';

export type Purpose = 'screen' | 'office' | 'press';

/** A page placed on a sheet: turned about the page's centre, then its top left corner put at (`x`, `y`), pt. */
export interface Placement {
  readonly page: DisplayList;
  /** Top left corner of the placed (turned) page on the sheet. */
  readonly x: number;
  readonly y: number;
  readonly rotate: 0 | 90 | 180 | 270;
  /** True: what the page paints beyond its box is cut off. */
  readonly clip: boolean;
}

/** A sheet of paper, one side. For `screen` a sheet holds exactly one page. */
export interface Sheet {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly placements: readonly Placement[];
  /** Fold and crop marks: artifacts. */
  readonly marks: readonly DisplayItem[];
}

export interface Imposed {
  readonly purpose: Purpose;
  readonly sheets: readonly Sheet[];
  /** For `/ViewerPreferences` `/Duplex`; undefined on screen. */
  readonly duplex: 'Simplex' | 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge' | undefined;
}
