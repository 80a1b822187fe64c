import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Laid, LaidItems, Room } from './box.ts';
import type { Parts } from './box-generation.ts';
import type { ShapedInline } from './inline.ts';
import type { InlineSource } from './inline-content.ts';
import type { Widths } from './widths.ts';

/**
 * What one layout did, to be used again: a grid measures its items before it stretches them, and grids stand in grids.
 * It dies with the layout.
 */
export class LayoutMemo {
  readonly parts = new Map<DocumentElement, Parts>();
  readonly widths = new Map<DocumentElement, Widths>();
  readonly #boxes = new Map<DocumentElement, (Laid & { readonly room: Room })[]>();
  readonly inline = new Map<InlineSource, ShapedInline>();
  readonly #lines = new Map<InlineSource, LaidItems & { readonly width: number }>();

  /** Lays an element out, or gives what it gave before in the same room. */
  box(element: DocumentElement, style: ComputedStyle, room: Room, layOut: () => Laid): Laid {
    let known = this.#boxes.get(element);
    if (known === undefined) {
      known = [];
      this.#boxes.set(element, known);
    }
    const byHeight = countsFromHeight(style);
    const same = known.find((memo) => isSame(memo.room, room, byHeight));
    if (same !== undefined) return same;
    const laid = { ...layOut(), room };
    known.push(laid);
    return laid;
  }

  /** The same without what it knows of some boxes: what stands in them, and beside them, is as it was. */
  without(elements: Iterable<DocumentElement>): LayoutMemo {
    const copy = new LayoutMemo();
    for (const [element, parts] of this.parts) copy.parts.set(element, parts);
    for (const [element, widths] of this.widths) copy.widths.set(element, widths);
    for (const [source, shaped] of this.inline) copy.inline.set(source, shaped);
    for (const [source, lines] of this.#lines) copy.#lines.set(source, lines);
    const left = new Set(elements);
    for (const [element, boxes] of this.#boxes) if (!left.has(element)) copy.#boxes.set(element, [...boxes]);
    return copy;
  }

  /** The lines of a text in a width, or those it gave there before. */
  lines(source: InlineSource, width: number, layOut: () => LaidItems): LaidItems {
    const known = this.#lines.get(source);
    if (known?.width === width) return known;
    const { items, height, found } = layOut();
    const lines = { items, height, found, width };
    this.#lines.set(source, lines);
    return lines;
  }
}

/** The height of a room is what percentages count from, and nothing else. */
function countsFromHeight({ height, minHeight, maxHeight, position, inset }: ComputedStyle): boolean {
  return (
    typeof height === 'object' ||
    typeof minHeight === 'object' ||
    typeof maxHeight === 'object' ||
    (position === 'relative' && (typeof inset.blockStart === 'object' || typeof inset.blockEnd === 'object'))
  );
}

function isSame(a: Room, b: Room, byHeight: boolean): boolean {
  return (
    a.width === b.width &&
    a.stretch === b.stretch &&
    a.fill === b.fill &&
    (!byHeight || a.height === b.height)
  );
}
