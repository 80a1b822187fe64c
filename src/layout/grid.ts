import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, TrackSize } from '../style/index.ts';
import { firstBaseline } from './baseline.ts';
import { layoutElement } from './block.ts';
import { type Context, type Item, type LaidItems, moved, type Room, tolerance } from './box.ts';
import { type Part, partsOf } from './box-generation.ts';
import { distributed } from './distribution.ts';
import { type Found, joined, nothing, overflowing } from './found.ts';
import type { BreakToken } from './fragmentation.ts';
import { columnItems, RowItem } from './grid-items.ts';
import { cellsOf, type Placed } from './grid-placement.ts';
import { auto, cellsFrom, distribute, rowsOfContent, totalOf, withAutos } from './grid-rows.ts';
import { layoutInline } from './inline.ts';
import { margins, resolve } from './lengths.ts';
import { columnsOf, sizeTracks, span } from './track-sizing.ts';
import { contentWidths } from './widths.ts';

/** Lays a grid container's content out (CSS Grid 1); `room` is its content box. */
export function layoutGrid(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  room: Room,
  minHeight: number,
  from?: BreakToken,
): LaidItems {
  const parts = partsOf(context, element);
  const templateColumns = columnsOf(style);
  const whole = cellsOf(parts, templateColumns.length, style.gridTemplateAreas);
  const { placed, templates } = leftAfter(whole, style.gridTemplateRows, from);
  let rowCount = templates.length;
  if (style.gridTemplateAreas.size > 0)
    for (const { row, rows } of style.gridTemplateAreas.values())
      rowCount = Math.max(rowCount, row + rows - (from?.part ?? 0));
  for (const { row, rows } of placed) rowCount = Math.max(rowCount, row + rows);
  const columnGap = resolve(style.columnGap, room.width);
  const rowGap = resolve(style.rowGap, room.height ?? 0);
  const { justifyContent } = style;
  const fills = justifyContent === 'normal' || justifyContent === 'stretch';
  const columns = context.done.columns(element, room.width, () =>
    sizeTracks(templateColumns, columnItems(context, whole), room.width, columnGap, fills),
  );
  const justified = distributed(
    justifyContent,
    columns.length,
    Math.max(0, room.width - span(columns, 0, columns.length, columnGap)),
  );
  const between = columnGap + justified.between;
  const widthOf = (item: Placed) => span(columns, item.column, item.columns, between);
  const measured: Measured[] = [];
  for (const item of placed)
    measured.push(
      measure(context, item, from?.beside?.get(item.index), { width: widthOf(item), height: undefined }),
    );
  const templateRows = rowCount > templates.length ? withAutos(templates, rowCount) : templates;
  const { height } = room;
  const raised = raisedToBaselines(style, placed, measured);
  const askedOf = (i: number) => measured[i]!.contribution + (raised?.[i] ?? 0);
  const rows =
    (templates.length === 0 ? rowsOfContent(rowCount, placed, askedOf) : undefined) ??
    sizeTracks(
      templateRows,
      placed.map((item, i) => new RowItem(item, askedOf(i))),
      height,
      rowGap,
      false,
    );
  let total = totalOf(rows, rowGap);
  const free = Math.max(0, (room.height ?? minHeight) - total);
  const spread = distribute(style, templateRows, height, rows, free);
  const tops: number[] = [];
  let y = spread.offset;
  for (const row of rows) {
    tops.push(y);
    y += row + rowGap + spread.between;
  }
  const items: Item[] = [];
  const founds: Found[] = [parts.found];
  for (let i = 0; i < placed.length; i++) {
    const item = placed[i]!;
    const area = { width: widthOf(item), height: span(rows, item.row, item.rows, rowGap + spread.between) };
    const before = span(columns, 0, item.column, between) + (item.column > 0 ? between : 0);
    const fromStart = justified.offset + before;
    const x = element.dir === 'ltr' ? fromStart : room.width - fromStart - area.width;
    const y = tops[item.row] ?? 0;
    founds.push(settle(context, style, element, item, measured[i]!, area, x, y, raised?.[i] ?? 0, items));
  }
  founds.push(tooWide(context, element, columns, columnGap, room));
  total = totalOf(rows, rowGap);
  const first = from?.part ?? 0;
  return {
    items,
    rows: { cells: cellsFrom(placed, first), first, ofTable: false },
    height: Math.max(total, Math.min(minHeight, total + free)),
    found: joined(founds),
    least: height === undefined ? total : leastOf(templateRows, placed, measured, rowGap),
  };
}

/** How high rows would be, about, that are only as high as what stands in one of them; pictures fill what is left. */
function leastOf(
  templates: readonly TrackSize[],
  placed: readonly Placed[],
  measured: readonly Measured[],
  gap: number,
): number {
  const rows = templates.map(leastRow);
  for (let i = 0; i < placed.length; i++) {
    const { part, row, rows: spanned } = placed[i]!;
    const { contribution, top, height } = measured[i]!;
    const isPicture = part.kind === 'element' && part.element.name === 'img';
    const asked = contribution === 0 && !isPicture ? top + height : contribution;
    if (spanned === 1) rows[row] = Math.max(rows[row]!, asked);
  }
  return totalOf(rows, gap);
}

