import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import {
  type Box,
  type Context,
  type Item,
  type Laid,
  type LaidItems,
  moved,
  type Room,
  tolerance,
} from './box.ts';
import { type Part, partsOf } from './box-generation.ts';
import {
  adjoining,
  closed,
  collapsed,
  inside,
  isInBlockFlow,
  type Margin,
  marginOf,
  noMargin,
  type Openness,
  opennessOf,
  outerOf,
} from './collapsing-margins.ts';
import { hasColumns, layoutColumns } from './columns.ts';
import { layoutFlex } from './flex.ts';
import { type Found, joined, nothing, overflowing } from './found.ts';
import type { BreakToken } from './fragmentation.ts';
import { layoutGrid } from './grid.ts';
import { layoutInline, linesIn } from './inline.ts';
import {
  blockStartX,
  clamp,
  directionAround,
  frame,
  margins,
  relativeOffset,
  resolveDefinite,
} from './lengths.ts';
import { marker } from './list.ts';
import { layoutAbsolutes } from './position.ts';
import { layoutPicture } from './replaced.ts';
import { layoutTable } from './table.ts';
import { filling, leastWidth } from './table-columns.ts';

/**
 * Lays an element out in a room. Its x and y are 0 but for `position: relative`, its margins are the caller's.
 * `outer` says which margins of what is in it stick out at its start and end (CSS 2.1 §8.3.1).
 */
export function layoutElement(
  context: Context,
  element: DocumentElement,
  room: Room,
  from?: BreakToken,
): Laid {
  if (from !== undefined) return layoutBox(context, element, room, from);
  const { done } = context;
  const style = context.styled.style(element);
  return (
    done.box(element, style, room) ??
    done.keepBox(
      element,
      room,
      element.name === 'img' ? pictureInFrame(context, element, room) : layoutBox(context, element, room),
    )
  );
}

function layoutBox(context: Context, element: DocumentElement, room: Room, from?: BreakToken): Laid {
  const style = context.styled.style(element);
  const edges = frame(style, room.width, element.dir);
  const outer = margins(style, room.width, directionAround(element));
  const fill = room.fill ?? filling(context, element, style, room.width - outer.left - outer.right);
  const wanted = clamp(
    (room.isCell ? undefined : resolveDefinite(style.width, room.width)) ?? fill,
    resolveDefinite(style.minWidth, room.width) ?? 0,
    resolveDefinite(style.maxWidth, room.width),
  );
  const width = Math.max(wanted, edges.left + edges.right, leastWidth(context, element, style));
  const level = context.levels?.get(element) ?? 0;
  const minHeight =
    from === undefined ? Math.max(level, resolveDefinite(style.minHeight, room.height) ?? 0) : 0;
  const asked = resolveDefinite(style.height, room.height);
  const definite =
    from?.remains !== undefined
      ? from.remains
      : asked !== undefined
        ? asked - (typeof style.height === 'object' ? outer.top + outer.bottom : 0)
        : room.stretch;
  const inner: Room = {
    width: Math.max(0, width - edges.left - edges.right),
    height:
      definite === undefined
        ? undefined
        : Math.max(0, Math.max(definite, minHeight) - edges.top - edges.bottom),
  };
  const open = opennessOf(
    isInBlockFlow(context, element, style) && !hasColumns(style),
    edges,
    definite !== undefined,
    from !== undefined,
  );
  const content = layoutContent(
    context,
    element,
    style,
    inner,
    minHeight - edges.top - edges.bottom,
    open,
    from,
  );
  const needed = content.height + edges.top + edges.bottom;
  const height = clamp(definite ?? needed, minHeight, resolveDefinite(style.maxHeight, room.height));
  const found = [
    tooWide(element, style, width + outer.left + outer.right - room.width),
    content.found,
    tooHigh(context, element, needed - height),
  ];
  let children = content.items;
  if (edges.left !== 0 || edges.top !== 0)
    children = children.map((item) => moved(item, edges.left, edges.top));
  if (style.display === 'list-item' && from === undefined) {
    const marked = marker(context, element, style, edges, inner.width, children[0]);
    children = [...marked.items, ...children];
    found.push(marked.found);
  }
  const { x, y } = relativeOffset(style, element, room);
  const { rows, breakAt } = content;
  const box: Box = {
    kind: 'box',
    element,
    style,
    x,
    y,
    width,
    height,
    edges,
    children,
    part: undefined,
    repeats: undefined,
    rows,
    breakAt,
  };
  const laid: Laid = {
    box,
    found: joined(found),
    outer: outerOf(content.outer, open, height, needed),
    least: (content.least ?? content.height) + edges.top + edges.bottom,
  };
  return style.position === 'relative' ? holdingAbsolutes(context, laid) : laid;
}

/** A box with the absolutely positioned elements that waited for it. A picture has none. */
export function holdingAbsolutes(context: Context, laid: Laid): Laid {
  const { box, found } = laid;
  if (box.kind !== 'box' || found.waiting.length === 0) return laid;
  const absolutes = layoutAbsolutes(context, box, found.waiting);
  return {
    ...laid,
    box: { ...box, children: [...box.children, ...absolutes.items] },
    found: joined([{ ...found, waiting: [] }, absolutes.found]),
  };
}

