import type { FoundOfPiece } from '../file/found.ts';
import type { PdfStream } from '../file/object.ts';
import type { ReadFont } from './font.ts';
import type { Bounds } from './matrix.ts';
import type { Shading } from './shading.ts';

/** sRGB, 0 to 255 each. */
export type Color = readonly [number, number, number];

/** Who a painted thing belongs to: marked content with an MCID, an artifact, or nobody. */
export interface Owner {
  readonly mcid: number | undefined;
  /** `Pagination`, `Layout` …; undefined: not an artifact. */
  readonly artifact: string | undefined;
}

/** The glyphs of a piece of content in columns, in the order that they are shown; runs name them by index. */
export interface Glyphs {
  /** Codes of the run's font. */
  readonly codes: Uint16Array;
  /** Origins on the baseline, pt from the page's top left, y down. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** What one operator shows: glyphs `first` to `end` of one font, size and colour on one baseline. */
export interface Run {
  readonly glyphs: Glyphs;
  readonly first: number;
  readonly end: number;
  readonly font: ReadFont;
  /** pt. */
  readonly size: number;
  /** Unit vector of the writing direction; up is (`dy`, `-dx`). */
  readonly dx: number;
  readonly dy: number;
  readonly color: Color;
  readonly owner: Owner;
  readonly clip: Clip;
  /** Place in the order of painting, shared with {@link Painted}. */
  readonly order: number;
  /** All that its codes stand for. */
  readonly text: string;
  /** Around the ink of its glyphs; undefined: it has none. */
  readonly ink: Bounds | undefined;
  /** Glyphs whose text is not blank. */
  readonly seen: number;
  /** Glyphs that paint. */
  readonly inked: number;
  /** Glyphs whose text has a digit of any script. */
  readonly digits: number;
}

/** Corners of a convex area, x and y in turn, in order. */
export type Corners = readonly [number, number, number, number, number, number, number, number];

/** What painting is restricted to: upright bounds, and the turned rectangles within them. */
export interface Clip {
  readonly bounds: Bounds;
  readonly turned: readonly Corners[];
}

/** An area that is filled or stroked, or a picture. */
export interface Painted {
  readonly kind: 'fill' | 'stroke' | 'picture';
  /** Flattened outlines: x and y in turn. A fill closes them. */
  readonly outlines: readonly Float64Array[];
  readonly evenOdd: boolean;
  /** A fill of one upright rectangle: its bounds are its shape. */
  readonly plain: boolean;
  /** Half of a stroke's width on the page, pt; its corners reach out by `corner`. */
  readonly reach: number;
  readonly corner: number;
  /** Of all that is painted, without the clip. */
  readonly bounds: Bounds;
  readonly clip: Clip;
  /** Undefined: a picture's, not known. */
  readonly color: Color | undefined;
  readonly owner: Owner;
  readonly order: number;
  /** Of a picture. */
  readonly image?: PdfStream;
  /** How opaque the samples of a picture are. */
  readonly mask?: PdfStream;
  /** Something may show through, or beside it within its outlines: it is no ground, and hides nothing. */
  readonly seeThrough?: true;
  /** Of a stroke: its ends are round (1) or square (2). */
  readonly cap?: 1 | 2;
  /** Of a stroke whose width is another in each direction: what takes the unit circle to its pen. */
  readonly across?: readonly [number, number, number, number];
  /** Of a dashed stroke: the pieces that are seen. To all that asks what it hides it is whole. */
  readonly dashes?: readonly Float64Array[];
  /** Of a drawing's: how it is seen, where it is not one colour as it is. */
  readonly look?: Look;
}

/** How something of a drawing is seen. */
export interface Look {
  readonly color: Color;
  readonly shading?: Shading;
  readonly opacity: number;
  /** How opaque each point is: shades of grey. */
  readonly masks: readonly Shading[];
  /** What it is painted in, the outermost first: each is put on what lies below it as one. */
  readonly groups: readonly Group[];
  /** What it is cut by. */
  readonly cuts: readonly { readonly outlines: readonly Float64Array[]; readonly evenOdd: boolean }[];
}

/** Of one time that a transparency group is painted (ISO 32000-1 11.6.6). */
export interface Group {
  readonly opacity: number;
  readonly masks: readonly Shading[];
}

/** A font or picture that a piece names, and the objects that it was made of. */
export interface Use {
  readonly kind: 'font' | 'picture';
  readonly name: string;
  readonly of: readonly object[];
}

/**
 * A part of a page's content that is a stream of its own. It asks nothing of those before it and leaves nothing to those
 * after it: the same bytes paint the same, whatever stands around them.
 */
export interface Piece {
  /** A hash of its bytes. */
  readonly seal: string;
  /** What it took to read. */
  readonly work: number;
  readonly runs: readonly Run[];
  readonly painted: readonly Painted[];
  /** Text of each marked content. */
  readonly texts: ReadonlyMap<number, string>;
  /** Around all ink of its text. */
  readonly ink: Bounds | undefined;
  /** Around all that it paints beside text. */
  readonly paint: Bounds | undefined;
  /** Painting operators outside of marked content. */
  readonly unowned: number;
  /** MCIDs in the order they begin, with how often. */
  readonly mcids: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
  /** All of its page's resources that it was read with: what else its page has is nothing to it. */
  readonly uses: readonly Use[];
  readonly found: FoundOfPiece;
}

/** What a page paints: its pieces, and all that is in them, put together when it is asked for. */
export interface PageContent {
  /** Fonts and pictures that it may use, by name, each with a hash of what it holds. */
  readonly fonts: readonly string[];
  readonly pictures: readonly string[];
  /** How many times its size it is drawn: all that is said of it is as large as it is meant. */
  readonly scale: number;
  readonly pieces: readonly Piece[];
  readonly runs: readonly Run[];
  readonly painted: readonly Painted[];
  readonly unowned: number;
  readonly mcids: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
}

/** Operators of a piece, at most: the order of painting goes on from there with the next. */
export const longestPiece = 2 ** 24;
