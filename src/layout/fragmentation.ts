import { type Box, type Context, type Item, type LineBox, moved, tolerance } from './box.ts';
import { bottomOf, breakRows, ended, type Rows } from './broken-rows.ts';

/** Where a block goes on after a page's end (CSS Fragmentation 3 §2): in which part, and where in that. */
export interface BreakToken {
  readonly part: number;
  /** Offset into the text of a part that is inline content. */
  readonly offset?: number;
  /** Break in a part that is an element; without it the element starts here. */
  readonly inner?: BreakToken;
  /** In a grid or table, where `part` is a row: breaks in what goes on of that row, by part. The others ended before. */
  readonly beside?: ReadonlyMap<number, BreakToken>;
  /** How high the rest of a box is that says its height, pt. */
  readonly remains?: number;
  /** The part starts here because a break is asked for before it: the margin above it stays. */
  readonly forced?: true;
}

/** A block divided: what stays on the page, and where the rest starts. */
export interface BrokenBox {
  readonly head: Box;
  readonly rest: BreakToken;
}

/** Parts of the flow in a box, each with its items. */
type Part = readonly [index: number, items: readonly Item[]];

/**
 * Divides a block that was laid out whole, where it is forced to break or where it reaches beyond `limit`, pt from its
 * top: between blocks, between lines, between the rows of grids and tables and within them (CSS Fragmentation 3 §4). A
 * box that is as high as it says is divided with what is in it, and one that is not too high stays whole, whatever hangs
 * out of it; so do boxes that hold absolutely positioned ones. `relaxed` drops the wishes to avoid breaks, and orphans
 * and widows (§4.4), for a block that has a page to itself. Both parts keep padding and border
 * (`box-decoration-break: clone`). Undefined when the block fits, or has no place to break.
 */
export function breakBox(context: Context, box: Box, limit: number, relaxed: boolean): BrokenBox | undefined {
  const { style } = box;
  const isHigh = style.height !== 'auto';
  const holdsAbsolutes = box.children.some((item) => item.kind === 'box' && item.part === undefined);
  if (holdsAbsolutes || (isHigh && box.height <= limit + tolerance)) return undefined;
  const room =
    style.breakInside === 'avoid' && !relaxed ? Number.POSITIVE_INFINITY : limit - box.edges.bottom;
  const broken =
    box.breakAt !== undefined
      ? breakColumns(box, room)
      : box.rows === undefined
        ? breakParts(context, box, room, relaxed)
        : breakIn(context, box, box.rows, room, relaxed);
  if (!isHigh) return broken;
  const { head, rest } = broken ?? outlasted(box, room, relaxed) ?? {};
  if (head === undefined || rest === undefined) return undefined;
  const height = broken === undefined ? limit : Math.max(head.height, limit);
  return { head: { ...head, height }, rest: { ...rest, remains: Math.max(0, box.height - height) } };
}

/** A box that goes on when all that is in it has ended; an empty one only where no page holds it. */
function outlasted(box: Box, room: number, relaxed: boolean): BrokenBox | undefined {
  const fits = bottomOf(box.children) <= room + tolerance && room > box.edges.top;
  return fits && (relaxed || box.children.length > 0) ? { head: box, rest: ended } : undefined;
}

/** Fills the columns of a box anew. */
function breakColumns(box: Box, room: number): BrokenBox | undefined {
  const { breakAt, edges } = box;
  if (breakAt === undefined || box.height - edges.bottom <= room + tolerance) return undefined;
  const kept = breakAt(room - edges.top);
  if (kept === undefined) return undefined;
  const children = kept.items.map((item) => moved(item, edges.left, edges.top));
  return { head: { ...box, height: kept.height + edges.top + edges.bottom, children }, rest: kept.rest };
}

/** Divides a grid or table. */
function breakIn(
  context: Context,
  box: Box,
  rows: Rows,
  room: number,
  relaxed: boolean,
): BrokenBox | undefined {
  const broken = breakRows({ ...box, rows }, room, relaxed, (items) => {
    const part = breakPart(context, items, room, relaxed);
    return part === undefined
      ? undefined
      : { items: part.items, rest: part.rest.inner ?? { part: 0, ...part.rest } };
  });
  if (broken === undefined) return undefined;
  const { kept, rest } = broken;
  return { head: { ...box, height: bottomOf(kept) + box.edges.bottom, children: kept }, rest };
}

