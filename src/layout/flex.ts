import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { firstBaseline } from './baseline.ts';
import { layoutElement } from './block.ts';
import { type Context, type Item, type LaidItems, moved, type Room, tolerance } from './box.ts';
import { distributed } from './distribution.ts';
import { type FlexItem, flexItems, linesOf, resolveSizes } from './flex-lines.ts';
import { type Found, joined, overflowing } from './found.ts';
import type { BreakToken } from './fragmentation.ts';
import { layoutInline } from './inline.ts';
import { resolve } from './lengths.ts';

/** An item laid out as wide as its line makes it, as high as its content. */
interface Measured {
  readonly item: FlexItem;
  readonly token: BreakToken | undefined;
  readonly items: readonly Item[];
  readonly width: number;
  readonly height: number;
  /** From the top of its margin box. */
  readonly baseline: number;
  readonly found: Found;
}

/** Lays a flex container's content out in rows (CSS Flexible Box Layout 1 §9); `room` is its content box. */
export function layoutFlex(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  room: Room,
  minHeight: number,
  from?: BreakToken,
): LaidItems {
  const { items: all, found } = flexItems(context, element, room.width);
  const [gap, rowGap] = [resolve(style.columnGap, room.width), resolve(style.rowGap, room.height ?? 0)];
  const lines = linesOf(all, room.width, gap, style.flexWrap === 'wrap');
  const measured = lines.flatMap((line, row) => {
    const token = (index: number) => from?.beside?.get(index);
    const left = line.filter((item) => isLeft(row, item.index, from));
    const sizes = resolveSizes(line, room.width, gap);
    return [left.map((item) => measure(context, item, sizes.get(item)!, room.width, token(item.index)))];
  });
  const single = style.flexWrap === 'nowrap';
  const natural = measured.map((line) => crossSize(line, style));
  const definite = room.height ?? (single ? Math.max(minHeight, natural[0] ?? 0) : undefined);
  const first = from?.part ?? 0;
  const shown = natural.slice(first);
  const total = shown.reduce((sum, size) => sum + size, 0) + Math.max(0, shown.length - 1) * rowGap;
  const height = definite ?? Math.max(total, minHeight);
  const over = Math.max(0, ...measured.map((line) => widthOf(line, gap))) - room.width;
  const free = Math.max(0, height - total);
  const stretches = !single && style.alignContent === 'stretch';
  const sizes = natural.map((size, row) =>
    single
      ? Math.max(height, from === undefined ? 0 : size)
      : stretches && row >= first
        ? size + free / shown.length
        : size,
  );
  const spread =
    single || stretches ? { offset: 0, between: 0 } : distributed(style.alignContent, shown.length, free);
  const placed: Item[] = [];
  const cells: { part: number; row: number; rows: number }[] = [];
  const founds: Found[] = [found];
  if (over > tolerance) founds.push(overflowing({ element, by: over, axis: 'inline', lines: 1 }));
  let y = spread.offset;
  measured.forEach((line, row) => {
    if (row < first) return;
    const size = sizes[row]!;
    const across = alongLine(line, style, room.width, gap);
    line.forEach((each, i) => {
      const { items, found: own } = settle(context, style, each, line, size, room.width);
      const x =
        element.dir === 'ltr'
          ? across[i]!
          : room.width - across[i]! - each.width - each.item.outer.left - each.item.outer.right;
      placed.push(...items.map((item) => moved(item, x + each.item.outer.left, y, each.item.index)));
      cells.push({ part: each.item.index, row, rows: 1 });
      founds.push(own);
    });
    y += size + rowGap + spread.between;
  });
  return {
    items: placed,
    height: total,
    rows: { cells, first, ofTable: false },
    found: joined(founds),
  };
}

/** What of a line is left after a page's end: its rest where it is divided, all of it where it comes after. */
function isLeft(row: number, index: number, from: BreakToken | undefined): boolean {
  if (from === undefined || row > from.part) return true;
  return row === from.part && (from.beside === undefined || from.beside.has(index));
}

