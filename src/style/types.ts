import type { DocumentElement, HtmlDocument } from '../document/index.ts';
import type { Color } from '../geometry/index.ts';
import type { CounterStyle } from './counter-styles.ts';

export interface Percent {
  readonly percent: number;
  /** What `calc()` adds to the percentage, pt. */
  readonly plus?: number;
  /** What both come to at the least: what the property takes (CSS Values 4 §10.12). */
  readonly least?: 0;
}
/** A length in pt, or a percentage of what the property says, with a length added to it. */
export type Length = number | Percent;
export type FontFamily = 'text' | 'display' | 'number';

/** One track of an explicit grid (CSS Grid 1 §7.2). */
export type TrackSize =
  | { readonly kind: 'length'; readonly value: Length }
  | { readonly kind: 'fr'; readonly value: number }
  | { readonly kind: 'auto' }
  | {
      readonly kind: 'minmax';
      readonly min: Length | 'auto';
      readonly max: Length | 'auto' | { readonly fr: number };
    };

/** One value for each logical side (CSS Logical Properties 1). */
export interface Sides<T> {
  readonly blockStart: T;
  readonly blockEnd: T;
  readonly inlineStart: T;
  readonly inlineEnd: T;
}

/** One value for each logical corner: of the block axis, then of the inline axis (CSS Backgrounds 4 §4.1). */
export interface Corners<T> {
  readonly startStart: T;
  readonly startEnd: T;
  readonly endEnd: T;
  readonly endStart: T;
}

/** Where an area of a grid lies, counted from 0. */
export interface GridArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** From the left and the top; shares are of the room that is left. */
export type Place = readonly [x: Length, y: Length];

/** One function of a `transform`; what comes later is in the coordinates of what came before. */
export type TransformStep =
  | { readonly kind: 'rotate'; readonly degrees: number }
  | { readonly kind: 'scale'; readonly x: number; readonly y: number }
  | { readonly kind: 'translate'; readonly x: Length; readonly y: Length };

/** A colour of a gradient and where it is whole; undefined: evenly between those beside it. */
export interface GradientStop {
  readonly color: Color;
  readonly at: Length | undefined;
}

/** A gradient as it is said, of a box that is not known yet (CSS Images 3 §3). */
export type CssGradient =
  | {
      readonly kind: 'linear';
      /** Degrees, 0 up and 90 to the right; or the side or corner that it leads to, -1 to 1 across and down. */
      readonly to: number | readonly [x: number, y: number];
      readonly stops: readonly GradientStop[];
    }
  | {
      readonly kind: 'radial';
      readonly shape: 'circle' | 'ellipse';
      readonly extent: 'closest-side' | 'farthest-side' | 'closest-corner' | 'farthest-corner';
      readonly at: Place;
      readonly stops: readonly GradientStop[];
    };

export interface Border {
  /** pt; 0 when the style is `none`. */
  readonly width: number;
  readonly style: 'none' | 'solid' | 'dashed';
  readonly color: Color;
}

/** How free space is shared out (CSS Box Alignment 3 §5). */
type Sharing = 'start' | 'center' | 'end' | 'stretch' | 'space-between' | 'space-around' | 'space-evenly';

/** A part of what a style sheet puts before or after a text. */
export type ContentPart =
  | { readonly kind: 'marks'; readonly text: string }
  | {
      readonly kind: 'counter';
      readonly name: string;
      readonly style: CounterStyle;
      /** `counters()`: what stands between those that are in one another. */
      readonly between?: string;
    }
  | { readonly kind: 'page'; readonly of: 'this' | 'last' }
  /** The page that the link leads to. */
  | { readonly kind: 'target' };

/** Where generated content stands: right before or after all that its element says. */
export type Pseudo = 'before' | 'after';

/** What stands before or after a text. */
export interface Content {
  readonly parts: readonly ContentPart[];
  /** Drawn, and not read: `/ ""`. */
  readonly isDecoration: boolean;
}

