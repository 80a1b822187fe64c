import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, TrackSize } from '../style/index.ts';
import type { Context } from './box.ts';
import { partsOf } from './box-generation.ts';
import { hasColumns } from './columns.ts';
import { type FlexItem, flexItems } from './flex-lines.ts';
import { columnItems, partWidths } from './grid-items.ts';
import { place } from './grid-placement.ts';
import { clamp, frame, margins, resolveDefinite } from './lengths.ts';
import { layoutPicture } from './replaced.ts';
import { tableWidths } from './table-columns.ts';
import { columnsOf, sizeTracks, span } from './track-sizing.ts';

export interface Widths {
  readonly min: number;
  readonly max: number;
}

/** Min-content and max-content width of an element's margin box, pt (CSS Sizing 3 §5). */
export function contentWidths(context: Context, element: DocumentElement): Widths {
  return context.done.widths(element, () => compute(context, element));
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
    if (typeof style.width === 'object') return { min: around, max: around };
    const wide = Number.MAX_SAFE_INTEGER;
    const { width } = layoutPicture(context, element, { width: wide, height: undefined });
    // What is at most a share of its room may be as narrow as that (CSS Sizing 3 §5.2.2).
    return { min: (typeof style.maxWidth === 'object' ? 0 : width) + around, max: width + around };
  }
  const inner =
    style.display === 'grid'
      ? inGrid(context, element, style)
      : style.display === 'flex'
        ? inFlex(context, element, style)
        : style.display === 'table'
          ? tableWidths(context, element)
          : inBlock(context, element, style);
  const [least, most] = [
    resolveDefinite(style.minWidth, undefined) ?? 0,
    resolveDefinite(style.maxWidth, undefined),
  ];
  const outside = outer.left + outer.right;
  const clamped = (width: number) => clamp(width + edges.left + edges.right, least, most) + outside;
  return { min: clamped(inner.min), max: clamped(inner.max) };
}

function widest(widths: readonly Widths[]): Widths {
  return {
    min: Math.max(0, ...widths.map(({ min }) => min)),
    max: Math.max(0, ...widths.map(({ max }) => max)),
  };
}

function inBlock(context: Context, element: DocumentElement, style: ComputedStyle): Widths {
  const { min, max } = widest(partsOf(context, element).parts.map((part) => partWidths(context, part)));
  if (!hasColumns(style)) return { min, max };
  const { columnCount, columnWidth, columnGap } = style;
  const count = columnCount === 'auto' ? 1 : columnCount;
  const gaps = (count - 1) * (typeof columnGap === 'number' ? columnGap : 0);
  const least = columnWidth === 'auto' ? min : columnWidth;
  return {
    min: columnWidth === 'auto' ? count * min + gaps : Math.min(least, min),
    max: count * Math.max(max, least) + gaps,
  };
}

/** The columns beside each other, as narrow as they may be and as wide as they would like. */
function inGrid(context: Context, element: DocumentElement, style: ComputedStyle): Widths {
  const tracks = columnsOf(style);
  const items = columnItems(
    context,
    place(partsOf(context, element).parts, tracks.length, style.gridTemplateAreas),
  );
  const gap = typeof style.columnGap === 'number' ? style.columnGap : 0;
  const sum = (sizes: readonly number[]) => span(sizes, 0, sizes.length, gap);
  return {
    // Shares of a width that is not known yet are as wide as what stands in them.
    min: sum(sizeTracks(tracks.map(withoutShare), items, 0, gap, false)),
    max: sum(sizeTracks(tracks, items, undefined, gap, false)),
  };
}

/** Items beside each other; where they may wrap, each on a line of its own. */
function inFlex(context: Context, element: DocumentElement, style: ComputedStyle): Widths {
  const { items } = flexItems(context, element, 0);
  const gap = typeof style.columnGap === 'number' ? style.columnGap : 0;
  const gaps = Math.max(0, items.length - 1) * gap;
  const outside = (item: FlexItem) => item.outer.left + item.outer.right;
  const least = items.map(
    (item) =>
      Math.min(item.max, Math.max(item.min, item.shrink === 0 ? item.base : item.min)) + outside(item),
  );
  const most = items.map((item) => clamp(item.base, item.min, item.max) + outside(item));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, gaps);
  return { min: style.flexWrap === 'wrap' ? Math.max(0, ...least) : sum(least), max: sum(most) };
}

function withoutShare(track: TrackSize): TrackSize {
  return track.kind === 'length' && typeof track.value === 'object' ? { kind: 'auto' } : track;
}
