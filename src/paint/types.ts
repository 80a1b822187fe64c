import type { DocumentElement, DocumentNode, Origin } from '../document/index.ts';
import type { Color, Matrix, Rect } from '../geometry/index.ts';
import type { PathData, Picture, Stroke } from '../image/index.ts';
import type { GlyphRun, Paragraph } from '../text/index.ts';

/** Every painted item is the content of one node of the document, or an artifact (ISO 32000-1 14.8.2.2). */
export type Owner =
  | {
      readonly kind: 'content';
      /** The text node or `img` whose content this is. */
      readonly node: DocumentNode;
      /** Nearest element of the node (the `img` itself for a picture). */
      readonly element: DocumentElement;
      /** What is repeated on each page, and is content on each: the index of the page. */
      readonly page?: number;
    }
  | {
      /** A list marker made by `list-style-type`: content of the item's Lbl. */
      readonly kind: 'marker';
      readonly element: DocumentElement;
    }
  | {
      readonly kind: 'artifact';
      readonly type: 'Pagination' | 'Layout' | 'Page' | 'Background';
      readonly subtype?: 'Header' | 'Footer';
    };

export interface PathItem {
  readonly kind: 'path';
  readonly owner: Owner;
  readonly path: PathData;
  readonly fill: Color | undefined;
  readonly rule: 'nonzero' | 'evenodd';
  readonly stroke: Stroke | undefined;
  /** Where the box comes from that this is the ground or a border of: for messages. */
  readonly origin?: Origin;
}

/** Text of one owner on one line. */
export interface TextItem {
  readonly kind: 'text';
  readonly owner: Owner;
  /** The helpline whose number this is, also where it is an artifact. */
  readonly number?: string;
  readonly color: Color;
  readonly paragraph: Paragraph;
  /** Offsets into the paragraph's text that this item covers, logical order. */
  readonly start: number;
  readonly end: number;
  /** The runs, visual order; their `x` counts from `x` below. */
  readonly runs: readonly GlyphRun[];
  readonly x: number;
  readonly baseline: number;
  /** Line box, for contrast and collision checks. */
  readonly rect: Rect;
}

/** A picture drawn into `drawn`, clipped to `clip`. */
export interface PictureItem {
  readonly kind: 'picture';
  readonly owner: Owner;
  readonly picture: Picture;
  readonly drawn: Rect;
  readonly clip: Rect;
  readonly flipped: boolean;
  /** Of what is the ground of a box: where that comes from, for messages. */
  readonly origin?: Origin;
}

/** Items turned, scaled or moved together: `matrix` takes them to the coordinates around. */
export interface GroupItem {
  readonly kind: 'group';
  readonly matrix: Matrix;
  readonly items: readonly DisplayItem[];
}

export type DisplayItem = PathItem | TextItem | PictureItem | GroupItem;

/** What is active of a link on a page: one, however many lines it runs over. */
export interface LinkArea {
  readonly element: DocumentElement;
  /** Of a link that is repeated on each page: the index of the page. */
  readonly page?: number;
  readonly href: string;
  /** The first heading of what a link within the document leads to. */
  readonly heading?: DocumentElement;
  /** What it says has a helpline's number in it. */
  readonly varies: boolean;
  /** For `/Contents`: what the link does, in words. */
  readonly description: string;
  /** Around all of it. */
  readonly rect: Rect;
  /** One for each line that it runs over and each picture, in the order of reading. */
  readonly lines: readonly Rect[];
}

/** What a page paints, in paint order; plain data. Coordinates in pt from the page's top left, y down. */
export interface DisplayList {
  readonly page: string;
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  readonly items: readonly DisplayItem[];
  readonly links: readonly LinkArea[];
  /** Where elements begin on this page (headings and elements with an id), for bookmarks and internal links. */
  readonly places: readonly { readonly element: DocumentElement; readonly x: number; readonly y: number }[];
}