/** Every property with its computed value; lengths in pt. This is the whole vocabulary. */
export interface ComputedStyle {
  /** `table` is what a `table` is, and nothing else can be. */
  readonly display: 'block' | 'inline' | 'list-item' | 'grid' | 'flex' | 'table' | 'none';
  readonly position: 'static' | 'relative' | 'absolute' | { readonly running: string };
  readonly inset: Sides<Length | 'auto'>;
  readonly width: Length | 'auto';
  readonly height: Length | 'auto';
  /** `auto`: 0, but of items of grids and flex containers: no narrower than their content asks. */
  readonly minWidth: Length | 'auto';
  readonly maxWidth: Length | 'none';
  readonly minHeight: Length | 'auto';
  readonly maxHeight: Length | 'none';
  readonly margin: Sides<Length | 'auto'>;
  readonly padding: Sides<Length>;
  readonly border: Sides<Border>;
  /** Of the border box; shares are of its width and of its height. */
  readonly borderRadius: Corners<Length>;
  readonly backgroundColor: Color | undefined;
  /** Over the colour; `source` is an address as of an `img`. */
  readonly backgroundImage: CssGradient | { readonly kind: 'picture'; readonly source: string } | undefined;
  readonly backgroundSize: 'cover' | 'contain' | readonly [width: Length | 'auto', height: Length | 'auto'];
  readonly backgroundPosition: Place;
  readonly backgroundRepeat: 'repeat' | 'repeat-x' | 'repeat-y' | 'no-repeat';
  /** Of what it paints, as one: 0.1 to 1. */
  readonly opacity: number;
  readonly color: Color;
  readonly fontFamily: FontFamily;
  /** pt, before the locale's size factor. */
  readonly fontSize: number;
  readonly fontWeight: 400 | 700;
  /** `normal`: the locale's leading for the family; a number: that many times the font size; `{ pt }`: a length. */
  readonly lineHeight: 'normal' | number | { readonly pt: number };
  /** Room after each letter, pt. */
  readonly letterSpacing: number;
  readonly textAlign: 'start' | 'end' | 'center';
  readonly textWrap: 'wrap' | 'nowrap' | 'balance';
  /** `auto`: words may be divided where the patterns of their language say so. */
  readonly hyphens: 'manual' | 'auto';
  /** Letters of a word that `hyphens: auto` divides: of all of it, and before and after a hyphen, at least (CSS Text 4). */
  readonly hyphenateLimitChars: readonly [word: number, before: number, after: number];
  readonly wordBreak: 'normal' | 'auto-phrase';
  /** The case in which letters are set; what is read and copied is the text as it is. */
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  /**
   * `grow`: the block's one line is set as large as its measure allows (CSS Text 5 `text-fit`); `fewer`: its text is set
   * somewhat smaller where that takes a line less, no smaller than a size in pt.
   */
  readonly textFit: 'none' | 'grow' | { readonly fewer: number };
  readonly textDecoration: 'none' | 'underline';
  /** Of text in a line: where its baseline is. Of a table's cell: where its content stands in it. */
  readonly verticalAlign: 'baseline' | 'super' | 'sub' | 'top' | 'middle' | 'bottom';
  readonly borderCollapse: 'separate' | 'collapse';
  /** Between the cells of a table, and around them, pt. */
  readonly borderSpacing: { readonly inline: number; readonly block: number };
  readonly listStyleType: 'none' | 'disc' | CounterStyle;
  /** Of `::before` and `::after`; undefined: nothing is generated. */
  readonly content: Content | undefined;
  /** Counters that begin anew, from 0, and those that count one more. */
  readonly counterReset: readonly string[];
  readonly counterIncrement: readonly string[];
  readonly page: string;
  /** Boxes of one name are as high as the highest, where they are lower by no more than `within`, pt. */
  readonly level: { readonly name: string; readonly within: number } | undefined;
  readonly breakBefore: 'auto' | 'page' | 'column' | 'avoid';
  readonly breakAfter: 'auto' | 'page' | 'column' | 'avoid';
  readonly breakInside: 'auto' | 'avoid';
  readonly orphans: number;
  readonly widows: number;
  readonly gridTemplateColumns: readonly TrackSize[];
  readonly gridTemplateRows: readonly TrackSize[];
  readonly columnGap: Length;
  /** Columns of a block (CSS Multi-column Layout 1), pt. */
  readonly columnCount: number | 'auto';
  readonly columnWidth: number | 'auto';
  readonly columnFill: 'balance' | 'auto';
  readonly columnRule: Border;
  readonly rowGap: Length;
  readonly gridTemplateAreas: ReadonlyMap<string, GridArea>;
  /** Name of an area of the grid that it is an item of. */
  readonly gridArea: string | undefined;
  /** 1-based start line and span; undefined: placed automatically. */
  readonly gridColumn: { readonly start: number; readonly span: number } | undefined;
  readonly gridRow: { readonly start: number; readonly span: number } | undefined;
  /** Place among the items of a grid, for what is placed and painted; never for what is heard. */
  readonly order: number;
  readonly alignItems: 'stretch' | 'start' | 'center' | 'end' | 'baseline';
  readonly alignSelf: 'auto' | 'stretch' | 'start' | 'center' | 'end' | 'baseline';
  readonly justifySelf: 'stretch' | 'start' | 'center' | 'end';
  readonly alignContent: Sharing;
  /** `normal`: the columns of a grid fill it, the items of a flex line begin it. */
  readonly justifyContent: Sharing | 'normal';
  readonly flexWrap: 'nowrap' | 'wrap';
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: Length | 'auto' | 'content';
  /** `auto`: a photograph keeps its ratio, a drawing does as its `preserveAspectRatio` says. */
  readonly objectFit: 'auto' | 'fill' | 'contain' | 'cover';
  /** Fractions of the free space, 0 to 1, from the left and the top. */
  readonly objectPosition: readonly [x: number, y: number];
  /** `flip`: mirrored left to right. */
  readonly transform:
    | { readonly kind: 'none' }
    | { readonly kind: 'flip' }
    | { readonly kind: 'steps'; readonly steps: readonly TransformStep[] };
  /** Of the border box. */
  readonly transformOrigin: Place;
}

