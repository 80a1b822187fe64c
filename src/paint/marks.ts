import { cornersOf, type Polygon, type Rect } from '../geometry/index.ts';
import { coreBox, inkBounds } from './ink.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { rectToPage, type Turn, toPage } from './turn.ts';
import type { DisplayList, PathItem, PictureItem, TextItem } from './types.ts';
import { walkItems } from './walk.ts';

/** Text with ink. */
export interface TextMark {
  readonly kind: 'text';
  readonly item: TextItem;
  readonly turns: readonly Turn[];
  /** Of its ink, on the page. */
  readonly bounds: Rect;
}

export interface SurfaceMark {
  readonly kind: 'surface';
  readonly item: PathItem | PictureItem;
  readonly surface: Surface;
}

export type Mark = TextMark | SurfaceMark;

type PaintedItem = TextItem | PathItem | PictureItem;

/**
 * Marks of items that stand in no group, and show no number: pages that differ in their numbers share them. Whoever has the
 * pages owns it.
 */
export type KnownMarks = Map<PaintedItem, Mark | undefined>;

/** Everything on a page that shows, in paint order. */
export function marksOf(page: DisplayList, known?: KnownMarks): readonly Mark[] {
  const marks: Mark[] = [];
  walkItems(page, (item, turns) => {
    const mark = turns.length > 0 || varies(item) ? markOf(item, turns) : uprightMark(item, turns, known);
    if (mark !== undefined) marks.push(mark);
  });
  return marks;
}

function uprightMark(
  item: PaintedItem,
  turns: readonly Turn[],
  known: KnownMarks | undefined,
): Mark | undefined {
  let mark = known?.get(item);
  if (mark === undefined && known?.has(item) !== true) {
    mark = markOf(item, turns);
    known?.set(item, mark);
  }
  return mark;
}

/** True for what another number changes: the number itself, and the code that dials it. */
export function varies(item: PaintedItem): boolean {
  if (item.kind === 'text') return item.number !== undefined;
  return item.kind === 'picture' && item.picture.kind === 'vector' && item.picture.code !== undefined;
}

function markOf(item: PaintedItem, turns: readonly Turn[]): Mark | undefined {
  if (item.kind !== 'text') return { kind: 'surface', item, surface: surfaceOf(item, turns) };
  const bounds = inkBounds(item);
  return bounds && { kind: 'text', item, turns, bounds: rectToPage(bounds, turns) };
}

/** True for pieces of one line: they begin at its left edge, on its baseline. Not by paragraph: a number has its own. */
export function sameLine(a: TextMark, b: TextMark): boolean {
  return a.item.x === b.item.x && a.item.baseline === b.item.baseline && a.turns === b.turns;
}

/** A text with the box that it is read in, on the page. */
export interface TextBox {
  readonly item: TextItem;
  readonly box: Rect;
}

/** All text on a page that shows ink, in paint order. */
export function textBoxes(page: DisplayList): TextBox[] {
  return marksOf(page).flatMap((mark) =>
    mark.kind === 'text' ? [{ item: mark.item, box: rectToPage(coreBox(mark.item), mark.turns) }] : [],
  );
}

/** A rectangle inside turned groups as it lies on the page. */
export function areaOf(rect: Rect, turns: readonly Turn[]): Polygon {
  const { x, y, width, height } = rect;
  if (turns.length === 0) return [x, y, x + width, y, x + width, y + height, x, y + height];
  return cornersOf(rect).flatMap((corner) => {
    const { x, y } = toPage(corner, turns);
    return [x, y];
  });
}
