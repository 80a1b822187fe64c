import { type DocumentElement, type DocumentNode, elements } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { type Box, type Context, type Item, type PictureBox, reportOverflow, type Room, tolerance } from './box.ts';
import { layoutGrid } from './grid.ts';
import { type InlineSource, isInline, layoutInline } from './inline.ts';
import { clamp, frame, margins, resolve, resolveDefinite } from './lengths.ts';
import { marker } from './list.ts';
import { collectAbsolute, layoutAbsolutes } from './position.ts';
import { layoutPicture } from './replaced.ts';

/** One item of a block container or a grid: an element, or a stretch of inline nodes. */
export type Part =
  | { readonly kind: 'element'; readonly element: DocumentElement; readonly style: ComputedStyle }
  | { readonly kind: 'inline'; readonly source: InlineSource };

/** Where white space alone stood: a stretch that paints nothing. */
function isBlank(nodes: readonly DocumentNode[]): boolean {
  return nodes.every((node) => node.kind === 'text' && node.text.trim() === '');
}

/**
 * The children of an element as blocks and stretches of inline content. With `blockify` every inline element is a part
 * of its own, as in a grid container (CSS Grid 1 §6).
 */
export function partsOf(context: Context, element: DocumentElement, style: ComputedStyle, blockify: boolean): Part[] {
  const parts: Part[] = [];
  let nodes: DocumentNode[] = [];
  const flush = () => {
    if (!isBlank(nodes)) parts.push({ kind: 'inline', source: { element, style, nodes, tail: false } });
    nodes = [];
  };
  for (const child of element.children) {
    if (child.kind === 'element' && collectAbsolute(context, child)) continue;
    if (child.kind === 'text' || (isInline(context, child) && !blockify)) {
      nodes.push(child);
      continue;
    }
    flush();
    const own = context.styled.style(child);
    if (own.display !== 'none') parts.push({ kind: 'element', element: child, style: own });
  }
  flush();
  return parts.flatMap((part) => (part.kind === 'inline' ? loosePictures(context, part.source) ?? [part] : [part]));
}

/** A stretch of pictures without words is laid out as blocks. */
function loosePictures(context: Context, { nodes }: InlineSource): Part[] | undefined {
  const elements = nodes.filter((node): node is DocumentElement => node.kind === 'element');
  if (elements.some((e) => e.name !== 'img') || !isBlank(nodes.filter((n) => n.kind === 'text'))) return undefined;
  return elements.map((element) => ({ kind: 'element', element, style: context.styled.style(element) }));
}

/** Does white space, or text, follow the element before its next sibling? Then its text ends with a space. */
function hasTail(element: DocumentElement): boolean {
  if (elements[element.name].category !== 'inline') return false;
  const siblings = element.parent?.children ?? [];
  const next = siblings[siblings.indexOf(element) + 1];
  return next?.kind === 'text' && /^\s/.test(next.text) && siblings.slice(siblings.indexOf(next)).some((n) => n.kind === 'element' || n.text.trim() !== '');
}

/**
 * Lays an element out in a room. Its x and y are left at 0, its margins are the caller's.
 * Vertical margins of siblings collapse to the larger; they do not collapse through their parent.
 */
export function layoutElement(context: Context, element: DocumentElement, room: Room): Box | PictureBox {
  const style = context.styled.style(element);
  if (element.name === 'img') return pictureInFrame(context, element, style, room);
  const edges = frame(style, room.width, element.dir);
  const outer = margins(style, room.width, element.parent?.dir ?? element.dir);
  const fill = room.fill ?? room.width - outer.left - outer.right;
  const width = clamp(resolveDefinite(style.width, room.width) ?? fill, resolve(style.minWidth, room.width), resolveDefinite(style.maxWidth, room.width));
  const minHeight = resolveDefinite(style.minHeight, room.height) ?? 0;
  const asked = resolveDefinite(style.height, room.height);
  const definite = asked !== undefined ? asked - (typeof style.height === 'object' ? outer.top + outer.bottom : 0) : room.stretch;
  const inner: Room = {
    width: Math.max(0, width - edges.left - edges.right),
    height: definite === undefined ? undefined : Math.max(0, Math.max(definite, minHeight) - edges.top - edges.bottom),
  };
  const waiting = context.absolutes.length;
  const { items, height: contentHeight } = layoutContent(context, element, style, inner, minHeight - edges.top - edges.bottom);
  for (const item of items) {
    (item as { x: number }).x += edges.left;
    item.y += edges.top;
  }
  const content = contentHeight + edges.top + edges.bottom;
  const height = clamp(definite ?? content, minHeight, resolveDefinite(style.maxHeight, room.height));
  if (content > height + tolerance) reportOverflow(context, { element, by: content - height, axis: 'block', lines: linesIn(context, element, content - height) });
  const box: Box = { kind: 'box', element, style, x: 0, y: 0, width, height, children: items };
  if (style.display === 'list-item') box.children.unshift(...marker(context, element, style, edges, inner.width, items[0]));
  if (style.position === 'relative') {
    layoutAbsolutes(context, box, waiting);
    shiftRelative(box, style, element);
  }
  return box;
}

