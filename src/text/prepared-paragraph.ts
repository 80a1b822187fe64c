import { openedOf } from './face.ts';
import type { Shaped } from './harfbuzz.ts';
import type { Item } from './itemize.ts';
import { joins, spaced } from './letter-spacing.ts';
import type { Line, LineOptions, Paragraph, ShapedParagraph } from './types.ts';

/** A place where a line may or must end. */
export interface Opportunity {
  /** The next line begins here. */
  readonly at: number;
  /** Where the white space that hangs before it begins. */
  readonly visibleEnd: number;
  readonly forced: boolean;
  /** A soft hyphen stands before it: a line that ends here shows one. */
  readonly hyphen: boolean;
}

/** An item with its glyphs; undefined for an inline object. */
export interface ShapedItem extends Item {
  readonly shaped: Shaped | undefined;
}

/** What of a shaped paragraph does not depend on its sizes: glyphs are in font units. */
export interface ShapedText {
  /** A paragraph of this text; its sizes are not to be used. */
  readonly paragraph: Paragraph;
  readonly levels: Uint8Array;
  readonly items: readonly ShapedItem[];
  readonly missing: ShapedParagraph['missing'];
  readonly stacked: ShapedParagraph['stacked'];
  readonly opportunities: readonly Opportunity[];
  /** 1 where cutting the text asks for shaping anew. */
  readonly unsafe: Uint8Array;
  /** Parts of items that were shaped anew, to be cut at unsafe places. */
  readonly cuts: Map<string, Shaped>;
}

/** Lines that were made of a paragraph. */
export interface Broken {
  readonly wrap: LineOptions['wrap'];
  /** pt */
  readonly measure: number;
  readonly lines: readonly Line[];
}

/** What a {@link Typesetter} really makes; other rooms see only {@link ShapedParagraph}. */
export interface PreparedParagraph extends ShapedParagraph {
  readonly text: ShapedText;
  /** Sum in pt of the advances before each UTF-16 offset; a cluster's advance counts at its first unit. */
  readonly sums: Float64Array;
  /** Lines already made, the last ones last. */
  readonly broken: Broken[];
}

/** Shapes `[start, end)` of an item's text in the context of the whole paragraph. */
export function shapeItem(paragraph: Paragraph, item: Item, start: number, end: number): Shaped | undefined {
  if (item.face === undefined) return undefined;
  const { language, spacing = 0 } = paragraph.spans[item.span]!;
  const rightToLeft = item.level % 2 === 1;
  const isSpaced = spacing !== 0 && !joins(item.script);
  const shaped = openedOf(item.face).shape(paragraph.text, {
    start,
    end,
    rightToLeft,
    script: item.script,
    language,
    ...(isSpaced ? { apart: true } : {}),
  });
  return isSpaced ? spaced(shaped, Math.round(spacing * item.face.unitsPerEm)) : shaped;
}