/** A box wider than the room it stands in; absolutely positioned ones may be, as long as they stay on the page. */
function tooWide(element: DocumentElement, style: ComputedStyle, by: number): Found {
  return by > tolerance && style.position !== 'absolute'
    ? overflowing({ element, by, axis: 'inline', lines: 1 })
    : nothing;
}

function tooHigh(context: Context, element: DocumentElement, by: number): Found {
  return by > tolerance
    ? overflowing({ element, by, axis: 'block', lines: linesIn(context, element, by) })
    : nothing;
}

/** With `from`, only what comes after the break (CSS Fragmentation 3 §2). */
function layoutContent(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  room: Room,
  minHeight: number,
  open: Openness,
  from: BreakToken | undefined,
): LaidItems {
  if (style.display === 'table') return layoutTable(context, element, room, from);
  if (style.display === 'flex')
    return layoutFlex(context, element, style, room, Math.max(0, minHeight), from);
  if (style.display === 'grid')
    return layoutGrid(context, element, style, room, Math.max(0, minHeight), from);
  const { parts, found } = partsOf(context, element);
  const stacked = hasColumns(style)
    ? layoutColumns(context, element, style, room, from, (inner, column, token) =>
        stack(inner, parts, column, closed, token),
      )
    : stack(context, parts, room, open, from);
  // Before the break the element's own absolutely positioned children had their place.
  return from === undefined && found !== nothing
    ? { ...stacked, found: joined([found, stacked.found]) }
    : stacked;
}

/** Puts blocks below each other (CSS 2.1 §9.4.1); their margins are one where nothing parts them (§8.3.1). */
function stack(
  context: Context,
  parts: readonly Part[],
  room: Room,
  open: Openness,
  from: BreakToken | undefined,
): LaidItems {
  const items: Item[] = [];
  const found: Found[] = [];
  /** Where what stands so far ends, and the margins that adjoin there. */
  let y = 0;
  let pending = noMargin;
  /** The margins that stick out at the start, once something stands below them. */
  let start: Margin | undefined;
  const settle = () => {
    if (start === undefined && open.start) start = pending;
    else {
      start ??= noMargin;
      y += collapsed(pending);
    }
    pending = noMargin;
  };
  for (let i = from?.part ?? 0; i < parts.length; i++) {
    const each = parts[i]!;
    const token = i === from?.part ? from : undefined;
    if (each.kind === 'inline') {
      const lines = layoutInline(context, each.source, room, token?.offset);
      found.push(lines.found);
      if (lines.items.length === 0) continue;
      settle();
      for (const line of lines.items) items.push(moved(line, 0, y, i));
      y += lines.height;
      continue;
    }
    const direction = directionAround(each.element);
    const margin = margins(each.style, room.width, direction);
    const { box, found: inBox, outer = inside } = layoutElement(context, each.element, room, token?.inner);
    found.push(inBox);
    const x = blockStartX(each.style, margin, box.width, room.width, direction);
    // At the top of a page or column that begins where another was full the margin goes (CSS Fragmentation 3 §5.2).
    const isTop = i === from?.part && from.forced === undefined;
    const before = isTop ? noMargin : adjoining(marginOf(margin.top), outer.start);
    pending = adjoining(pending, before);
    if (outer.through) {
      const above = start === undefined && open.start ? 0 : collapsed(pending);
      items.push(moved(box, x, y + above, i));
      pending = adjoining(pending, marginOf(margin.bottom));
      continue;
    }
    settle();
    items.push(moved(box, x, y, i));
    y += box.height;
    pending = adjoining(outer.end, marginOf(margin.bottom));
  }
  /** Nothing but empty boxes: their margins are one with that above them, or with all around. */
  const isEmpty = start === undefined && open.start;
  const atEnd = !isEmpty && open.end;
  return {
    items,
    height: y + (isEmpty || atEnd ? 0 : collapsed(pending)),
    found: joined(found),
    outer: {
      start: isEmpty ? pending : (start ?? noMargin),
      end: atEnd ? pending : noMargin,
      through: isEmpty && open.end,
    },
  };
}

/** A picture with padding, border or background gets a box around it. */
function pictureInFrame(context: Context, element: DocumentElement, room: Room): Laid {
  const style = context.styled.style(element);
  const picture = layoutPicture(context, element, room);
  const edges = frame(style, room.width, element.dir);
  const outer = margins(style, room.width, directionAround(element));
  const wide = picture.width + edges.left + edges.right + outer.left + outer.right;
  const found = tooWide(element, style, wide - room.width);
  const hasGround = (style.backgroundColor ?? style.backgroundImage) !== undefined;
  if (edges.left + edges.right + edges.top + edges.bottom === 0 && !hasGround)
    return { box: { ...picture, x: 0, y: 0 }, found, outer: undefined, least: undefined };
  const width = picture.width + edges.left + edges.right;
  const height = picture.height + edges.top + edges.bottom;
  const box: Box = {
    kind: 'box',
    element,
    style,
    x: 0,
    y: 0,
    width,
    height,
    edges,
    children: [picture],
    part: undefined,
    repeats: undefined,
    rows: undefined,
    breakAt: undefined,
  };
  return { box, found, outer: undefined, least: undefined };
}