function breakParts(context: Context, box: Box, room: number, relaxed: boolean): BrokenBox | undefined {
  const parts = partsIn(box);
  for (let i = 0; i < parts.length; i++) {
    const [index, items] = parts[i]!;
    if (i > 0 && isForced(context, parts[i - 1]!, parts[i]!))
      return cut(box, parts.slice(0, i), { part: index, forced: true });
    const broken = breakPart(context, items, room, relaxed);
    if (broken !== undefined)
      return cut(box, [...parts.slice(0, i), [index, broken.items]], { part: index, ...broken.rest });
    if (bottomOf(items) <= room + tolerance) continue;
    return breakBefore(context, box, parts, i, relaxed);
  }
  return undefined;
}

/** Breaks before a part that does not fit, or where no break may be, within what must stay with it, as late as may be. */
function breakBefore(
  context: Context,
  box: Box,
  parts: readonly Part[],
  at: number,
  relaxed: boolean,
): BrokenBox | undefined {
  for (let j = at; j > 0; j--) {
    const [before, after] = [parts[j - 1]!, parts[j]!];
    if (relaxed || !isAvoided(before, after)) return cut(box, parts.slice(0, j), { part: after[0] });
    const [index, items] = before;
    const broken = breakPart(context, items, bottomOf(items) - 1, relaxed);
    if (broken !== undefined)
      return cut(box, [...parts.slice(0, j - 1), [index, broken.items]], { part: index, ...broken.rest });
  }
  return undefined;
}

function partsIn(box: Box): Part[] {
  const parts = new Map<number, Item[]>();
  for (const item of box.children) {
    if (item.part === undefined) continue;
    const known = parts.get(item.part);
    if (known === undefined) parts.set(item.part, [item]);
    else known.push(item);
  }
  return [...parts];
}

function cut(box: Box, parts: readonly Part[], rest: BreakToken): BrokenBox {
  const kept = parts.flatMap(([, items]) => items);
  const outside = box.children.filter((item) => item.part === undefined);
  return {
    head: { ...box, height: bottomOf(kept) + box.edges.bottom, children: [...outside, ...kept] },
    rest,
  };
}

interface BrokenPart {
  readonly items: readonly Item[];
  readonly rest: Omit<BreakToken, 'part'>;
}

function breakPart(
  context: Context,
  items: readonly Item[],
  room: number,
  relaxed: boolean,
): BrokenPart | undefined {
  const only = items[0]!;
  if (only.kind === 'box' && items.length === 1) {
    const broken = breakBox(context, only, room - only.y, relaxed);
    return broken === undefined ? undefined : { items: [broken.head], rest: { inner: broken.rest } };
  }
  const lines = items.filter((item): item is LineBox => item.kind === 'line');
  const fitting = lines.filter((line) => line.y + line.height <= room + tolerance).length;
  const element = lines[0]?.pieces[0]?.element;
  if (fitting === lines.length || element === undefined) return undefined;
  const { orphans, widows } = relaxed ? { orphans: 1, widows: 1 } : context.styled.style(element);
  const count = Math.min(fitting, lines.length - widows);
  if (count < orphans) return undefined;
  const last = lines[count - 1]!;
  return { items: items.slice(0, items.indexOf(lines[count]!)), rest: { offset: last.resume } };
}

/** Break before a part, or after the one before it; parts on pages of different names are always apart. */
function isForced({ inColumns }: Context, before: Part, after: Part): boolean {
  const [a, b] = [styleOf(before), styleOf(after)];
  const asks = (value: Box['style']['breakAfter'] | undefined) =>
    value === 'page' || (inColumns === true && value === 'column');
  return (
    asks(a?.breakAfter) || asks(b?.breakBefore) || (a !== undefined && b !== undefined && a.page !== b.page)
  );
}

function isAvoided(before: Part, after: Part): boolean {
  return styleOf(before)?.breakAfter === 'avoid' || styleOf(after)?.breakBefore === 'avoid';
}

function styleOf([, items]: Part): Box['style'] | undefined {
  const item = items[0]!;
  return item.kind === 'line' ? undefined : item.style;
}
