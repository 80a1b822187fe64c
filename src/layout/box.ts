import type { DocumentElement, DocumentNode } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { Picture } from '../image/index.ts';
import type { ComputedStyle, StyledDocument } from '../style/index.ts';
import type { Line, Paragraph } from '../text/index.ts';
import type { LaidOut } from './layout-memo.ts';
import type { Edges } from './lengths.ts';
import type { LayoutInput, LinePiece, Overflow } from './types.ts';

/**
 * A box while it is laid out: its place counts from its parent's border box, physical, pt. `part` says which part of
 * its block container an item is, in the flow; markers and absolutely positioned boxes have none.
 */
export interface Box {
  readonly kind: 'box';
  readonly element: DocumentElement | undefined;
  readonly style: ComputedStyle;
  x: number;
  y: number;
  readonly width: number;
  height: number;
  /** Border and padding. */
  readonly edges: Edges;
  readonly children: Item[];
  part?: number;
}

export interface LineBox {
  readonly kind: 'line';
  x: number;
  y: number;
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
  part?: number;
}

export interface PictureBox {
  readonly kind: 'picture';
  readonly element: DocumentElement;
  readonly style: ComputedStyle;
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  /** Relative to the box. */
  readonly drawn: Rect;
  readonly flipped: boolean;
  readonly picture: Picture;
  part?: number;
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
}

/** What one layout collects. */
export interface Context {
  readonly styled: StyledDocument;
  readonly input: LayoutInput;
  readonly overflows: Omit<Overflow, 'page'>[];
  readonly missing: { character: string; node: DocumentNode; language: string }[];
  /** Absolutely positioned elements that wait for their containing block. */
  readonly absolutes: DocumentElement[];
  /** Elements laid out so far, see {@link memoised}. */
  readonly laidOut: Map<DocumentElement, readonly LaidOut[]>;
  readonly widths: Map<DocumentElement, { min: number; max: number }>;
}

/** Rounding of sums must not count as overflow, pt. */
export const tolerance = 0.05;

export function reportOverflow(context: Context, overflow: Omit<Overflow, 'page'>): void {
  const { overflows } = context;
  const known = overflows.findIndex((o) => o.element === overflow.element && o.axis === overflow.axis);
  if (known < 0) overflows.push(overflow);
  else if (overflows[known]!.by < overflow.by) overflows[known] = overflow;
}
