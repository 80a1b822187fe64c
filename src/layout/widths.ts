import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, TrackSize } from '../style/index.ts';
import type { Context } from './box.ts';
import { partsOf } from './box-generation.ts';
import { hasColumns } from './columns.ts';
import { type FlexItem, flexItems } from './flex-lines.ts';
import { columnItems, partWidth } from './grid-items.ts';
import { cellsOf } from './grid-placement.ts';
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
  return context.done.widths(element, (known) => new ContentWidths(context, element, known));
}

/** Widths of which each is measured when it is asked for: most are asked for one of them. */
export interface MeasuredWidths extends Widths {
  /** Those that were. */
  readonly measured: MeasuredSides;
}

type MeasuredSides = { readonly [side in keyof Widths]: number | undefined };

class ContentWidths implements MeasuredWidths {
  readonly #context: Context;
  readonly #element: DocumentElement;
  #min: number | undefined;
  #max: number | undefined;

  constructor(context: Context, element: DocumentElement, known: MeasuredWidths | undefined) {
    this.#context = context;
    this.#element = element;
    if (known !== undefined) ({ min: this.#min, max: this.#max } = known.measured);
  }

  get measured(): MeasuredSides {
    return { min: this.#min, max: this.#max };
  }

  get min(): number {
    this.#min ??= compute(this.#context, this.#element, 'min');
    return this.#min;
  }

  get max(): number {
    this.#max ??= compute(this.#context, this.#element, 'max');
    return this.#max;
  }
}

function compute(context: Context, element: DocumentElement, side: keyof Widths): number {
  const style = context.styled.style(element);
  const edges = frame(style, 0, element.dir);
  const outer = margins(style, 0, element.dir);
  const around = edges.left + edges.right + outer.left + outer.right;
  const fixed = resolveDefinite(style.width, undefined);
  if (fixed !== undefined) return fixed + outer.left + outer.right;
  if (element.name === 'img') return ofPicture(context, element, style, side) + around;
  const inner = ofContent(context, element, style, side);
  const [least, most] = [
    resolveDefinite(style.minWidth, undefined) ?? 0,
    resolveDefinite(style.maxWidth, undefined),
  ];
  return clamp(inner + edges.left + edges.right, least, most) + outer.left + outer.right;
}

function ofPicture(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  side: keyof Widths,
): number {
  // What is at most a share of its room may be as narrow as that (CSS Sizing 3 §5.2.2).
  if (typeof style.width === 'object' || (side === 'min' && typeof style.maxWidth === 'object')) return 0;
  return layoutPicture(context, element, { width: Number.MAX_SAFE_INTEGER, height: undefined }).width;
}

function ofContent(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  side: keyof Widths,
): number {
  switch (style.display) {
    case 'grid':
      return inGrid(context, element, style, side);
    case 'flex':
      return inFlex(context, element, style)[side];
    case 'table':
      return tableWidths(context, element)[side];
    default:
      return inBlock(context, element, style, side);
  }
}

function widest(context: Context, element: DocumentElement, side: keyof Widths): number {
  let most = 0;
  for (const part of partsOf(context, element).parts) most = Math.max(most, partWidth(context, part, side));
  return most;
}

function inBlock(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  side: keyof Widths,
): number {
  const width = widest(context, element, side);
  if (!hasColumns(style)) return width;
  const { columnCount, columnWidth, columnGap } = style;
  const count = columnCount === 'auto' ? 1 : columnCount;
  const gaps = (count - 1) * (typeof columnGap === 'number' ? columnGap : 0);
  if (side === 'min') return columnWidth === 'auto' ? count * width + gaps : Math.min(columnWidth, width);
  const least = columnWidth === 'auto' ? widest(context, element, 'min') : columnWidth;
  return count * Math.max(width, least) + gaps;
}

/** The columns beside each other, as narrow as they may be and as wide as they would like. */
function inGrid(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  side: keyof Widths,
): number {
  const tracks = columnsOf(style);
  const items = columnItems(
    context,
    cellsOf(partsOf(context, element), tracks.length, style.gridTemplateAreas),
  );
  const gap = typeof style.columnGap === 'number' ? style.columnGap : 0;
  // Shares of a width that is not known yet are as wide as what stands in them.
  const sizes =
    side === 'min'
      ? sizeTracks(tracks.map(withoutShare), items, 0, gap, false)
      : sizeTracks(tracks, items, undefined, gap, false);
  return span(sizes, 0, sizes.length, gap);
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
