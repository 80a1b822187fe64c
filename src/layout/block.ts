import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import {
  type Box,
  type Context,
  type Item,
  type PictureBox,
  type Room,
  reportOverflow,
  tolerance,
} from './box.ts';
import { type Part, partsOf } from './box-generation.ts';
import type { BreakToken } from './fragmentation.ts';
import { layoutGrid } from './grid.ts';
import { layoutInline, linesIn } from './inline.ts';
import { memoised } from './layout-memo.ts';
import { blockStartX, clamp, directionAround, frame, margins, resolve, resolveDefinite } from './lengths.ts';
import { marker } from './list.ts';
import { layoutAbsolutes } from './position.ts';
import { layoutPicture } from './replaced.ts';

/**
 * Lays an element out in a room. Its x and y are left at 0, its margins are the caller's.
 * Vertical margins of siblings collapse to the larger; they do not collapse through their parent.
 */
export function layoutElement(
  context: Context,
  element: DocumentElement,
  room: Room,
  from?: BreakToken,
): Box | PictureBox {
  if (from !== undefined) return layoutBox(context, element, room, from);
  return memoised(context, element, room, (inner) =>
    element.name === 'img' ? pictureInFrame(inner, element, room) : layoutBox(inner, element, room),
  );
}

function layoutBox(context: Context, element: DocumentElement, room: Room, from?: BreakToken): Box {
  const style = context.styled.style(element);
  const edges = frame(style, room.width, element.dir);
  const outer = margins(style, room.width, directionAround(element));
  const fill = room.fill ?? room.width - outer.left - outer.right;
  const wanted = clamp(
    resolveDefinite(style.width, room.width) ?? fill,
    resolve(style.minWidth, room.width),
    resolveDefinite(style.maxWidth, room.width),
  );
  const width = Math.max(wanted, edges.left + edges.right);
  const minHeight = resolveDefinite(style.minHeight, room.height) ?? 0;
  const asked = resolveDefinite(style.height, room.height);
  const definite =
    asked !== undefined
      ? asked - (typeof style.height === 'object' ? outer.top + outer.bottom : 0)
      : room.stretch;
  const inner: Room = {
    width: Math.max(0, width - edges.left - edges.right),
    height:
      definite === undefined
        ? undefined
        : Math.max(0, Math.max(definite, minHeight) - edges.top - edges.bottom),
  };
  reportWide(context, element, style, width + outer.left + outer.right - room.width);
  const waiting = context.absolutes.length;
  const { items, height: contentHeight } = layoutContent(
    context,
    element,
    style,
    inner,
    minHeight - edges.top - edges.bottom,
    from,
  );
  for (const item of items) {
    item.x += edges.left;
    item.y += edges.top;
  }
  const content = contentHeight + edges.top + edges.bottom;
  const height = clamp(definite ?? content, minHeight, resolveDefinite(style.maxHeight, room.height));
  if (content > height + tolerance)
    reportOverflow(context, {
      element,
      by: content - height,
      axis: 'block',
      lines: linesIn(context, element, content - height),
    });
  const box: Box = { kind: 'box', element, style, x: 0, y: 0, width, height, edges, children: items };
  if (style.display === 'list-item' && from === undefined)
    box.children.unshift(...marker(context, element, style, edges, inner.width, items[0]));
  if (style.position === 'relative') {
    layoutAbsolutes(context, box, waiting);
    shiftRelative(style, box, element, room);
  }
  return box;
}

/** A box wider than the room it stands in; absolutely positioned ones may be, as long as they stay on the page. */
function reportWide(context: Context, element: DocumentElement, style: ComputedStyle, by: number): void {
  if (by > tolerance && style.position !== 'absolute')
    reportOverflow(context, { element, by, axis: 'inline', lines: 1 });
}

function shiftRelative({ inset }: ComputedStyle, box: Box, element: DocumentElement, room: Room): void {
  const [left, right] =
    directionAround(element) === 'ltr'
      ? [inset.inlineStart, inset.inlineEnd]
      : [inset.inlineEnd, inset.inlineStart];
  box.x += resolveDefinite(left, room.width) ?? -(resolveDefinite(right, room.width) ?? 0);
  box.y +=
    resolveDefinite(inset.blockStart, room.height) ?? -(resolveDefinite(inset.blockEnd, room.height) ?? 0);
}

/** With `from`, only what comes after the break (CSS Fragmentation 3 §2). */
function layoutContent(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  room: Room,
  minHeight: number,
  from: BreakToken | undefined,
): { items: Item[]; height: number } {
  if (style.display === 'grid') return layoutGrid(context, element, style, room, Math.max(0, minHeight));
  const waiting = context.absolutes.length;
  const parts = partsOf(context, element, style, false);
  if (from !== undefined) context.absolutes.length = waiting;
  return stack(context, parts, room, from);
}

/** Puts blocks below each other (CSS 2.1 §9.4.1). */
function stack(
  context: Context,
  parts: readonly Part[],
  room: Room,
  from: BreakToken | undefined,
): { items: Item[]; height: number } {
  const items: Item[] = [];
  let y = 0;
  let pending = 0;
  for (let i = from?.part ?? 0; i < parts.length; i++) {
    const part = parts[i]!;
    const token = i === from?.part ? from : undefined;
    if (part.kind === 'inline') {
      const { items: lines, height } = layoutInline(context, part.source, room, token?.offset);
      for (const line of lines) {
        line.y += y + pending;
        line.part = i;
      }
      items.push(...lines);
      y += pending + height;
      pending = 0;
      continue;
    }
    const direction = directionAround(part.element);
    const outer = margins(part.style, room.width, direction);
    const box = layoutElement(context, part.element, room, token?.inner);
    y += token === undefined ? collapse(pending, outer.top) : 0;
    box.x += blockStartX(part.style, outer, box.width, room.width, direction);
    box.y += y;
    box.part = i;
    items.push(box);
    y += box.height;
    pending = outer.bottom;
  }
  return { items, height: y + pending };
}

/** Two vertical margins that meet (CSS 2.1 §8.3.1). */
export function collapse(a: number, b: number): number {
  if (a >= 0 && b >= 0) return Math.max(a, b);
  return a < 0 && b < 0 ? Math.min(a, b) : a + b;
}

/** A picture with padding, border or background gets a box around it. */
function pictureInFrame(context: Context, element: DocumentElement, room: Room): Box | PictureBox {
  const style = context.styled.style(element);
  const picture = layoutPicture(context, element, room);
  const edges = frame(style, room.width, element.dir);
  const outer = margins(style, room.width, directionAround(element));
  const wide = picture.width + edges.left + edges.right + outer.left + outer.right;
  reportWide(context, element, style, wide - room.width);
  if (edges.left + edges.right + edges.top + edges.bottom === 0 && style.backgroundColor === undefined)
    return { ...picture, x: 0, y: 0 };
  const width = picture.width + edges.left + edges.right;
  const height = picture.height + edges.top + edges.bottom;
  return { kind: 'box', element, style, x: 0, y: 0, width, height, edges, children: [picture] };
}
