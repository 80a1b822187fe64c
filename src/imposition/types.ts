import type { Color, Rect } from '../geometry/index.ts';
import type { DisplayItem, DisplayList } from '../paint/index.ts';

/** What pages are put onto sheets for. */
export type Purpose = 'screen' | 'office';

/** A page placed on a sheet: turned about the page's centre, then its top left corner put at (`x`, `y`), pt. */
export interface Placement {
  readonly page: DisplayList;
  /** Top left corner of the placed (turned) page on the sheet. */
  readonly x: number;
  readonly y: number;
  readonly rotate: 0 | 90 | 180 | 270;
  /** True: what the page paints beyond its box is cut off. */
  readonly clip: boolean;
  /** Where it is cut off: so far beyond its box, pt; at it where nothing is said. */
  readonly over?: number;
  /** The part of the page that is seen, pt from its top left: all of it where nothing is said. */
  readonly window?: Rect;
  /** Drawn so many times its size; 1 where nothing is said. */
  readonly scale?: number;
}

/** A sheet of paper, one side. For `screen` a sheet holds exactly one page. */
export interface Sheet {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly placements: readonly Placement[];
  /** Fold and crop marks: artifacts. */
  readonly marks: readonly DisplayItem[];
  /** Others are printed onto it too: its marks are read apart from what is on it. */
  readonly isShared?: true;
}

export interface Imposed {
  readonly purpose: Purpose;
  readonly sheets: readonly Sheet[];
  /** For `/ViewerPreferences` `/Duplex`; undefined on screen. */
  readonly duplex: 'Simplex' | 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge' | undefined;
}

/** Paper, pt. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** How pages come onto paper. */
export type ImpositionPlan =
  | { readonly kind: 'single' }
  | {
      readonly kind: 'fold';
      readonly paper: PaperSize;
      /**
       * Names of the pages side by side on the front (outside) and the back (inside) of the paper, left to right as
       * they lie for left-to-right reading, row by row; for right-to-left reading each row is mirrored.
       */
      readonly sides: readonly [outside: readonly string[], inside: readonly string[]];
      /** Rows on each side; 1 where it is not said. */
      readonly rows?: number;
      /** Names of pages that stand upside down on the open sheet. */
      readonly turned?: readonly string[];
      /** The edge of the paper that runs upwards: about it the paper is turned with its back upright. `short` where it is not said. */
      readonly upright?: ImpositionOptions['duplex'];
    }
  | {
      readonly kind: 'cut';
      readonly paper: PaperSize;
      readonly piece: PaperSize;
      readonly across: number;
      readonly down: number;
      /** Between columns of pieces, and between rows, pt. */
      readonly gap: readonly [columns: number, rows: number];
      /** The front of a piece, or front and back: pages one below the other. */
      readonly sides: readonly (readonly CutRow[])[];
    }
  | {
      /** One page on several sheets, to be glued together, the other below each of them. */
      readonly kind: 'tiles';
      readonly page: string;
      readonly foot: string;
      /** Of a sheet, as it lies. */
      readonly sheet: PaperSize;
      readonly columns: number;
      readonly rows: number;
      /** What a tile shows of the next one, pt. */
      readonly overlap: number;
      /** Left free along the edge of each sheet, pt. */
      readonly margin: number;
    }
  | {
      /** Sheets laid into each other, folded once and stitched in the fold. */
      readonly kind: 'booklet';
      /** As it lies open. */
      readonly paper: PaperSize;
      /** Thickness of a leaf, pt: by so much the pages of each sheet lie nearer to the fold than those of the one around it. */
      readonly leaf: number;
      /** So much nearer they come at most, pt. */
      readonly most: number;
      /** Set where two languages face each other: the pages are those of one of them, and the other's places stay free. */
      readonly facing?: Facing;
    };

/** One of two languages that face each other in a booklet. */
export interface Facing {
  /** The first has the front cover and the earlier page of each spread, the second the back cover and the later ones. */
  readonly place: 'first' | 'second';
  /** Which way pages are turned, whichever way the lines of this language go. */
  readonly opens: ImpositionOptions['direction'];
}

/** A page on a side of a piece that is cut out: `times` beside itself over the row's width, each turned clockwise. */
export interface CutRow {
  readonly page: string;
  readonly times: number;
  /** Left free at both sides of the row, pt. */
  readonly inset: number;
  readonly turn: Placement['rotate'];
  /** Of the row, pt. */
  readonly height: number;
}

export interface ImpositionOptions {
  readonly direction: 'ltr' | 'rtl';
  /** The edge about which the printer turns the paper. */
  readonly duplex: 'short' | 'long';
  /** Of fold marks. */
  readonly ink: Color;
}

/** Where a page lies on its sheet, pt from the sheet's top left, y down. */
export interface PlacedArea {
  readonly page: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotate: Placement['rotate'];
  /** Set where the page stands once more: nothing of it is read out again. */
  readonly copy?: true;
}

export interface SheetAreas {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly PlacedArea[];
  /** Drawn so many times its size: lengths of the sheet and its areas are those before. */
  readonly scale?: number;
  /** The part of a page that it shows, to be glued to those of others. */
  readonly tile?: TileArea;
}

/** A part of a page on a sheet, pt. */
export interface TileArea {
  readonly page: string;
  /** Top left corner on the sheet. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of its top left corner on the page. */
  readonly left: number;
  readonly top: number;
}
