import { openedOf } from './face.ts';
import type { Shaped } from './harfbuzz.ts';
import type { Item } from './itemize.ts';
import type { Memo } from './memo.ts';
import type { Line, Paragraph, ShapedParagraph } from './types.ts';

/** A place where a line may or must end. */
export interface Opportunity {
  /** The next line begins here. */
  readonly at: number;
  /** Where the white space that hangs before it begins. */
  readonly visibleEnd: number;
  readonly forced: boolean;
}

/** An item with its glyphs; undefined for an inline object. */
export interface ShapedItem extends Item {
  readonly shaped: Shaped | undefined;
}

/** What a {@link Typesetter} really makes; other rooms see only {@link ShapedParagraph}. */
export interface PreparedParagraph extends ShapedParagraph {
  readonly levels: Uint8Array;
  readonly items: readonly ShapedItem[];
  readonly opportunities: readonly Opportunity[];
  /** Sum in pt of the advances before each UTF-16 offset; a cluster's advance counts at its first unit. */
  readonly sums: Float64Array;
  /** 1 where cutting the text asks for shaping anew. */
  readonly unsafe: Uint8Array;
  /** Lines already made, by measure and wrap. */
  readonly broken: Memo<readonly Line[]>;
}

/** Shapes `[start, end)` of an item's text in the context of the whole paragraph. */
export function shapeItem(paragraph: Paragraph, item: Item, start: number, end: number): Shaped | undefined {
  if (item.face === undefined) return undefined;
  const { language } = paragraph.spans[item.span]!;
  const rightToLeft = item.level % 2 === 1;
  return openedOf(item.face).shape(paragraph.text, {
    start,
    end,
    rightToLeft,
    script: item.script,
    language,
  });
}
