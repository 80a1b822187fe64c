import { type DocumentElement, elementsOf, headingLevel } from '../document/index.ts';
import type { PdfFile } from './file.ts';
import type { Destination, PdfJob } from './page.ts';
import type { PdfReference } from './pdfkit.ts';
import type { Structure, StructureNode } from './structure.ts';
import { holdsSomething } from './structure-tree.ts';

/** Where links and bookmarks lead: to the eye a place on a page, to who listens an element of the structure. */
export class TargetSet {
  /** The elements that something leads to. */
  readonly references = new Map<StructureNode, PdfReference>();
  readonly #file: PdfFile<PdfJob>;
  readonly #structure: Structure;
  readonly #places: ReadonlyMap<DocumentElement, Destination>;

  constructor(
    file: PdfFile<PdfJob>,
    structure: Structure,
    places: ReadonlyMap<DocumentElement, Destination>,
  ) {
    this.#file = file;
    this.#structure = structure;
    this.#places = places;
  }

  place(element: DocumentElement): Destination | undefined {
    return this.#places.get(element);
  }

  /** The structure element that an element leads to: its first heading, which says where one came to; else its own. */
  element(element: DocumentElement): PdfReference | undefined {
    const node = this.#nodeOf(element);
    return node === undefined ? undefined : this.reference(node);
  }

  /** The reference of an element of the structure that is led to; undefined where it holds nothing. */
  reference(node: StructureNode): PdfReference | undefined {
    if (!holdsSomething(node)) return undefined;
    const reference = this.references.get(node) ?? this.#file.reserve();
    this.references.set(node, reference);
    return reference;
  }

  #nodeOf(element: DocumentElement): StructureNode | undefined {
    const { blocks } = this.#structure;
    for (const inner of elementsOf(element))
      if (headingLevel(inner) !== undefined && blocks.has(inner)) return blocks.get(inner);
    return blocks.get(element);
  }
}
