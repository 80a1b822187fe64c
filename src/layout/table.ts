import { type DocumentElement, type TableCell, tableOf } from '../document/index.ts';
import { layoutElement } from './block.ts';
import {
  type Box,
  type Context,
  type Item,
  type LaidItems,
  moved,
  type PictureBox,
  type Room,
} from './box.ts';
import { collapseBorders } from './collapsed-borders.ts';
import { type Found, joined } from './found.ts';
import type { BreakToken } from './fragmentation.ts';
import { columnsOfTable, sizeColumns, spacingOf } from './table-columns.ts';
import { rowHeights } from './table-rows.ts';
import { span } from './track-sizing.ts';

/** Which part of its table a caption is; cells follow. */
const captionPart = 0;

/**
 * Lays the content of a `table` out (CSS 2.1 §17); `room` is its content box. After a page's end the rows of its head
 * stand above the rest once more; a row that is divided goes on with what is left of its cells.
 */
export function layoutTable(
  context: Context,
  element: DocumentElement,
  room: Room,
  from: BreakToken | undefined,
): LaidItems {
  const { caption, cells, rows: rowCount, headRows, columnElements } = tableOf(element);
  const spacing = spacingOf(context, element);
  const columns = sizeColumns(
    columnsOfTable(context, element),
    room.width - spacing.inline * (tableOf(element).columns + 1),
  );
  const items: Item[] = [];
  const found: Found[] = [];
  let top = 0;
  if (caption !== undefined && from === undefined) {
    const { box, found: inside } = layoutElement(context, caption, { width: room.width, height: undefined });
    items.push({ ...box, part: captionPart });
    found.push(inside);
    top = box.height;
  }
  const set = cells.flatMap((cell, i) => setCell(cell, i + 1, headRows, from));
  const measured = set.map(({ cell, token }) => {
    const width = span(columns, cell.column, cell.columns, spacing.inline);
    return {
      width,
      ...layoutElement(context, cell.element, { width, height: undefined, fill: width, isCell: true }, token),
    };
  });
  const first = from?.part ?? 0;
  const count = from === undefined ? rowCount : headRows + rowCount - first;
  const heights = rowHeights(
    count,
    set.map(({ row, rows }, i) => ({ row, rows, height: measured[i]!.box.height })),
    spacing.block,
  );
  const boxes = set.map(({ cell, part, row, rows, token, repeats }, i): Box | PictureBox => {
    const { width, box: asTall, found: inside } = measured[i]!;
    if (!repeats) found.push(inside);
    const height = span(heights, row, rows, spacing.block);
    const stretched = layoutElement(
      context,
      cell.element,
      { width, height: undefined, fill: width, isCell: true, stretch: height },
      token,
    ).box;
    const before = startOf(columns, cell.column, spacing.inline);
    const x = element.dir === 'ltr' ? before : room.width - before - width;
    const y = top + startOf(heights, row, spacing.block);
    const box = grounded(context, aligned(stretched, height - asTall.height), cell, columnElements);
    return { ...moved(box, x, y, part), ...(repeats && box.kind === 'box' ? { repeats } : {}) };
  });
  items.push(
    ...(context.styled.style(element).borderCollapse === 'collapse' ? collapseBorders(boxes, set) : boxes),
  );
  const height = top + span(heights, 0, heights.length, spacing.block) + 2 * spacing.block;
  return {
    items,
    height,
    found: joined(found),
    rows: {
      cells: set.map(({ cell, part }) => ({ part, row: cell.row, rows: cell.rows })),
      first: Math.max(first, headRows),
      ofTable: true,
    },
  };
}

/** Where a column or row starts, with the spacing before it and around the table. */
function startOf(sizes: readonly number[], index: number, gap: number): number {
  return sizes.slice(0, index).reduce((sum, size) => sum + size + gap, gap);
}

/** A cell on this page: in which row of those that stand there. */
export interface SetCell {
  readonly cell: TableCell;
  readonly part: number;
  readonly row: number;
  readonly rows: number;
  readonly token: BreakToken | undefined;
  /** Stands there once more. */
  readonly repeats: boolean;
}

function setCell(cell: TableCell, part: number, headRows: number, from: BreakToken | undefined): SetCell[] {
  const { row, rows } = cell;
  if (from === undefined) return [{ cell, part, row, rows, token: undefined, repeats: false }];
  if (from.part === Number.POSITIVE_INFINITY) return [];
  if (row < headRows) return [{ cell, part, row, rows, token: undefined, repeats: true }];
  const token = from.beside?.get(part);
  if (
    row + rows <= from.part ||
    (token === undefined && row < from.part + (from.beside === undefined ? 0 : 1))
  )
    return [];
  const first = Math.max(row, from.part);
  return [{ cell, part, row: headRows + first - from.part, rows: row + rows - first, token, repeats: false }];
}

/**
 * A cell on the ground of its row, else of the group of that, else of its column, where it has none of its own: painted
 * over the whole of the cell, and not between cells (CSS 2.1 §17.5.1).
 */
function grounded<T extends Box | PictureBox>(
  context: Context,
  box: T,
  { line, group, column }: TableCell,
  columns: readonly (readonly DocumentElement[])[],
): T {
  if (box.style.backgroundColor !== undefined) return box;
  for (const layer of [line, group, ...(columns[column] ?? [])]) {
    const { backgroundColor } = context.styled.style(layer);
    if (backgroundColor !== undefined) return { ...box, style: { ...box.style, backgroundColor } };
  }
  return box;
}

/** The content of a cell where `vertical-align` puts it; `free` is how much taller the cell is than its content. */
function aligned(box: Box | PictureBox, free: number): Box | PictureBox {
  const { verticalAlign } = box.style;
  if (box.kind !== 'box' || (verticalAlign !== 'middle' && verticalAlign !== 'bottom') || free <= 0)
    return box;
  const down = verticalAlign === 'middle' ? free / 2 : free;
  return { ...box, children: box.children.map((child) => moved(child, 0, down)) };
}
