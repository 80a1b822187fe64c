import type { DocumentElement } from '../document/index.ts';
import { holdingAbsolutes, layoutElement } from './block.ts';
import { type Box, type Context, type Item, moved } from './box.ts';
import { type Found, joined } from './found.ts';
import { borderEdges, margins, resolve } from './lengths.ts';
import { contentWidths } from './widths.ts';

/** An absolutely positioned box in its containing block, and what was found. */
interface Absolute {
  readonly item: Item;
  readonly found: Found;
}

/**
 * Lays out the elements that waited for `box`, in its padding box. It is their containing block: the nearest one that is
 * positioned, else the outermost block on the page. Where both insets of an axis are `auto` the box stands at the start
 * of that axis, not at its place in the flow.
 */
export function layoutAbsolutes(
  context: Context,
  box: Box,
  waiting: readonly DocumentElement[],
): { readonly items: readonly Item[]; readonly found: Found } {
  const absolutes = waiting.map((element) => layoutAbsolute(context, element, box));
  return {
    items: absolutes.map(({ item }) => item),
    found: joined(absolutes.map(({ found }) => found)),
  };
}

function layoutAbsolute(context: Context, element: DocumentElement, block: Box): Absolute {
  const style = context.styled.style(element);
  const direction = (block.element ?? element).dir;
  const borders = borderEdges(block.style, direction);
  const room = {
    width: block.width - borders.left - borders.right,
    height: block.height - borders.top - borders.bottom,
  };
  const outer = margins(style, room.width, direction);
  const { inset } = style;
  const edge = (value: typeof inset.blockStart, base: number): number | undefined =>
    value === 'auto' ? undefined : resolve(value, base);
  const start = edge(inset.inlineStart, room.width);
  const end = edge(inset.inlineEnd, room.width);
  const [left, right] = direction === 'ltr' ? [start, end] : [end, start];
  const top = edge(inset.blockStart, room.height);
  const bottom = edge(inset.blockEnd, room.height);
  const available = room.width - (left ?? 0) - (right ?? 0) - outer.left - outer.right;
  const content = (): number => contentWidths(context, element).max - outer.left - outer.right + 0.01;
  const fill = start !== undefined && end !== undefined ? available : Math.min(available, content());
  const tall =
    top !== undefined && bottom !== undefined
      ? room.height - top - bottom - outer.top - outer.bottom
      : undefined;
  const laid = layoutElement(context, element, {
    ...room,
    fill,
    ...(tall === undefined ? {} : { stretch: tall }),
  });
  // It contains those that stand in it.
  const { box: item, found } = holdingAbsolutes(context, laid);
  const pinned = left !== undefined && right !== undefined;
  const toLeft = pinned || left === right ? direction === 'ltr' : left !== undefined;
  const x = toLeft ? (left ?? 0) + outer.left : room.width - (right ?? 0) - outer.right - item.width;
  const fromBottom = top === undefined && bottom !== undefined;
  const y = fromBottom ? room.height - bottom - outer.bottom - item.height : (top ?? 0) + outer.top;
  return { item: moved(item, borders.left + x, borders.top + y), found };
}
