import type { DocumentElement, DocumentNode } from '../document/index.ts';
import type { Box, Item, Laid, LineBox } from './box.ts';
import type { Pair } from './fit-like.ts';
import type { Found } from './found.ts';
import type { LayoutMemo } from './layout-memo.ts';
import { linePiece } from './line-piece.ts';
import type { LayoutInput, LinePiece, UnsetCharacter } from './types.ts';

/** Nodes of two documents that are the same, with all that is in them, by each other. */
export class SameNodes {
  /** By the places of nodes in their documents. */
  readonly #there: (DocumentNode | undefined)[] = [];
  readonly #here: (DocumentNode | undefined)[] = [];
  #count = 0;

  constructor(pairs: readonly Pair[]) {
    for (const [own, other] of pairs) this.#add(own, other);
  }

  #add(node: DocumentNode, other: DocumentNode): void {
    this.#there[node.index] = other;
    this.#here[other.index] = node;
    this.#count++;
    if (node.kind !== 'element') return;
    const { children } = other as DocumentElement;
    for (let i = 0; i < children.length; i++) this.#add(node.children[i]!, children[i]!);
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** The element of the other document that one is the same as. */
  there(element: DocumentElement): DocumentElement | undefined {
    return this.#there[element.index] as DocumentElement | undefined;
  }

  /** The node of this document that one of the other is the same as. */
  here<T extends DocumentNode>(other: T): T {
    return this.#here[other.index] as T;
  }
}

/**
 * The layout at the same size and air of another document, of which some parts say the same in the same styles
 * (`partsAlike`): what was laid out of them there is laid out so here, of other nodes.
 */
export class Twin {
  readonly memo: LayoutMemo;
  readonly #nodes: SameNodes;
  readonly #picture: LayoutInput['picture'];

  constructor(memo: LayoutMemo, nodes: SameNodes, picture: LayoutInput['picture']) {
    this.memo = memo;
    this.#nodes = nodes;
    this.#picture = picture;
  }

  /** The element of the other document that one is the same as. */
  there(element: DocumentElement): DocumentElement | undefined {
    return this.#nodes.there(element);
  }

  /** What was laid out of an element there, of the nodes here; undefined where it is still to be divided. */
  here({ box, found, outer, least }: Laid): Laid | undefined {
    const own = this.#item(box) as Laid['box'] | undefined;
    return (
      own && {
        box: own,
        found: this.#found(found),
        outer,
        least,
      }
    );
  }

  #item(item: Item): Item | undefined {
    if (item.kind === 'line') return this.#line(item);
    if (item.kind === 'picture') {
      const element = this.#nodes.here(item.element);
      return { ...item, element, picture: this.#picture(element) };
    }
    // What fills columns anew does it with the other layout.
    if (item.breakAt !== undefined) return undefined;
    const children: Item[] = [];
    for (const child of item.children) {
      const own = this.#item(child);
      if (own === undefined) return undefined;
      children.push(own);
    }
    const { kind, style, x, y, width, height, edges, part, repeats, rows, breakAt } = item;
    const element = item.element && this.#nodes.here(item.element);
    const box: Box = {
      kind,
      element,
      style,
      x,
      y,
      width,
      height,
      edges,
      children,
      part,
      repeats,
      rows,
      breakAt,
    };
    return box;
  }

  #line(item: LineBox): LineBox {
    const { kind, x, y, width, height, ascent, paragraph, line, size, resume, part } = item;
    const pieces = item.pieces.map((piece) => this.#piece(piece));
    return { kind, x, y, width, height, ascent, paragraph, line, pieces, size, resume, part };
  }

  #piece(piece: LinePiece): LinePiece {
    const { node, element, style, start, end, raised, generated } = piece;
    const nodes = this.#nodes;
    return linePiece(nodes.here(node), nodes.here(element), style, start, end, raised, generated);
  }

  #found(found: Found): Found {
    const { overflows, missing, stacked, waiting } = found;
    if (overflows.length + missing.length + stacked.length + waiting.length === 0) return found;
    const unset = (one: UnsetCharacter) => ({ ...one, node: this.#nodes.here(one.node) });
    return {
      overflows: overflows.map((one) => ({ ...one, element: this.#nodes.here(one.element) })),
      missing: missing.map(unset),
      stacked: stacked.map(unset),
      waiting: waiting.map((element) => this.#nodes.here(element)),
    };
  }
}