/** What an `@page` rule says of pages of one name (CSS Paged Media 3 §4). */
export interface PageStyle {
  readonly name: string;
  readonly margin: Sides<number>;
  readonly bleed: number;
  readonly backgroundColor: Color | undefined;
  /** Margin boxes with the running element that they show; they span the page from edge to edge. */
  readonly marginBoxes: readonly MarginBox[];
}

export interface MarginBox {
  /** `top` and `bottom` stand for `@top-center` and `@bottom-center`, the only boxes of the vocabulary. */
  readonly side: 'top' | 'bottom';
  /** Name given to `element()`; undefined: the box shows none. */
  readonly element: string | undefined;
  /** Marks and numbers of pages, in its middle. */
  readonly content?: Content;
}

/**
 * How far a question about an element's style reaches: the element; all that is in it, too; what is in it alone, and what
 * it inherits; how wide all that would like to be.
 */
export type StyleReach = 'element' | 'all' | 'inside' | 'width';

/** A document with its styles computed at one `rem`. */
export interface StyledDocument {
  readonly document: HtmlDocument;
  /** Root font size in pt: the size that copyfitting picks. */
  readonly rem: number;
  style(element: DocumentElement): ComputedStyle;
  /** True where some rule is of `::before` or `::after`. */
  readonly generates: boolean;
  /** The style of what stands before or after an element's text; undefined: no rule is of it. */
  generated(element: DocumentElement, at: Pseudo): ComputedStyle | undefined;
  /** The same at this size with all air and no room; undefined: this is it. */
  readonly full: StyledDocument | undefined;
  /** Whether an element is styled as in {@link full}, in what of its style is asked for. */
  isAsInFull(element: DocumentElement, reach: StyleReach): boolean;
  /** Throws PressError CSS_VALUE_INVALID: every value that is wrong at this size. Until then they count as not said. */
  check(): void;
  page(name: string): PageStyle;
}
