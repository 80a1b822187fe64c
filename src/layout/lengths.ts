import type { Direction, DocumentElement } from '../document/index.ts';
import type { ComputedStyle, Length } from '../style/index.ts';

/** A length in pt; percentages count from `base`. */
export function resolve(value: Length, base: number): number {
  if (typeof value === 'number') return value;
  const { percent, plus = 0, least = Number.NEGATIVE_INFINITY } = value;
  return Math.max(least, (percent / 100) * base + plus);
}

/** As {@link resolve}; undefined for `auto`, and for a percentage of something not definite (CSS 2.1 §10.5). */
export function resolveDefinite(
  value: Length | 'auto' | 'none',
  base: number | undefined,
): number | undefined {
  if (value === 'auto' || value === 'none') return undefined;
  if (typeof value === 'number') return value;
  return base === undefined ? undefined : resolve(value, base);
}

/** Physical edges, pt. */
export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Edges by the sides of a direction. Asked for every box: nothing is made but the edges. */
function physical(top: number, bottom: number, start: number, end: number, direction: Direction): Edges {
  return direction === 'ltr'
    ? { top, right: end, bottom, left: start }
    : { top, right: start, bottom, left: end };
}

/** Border and padding together; percentages count from the containing block's width (CSS 2.1 §8.4). */
export function frame(style: ComputedStyle, width: number, direction: Direction): Edges {
  const { padding, border } = style;
  return physical(
    resolve(padding.blockStart, width) + border.blockStart.width,
    resolve(padding.blockEnd, width) + border.blockEnd.width,
    resolve(padding.inlineStart, width) + border.inlineStart.width,
    resolve(padding.inlineEnd, width) + border.inlineEnd.width,
    direction,
  );
}

/** Widths of the borders alone. */
export function borderEdges({ border }: ComputedStyle, direction: Direction): Edges {
  const { blockStart, blockEnd, inlineStart, inlineEnd } = border;
  return physical(blockStart.width, blockEnd.width, inlineStart.width, inlineEnd.width, direction);
}

/** The direction that an element's own margins and place count in: its containing block's. */
export function directionAround(element: DocumentElement): Direction {
  return element.parent?.dir ?? element.dir;
}

/** Margins; `auto` is 0, see {@link blockStartX}. */
export function margins(style: ComputedStyle, width: number, direction: Direction): Edges {
  const { blockStart, blockEnd, inlineStart, inlineEnd } = style.margin;
  return physical(
    marginIn(blockStart, width),
    marginIn(blockEnd, width),
    marginIn(inlineStart, width),
    marginIn(inlineEnd, width),
    direction,
  );
}

function marginIn(value: Length | 'auto', width: number): number {
  return value === 'auto' ? 0 : resolve(value, width);
}

/**
 * Where a block starts in a room of `width`, from the left: `auto` margins take the free space (CSS 2.1 §10.3.3), else
 * the block stands at the inline start.
 */
export function blockStartX(
  style: ComputedStyle,
  outer: Edges,
  box: number,
  width: number,
  direction: Direction,
): number {
  const free = width - outer.left - outer.right - box;
  const { inlineStart, inlineEnd } = style.margin;
  const before = inlineStart !== 'auto' || free < 0 ? 0 : inlineEnd === 'auto' ? free / 2 : free;
  return direction === 'ltr' ? outer.left + before : width - outer.right - before - box;
}

export function clamp(value: number, min: number, max: number | undefined): number {
  return Math.max(min, max === undefined ? value : Math.min(value, max));
}

/** How far relative positioning moves a box (CSS Position 3 §3.2). */
export function relativeOffset(
  { position, inset }: ComputedStyle,
  element: DocumentElement,
  room: { readonly width: number; readonly height?: number | undefined },
): { readonly x: number; readonly y: number } {
  if (position !== 'relative') return { x: 0, y: 0 };
  const [left, right] =
    directionAround(element) === 'ltr'
      ? [inset.inlineStart, inset.inlineEnd]
      : [inset.inlineEnd, inset.inlineStart];
  return {
    x: resolveDefinite(left, room.width) ?? -(resolveDefinite(right, room.width) ?? 0),
    y: resolveDefinite(inset.blockStart, room.height) ?? -(resolveDefinite(inset.blockEnd, room.height) ?? 0),
  };
}
