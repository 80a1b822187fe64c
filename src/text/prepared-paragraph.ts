import { autospaced, autospaceUnits } from './autospace.ts';
import { openedOf } from './face.ts';
import type { Shaped } from './harfbuzz.ts';
import type { Item } from './itemize.ts';
import { joins, spaced } from './letter-spacing.ts';
import type { Face, Line, LineOptions, Paragraph, ShapedParagraph } from './types.ts';

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
  /** 1 after each letter that room is after (CSS Text 4 `text-autospace`); undefined: there is none. */
  readonly autospace: Uint8Array | undefined;
  /** Parts of items that were shaped anew, to be cut at unsafe places. */
  readonly cuts: Map<string, Shaped>;
  /** Paragraphs that were made of it, the last ones last. */
  readonly sized: PreparedParagraph[];
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
  /** The room after the letters before each UTF-16 offset, pt: no part of a line that ends there. */
  readonly rooms: Float64Array | undefined;
  /** Lines already made, the last ones last. */
  readonly broken: Broken[];
}

/** Has a letter's room a place there? Numbers to dial stay as they are, and right-to-left text has none. */
export function takesAutospace({ direction, spans }: Paragraph, item: Item): boolean {
  return direction === 'ltr' && item.level % 2 === 0 && spans[item.span]!.noWrap !== true;
}

/** Shapes `[start, end)` of an item's text in the context of the whole paragraph. */
export function shapeItem(
  paragraph: Paragraph,
  item: Item,
  { start, end }: { readonly start: number; readonly end: number },
  autospace: Uint8Array | undefined,
): Shaped | undefined {
  const { face } = item;
  if (face === undefined) return undefined;
  const shaped = shapeLetters(paragraph, item, face, start, end);
  return autospace === undefined || !takesAutospace(paragraph, item)
    ? shaped
    : autospaced(shaped, end, autospace, autospaceUnits(face.unitsPerEm));
}

function shapeLetters(paragraph: Paragraph, item: Item, face: Face, start: number, end: number): Shaped {
  const { language, spacing = 0 } = paragraph.spans[item.span]!;
  const rightToLeft = item.level % 2 === 1;
  const isSpaced = spacing !== 0 && !joins(item.script);
  const shaped = openedOf(face).shape(paragraph.text, {
    start,
    end,
    rightToLeft,
    script: item.script,
    language,
    ...(isSpaced ? { apart: true } : {}),
  });
  return isSpaced ? spaced(shaped, Math.round(spacing * face.unitsPerEm)) : shaped;
}
