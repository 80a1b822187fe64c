import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import {
  type Box,
  type ColumnBreak,
  type Context,
  type Item,
  type LaidItems,
  moved,
  type Room,
  tolerance,
} from './box.ts';
import { bottomOf } from './broken-rows.ts';
import { type Found, joined } from './found.ts';
import { type BreakToken, breakBox } from './fragmentation.ts';
import { resolve } from './lengths.ts';

/** How near to the least height at which everything fits columns are balanced, pt. */
const fineness = 0.05;

export function hasColumns({ display, columnCount, columnWidth }: ComputedStyle): boolean {
  return (
    (columnCount !== 'auto' || columnWidth !== 'auto') && (display === 'block' || display === 'list-item')
  );
}

export interface Columns {
  readonly count: number;
  /** Of each, pt. */
  readonly width: number;
  readonly gap: number;
}

/** How many columns stand in a width, and how wide they are (CSS Multi-column Layout 1 §3.4). */
function columnsIn({ columnCount, columnWidth, columnGap }: ComputedStyle, width: number): Columns {
  const gap = resolve(columnGap, width);
  const most =
    columnWidth === 'auto'
      ? Number.POSITIVE_INFINITY
      : Math.floor((width + gap) / (columnWidth + gap) + 1e-9);
  const count = Math.max(1, Math.min(columnCount === 'auto' ? Number.POSITIVE_INFINITY : columnCount, most));
  return { count, gap, width: Math.max(0, (width - (count - 1) * gap) / count) };
}

/** Lays what is in an element out, one block below the other, from where it goes on. */
export type Flow = (context: Context, room: Room, from: BreakToken | undefined) => LaidItems;

/** A column that was filled; `rest`: where the next one begins. */
interface Column {
  readonly items: readonly Item[];
  readonly found: Found;
  readonly height: number;
  readonly rest: BreakToken | undefined;
}

/**
 * Lays the content of an element out in columns, balanced unless they are as high as the element says (CSS Multi-column
 * Layout 1 §7). `flow` lays it out in one. It is divided over pages by filling columns anew, as high as there is room.
 */
export function layoutColumns(
  outside: Context,
  element: DocumentElement,
  style: ComputedStyle,
  room: Room,
  from: BreakToken | undefined,
  flow: Flow,
): LaidItems {
  const context: Context = { ...outside, inColumns: true };
  const columns = columnsIn(style, room.width);
  const whole = flow(context, { width: columns.width, height: undefined }, from);
  const fill = (height: number, last: boolean) =>
    filled(context, element, style, columns, from, whole, flow, height, last);
  const { height } = room;
  const high = style.columnFill === 'auto' && height !== undefined ? height : balanced(columns, whole, fill);
  const laid = fill(height === undefined ? high : Math.min(high, height), true);
  const place = (column: Column, i: number) => {
    const start = i * (columns.width + columns.gap);
    const x = element.dir === 'ltr' ? start : room.width - start - columns.width;
    return column.items.map((item) => moved(item, x, 0));
  };
  const itemsOf = (all: readonly Column[], tall: number) => [
    ...all.flatMap(place),
    ...rules(element, style, columns, all.length, room.width, tall),
  ];
  const most = Math.max(0, ...laid.map((column) => column.height));
  const used = style.columnFill === 'auto' && height !== undefined ? Math.max(height, most) : most;
  const breakAt: ColumnBreak = (limit) => {
    const kept = fill(limit, false);
    const rest = kept.at(-1)?.rest;
    const fits = kept.every((column) => column.height <= limit + tolerance && column.items.length > 0);
    if (rest === undefined || !fits) return undefined;
    const tall = Math.max(...kept.map((column) => column.height));
    return { items: itemsOf(kept, tall), height: tall, rest };
  };
  return {
    items: itemsOf(laid, used),
    height: used,
    found: joined(laid.map(({ found }) => found)),
    breakAt,
  };
}

/** The least height at which everything fits its columns, to be found between what they share and all of it. */
function balanced(
  { count }: Columns,
  whole: LaidItems,
  fill: (height: number, last: boolean) => readonly Column[],
): number {
  const fits = (height: number) => {
    const all = fill(height, false);
    return all.at(-1)?.rest === undefined && all.every((column) => column.height <= height + tolerance);
  };
  let [low, high] = [whole.height / count, whole.height];
  if (fits(low)) return low;
  while (high - low > fineness) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Fills columns one after the other; with `last` the last of them takes all that is left. */
function filled(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  { count, width }: Columns,
  from: BreakToken | undefined,
  whole: LaidItems,
  flow: Flow,
  height: number,
  last: boolean,
): readonly Column[] {
  const all: Column[] = [];
  let token = from;
  for (let i = 0; i < count; i++) {
    const laid = i === 0 ? whole : flow(context, { width, height: undefined }, token);
    const isLast = last && i === count - 1;
    const column = isLast
      ? { ...laid, height: bottomOf(laid.items), rest: undefined }
      : broken(context, columnBox(element, style, width, laid), laid, height);
    all.push(column);
    token = column.rest;
    if (token === undefined) break;
  }
  return all;
}

/** What a column keeps of all that is left. */
function broken(context: Context, box: Box, laid: LaidItems, height: number): Column {
  const tooHigh = bottomOf(laid.items) > height + tolerance;
  const cut =
    breakBox(context, box, height, false) ?? (tooHigh ? breakBox(context, box, height, true) : undefined);
  if (cut === undefined) return { ...laid, height: bottomOf(laid.items), rest: undefined };
  const { children } = cut.head;
  return { items: children, found: laid.found, height: bottomOf(children), rest: cut.rest };
}

const noEdges = { top: 0, right: 0, bottom: 0, left: 0 };

/** All that is left as one box, to be divided. */
function columnBox(element: DocumentElement, style: ComputedStyle, width: number, laid: LaidItems): Box {
  return {
    kind: 'box',
    element,
    style: { ...style, height: 'auto', breakInside: 'auto' },
    x: 0,
    y: 0,
    width,
    height: laid.height,
    edges: noEdges,
    children: laid.items,
    part: undefined,
  };
}

/** Rules in the middle of the gaps between columns (§4.3): boxes without content, so artifacts. */
function rules(
  element: DocumentElement,
  style: ComputedStyle,
  { width, gap }: Columns,
  count: number,
  measure: number,
  height: number,
): Box[] {
  const { columnRule } = style;
  if (columnRule.width === 0) return [];
  const none = { ...columnRule, width: 0, style: 'none' as const };
  const border = { blockStart: none, blockEnd: none, inlineStart: columnRule, inlineEnd: none };
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => {
    const start = (i + 1) * (width + gap) - gap / 2 - columnRule.width / 2;
    return {
      kind: 'box',
      element: undefined,
      style: {
        ...style,
        position: 'static',
        transform: { kind: 'none' },
        backgroundColor: undefined,
        backgroundImage: undefined,
        border,
      },
      x: element.dir === 'ltr' ? start : measure - start - columnRule.width,
      y: 0,
      width: columnRule.width,
      height,
      edges: noEdges,
      children: [],
      part: undefined,
    } satisfies Box;
  });
}
