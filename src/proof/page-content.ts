import type { ReadFont } from './font.ts';
import type { Bounds } from './matrix.ts';
import type { PdfStream } from './object.ts';

/** sRGB, 0 to 255 each. */
export type Color = readonly [number, number, number];

/** Who a painted thing belongs to: marked content with an MCID, an artifact, or nobody. */
export interface Owner {
  readonly mcid: number | undefined;
  /** `Pagination`, `Layout` …; undefined: not an artifact. */
  readonly artifact: string | undefined;
}

/** The glyphs of a file in columns, in the order that they are shown; pages and runs name them by index. */
export class Glyphs {
  count = 0;
  /** Codes of the run's font. */
  codes = new Uint16Array(4096);
  /** Origins on the baseline, pt from the page's top left, y down. */
  xs = new Float64Array(4096);
  ys = new Float64Array(4096);

  /** Makes room for more. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.codes.length) return;
    const size = Math.max(needed, this.codes.length * 2);
    const [codes, xs, ys] = [new Uint16Array(size), new Float64Array(size), new Float64Array(size)];
    codes.set(this.codes);
    xs.set(this.xs);
    ys.set(this.ys);
    [this.codes, this.xs, this.ys] = [codes, xs, ys];
  }
}

/** What one operator shows: glyphs `first` to `end` of one font, size and colour on one baseline. */
export interface Run {
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
}

/** What a page paints. */
export interface PageContent {
  readonly glyphs: Glyphs;
  readonly runs: readonly Run[];
  readonly painted: readonly Painted[];
  /** Painting operators outside of marked content. */
  readonly unowned: number;
  /** MCIDs in the order they begin, with how often. */
  readonly mcids: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
}
