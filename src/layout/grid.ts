import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, TrackSize } from '../style/index.ts';
import { firstBaseline } from './baseline.ts';
import { layoutElement } from './block.ts';
import { type Context, type Item, type LaidItems, moved, type Room, tolerance } from './box.ts';
import { type Part, partsOf } from './box-generation.ts';
import { type Distribution, distributed } from './distribution.ts';
import { type Found, joined, nothing, overflowing } from './found.ts';
import type { BreakToken } from './fragmentation.ts';
import { columnItems, rowItems } from './grid-items.ts';
import { type Placed, place } from './grid-placement.ts';
import { layoutInline } from './inline.ts';
import { margins, resolve } from './lengths.ts';
import { columnsOf, sizeTracks, span, stretching } from './track-sizing.ts';
import { contentWidths } from './widths.ts';

const auto: TrackSize = { kind: 'auto' };

/** Lays a grid container's content out (CSS Grid 1); `room` is its content box. */
export function layoutGrid(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  room: Room,
  minHeight: number,
  from?: BreakToken,
): LaidItems {
  const { parts, found } = partsOf(context, element);
  const templateColumns = columnsOf(style);
  const whole = place(parts, templateColumns.length, style.gridTemplateAreas);
  const { placed, templates } = leftAfter(whole, style.gridTemplateRows, from);
  const areaRows = [...style.gridTemplateAreas.values()].map(
    ({ row, rows }) => row + rows - (from?.part ?? 0),
  );
  const rowCount = Math.max(templates.length, ...areaRows, ...placed.map((item) => item.row + item.rows), 0);
  const columnGap = resolve(style.columnGap, room.width);
  const rowGap = resolve(style.rowGap, room.height ?? 0);
  const { justifyContent } = style;
  const fills = justifyContent === 'normal' || justifyContent === 'stretch';
  const columns = sizeTracks(templateColumns, columnItems(context, whole), room.width, columnGap, fills);
  const justified = distributed(
    justifyContent,
    columns.length,
    Math.max(0, room.width - span(columns, 0, columns.length, columnGap)),
  );
  const between = columnGap + justified.between;
  const widthOf = (item: Placed) => span(columns, item.column, item.columns, between);
  const measured = placed.map((item) => measure(context, item, { width: widthOf(item), height: undefined }));
  const templateRows = Array.from({ length: rowCount }, (_, i) => templates[i] ?? auto);
  const { height } = room;
  const raised = raisedToBaselines(style, placed, measured);
  const asked = rowItems(
    placed,
    measured.map((m, i) => m.contribution + raised[i]!),
  );
  const rows = sizeTracks(templateRows, asked, height, rowGap, false);
  let total = rows.reduce((sum, row) => sum + row, 0) + Math.max(0, rows.length - 1) * rowGap;
  const free = Math.max(0, (room.height ?? minHeight) - total);
  const spread = distribute(style, stretching(templateRows, height), rows, free);
  const tops: number[] = [];
  let y = spread.offset;
  for (const row of rows) {
    tops.push(y);
    y += row + rowGap + spread.between;
  }
  const settled = placed.map((item, i) => {
    const area = { width: widthOf(item), height: span(rows, item.row, item.rows, rowGap + spread.between) };
    const before = span(columns, 0, item.column, between) + (item.column > 0 ? between : 0);
    const fromStart = justified.offset + before;
    const x = element.dir === 'ltr' ? fromStart : room.width - fromStart - area.width;
    return settle(context, style, element, item, measured[i]!, area, x, tops[item.row] ?? 0, raised[i]!);
  });
  total = rows.reduce((sum, row) => sum + row, 0) + Math.max(0, rows.length - 1) * rowGap;
  return {
    items: settled.flatMap(({ items }, i) => items.map((item) => moved(item, 0, 0, placed[i]!.index))),
    rows: {
      cells: placed.map(({ index, row, rows: spanned }) => ({
        part: index,
        row: row + (from?.part ?? 0),
        rows: spanned,
      })),
      first: from?.part ?? 0,
      ofTable: false,
    },
    height: Math.max(total, Math.min(minHeight, total + free)),
    found: joined([
      found,
      ...settled.map((item) => item.found),
      tooWide(context, element, columns, columnGap, room),
    ]),
  };
}

/** Columns that are wider together than their grid, as a long word makes them. */
function tooWide(
  context: Context,
  element: DocumentElement,
  columns: readonly number[],
  gap: number,
  room: Room,
): Found {
  const by = span(columns, 0, columns.length, gap) - room.width;
  return by > tolerance
    ? overflowing({ element: widestIn(context, element), by, axis: 'inline', lines: 1 })
    : nothing;
}

/** The innermost of those elements that ask for most width. */
function widestIn(context: Context, element: DocumentElement): DocumentElement {
  let widest: DocumentElement | undefined;
  let most = 0;
  for (const part of partsOf(context, element).parts) {
    if (part.kind === 'inline') continue;
    const { min } = contentWidths(context, part.element);
    if (min > most) [widest, most] = [part.element, min];
  }
  return widest === undefined || widest.name === 'img' ? element : widestIn(context, widest);
}

/** An item of a grid: which of its parts, and where it goes on after a page's end. */
interface Left extends Placed {
  readonly index: number;
  readonly token: BreakToken | undefined;
}