function shiftRelative(box: Box, style: ComputedStyle, element: DocumentElement): void {
  const at = (value: ComputedStyle['inset']['blockStart']) => (typeof value === 'number' ? value : undefined);
  const { inset } = style;
  const [left, right] = element.dir === 'ltr' ? [inset.inlineStart, inset.inlineEnd] : [inset.inlineEnd, inset.inlineStart];
  box.x += at(left) ?? -(at(right) ?? 0);
  box.y += at(inset.blockStart) ?? -(at(inset.blockEnd) ?? 0);
}

function linesIn(context: Context, element: DocumentElement, by: number): number {
  const style = context.styled.style(element);
  return Math.max(1, Math.ceil(by / (style.fontSize * 1.35)));
}

function layoutContent(context: Context, element: DocumentElement, style: ComputedStyle, room: Room, minHeight: number): { items: Item[]; height: number } {
  if (style.display === 'grid') return layoutGrid(context, element, style, room, Math.max(0, minHeight));
  const parts = partsOf(context, element, style, false);
  const only = parts[0];
  if (parts.length === 1 && only!.kind === 'inline') return layoutInline(context, { ...only!.source, tail: hasTail(element) }, room);
  return stack(context, parts, room);
}

/** Puts blocks below each other (CSS 2.1 §9.4.1). */
function stack(context: Context, parts: readonly Part[], room: Room): { items: Item[]; height: number } {
  const items: Item[] = [];
  let y = 0;
  let pending = 0;
  for (const part of parts) {
    if (part.kind === 'inline') {
      const { items: lines, height } = layoutInline(context, part.source, room);
      for (const line of lines) line.y += y + pending;
      items.push(...lines);
      y += pending + height;
      pending = 0;
      continue;
    }
    const outer = margins(part.style, room.width, part.element.parent?.dir ?? part.element.dir);
    const box = layoutElement(context, part.element, room);
    const size = outerSize(box);
    y += collapse(pending, outer.top);
    (box as { x: number }).x += part.element.parent?.dir === 'rtl' ? room.width - outer.right - size.width : outer.left;
    box.y += y;
    items.push(box);
    y += size.height;
    pending = outer.bottom;
  }
  return { items, height: y + pending };
}

function collapse(a: number, b: number): number {
  if (a >= 0 && b >= 0) return Math.max(a, b);
  return a < 0 && b < 0 ? Math.min(a, b) : a + b;
}

/** Border box of a laid out part: a picture carries its padding around it. */
export function outerSize(box: Box | PictureBox): { width: number; height: number } {
  return { width: box.width, height: box.height };
}

/** A picture with padding, border or background gets a box around it. */
function pictureInFrame(context: Context, element: DocumentElement, style: ComputedStyle, room: Room): Box | PictureBox {
  const picture = layoutPicture(context, element, room);
  const edges = frame(style, room.width, element.dir);
  if (edges.left + edges.right + edges.top + edges.bottom === 0 && style.backgroundColor === undefined) return { ...picture, x: 0, y: 0 };
  const width = picture.width + edges.left + edges.right;
  const height = picture.height + edges.top + edges.bottom;
  return { kind: 'box', element, style, x: 0, y: 0, width, height, children: [picture] };
}