function measure(
  context: Context,
  item: FlexItem,
  width: number,
  around: number,
  token: BreakToken | undefined,
): Measured {
  const { part, outer } = item;
  if (part.kind === 'inline') {
    const lines = layoutInline(context, part.source, { width, height: undefined }, token?.offset);
    const [line] = lines.items;
    const baseline = line === undefined ? 0 : firstBaseline(line);
    return { item, token, items: lines.items, width, height: lines.height, baseline, found: lines.found };
  }
  const room: Room = { width: around, height: undefined, fill: width, isCell: true };
  const { box, found } = layoutElement(context, part.element, room, token);
  const baseline = outer.top + firstBaseline(box);
  return { item, token, items: [box], width: box.width, height: box.height, baseline, found };
}

function alignOf(container: ComputedStyle, { part }: FlexItem): ComputedStyle['alignItems'] {
  if (part.kind === 'inline' || part.style.alignSelf === 'auto') return container.alignItems;
  return part.style.alignSelf;
}

function widthOf(line: readonly Measured[], gap: number): number {
  const gaps = Math.max(0, line.length - 1) * gap;
  return line.reduce((sum, { item, width }) => sum + width + item.outer.left + item.outer.right, gaps);
}

/** How high a line is: its highest item, those on one baseline counted together (§9.4). */
function crossSize(line: readonly Measured[], style: ComputedStyle): number {
  let [above, below, most] = [0, 0, 0];
  for (const { item, height, baseline } of line) {
    const outer = height + item.outer.top + item.outer.bottom;
    if (alignOf(style, item) === 'baseline') {
      above = Math.max(above, baseline);
      below = Math.max(below, outer - baseline);
    } else most = Math.max(most, outer);
  }
  return Math.max(most, above + below);
}

/** Where the margin boxes of a line's items begin, from the inline start: `auto` margins take free space first (§9.5). */
function alongLine(line: readonly Measured[], style: ComputedStyle, width: number, gap: number): number[] {
  const free = width - widthOf(line, gap);
  const autos = line.reduce((sum, { item }) => sum + item.autoStart + item.autoEnd, 0);
  const share = autos > 0 && free > 0 ? free / autos : 0;
  const justify =
    style.justifyContent === 'normal' || style.justifyContent === 'stretch' ? 'start' : style.justifyContent;
  const { offset, between } =
    share > 0
      ? { offset: 0, between: 0 }
      : free >= 0
        ? distributed(justify, line.length, free)
        : tooLong(justify, free);
  let at = offset;
  return line.map(({ item, width: own }) => {
    const start = at + item.autoStart * share;
    at = start + item.outer.left + own + item.outer.right + item.autoEnd * share + gap + between;
    return start;
  });
}

/** Where a line begins that is too long. */
function tooLong(justify: ComputedStyle['alignContent'], free: number) {
  return { offset: justify === 'center' ? free / 2 : justify === 'end' ? free : 0, between: 0 };
}

/** Lays an item into its line: stretched, or where it is aligned (§9.6). */
function settle(
  context: Context,
  style: ComputedStyle,
  { item, token, items, width, height, baseline, found }: Measured,
  line: readonly Measured[],
  size: number,
  around: number,
): { readonly items: readonly Item[]; readonly found: Found } {
  const { part, outer } = item;
  const free = size - height - outer.top - outer.bottom;
  const align = alignOf(style, item);
  if (
    part.kind === 'element' &&
    align === 'stretch' &&
    part.style.height === 'auto' &&
    !item.autoBlock &&
    part.element.name !== 'img'
  ) {
    const stretch = size - outer.top - outer.bottom;
    const room: Room = { width: around, height: undefined, fill: width, isCell: true, stretch };
    const laid =
      Math.abs(free) > 1e-6 ? layoutElement(context, part.element, room, token) : { box: items[0]!, found };
    return { items: [moved(laid.box, 0, outer.top)], found: laid.found };
  }
  const lowest = Math.max(
    ...line.filter((each) => alignOf(style, each.item) === 'baseline').map((each) => each.baseline),
  );
  const down = item.autoBlock
    ? item.autoBlock(Math.max(0, free))
    : align === 'baseline'
      ? lowest - baseline
      : align === 'center'
        ? free / 2
        : align === 'end'
          ? free
          : 0;
  return { items: items.map((each) => moved(each, 0, outer.top + down)), found };
}
