import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, TrackSize } from '../style/index.ts';
import { layoutElement, type Part, partsOf } from './block.ts';
import type { Box, Context, Item, PictureBox, Room } from './box.ts';
import { inlineWidths, layoutInline } from './inline.ts';
import { margins, resolve } from './lengths.ts';
import { contentWidths } from './widths.ts';

/** An item in its cells, counted from 0. */
interface Placed {
  readonly part: Part;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

const auto: TrackSize = { kind: 'auto' };

/** Lays a grid container's content out (CSS Grid 1); `room` is its content box. */
export function layoutGrid(context: Context, element: DocumentElement, style: ComputedStyle, room: Room, minHeight: number): { items: Item[]; height: number } {
  const parts = withTails(partsOf(context, element, style, true), element);
  const templateColumns = style.gridTemplateColumns.length > 0 ? style.gridTemplateColumns : [{ kind: 'fr', value: 1 } as const];
  const placed = place(parts, templateColumns.length);
  const rowCount = Math.max(style.gridTemplateRows.length, ...placed.map((item) => item.row + item.rows), 0);
  const columnGap = resolve(style.columnGap, room.width);
  const rowGap = resolve(style.rowGap, room.height ?? 0);
  const columns = columnSizes(context, placed, templateColumns, room.width, columnGap);
  const widthOf = (item: Placed) => span(columns, item.column, item.columns, columnGap);
  const measured = placed.map((item) => layoutPart(context, item.part, { width: widthOf(item), height: undefined }));
  const templateRows = Array.from({ length: rowCount }, (_, i) => style.gridTemplateRows[i] ?? auto);
  const { height } = room;
  const rows = rowSizes(placed, measured, templateRows, height, rowGap);
  let total = rows.reduce((sum, row) => sum + row, 0) + Math.max(0, rows.length - 1) * rowGap;
  const free = Math.max(0, (room.height ?? minHeight) - total);
  const { offset, between } = distribute(style, templateRows, rows, free);
  const tops: number[] = [];
  let y = offset;
  for (const row of rows) {
    tops.push(y);
    y += row + rowGap + between;
  }
  const items = placed.flatMap((item, i) => {
    const area = { width: widthOf(item), height: span(rows, item.row, item.rows, rowGap + between) };
    const fromStart = span(columns, 0, item.column, columnGap) + (item.column > 0 ? columnGap : 0);
    const x = element.dir === 'ltr' ? fromStart : room.width - fromStart - area.width;
    return settle(context, style, element, item.part, measured[i]!, area, x, tops[item.row] ?? 0);
  });
  total = rows.reduce((sum, row) => sum + row, 0) + Math.max(0, rows.length - 1) * rowGap;
  return { items, height: Math.max(total, Math.min(minHeight, total + free)) };
}

function span(sizes: readonly number[], from: number, count: number, gap: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += sizes[i] ?? 0;
  return sum + Math.max(0, count - 1) * gap;
}

/** A stretch of text between elements keeps the space that stood at its end. */
function withTails(parts: Part[], element: DocumentElement): Part[] {
  return parts.map((part, i) => {
    if (part.kind !== 'inline' || i === parts.length - 1) return part;
    const last = part.source.nodes.at(-1);
    const tail = last?.kind === 'text' && /\s$/.test(last.text) && element.children.length > 0;
    return tail ? { kind: 'inline', source: { ...part.source, tail } } : part;
  });
}

/** Explicit places first said, others in order, row by row (CSS Grid 1 §8.5, sparse). */
function place(parts: readonly Part[], columnCount: number): Placed[] {
  const taken = new Set<string>();
  const isFree = (row: number, column: number, rows: number, columns: number) => {
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) if (taken.has(`${r},${c}`)) return false;
    return true;
  };
  const take = (item: Placed) => {
    for (let r = item.row; r < item.row + item.rows; r++) for (let c = item.column; c < item.column + item.columns; c++) taken.add(`${r},${c}`);
    return item;
  };
  const wanted = parts.map((part) => {
    const style = part.kind === 'element' ? part.style : undefined;
    return { part, column: style?.gridColumn, row: style?.gridRow };
  });
  const result = new Map<Part, Placed>();
  for (const { part, column, row } of wanted)
    if (column !== undefined && row !== undefined)
      result.set(part, take({ part, column: column.start - 1, columns: column.span, row: row.start - 1, rows: row.span }));
  let [r, c] = [0, 0];
  for (const { part, column, row } of wanted) {
    if (result.has(part)) continue;
    const columns = Math.min(column?.span ?? 1, columnCount);
    const rows = row?.span ?? 1;
    if (row !== undefined) [r, c] = [row.start - 1, 0];
    if (column !== undefined) {
      if (column.start - 1 < c) r++;
      c = column.start - 1;
      while (!isFree(r, c, rows, columns)) r++;
    } else
      while (c + columns > columnCount || !isFree(r, c, rows, columns)) {
        c++;
        if (c + columns > columnCount) [r, c] = [r + 1, 0];
      }
    result.set(part, take({ part, column: c, columns, row: r, rows }));
  }
  return parts.map((part) => result.get(part)!);
}

