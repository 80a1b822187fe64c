import type { Context, Room } from './box.ts';
import type { Part } from './box-generation.ts';
import type { Placed } from './grid-placement.ts';
import { inlineWidth } from './inline.ts';
import { frame, margins } from './lengths.ts';
import type { TrackItem } from './track-sizing.ts';
import { contentWidths, type Widths } from './widths.ts';

/** How narrow an item's content may be, or how wide it would like to be, its margins with it, pt. */
export function partWidth(context: Context, part: Part, side: keyof Widths): number {
  if (part.kind === 'inline') return inlineWidth(context, part.source, noRoom, side);
  const widths = contentWidths(context, part.element);
  return side === 'min' ? widths.min : widths.max;
}

const noRoom: Room = { width: 0, height: undefined };

/** What items ask of the columns that they stand in. */
export function columnItems(context: Context, placed: readonly Placed[]): readonly TrackItem[] {
  return placed.map((item) => new ColumnItem(context, item));
}

/** Its widths are measured when they are asked for. */
class ColumnItem implements TrackItem {
  readonly start: number;
  readonly span: number;
  readonly #context: Context;
  readonly #part: Part;

  constructor(context: Context, { part, column, columns }: Placed) {
    this.start = column;
    this.span = columns;
    this.#context = context;
    this.#part = part;
  }

  min(): number {
    return leastOf(this.#part) ?? partWidth(this.#context, this.#part, 'min');
  }

  max(): number {
    return partWidth(this.#context, this.#part, 'max');
  }
}

/** The margin box of an item that says how narrow it may be (CSS Grid 1 §6.6); undefined: as its content asks. */
function leastOf(part: Part): number | undefined {
  if (part.kind === 'inline' || part.style.minWidth === 'auto' || part.style.width !== 'auto')
    return undefined;
  const { style, element } = part;
  const [edges, outer] = [frame(style, 0, element.dir), margins(style, 0, element.dir)];
  const least = typeof style.minWidth === 'number' ? style.minWidth : 0;
  return Math.max(least, edges.left + edges.right) + outer.left + outer.right;
}

/** What an item of a known height asks of the rows that it stands in. */
export class RowItem implements TrackItem {
  readonly start: number;
  readonly span: number;
  readonly #height: number;

  constructor({ row, rows }: Pick<Placed, 'row' | 'rows'>, height: number) {
    this.start = row;
    this.span = rows;
    this.#height = height;
  }

  min(): number {
    return this.#height;
  }

  max(): number {
    return this.#height;
  }
}
