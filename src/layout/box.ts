import type { DocumentElement } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { Picture } from '../image/index.ts';
import type { ComputedStyle, StyledDocument } from '../style/index.ts';
import type { Line, Paragraph } from '../text/index.ts';
import type { Rows } from './broken-rows.ts';
import type { OuterMargins } from './collapsing-margins.ts';
import type { GeneratedTexts } from './counters.ts';
import type { Found } from './found.ts';
import type { BreakToken } from './fragmentation.ts';
import type { LayoutMemo } from './layout-memo.ts';
import type { Edges } from './lengths.ts';
import type { Outline } from './outline.ts';
import type { PageNumbers } from './page-numbers.ts';
import type { LayoutInput, LinePiece } from './types.ts';

/**
 * A box that was laid out: its place counts from its parent's border box, physical, pt. `part` says which part of its
 * block container an item is, in the flow; markers and absolutely positioned boxes have none. Never changed once it is
 * returned: it may stand in several places, see {@link moved}.
 */
export interface Box {
  readonly kind: 'box';
  readonly element: DocumentElement | undefined;
  readonly style: ComputedStyle;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Border and padding. */
  readonly edges: Edges;
  readonly children: readonly Item[];
  readonly part: number | undefined;
  /** Stands on an earlier page already: painted once more, and no content (ISO 32000-1 14.8.2.2). */
  readonly repeats?: boolean | undefined;
  /** Of a grid or table: which of its items stand in which row. */
  readonly rows?: Rows | undefined;
  /** Of a box with columns: how it is divided. */
  readonly breakAt?: ColumnBreak | undefined;
}

/** Fills the columns of a box anew, as high as a page has room, pt; undefined where nothing can be divided. */
export type ColumnBreak = (
  height: number,
) => { readonly items: readonly Item[]; readonly height: number; readonly rest: BreakToken } | undefined;

export interface LineBox {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the top of the line. */
  readonly ascent: number;
  readonly paragraph: Paragraph;
  readonly line: Line;
  readonly pieces: readonly LinePiece[];
  readonly size: number;
  /** Offset in the whole inline content at which the next line goes on, for break tokens. */
  readonly resume: number;
  readonly part: number | undefined;
}

export interface PictureBox {
  readonly kind: 'picture';
  readonly element: DocumentElement;
  readonly style: ComputedStyle;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Relative to the box. */
  readonly drawn: Rect;
  readonly flipped: boolean;
  readonly picture: Picture;
  readonly part: number | undefined;
}

export type Item = Box | LineBox | PictureBox;

/** The room that an element is laid out in. */
export interface Room {
  /** Width of the containing block, pt. */
  readonly width: number;
  /** Height of the containing block when it is definite: what percentages count from. */
  readonly height: number | undefined;
  /** Border box height that a stretched grid item takes. */
  readonly stretch?: number;
  /** Border box width that overrides `auto`, for shrunk items. */
  readonly fill?: number;
  /** `fill` is the width, whatever the style says: that of a table's cell, whose column heard it. */
  readonly isCell?: true;
}

/** An element laid out, and what was found. */
export interface Laid {
  readonly box: Box | PictureBox;
  readonly found: Found;
  /** Margins that stick out of the box; undefined: none. */
  readonly outer?: OuterMargins | undefined;
  /** How high it would be, about, were it only as high as its content, pt; undefined: it is. */
  readonly least?: number | undefined;
}

/** The content of a box laid out: places count from its content box. */
export interface LaidItems {
  readonly items: readonly Item[];
  readonly height: number;
  readonly found: Found;
  readonly rows?: Rows;
  readonly outer?: OuterMargins;
  readonly breakAt?: ColumnBreak;
  /** Its height without what fills free space, about, pt; undefined: it is `height`. */
  readonly least?: number;
}

/** What one layout works with. It remembers what was done, and collects nothing. */
export interface Context {
  readonly styled: StyledDocument;
  readonly input: LayoutInput;
  readonly done: LayoutMemo;
  /** Of other sizes, too. */
  readonly outline: Outline;
  /** What style sheets put before and after texts. */
  readonly generated: GeneratedTexts;
  /** Numbers of pages, as far as they are known. */
  readonly numbers: PageNumbers;
  /** How high boxes are at least that are level with others, pt; see {@link ComputedStyle.level}. */
  readonly levels?: ReadonlyMap<DocumentElement, number>;
  /** What is laid out stands in columns: they, too, end where a break is asked for. */
  readonly inColumns?: true;
}

/** Rounding of sums must not count as overflow, pt. */
export const tolerance = 0.05;

/** The same item further right and down; the boxes in it count from it, and go along. */
export function moved<T extends Item>(item: T, right: number, down: number, part?: number): T;
export function moved(item: Item, right: number, down: number, part = item.part): Item {
  if (right === 0 && down === 0 && part === item.part) return item;
  const [x, y] = [item.x + right, item.y + down];
  // Asked for every box and line: V8 copies what it knows the fields of.
  switch (item.kind) {
    case 'box':
      return movedBox(item, x, y, part);
    case 'line':
      return movedLine(item, x, y, part);
    default:
      return { ...item, x, y, part };
  }
}

function movedBox(item: Box, x: number, y: number, part: number | undefined): Box {
  const { kind, element, style, width, height, edges, children, repeats, rows, breakAt } = item;
  return { kind, element, style, x, y, width, height, edges, children, part, repeats, rows, breakAt };
}

function movedLine(item: LineBox, x: number, y: number, part: number | undefined): LineBox {
  const { kind, width, height, ascent, paragraph, line, pieces, size, resume } = item;
  return { kind, x, y, width, height, ascent, paragraph, line, pieces, size, resume, part };
}
