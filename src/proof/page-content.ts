import type { ReadFont } from './font.ts';
import type { Bounds } from './matrix.ts';

/** sRGB, 0 to 255 each. */
export type Color = readonly [number, number, number];

/** Who a painted thing belongs to: marked content with an MCID, an artifact, or nobody. */
export interface Owner {
  readonly mcid: number | undefined;
  /** `Pagination`, `Layout` …; undefined: not an artifact. */
  readonly artifact: string | undefined;
}

/** One shown code. Coordinates in pt from the page's top left, y down. */
export interface Glyph {
  readonly text: string | undefined;
  /** Origin on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Unit vector of the writing direction. */
  readonly dx: number;
  readonly dy: number;
  /** Advance, pt. */
  readonly advance: number;
  /** Font size on the page, pt. */
  readonly size: number;
  /** Undefined: invisible, or in a colour that is not known (a pattern, a spot colour, blended). */
  readonly color: Color | undefined;
  readonly font: ReadFont;
  readonly owner: Owner;
  /** True when the clip cuts the glyph's box. */
  readonly clipped: boolean;
  /** Paint order, shared with fills. */
  readonly order: number;
  /** True when the sign for "no glyph" is drawn. */
  readonly missing: boolean;
}

export type Outline = readonly (readonly [number, number])[];

/** A filled area. */
export interface Fill {
  /** Flattened outlines. */
  readonly outlines: readonly Outline[];
  readonly evenOdd: boolean;
  readonly bounds: Bounds;
  readonly clip: Bounds;
  /** Undefined: not known, as of a picture, a pattern, or what is blended with the ground. */
  readonly color: Color | undefined;
  readonly owner: Owner;
  readonly order: number;
}

/** What a page paints. */
export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly fills: readonly Fill[];
  /** Painting operators outside of marked content. */
  readonly unowned: number;
  /** MCIDs in the order they begin, with how often. */
  readonly mcids: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
}
