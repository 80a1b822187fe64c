import type { DocumentElement } from '../document/index.ts';
import { layoutElement } from './block.ts';
import type { Box, Context, Item } from './box.ts';
import { borderEdges, margins, resolve } from './lengths.ts';
import { contentWidths } from './widths.ts';

/** Takes an absolutely positioned element out of the flow, to wait for its containing block (CSS Position 3 §3). */
export function collectAbsolute(context: Context, element: DocumentElement): boolean {
  const { position } = context.styled.style(element);
  if (typeof position === 'object') return true;
  if (position !== 'absolute') return false;
  if (!context.absolutes.includes(element)) context.absolutes.push(element);
  return true;
}

/**
 * Lays out the elements that have waited since `from`, in the padding box of `box`, their containing block: the nearest
 * one that is positioned, else the outermost block on the page. Where both insets of an axis are `auto` the box stands
 * at the start of that axis, not at its place in the flow.
 */
export function layoutAbsolutes(context: Context, box: Box, from: number): void {
  // An absolutely positioned element may hold more of them; those that it does not contain itself come here too.
  while (context.absolutes.length > from) {
    const element = context.absolutes.splice(from, 1)[0]!;
    box.children.push(layoutAbsolute(context, element, box));
  }
}

function layoutAbsolute(context: Context, element: DocumentElement, block: Box): Item {
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
  const waiting = context.absolutes.length;
  const item = layoutElement(context, element, {
    ...room,
    fill,
    ...(tall === undefined ? {} : { stretch: tall }),
  });
  if (item.kind === 'box') layoutAbsolutes(context, item, waiting);
  const pinned = left !== undefined && right !== undefined;
  const toLeft = pinned || left === right ? direction === 'ltr' : left !== undefined;
  const x = toLeft ? (left ?? 0) + outer.left : room.width - (right ?? 0) - outer.right - item.width;
  const fromBottom = top === undefined && bottom !== undefined;
  const y = fromBottom ? room.height - bottom - outer.bottom - item.height : (top ?? 0) + outer.top;
  item.x += borders.left + x;
  item.y += borders.top + y;
  return item;
}
