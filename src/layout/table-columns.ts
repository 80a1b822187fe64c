import { type DocumentElement, tableOf } from '../document/index.ts';
import type { ComputedStyle, Length, Percent } from '../style/index.ts';
import type { Context } from './box.ts';
import { frame } from './lengths.ts';
import { contentWidths, type Widths } from './widths.ts';

/** What a column asks for, pt; a share of the table's width where one of its cells does. */
export interface Column extends Widths {
  readonly percent: number | undefined;
  /** A cell says how wide it is: room that is left goes to others. */
  readonly fixed: boolean;
}

/** Room between the cells of a table, and around them, pt (CSS 2.1 §17.6.1). */
export function spacingOf(context: Context, table: DocumentElement): { inline: number; block: number } {
  const { borderCollapse, borderSpacing } = context.styled.style(table);
  return borderCollapse === 'collapse' ? { inline: 0, block: 0 } : borderSpacing;
}

/** A percentage with a length added to it is no width of a column (CSS Values 4 §10.1). */
const isPercentage = (width: Length | 'auto'): width is Percent =>
  typeof width === 'object' && width.plus === undefined;

/** Columns as wide as what stands in them (CSS 2.1 §17.5.2.2); cells over several make these wider together. */
export function columnsOfTable(context: Context, table: DocumentElement): readonly Column[] {
  const { cells, columns: count, columnElements } = tableOf(table);
  const { inline: gap } = spacingOf(context, table);
  const columns = Array.from({ length: count }, () => ({
    min: 0,
    max: 0,
    percent: undefined as number | undefined,
    fixed: false,
  }));
  for (const { element, column, columns: spanned } of cells.toSorted((a, b) => a.columns - b.columns)) {
    const { min, max } = contentWidths(context, element);
    const { width } = context.styled.style(element);
    const own = columns.slice(column, column + spanned);
    if (spanned === 1) {
      const only = own[0]!;
      only.min = Math.max(only.min, min);
      only.max = Math.max(only.max, max);
      if (typeof width === 'number') only.fixed = true;
      if (isPercentage(width)) only.percent = Math.max(only.percent ?? 0, width.percent);
      continue;
    }
    const gaps = (spanned - 1) * gap;
    widen(own, 'min', min - gaps);
    widen(own, 'max', max - gaps);
  }
  columns.forEach((column, i) => {
    for (const element of columnElements[i] ?? []) {
      const { width } = context.styled.style(element);
      if (width === 'auto' || (typeof width === 'object' && !isPercentage(width))) continue;
      if (typeof width === 'object') column.percent = Math.max(column.percent ?? 0, width.percent);
      else {
        column.min = Math.max(column.min, width);
        column.max = column.min;
        column.fixed = true;
      }
      break;
    }
  });
  return columns.map((column) => ({ ...column, max: Math.max(column.min, column.max) }));
}

/** Makes columns wide enough together, each by as much as it has of them. */
function widen(columns: { min: number; max: number }[], side: keyof Widths, wanted: number): void {
  const sum = columns.reduce((total, column) => total + column[side], 0);
  if (wanted <= sum) return;
  const weights = columns.map(({ max }) => max);
  const all = weights.reduce((total, weight) => total + weight, 0);
  columns.forEach((column, i) => {
    column[side] += (wanted - sum) * (all > 0 ? weights[i]! / all : 1 / columns.length);
  });
}

/** Widths of a table's content, pt: its columns with the spacing around them. */
export function tableWidths(context: Context, table: DocumentElement): Widths {
  const columns = columnsOfTable(context, table);
  const gaps = (columns.length + 1) * spacingOf(context, table).inline;
  const caption = tableOf(table).caption;
  const above = caption === undefined ? 0 : contentWidths(context, caption).min;
  const sum = (side: keyof Widths) => columns.reduce((total, column) => total + column[side], gaps);
  return { min: Math.max(sum('min'), above), max: Math.max(sum('max'), above) };
}

/** How wide columns are that share `width` pt: shares first, then between what they need and what they would like. */
export function sizeColumns(columns: readonly Column[], width: number): number[] {
  const sizes = columns.map(({ min, percent }) =>
    percent === undefined ? min : Math.max(min, (percent / 100) * width),
  );
  const free = columns.flatMap(({ percent, fixed }, i) => (percent === undefined && !fixed ? [i] : []));
  const growing = free.length > 0 ? free : columns.map((_, i) => i);
  const sum = (of: (i: number) => number) => growing.reduce((total, i) => total + of(i), 0);
  const left = width - sizes.reduce((total, size) => total + size, 0);
  if (left <= 0) return sizes;
  const wish = (i: number) => Math.max(0, columns[i]!.max - sizes[i]!);
  const wishes = sum(wish);
  const share = wishes > 0 ? Math.min(1, left / wishes) : 0;
  for (const i of growing) sizes[i]! += share * wish(i);
  const over = left - share * wishes;
  if (over <= 0) return sizes;
  const all = sum((i) => sizes[i]!);
  const before = [...sizes];
  for (const i of growing) sizes[i]! += over * (all > 0 ? before[i]! / all : 1 / growing.length);
  return sizes;
}

/** How wide a box is that nothing says the width of: a table no wider than its content (CSS 2.1 §17.5.2). */
export function filling(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  available: number,
): number {
  if (style.display !== 'table') return available;
  const { max } = borderBoxWidths(context, element, style);
  return Math.min(available, max + 0.01);
}

/** Columns of a table are never narrower than the words in them. */
export function leastWidth(context: Context, element: DocumentElement, style: ComputedStyle): number {
  return style.display === 'table' ? borderBoxWidths(context, element, style).min : 0;
}

function borderBoxWidths(context: Context, element: DocumentElement, style: ComputedStyle): Widths {
  const edges = frame(style, 0, element.dir);
  const around = edges.left + edges.right;
  const { min, max } = tableWidths(context, element);
  return { min: min + around, max: max + around };
}