function columnSizes(context: Context, placed: readonly Placed[], tracks: readonly TrackSize[], width: number, gap: number): number[] {
  const widths = tracks.map((track, column) => {
    const items = placed.filter((item) => item.column === column && item.columns === 1);
    const content = items.map((item) => (item.part.kind === 'inline' ? inlineWidths(context, item.part.source, { width, height: undefined }) : contentWidths(context, item.part.element)));
    const needed = track.kind === 'auto' || (track.kind === 'minmax' && (track.min === 'auto' || track.max === 'auto'));
    return { min: needed ? Math.max(0, ...content.map((w) => w.min)) : 0, max: needed ? Math.max(0, ...content.map((w) => w.max)) : 0 };
  });
  const available = width - Math.max(0, tracks.length - 1) * gap;
  const base = tracks.map((track, i) => {
    if (track.kind === 'length') return resolve(track.value, width);
    if (track.kind === 'minmax') return track.min === 'auto' ? widths[i]!.min : resolve(track.min, width);
    return track.kind === 'auto' ? widths[i]!.min : 0;
  });
  const limit = tracks.map((track, i) => {
    if (track.kind === 'auto') return widths[i]!.max;
    if (track.kind !== 'minmax') return base[i]!;
    return track.max === 'auto' ? widths[i]!.max : typeof track.max === 'object' && 'fr' in track.max ? base[i]! : Math.max(base[i]!, resolve(track.max, width));
  });
  const sizes = grow(base, limit, available);
  const flexible = shareFr(tracks, sizes, available);
  if (tracks.some((track) => frOf(track) > 0)) return flexible;
  const autos = tracks.flatMap((track, i) => (track.kind === 'auto' ? [i] : []));
  const left = available - flexible.reduce((sum, size) => sum + size, 0);
  if (left > 0) for (const i of autos) flexible[i]! += left / autos.length;
  return flexible;
}

function frOf(track: TrackSize): number {
  if (track.kind === 'fr') return track.value;
  return track.kind === 'minmax' && typeof track.max === 'object' && 'fr' in track.max ? track.max.fr : 0;
}

/** Maximize tracks: free space goes equally to all below their limit (CSS Grid 1 §12.6). */
function grow(base: readonly number[], limit: readonly number[], available: number): number[] {
  const sizes = [...base];
  let free = available - sizes.reduce((sum, size) => sum + size, 0);
  for (let round = 0; round < sizes.length && free > 1e-6; round++) {
    const open = sizes.flatMap((size, i) => (size < limit[i]! - 1e-9 ? [i] : []));
    if (open.length === 0) break;
    const share = free / open.length;
    for (const i of open) {
      const more = Math.min(share, limit[i]! - sizes[i]!);
      sizes[i]! += more;
      free -= more;
    }
  }
  return sizes;
}

/** Expand flexible tracks: what is left goes to `fr` tracks by their factor, none below its base (§12.7). */
function shareFr(tracks: readonly TrackSize[], base: readonly number[], available: number): number[] {
  const sizes = [...base];
  let flexible = tracks.flatMap((track, i) => (frOf(track) > 0 ? [i] : []));
  for (;;) {
    const fixed = sizes.reduce((sum, size, i) => (flexible.includes(i) ? sum : sum + size), 0);
    const factors = flexible.reduce((sum, i) => sum + frOf(tracks[i]!), 0);
    const one = Math.max(0, available - fixed) / Math.max(1, factors);
    const tooSmall = flexible.filter((i) => one * frOf(tracks[i]!) < base[i]! - 1e-9);
    if (tooSmall.length === 0) {
      for (const i of flexible) sizes[i] = one * frOf(tracks[i]!);
      return sizes;
    }
    for (const i of tooSmall) sizes[i] = base[i]!;
    flexible = flexible.filter((i) => !tooSmall.includes(i));
  }
}

function rowSizes(placed: readonly Placed[], measured: readonly Measured[], tracks: readonly TrackSize[], height: number | undefined, gap: number): number[] {
  const content = tracks.map((_, row) => Math.max(0, ...placed.flatMap((item, i) => (item.row === row && item.rows === 1 ? [measured[i]!.contribution] : []))));
  const base = tracks.map((track, row) => {
    if (track.kind === 'length') return resolve(track.value, height ?? 0);
    if (track.kind === 'minmax') return track.min === 'auto' ? content[row]! : resolve(track.min, height ?? 0);
    return content[row]!;
  });
  spread(placed, measured, tracks, base, gap);
  if (height === undefined)
    return base.map((size, row) => {
      const track = tracks[row]!;
      return track.kind === 'minmax' && track.min !== 'auto' ? Math.max(size, Math.min(content[row]!, maxOf(track, content[row]!))) : size;
    });
  const available = height - Math.max(0, tracks.length - 1) * gap;
  const limit = tracks.map((track, row) => (track.kind === 'minmax' && frOf(track) === 0 ? Math.max(base[row]!, maxOf(track, content[row]!)) : base[row]!));
  return shareFr(tracks, grow(base, limit, available), available);
}

