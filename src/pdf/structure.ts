/**
 * The structure of a document before it is written: which structure element each node's content goes to, and in which
 * place among its siblings (ISO 32000-1 14.7). Made from the document alone, in document order; painting then fills in
 * the marked content.
 *
 * Types are those of the table in `document/elements.ts`, with these additions: text right inside an element that only
 * groups gets a P; a phrase in another language a Span, a block without a type of its own a Div; an item of a list a Lbl
 * and an LBody. A `figure` is a Div with the Figure and its Caption side by side, not a Figure that holds its Caption:
 * screen readers speak the `Alt` of a Figure *instead of* what is in it, and would leave the caption out.
 */
import {
  type DocumentElement,
  type DocumentNode,
  type DocumentText,
  elements,
  type HtmlDocument,
  headingLevel,
  isOfHeading,
  type StructureType,
} from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';

import type { PdfReference } from './pdfkit.ts';

/** A marked-content sequence of a page. */
export interface MarkedContent {
  readonly page: PdfReference;
  readonly id: number;
  /** Index of the document node that it begins with. */
  readonly index: number;
  /** Place of its page in reading order. */
  readonly order: number;
}

/** A place among an element's kids for content: the text between two child elements. */
export interface Slot {
  readonly kind: 'slot';
  readonly node: StructureNode;
  readonly contents: MarkedContent[];
}

export interface StructureNode {
  readonly kind: 'node';
  readonly type: StructureType;
  readonly parent: StructureNode | undefined;
  /** Language in force; written where it is not the parent's. */
  readonly lang: string;
  readonly kids: (StructureNode | Slot)[];
  /** Link annotations, each with its page. */
  readonly annotations: { readonly annotation: PdfReference; readonly page: PdfReference }[];
  /** The picture whose alternative text a Figure has. */
  readonly picture?: DocumentElement;
  /** The cell of a table that a TH or TD is. */
  readonly cell?: DocumentElement;
  /** The short form whose long one is read for a Span. */
  readonly short?: DocumentElement;
  /** The drawn mark of a Lbl: its alternative text stands for the whole content. */
  mark?: DocumentElement;
  /** Text of a Lbl, for the list's numbering. */
  label?: string;
  /** Where a Figure is: its first page, in that page's own space. */
  box?: { readonly page: PdfReference; readonly rect: Rect };
}

export interface Structure {
  readonly root: StructureNode;
  /** Place of a text node's or picture's content; undefined: it has none, and is painted as an artifact. */
  readonly slots: ReadonlyMap<DocumentNode, Slot>;
  /** Place of the marker that `list-style-type` makes, by `li`. */
  readonly markers: ReadonlyMap<DocumentElement, Slot>;
  readonly links: ReadonlyMap<DocumentElement, StructureNode>;
  /** Of headings, and of blocks with a type of their own. */
  readonly blocks: ReadonlyMap<DocumentElement, StructureNode>;
}

/** Types that group others and hold no text of their own (ISO 32000-1 14.8.4.2); text right inside gets a P. */
export const grouping: ReadonlySet<StructureType> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
]);

/** Where the walk through the document stands. */
interface Position {
  /** Element that kids go to. */
  readonly node: StructureNode;
  /** P made for text right inside a grouping element; ended by the next block. */
  paragraph: StructureNode | undefined;
  /** Label of the list item that we are in. */
  readonly label: StructureNode | undefined;
  /** Of a `dl`: the item that its terms and meanings go to. */
  pair?: { readonly item: StructureNode; readonly hasMeaning: boolean } | undefined;
}

