import type { Place } from '../diagnostics/index.ts';
import { cornersOf, type Point, type Rect } from '../geometry/index.ts';
import { type Turn, toPage } from './turn.ts';
import type { DisplayList, TextItem } from './types.ts';
import { walkItems } from './walk.ts';

/** What glyphs reach above and below the baseline, as parts of the font size. */
const ABOVE = 0.7;
const BELOW = 0.2;
/** Digits and what stands between them reach less far down. */
const BELOW_DIGITS = 0.02;

/** A text item with the four corners of its glyphs' box on the page, clockwise from the text's own top left. */
export interface TextBox {
  readonly item: TextItem;
  readonly corners: readonly Point[];
}

/** The box of an item's glyphs, in the coordinates of the item. */
export function glyphBox(item: TextItem): Rect {
  const { rect, baseline, runs } = item;
  const size = Math.max(...runs.map((run) => run.size));
  const below = /^[\d\s+-]+$/.test(itemText(item)) ? BELOW_DIGITS : BELOW;
  return { x: rect.x, y: baseline - ABOVE * size, width: rect.width, height: (ABOVE + below) * size };
}

/** The glyph boxes of all text on a page that shows ink, in paint order. */
export function textBoxes(page: DisplayList): TextBox[] {
  const boxes: TextBox[] = [];
  walkItems(page, (item, turns: readonly Turn[]) => {
    if (item.kind !== 'text' || !showsInk(item)) return;
    boxes.push({ item, corners: cornersOf(glyphBox(item)).map((corner) => toPage(corner, turns)) });
  });
  return boxes;
}

/** False for white space and bidi controls alone. */
export function showsInk(item: TextItem): boolean {
  return item.rect.width > 0 && itemText(item) !== '';
}

/** The text of an item for a message: controls removed, at most 60 characters. */
export function itemText({ paragraph, start, end }: TextItem): string {
  const text = paragraph.text
    .slice(start, end)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffc]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Where an item comes from: its template's line, its content key, its page. */
export function itemPlace({ owner }: Pick<TextItem, 'owner'>, page: DisplayList): Place {
  const origin =
    owner.kind === 'content' ? owner.node.origin : owner.kind === 'marker' ? owner.element.origin : {};
  return { ...origin, page: page.page };
}