function maxOf(track: TrackSize & { kind: 'minmax' }, content: number): number {
  if (track.max === 'auto') return content;
  if (typeof track.max === 'number') return track.max;
  return 'fr' in track.max ? content : resolve(track.max, 0);
}

/** An item over several rows makes the last row of its own that may grow tall enough. */
function spread(placed: readonly Placed[], measured: readonly Measured[], tracks: readonly TrackSize[], base: number[], gap: number): void {
  placed.forEach((item, i) => {
    if (item.rows === 1) return;
    const short = measured[i]!.contribution - span(base, item.row, item.rows, gap);
    if (short <= 0) return;
    for (let row = item.row + item.rows - 1; row >= item.row; row--)
      if (tracks[row]!.kind !== 'length') {
        base[row]! += short;
        return;
      }
  });
}

/** Free block space between the rows (CSS Box Alignment 3 §5.3); `stretch` makes the auto rows themselves taller. */
function distribute(style: ComputedStyle, tracks: readonly TrackSize[], rows: number[], free: number): { offset: number; between: number } {
  const count = rows.length;
  switch (style.alignContent) {
    case 'stretch': {
      const autos = tracks.flatMap((track, i) => (track.kind === 'auto' ? [i] : []));
      for (const i of autos) rows[i]! += free / autos.length;
      return { offset: 0, between: 0 };
    }
    case 'center':
      return { offset: free / 2, between: 0 };
    case 'end':
      return { offset: free, between: 0 };
    case 'space-between':
      return { offset: 0, between: count > 1 ? free / (count - 1) : 0 };
    case 'space-evenly':
      return { offset: free / (count + 1), between: free / (count + 1) };
    default:
      return { offset: 0, between: 0 };
  }
}

interface Measured {
  readonly items: Item[];
  /** Border box height. */
  readonly height: number;
  /** Margin box height that the item asks of its row; 0 when its height is a percentage of the row. */
  readonly contribution: number;
  /** True when a definite height would change the content. */
  readonly elastic: boolean;
}

function layoutPart(context: Context, part: Part, room: Room): Measured {
  if (part.kind === 'inline') {
    const { items, height } = layoutInline(context, part.source, room);
    return { items, height, contribution: height, elastic: false };
  }
  const box = layoutElement(context, part.element, withFill(context, part, room));
  const outer = margins(part.style, room.width, part.element.dir);
  const relative = typeof part.style.height === 'object';
  const contribution = relative ? 0 : box.height + outer.top + outer.bottom;
  return { items: [box], height: box.height, contribution, elastic: relative || isElastic(context, part.element) };
}

/** An item that is not stretched in the inline axis is as wide as its content. */
function withFill(context: Context, part: Part & { kind: 'element' }, room: Room): Room {
  if (part.style.justifySelf === 'stretch' || part.element.name === 'img') return room;
  const outer = margins(part.style, room.width, part.element.dir);
  const across = outer.left + outer.right;
  return { ...room, fill: Math.min(room.width, contentWidths(context, part.element).max + 0.01) - across };
}

/** Does the content of the element depend on its height: a grid, or something with a percentage height? */
function isElastic(context: Context, element: DocumentElement): boolean {
  const style = context.styled.style(element);
  if (style.display === 'grid') return true;
  return element.children.some((child) => child.kind === 'element' && (typeof context.styled.style(child).height === 'object' || isElastic(context, child)));
}

/** Lays an item into its area: stretched or aligned. */
function settle(context: Context, container: ComputedStyle, element: DocumentElement, part: Part, measured: Measured, area: { width: number; height: number }, x: number, y: number): Item[] {
  if (part.kind === 'inline') {
    const shift = alignOffset(container.alignItems, area.height - measured.height);
    for (const item of measured.items) {
      (item as { x: number }).x += x;
      item.y += y + shift;
    }
    return measured.items;
  }
  const { style } = part;
  const outer = margins(style, area.width, part.element.dir);
  const align = style.alignSelf === 'auto' ? container.alignItems : style.alignSelf;
  const stretches = align === 'stretch' && style.height === 'auto' && part.element.name !== 'img';
  const stretch = area.height - outer.top - outer.bottom;
  let box = measured.items[0] as Box | PictureBox;
  if (measured.elastic || (stretches && box.kind === 'box' && box.height > stretch)) {
    const room: Room = { width: area.width, height: area.height, ...(stretches ? { stretch } : {}) };
    box = layoutElement(context, part.element, withFill(context, part, room));
  } else if (stretches && box.kind === 'box') box.height = stretch;
  const shift = stretches ? 0 : alignOffset(align, stretch - box.height);
  const free = area.width - outer.left - outer.right - box.width;
  const fromStart = style.justifySelf === 'center' ? free / 2 : style.justifySelf === 'end' ? free : 0;
  (box as { x: number }).x += x + outer.left + (element.dir === 'ltr' ? fromStart : free - fromStart);
  box.y += y + outer.top + shift;
  return [box];
}

function alignOffset(align: ComputedStyle['alignItems'], free: number): number {
  return align === 'center' ? free / 2 : align === 'end' ? free : 0;
}