/** `type` is that of its root: a piece of a bundle is a Part of the file's Document. */
export function buildStructure(document: HtmlDocument, type: 'Document' | 'Part' = 'Document'): Structure {
  const slots = new Map<DocumentNode, Slot>();
  const markers = new Map<DocumentElement, Slot>();
  const links = new Map<DocumentElement, StructureNode>();
  const blocks = new Map<DocumentElement, StructureNode>();
  const root = makeNode(type, undefined, document.body.lang);

  const walk = (element: DocumentElement, position: Position): void => {
    for (const child of element.children) {
      if (child.kind === 'text') placeText(child, position);
      else placeElement(child, position);
    }
  };

  const placeText = (text: DocumentText, position: Position): void => {
    const blank = /^[ \t\n\f\r]*$/.test(text.text);
    if (blank && position.paragraph === undefined && grouping.has(position.node.type)) return;
    slots.set(text, slotOf(inlineParent(position)));
  };

  const placeElement = (element: DocumentElement, position: Position): void => {
    const isLabel = 'data-label' in element.attributes && position.label !== undefined;
    if (element.name === 'img') placePicture(element, position, isLabel);
    else if (isLabel) walk(element, { node: position.label!, paragraph: undefined, label: undefined });
    else if (element.name === 'li') placeItem(element, position);
    else if (elements[element.name].category === 'inline') placeInline(element, position);
    else if (element.name !== 'br') placeBlock(element, position);
  };

  const placePicture = (element: DocumentElement, position: Position, isLabel: boolean): void => {
    const alt = document.wording.attribute(element, 'alt') ?? '';
    if (alt === '') return;
    if (isLabel) {
      position.label!.mark = element;
      slots.set(element, slotOf(position.label!));
      return;
    }
    const parent = position.paragraph ?? position.node;
    slots.set(element, slotOf(makeNode('Figure', parent, element.lang, { picture: element })));
  };

  const placeItem = (element: DocumentElement, position: Position): void => {
    const item = makeNode('LI', position.node, element.lang);
    const label = makeNode('Lbl', item, element.lang);
    const body = makeNode('LBody', item, element.lang);
    markers.set(element, slotOf(label));
    walk(element, { node: body, paragraph: undefined, label });
  };

  const placeInline = (element: DocumentElement, position: Position): void => {
    const own = elements[element.name].structure;
    const isLink = element.name === 'a' && 'href' in element.attributes;
    const parent = position.paragraph ?? position.node;
    const type =
      own === 'Link' ? (isLink ? 'Link' : null) : (own ?? (element.lang === parent.lang ? null : 'Span'));
    if (type === null) {
      walk(element, position);
      return;
    }
    const short = element.name === 'abbr' ? { short: element } : {};
    const node = makeNode(type, inlineParent(position), element.lang, short);
    if (isLink) links.set(element, node);
    walk(element, { node, paragraph: undefined, label: position.label });
  };

  /** In a `dl`: a `div` is an item; terms, and the meanings after them, are one together. */
  const placeInPair = (element: DocumentElement, position: Position): void => {
    const { pair } = position;
    const isMeaning = element.name === 'dd';
    const goesOn = element.name !== 'div' && pair !== undefined && (isMeaning || !pair.hasMeaning);
    const item = goesOn ? pair.item : makeNode('LI', position.node, element.lang);
    position.pair = element.name === 'div' ? undefined : { item, hasMeaning: isMeaning };
    const node =
      element.name === 'div' ? item : makeNode(elements[element.name].structure!, item, element.lang);
    blocks.set(element, node);
    walk(element, { node, paragraph: undefined, label: undefined });
  };

  const placeBlock = (element: DocumentElement, position: Position): void => {
    position.paragraph = undefined;
    if (element.parent?.name === 'dl') {
      placeInPair(element, position);
      return;
    }
    const own = ownType(element);
    const type = own ?? (element.lang === position.node.lang ? null : 'Div');
    const cell = type === 'TH' || type === 'TD' ? { cell: element } : {};
    const node = type === null ? position.node : makeNode(type, position.node, element.lang, cell);
    if (type !== null) blocks.set(element, node);
    walk(element, { node, paragraph: undefined, label: position.label });
  };

  walk(document.body, { node: root, paragraph: undefined, label: undefined });
  return { root, slots, markers, links, blocks };
}

/** The type that a block has by itself, if it has one: a heading's paragraph is the heading. */
function ownType(element: DocumentElement): StructureType | null {
  const level = headingLevel(element);
  if (level !== undefined) return `H${level}` as StructureType;
  if (isOfHeading(element)) return null;
  if (element.attributes.role === 'group') return 'Div';
  return elements[element.name].structure;
}

export function makeNode(
  type: StructureType,
  parent: StructureNode | undefined,
  lang: string,
  of: Pick<StructureNode, 'picture' | 'cell' | 'short'> = {},
): StructureNode {
  const node: StructureNode = {
    kind: 'node',
    type,
    parent,
    lang,
    kids: [],
    annotations: [],
    ...of,
  };
  parent?.kids.push(node);
  return node;
}

/** The element that inline content goes to: a P of its own where the element only groups. */
function inlineParent(position: Position): StructureNode {
  if (!grouping.has(position.node.type)) return position.node;
  position.paragraph ??= makeNode('P', position.node, position.node.lang);
  return position.paragraph;
}

/** The place at the end of an element's kids. */
export function slotOf(node: StructureNode): Slot {
  const last = node.kids.at(-1);
  if (last?.kind === 'slot') return last;
  const slot: Slot = { kind: 'slot', node, contents: [] };
  node.kids.push(slot);
  return slot;
}
