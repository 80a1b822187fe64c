import type { DocumentElement, DocumentNode } from '../document/index.ts';
import type { Paragraph, ShapedParagraph } from '../text/index.ts';
import type { LinePiece } from './types.ts';

/**
 * What of a document's layout is the same at every size: no keyword that it depends on counts from a length. Copyfitting
 * lays a document out at many sizes, and finds it out once.
 */
export interface Outline {
  /** What elements are laid out from. */
  readonly parts: Map<DocumentElement, PartsOutline>;
  /** Whether something in an element is a share of a height. */
  readonly relative: Map<DocumentElement, boolean>;
  /** Stretches of inline content, by the first node of each. */
  readonly texts: Map<DocumentNode, TextOutline>;
}

export function newOutline(): Outline {
  return { parts: new Map(), relative: new Map(), texts: new Map() };
}

/** The parts of an element, without their styles. */
export interface PartsOutline {
  readonly parts: readonly PartOutline[];
  /** The absolutely positioned children. */
  readonly waiting: readonly DocumentElement[];
}

/** An element; or nodes of one stretch, and whether white space follows them. */
export type PartOutline =
  | DocumentElement
  | { readonly kind: 'inline'; readonly nodes: readonly DocumentNode[]; readonly tail: boolean };

/** A paragraph of text alone, without its sizes. */
export interface TextOutline {
  /** At one size. */
  readonly paragraph: Paragraph;
  readonly shaped: ShapedParagraph;
  /** The element that each span has its style of. */
  readonly owners: readonly DocumentElement[];
  readonly pieces: readonly LinePiece[];
}
