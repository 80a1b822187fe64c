import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, StyleReach } from '../style/index.ts';
import type { Laid, LaidItems, Room } from './box.ts';
import type { Parts } from './box-generation.ts';
import type { ShapedInline } from './inline.ts';
import type { InlineSource } from './inline-content.ts';
import { type SameNodes, Twin } from './twin.ts';
import type { LayoutInput } from './types.ts';
import type { MeasuredWidths, Widths } from './widths.ts';

/** Another layout of the same document, and what of it is the same: what is done for one is done for both. */
export interface Alike {
  readonly memo: LayoutMemo;
  readonly isSame: (element: DocumentElement, reach: StyleReach) => boolean;
}

/**
 * What one layout did, to be used again: a grid measures its items before it stretches them, and grids stand in grids.
 * It dies with the layout.
 */
export class LayoutMemo {
  readonly #alike: Alike | undefined;
  readonly #done = new Map<DocumentElement, Done>();
  readonly #inline = new Map<InlineSource, ShapedInline>();
  readonly #lines = new Map<InlineSource, LaidItems & { readonly width: number }>();

  #twins: Twin[] = [];

  constructor(alike?: Alike) {
    this.#alike = alike;
  }

  /**
   * Tells what is the same in another document, which `memo` is of, at this size and air: what was done for it there serves
   * here. `picture` gives the pictures of this one.
   */
  pair(memo: LayoutMemo, nodes: SameNodes, picture: LayoutInput['picture']): void {
    this.#twins.push(new Twin(memo, nodes, picture));
  }

  /** Lets go of the other documents: what was taken over is of this one. */
  part(): void {
    this.#twins = [];
  }

  /** Where what is done for an element is kept. */
  #of(element: DocumentElement, reach: StyleReach): LayoutMemo {
    const alike = this.#alike;
    return alike?.isSame(element, reach) ? alike.memo.#of(element, reach) : this;
  }

  #doneFor(element: DocumentElement): Done {
    let done = this.#done.get(element);
    if (done === undefined) {
      done = new Done();
      this.#done.set(element, done);
    }
    return done;
  }

  /** What an element is laid out from. */
  parts(element: DocumentElement, reach: 'all' | 'inside', generate: () => Parts): Parts {
    const done = this.#of(element, reach).#doneFor(element);
    done.parts ??= generate();
    return done.parts;
  }

  /** @param measure measures them, but for those that are known */
  widths(element: DocumentElement, measure: (known: MeasuredWidths | undefined) => MeasuredWidths): Widths {
    const memo = this.#of(element, 'width');
    const done = memo.#doneFor(element);
    done.widths ??= measure(memo.#widthsThere(element));
    return done.widths;
  }

  /** Those that were measured in another document. */
  #widthsThere(element: DocumentElement): MeasuredWidths | undefined {
    for (const twin of this.#twins) {
      const other = twin.there(element);
      const known = other && twin.memo.#done.get(other)?.widths;
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** What an element gave before in the same room. */
  box(element: DocumentElement, style: ComputedStyle, room: Room): Laid | undefined {
    const memo = this.#of(element, 'all');
    const byHeight = countsFromHeight(style);
    const known = laidIn(memo.#done.get(element)?.boxes, room, byHeight);
    if (known !== undefined) return known;
    for (const twin of memo.#twins) {
      const other = twin.there(element);
      const laid = other && laidIn(twin.memo.#done.get(other)?.boxes, room, byHeight);
      const own = laid && twin.here(laid);
      if (own !== undefined) return this.keepBox(element, room, own);
    }
    return undefined;
  }

  keepBox(element: DocumentElement, room: Room, laid: Laid): Laid {
    const done = this.#of(element, 'all').#doneFor(element);
    if (done.boxes === undefined) done.boxes = [{ room, laid }];
    else done.boxes.push({ room, laid });
    return laid;
  }

  /** The columns of a grid in a width, or those it had there before. */
  columns(element: DocumentElement, width: number, size: () => readonly number[]): readonly number[] {
    const done = this.#of(element, 'all').#doneFor(element);
    if (done.columns?.width !== width) done.columns = { width, sizes: size() };
    return done.columns.sizes;
  }

  /** Inline content with its paragraph shaped, where that does not depend on its room. */
  inline(source: InlineSource): ShapedInline | undefined {
    return this.#of(source.element, 'inside').#inline.get(source);
  }

  keepInline(source: InlineSource, shaped: ShapedInline): void {
    this.#of(source.element, 'inside').#inline.set(source, shaped);
  }

  /** The lines of a text in a width, or those it gave there before. */
  lines(source: InlineSource, width: number, layOut: () => LaidItems): LaidItems {
    const memo = this.#of(source.element, 'inside');
    const known = memo.#lines.get(source);
    if (known?.width === width) return known;
    const { items, height, found } = layOut();
    const lines = { items, height, found, width };
    memo.#lines.set(source, lines);
    return lines;
  }
}

/** What was done of an element. */
class Done {
  parts: Parts | undefined;
  widths: MeasuredWidths | undefined;
  boxes: LaidIn[] | undefined;
  /** Of a grid, in the width that it had last. */
  columns: { readonly width: number; readonly sizes: readonly number[] } | undefined;
}

/** An element laid out, and the room that it was given. */
interface LaidIn {
  readonly room: Room;
  readonly laid: Laid;
}

function laidIn(boxes: readonly LaidIn[] | undefined, room: Room, byHeight: boolean): Laid | undefined {
  if (boxes === undefined) return undefined;
  for (const each of boxes) if (isSame(each.room, room, byHeight)) return each.laid;
  return undefined;
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
