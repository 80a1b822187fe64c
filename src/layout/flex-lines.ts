import type { DocumentElement } from '../document/index.ts';
import type { Context } from './box.ts';
import { type Part, partsOf } from './box-generation.ts';
import type { Found } from './found.ts';
import { partWidth } from './grid-items.ts';
import { clamp, directionAround, type Edges, frame, margins, resolveDefinite } from './lengths.ts';

/** An item of a flex container with what its size comes from; border boxes, pt (CSS Flexible Box Layout 1 §9.2). */
export interface FlexItem {
  readonly index: number;
  readonly part: Part;
  /** Margins; `auto` is 0. */
  readonly outer: Edges;
  /** How many of the margins at its start and end are `auto`. */
  readonly autoStart: 0 | 1;
  readonly autoEnd: 0 | 1;
  /** Where `auto` margins above and below put it in free space; undefined: it has none. */
  readonly autoBlock: ((free: number) => number) | undefined;
  readonly grow: number;
  readonly shrink: number;
  /** The size that it starts from. */
  readonly base: number;
  /** The part of `base` that shrinking counts by: the content box. */
  readonly inner: number;
  readonly min: number;
  readonly max: number;
}

const noEdges: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

export function flexItems(
  context: Context,
  element: DocumentElement,
  width: number,
): { readonly items: readonly FlexItem[]; readonly found: Found } {
  const { parts, found } = partsOf(context, element);
  return { items: parts.map((part, index) => flexItem(context, part, index, width)), found };
}

function flexItem(context: Context, part: Part, index: number, width: number): FlexItem {
  const content = { min: partWidth(context, part, 'min'), max: partWidth(context, part, 'max') };
  if (part.kind === 'inline')
    return {
      ...{ index, part, outer: noEdges, autoStart: 0, autoEnd: 0, autoBlock: undefined, grow: 0, shrink: 1 },
      ...{ base: content.max + 0.01, inner: content.max, min: content.min, max: Number.POSITIVE_INFINITY },
    };
  const { style, element } = part;
  const outer = margins(style, width, directionAround(element));
  const edges = frame(style, width, element.dir);
  const around = edges.left + edges.right;
  const outside = outer.left + outer.right;
  const said = resolveDefinite(style.width, width);
  const basis =
    style.flexBasis === 'auto'
      ? said
      : style.flexBasis === 'content'
        ? undefined
        : resolveDefinite(style.flexBasis, width);
  const base = Math.max(basis ?? content.max - outside + (style.width === 'auto' ? 0.01 : 0), around);
  const most = resolveDefinite(style.maxWidth, width);
  // The automatic minimum (§4.5): as narrow as the content, or as it says itself.
  const automatic = Math.min(
    content.min - outside,
    said ?? Number.POSITIVE_INFINITY,
    most ?? Number.POSITIVE_INFINITY,
  );
  const min = Math.max(resolveDefinite(style.minWidth, width) ?? automatic, around);
  const { blockStart, blockEnd, inlineStart, inlineEnd } = style.margin;
  const above = blockStart === 'auto';
  return {
    ...{ index, part, outer, min, base },
    autoStart: inlineStart === 'auto' ? 1 : 0,
    autoEnd: inlineEnd === 'auto' ? 1 : 0,
    autoBlock:
      above || blockEnd === 'auto'
        ? (free) => (above ? (blockEnd === 'auto' ? free / 2 : free) : 0)
        : undefined,
    grow: style.flexGrow,
    shrink: style.flexShrink,
    inner: base - around,
    max: Math.max(min, most ?? Number.POSITIVE_INFINITY),
  };
}

const outside = ({ outer }: FlexItem) => outer.left + outer.right;
const hypothetical = ({ base, min, max }: FlexItem) => clamp(base, min, max);

/** Items by their lines: as many in each as fit (§9.3). */
export function linesOf(
  items: readonly FlexItem[],
  width: number,
  gap: number,
  wraps: boolean,
): readonly (readonly FlexItem[])[] {
  if (!wraps) return items.length === 0 ? [] : [items];
  const lines: FlexItem[][] = [];
  let used = 0;
  for (const item of items) {
    const size = hypothetical(item) + outside(item);
    const line = lines.at(-1);
    // Sums are rounded; what fits must not wrap by that.
    if (line === undefined || used + gap + size > width + 0.02) {
      lines.push([item]);
      used = size;
    } else {
      line.push(item);
      used += gap + size;
    }
  }
  return lines;
}

/** How wide the items of a line are: grown or shrunk to fill it, none beyond its limits (§9.7). */
export function resolveSizes(
  line: readonly FlexItem[],
  width: number,
  gap: number,
): ReadonlyMap<FlexItem, number> {
  const available =
    width - Math.max(0, line.length - 1) * gap - line.reduce((sum, item) => sum + outside(item), 0);
  const grows = line.reduce((sum, item) => sum + hypothetical(item), 0) < available;
  const factor = (item: FlexItem) => (grows ? item.grow : item.shrink);
  const frozen = new Map<FlexItem, number>();
  for (const item of line) {
    const size = hypothetical(item);
    if (factor(item) === 0 || (grows ? item.base > size : item.base < size)) frozen.set(item, size);
  }
  const freeOf = () => available - line.reduce((sum, item) => sum + (frozen.get(item) ?? item.base), 0);
  const initial = freeOf();
  while (frozen.size < line.length) {
    const open = line.filter((item) => !frozen.has(item));
    const factors = open.reduce((sum, item) => sum + factor(item), 0);
    const left = freeOf();
    const partly = initial * factors;
    const free = factors < 1 && Math.abs(partly) < Math.abs(left) ? partly : left;
    const scaled = open.reduce((sum, item) => sum + item.shrink * item.inner, 0);
    const share = (item: FlexItem) =>
      grows ? item.grow / factors : scaled > 0 ? (item.shrink * item.inner) / scaled : 0;
    const wanted = new Map(open.map((item) => [item, item.base + free * share(item)]));
    const violations = open.map((item) => ({
      item,
      by: clamp(wanted.get(item)!, item.min, item.max) - wanted.get(item)!,
    }));
    const total = violations.reduce((sum, { by }) => sum + by, 0);
    const isNone = Math.abs(total) < 1e-9;
    for (const { item, by } of violations)
      if (isNone || (total > 0 ? by > 0 : by < 0)) frozen.set(item, wanted.get(item)! + by);
  }
  return frozen;
}