function leastRow(size: TrackSize): number {
  const value = size.kind === 'length' ? size.value : size.kind === 'minmax' ? size.min : 0;
  return typeof value === 'number' ? value : 0;
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

/** What is left of a grid after a page's end: its first row may be what is left of one, as high as that. */
function leftAfter(
  whole: readonly Placed[],
  templates: readonly TrackSize[],
  from: BreakToken | undefined,
): { readonly placed: readonly Placed[]; readonly templates: readonly TrackSize[] } {
  if (from === undefined) return { placed: whole, templates };
  const divided = from.beside !== undefined;
  const placed = whole.flatMap((item) => {
    if (from.beside?.has(item.index) !== true && item.row < from.part + (divided ? 1 : 0)) return [];
    const row = Math.max(0, item.row - from.part);
    return [{ ...item, row, rows: item.row + item.rows - from.part - row }];
  });
  const rest = templates.slice(from.part);
  return { placed, templates: divided && rest.length > 0 ? [auto, ...rest.slice(1)] : rest };
}

/** An item laid out at its width, as tall as its content. */
interface Measured {
  readonly items: readonly Item[];
  /** Border box height. */
  readonly height: number;
  /** Margin box height that the item asks of its row; 0 when its height is a percentage of the row. */
  readonly contribution: number;
  /** Its margin above, pt. */
  readonly top: number;
  /** Where it goes on after a page's end. */
  readonly token: BreakToken | undefined;
  /** True when its content depends on its height even where that is the same. */
  readonly relative: boolean;
  /** What counts when it stays as it is. */
  readonly found: Found;
}

function measure(context: Context, { part }: Placed, token: BreakToken | undefined, room: Room): Measured {
  if (part.kind === 'inline') {
    const { items, height, found } = layoutInline(context, part.source, room, token?.offset);
    return { items, height, contribution: height, top: 0, token, relative: false, found };
  }
  const { box, found } = layoutElement(context, part.element, withFill(context, part, room), token);
  const outer = margins(part.style, room.width, part.element.parent!.dir);
  const ofRow = typeof part.style.height === 'object';
  return {
    items: [box],
    height: box.height,
    contribution: ofRow ? 0 : box.height + outer.top + outer.bottom,
    top: outer.top,
    token,
    relative: ofRow || hasRelativeHeight(context, part.element),
    found,
  };
}

/**
 * How far items go down so that those of a row that ask for it stand on one baseline (CSS Grid 1 §10.6); undefined: none
 * asks.
 */
function raisedToBaselines(
  container: ComputedStyle,
  placed: readonly Placed[],
  measured: readonly Measured[],
): readonly number[] | undefined {
  const asks = ({ part }: Placed) => {
    const own = part.kind === 'element' ? part.style.alignSelf : 'auto';
    return (own === 'auto' ? container.alignItems : own) === 'baseline';
  };
  let isAsked = false;
  for (const item of placed) isAsked ||= asks(item);
  if (!isAsked) return undefined;
  const lowest = new Map<number, number>();
  const baselines = placed.map((item, i) => (asks(item) ? baselineOf(measured[i]!) : undefined));
  placed.forEach(({ row }, i) => {
    const baseline = baselines[i];
    if (baseline !== undefined) lowest.set(row, Math.max(lowest.get(row) ?? 0, baseline));
  });
  return placed.map(({ row }, i) => (baselines[i] === undefined ? 0 : lowest.get(row)! - baselines[i]));
}

/** From the top of an item's margin box. */
function baselineOf({ items, top }: Measured): number {
  const [first] = items;
  return first === undefined ? 0 : top + firstBaseline(first);
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
  const { relative } = context.outline;
  let known = relative.get(element);
  if (known === undefined) {
    known = findRelativeHeight(context, element);
    relative.set(element, known);
  }
  return known;
}

function findRelativeHeight(context: Context, element: DocumentElement): boolean {
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    const { height, minHeight } = context.styled.style(child);
    if (typeof height === 'object' || typeof minHeight === 'object') return true;
    if (hasRelativeHeight(context, child)) return true;
  }
  return false;
}

/** Lays an item into its area, stretched or aligned, and puts what it consists of to the others; gives what was found. */
function settle(
  context: Context,
  container: ComputedStyle,
  element: DocumentElement,
  { part, index }: Placed,
  measured: Measured,
  area: { width: number; height: number },
  x: number,
  y: number,
  raised: number,
  items: Item[],
): Found {
  if (part.kind === 'inline') {
    const down = y + raised + alignOffset(container.alignItems, area.height - measured.height);
    for (const item of measured.items) items.push(moved(item, x, down, index));
    return measured.found;
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
    ({ box, found } = layoutElement(context, part.element, withFill(context, part, room), measured.token));
  }
  const down = stretches ? 0 : alignOffset(align, stretch - box.height);
  const free = area.width - outer.left - outer.right - box.width;
  const fromStart = style.justifySelf === 'center' ? free / 2 : style.justifySelf === 'end' ? free : 0;
  const right = x + outer.left + (element.dir === 'ltr' ? fromStart : free - fromStart);
  items.push(moved(box, right, y + outer.top + raised + down, index));
  return found;
}

function alignOffset(align: ComputedStyle['alignItems'], free: number): number {
  return align === 'center' ? free / 2 : align === 'end' ? free : 0;
}
