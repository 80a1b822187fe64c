import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Context } from './box.ts';
import { type Part, partsOf } from './box-generation.ts';
import { place } from './grid-placement.ts';
import { inlineWidths } from './inline.ts';
import { frame, margins, resolveDefinite } from './lengths.ts';
import { layoutPicture } from './replaced.ts';
import { tableWidths } from './table-columns.ts';
import { columnsOf } from './track-sizing.ts';

export interface Widths {
  readonly min: number;
  readonly max: number;
}

/** Min-content and max-content width of an element's margin box, pt (CSS Sizing 3 §5). */
export function contentWidths(context: Context, element: DocumentElement): Widths {
  let widths = context.done.widths.get(element);
  if (widths === undefined) {
    widths = compute(context, element);
    context.done.widths.set(element, widths);
  }
  return widths;
}

function compute(context: Context, element: DocumentElement): Widths {
  const style = context.styled.style(element);
  const edges = frame(style, 0, element.dir);
  const outer = margins(style, 0, element.dir);
  const around = edges.left + edges.right + outer.left + outer.right;
  const fixed = resolveDefinite(style.width, undefined);
  if (fixed !== undefined)
    return { min: fixed + outer.left + outer.right, max: fixed + outer.left + outer.right };
  if (element.name === 'img') {
    const width =
      typeof style.width === 'object'
        ? 0
        : layoutPicture(context, element, { width: 0, height: undefined }).width;
    return { min: width + around, max: width + around };
  }
  const inner =
    style.display === 'grid'
      ? inGrid(context, element, style)
      : style.display === 'table'
        ? tableWidths(context, element)
        : inBlock(context, element);
  return { min: inner.min + around, max: inner.max + around };
}

function partWidths(context: Context, part: Part): Widths {
  return part.kind === 'inline'
    ? inlineWidths(context, part.source, { width: 0, height: undefined })
    : contentWidths(context, part.element);
}

function widest(widths: readonly Widths[]): Widths {
  return {
    min: Math.max(0, ...widths.map(({ min }) => min)),
    max: Math.max(0, ...widths.map(({ max }) => max)),
  };
}

function inBlock(context: Context, element: DocumentElement): Widths {
  return widest(partsOf(context, element).parts.map((part) => partWidths(context, part)));
}

/** The columns beside each other, each as wide as what stands in it; an item over several makes the last of them wider. */
function inGrid(context: Context, element: DocumentElement, style: ComputedStyle): Widths {
  const tracks = columnsOf(style);
  const placed = place(partsOf(context, element).parts, tracks.length).map((item) => ({
    ...item,
    widths: partWidths(context, item.part),
  }));
  const gap = typeof style.columnGap === 'number' ? style.columnGap : 0;
  const fixed = tracks.map((track) =>
    track.kind === 'length' && typeof track.value === 'number' ? track.value : undefined,
  );
  const columns = fixed.map((width, column) =>
    width === undefined
      ? widest(
          placed.filter((item) => item.column === column && item.columns === 1).map((item) => item.widths),
        )
      : { min: width, max: width },
  );
  for (const { column, columns: count, widths } of placed) {
    const spanned = columns.slice(column, column + count);
    const last = fixed.findLastIndex((width, i) => width === undefined && i >= column && i < column + count);
    if (count === 1 || last < 0) continue;
    const gaps = (spanned.length - 1) * gap;
    const lack = (side: keyof Widths) =>
      Math.max(0, widths[side] - gaps - spanned.reduce((sum, each) => sum + each[side], 0));
    columns[last] = { min: columns[last]!.min + lack('min'), max: columns[last]!.max + lack('max') };
  }
  const gaps = (columns.length - 1) * gap;
  return {
    min: columns.reduce((sum, w) => sum + w.min, 0) + gaps,
    max: columns.reduce((sum, w) => sum + w.max, 0) + gaps,
  };
}