/** What is left of a grid after a page's end: its first row may be what is left of one, as high as that. */
function leftAfter(
  whole: readonly Placed[],
  templates: readonly TrackSize[],
  from: BreakToken | undefined,
): { readonly placed: readonly Left[]; readonly templates: readonly TrackSize[] } {
  const all = whole.map((item, index): Left => ({ ...item, index, token: from?.beside?.get(index) }));
  if (from === undefined) return { placed: all, templates };
  const divided = from.beside !== undefined;
  const placed = all.flatMap((item) => {
    if (item.token === undefined && item.row < from.part + (divided ? 1 : 0)) return [];
    const row = Math.max(0, item.row - from.part);
    return [{ ...item, row, rows: item.row + item.rows - from.part - row }];
  });
  const rest = templates.slice(from.part);
  return { placed, templates: divided && rest.length > 0 ? [auto, ...rest.slice(1)] : rest };
}

/** Free block space between the rows (CSS Box Alignment 3 §5.3); `stretch` makes the `autos` among them taller. */
function distribute(
  style: ComputedStyle,
  autos: readonly number[],
  rows: number[],
  free: number,
): Distribution {
  if (style.alignContent !== 'stretch') return distributed(style.alignContent, rows.length, free);
  for (const i of autos) rows[i]! += free / autos.length;
  return { offset: 0, between: 0 };
}

/** An item laid out at its width, as tall as its content. */
interface Measured {
  readonly items: readonly Item[];
  /** Border box height. */
  readonly height: number;
  /** Margin box height that the item asks of its row; 0 when its height is a percentage of the row. */
  readonly contribution: number;
  /** From the top of its margin box. */
  readonly baseline: number;
  /** True when its content depends on its height even where that is the same. */
  readonly relative: boolean;
  /** What counts when it stays as it is. */
  readonly found: Found;
}

function measure(context: Context, { part, token }: Left, room: Room): Measured {
  if (part.kind === 'inline') {
    const lines = layoutInline(context, part.source, room, token?.offset);
    const [line] = lines.items;
    const baseline = line === undefined ? 0 : firstBaseline(line);
    return { ...lines, contribution: lines.height, baseline, relative: false };
  }
  const { box, found } = layoutElement(context, part.element, withFill(context, part, room), token);
  const outer = margins(part.style, room.width, part.element.parent!.dir);
  const ofRow = typeof part.style.height === 'object';
  return {
    items: [box],
    height: box.height,
    contribution: ofRow ? 0 : box.height + outer.top + outer.bottom,
    baseline: outer.top + firstBaseline(box),
    relative: ofRow || hasRelativeHeight(context, part.element),
    found,
  };
}

/** How far items go down so that those of a row that ask for it stand on one baseline (CSS Grid 1 §10.6). */
function raisedToBaselines(
  container: ComputedStyle,
  placed: readonly Placed[],
  measured: readonly Measured[],
): number[] {
  const lowest = new Map<number, number>();
  const asks = placed.map(({ part }) => {
    const own = part.kind === 'element' ? part.style.alignSelf : 'auto';
    return (own === 'auto' ? container.alignItems : own) === 'baseline';
  });
  placed.forEach(({ row }, i) => {
    if (asks[i]) lowest.set(row, Math.max(lowest.get(row) ?? 0, measured[i]!.baseline));
  });
  return placed.map(({ row }, i) => (asks[i] ? lowest.get(row)! - measured[i]!.baseline : 0));
}

/** An item that is not stretched in the inline axis is as wide as its content. */
function withFill(context: Context, part: Part & { kind: 'element' }, room: Room): Room {
  if (part.style.justifySelf === 'stretch' || part.element.name === 'img') return room;
  const outer = margins(part.style, room.width, part.element.parent!.dir);
  const across = outer.left + outer.right;
  return { ...room, fill: Math.min(room.width, contentWidths(context, part.element).max + 0.01) - across };
}

/** Does something in the element ask for a percentage of a height that only stretching makes definite? */
function hasRelativeHeight(context: Context, element: DocumentElement): boolean {
  return element.children.some((child) => {
    if (child.kind === 'text') return false;
    const { height, minHeight } = context.styled.style(child);
    return typeof height === 'object' || typeof minHeight === 'object' || hasRelativeHeight(context, child);
  });
}

/** Lays an item into its area: stretched or aligned. */
function settle(
  context: Context,
  container: ComputedStyle,
  element: DocumentElement,
  { part, token }: Left,
  measured: Measured,
  area: { width: number; height: number },
  x: number,
  y: number,
  raised: number,
): Pick<LaidItems, 'items' | 'found'> {
  if (part.kind === 'inline') {
    const down = y + raised + alignOffset(container.alignItems, area.height - measured.height);
    return { items: measured.items.map((item) => moved(item, x, down)), found: measured.found };
  }
  const { style } = part;
  const outer = margins(style, area.width, element.dir);
  const align = style.alignSelf === 'auto' ? container.alignItems : style.alignSelf;
  const stretches = align === 'stretch' && style.height === 'auto' && part.element.name !== 'img';
  const stretch = area.height - outer.top - outer.bottom;
  let { found } = measured;
  let box = measured.items[0]!;
  if (measured.relative || (stretches && Math.abs(box.height - stretch) > 1e-6)) {
    const room: Room = { width: area.width, height: area.height, ...(stretches ? { stretch } : {}) };
    ({ box, found } = layoutElement(context, part.element, withFill(context, part, room), token));
  }
  const down = stretches ? 0 : alignOffset(align, stretch - box.height);
  const free = area.width - outer.left - outer.right - box.width;
  const fromStart = style.justifySelf === 'center' ? free / 2 : style.justifySelf === 'end' ? free : 0;
  const right = x + outer.left + (element.dir === 'ltr' ? fromStart : free - fromStart);
  return { items: [moved(box, right, y + outer.top + raised + down)], found };
}

function alignOffset(align: ComputedStyle['alignItems'], free: number): number {
  return align === 'center' ? free / 2 : align === 'end' ? free : 0;
}
