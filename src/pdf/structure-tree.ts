import { type DocumentElement, scopeOf, type Wording } from '../document/index.ts';
import type { PdfFile } from './file.ts';
import { num } from './number.ts';
import type { PdfJob } from './page.ts';
import { type PdfDictionary, type PdfReference, type PdfText, type PdfValue, pdfText } from './pdfkit.ts';
import type { Slot, StructureNode } from './structure.ts';
import { orderedText, type ShownNumbers } from './text-string.ts';

/** What the parent tree maps to structure elements (ISO 32000-1 14.7.4.4). */
export interface StructureParents {
  /** For each page, in order (its key is its place): the element of each MCID. */
  readonly pages: readonly (readonly StructureNode[])[];
  /** For each link annotation: the Link, and its `StructParent` key. */
  readonly annotations: readonly { readonly key: number; readonly node: StructureNode }[];
}

/** Elements that something leads to, which had to be known before. */
export type Targets = ReadonlyMap<StructureNode, PdfReference>;

/** What nodes say, and the numbers that are shown in it. */
interface Said {
  readonly wording: Wording;
  readonly numbers: ShownNumbers;
}

/** A part of the tree: all of it, or a piece of a bundle. */
export interface StructurePart extends Said {
  readonly root: StructureNode;
  readonly targets: Targets;
}

/**
 * Writes the structure tree without the elements that hold nothing; gives its root. `parts` are its one Document, or, of a
 * bundle, the Parts of one that is made here.
 */
export function writeStructureTree(
  file: PdfFile<PdfJob>,
  parts: readonly StructurePart[],
  lang: string,
  parents: StructureParents,
): PdfReference {
  const treeRoot = file.reserve();
  const references = new Map<StructureNode, PdfReference>();
  const isBundle = parts[0]!.root.type === 'Part';
  const above = isBundle ? file.reserve() : treeRoot;
  // Each piece says its language, also where it is the file's.
  for (const part of parts) writePart(file, part, above, isBundle ? '' : lang, references);
  const roots = parts.map(({ root }) => references.get(root)!);
  if (isBundle) file.fill(above, { Type: 'StructElem', S: 'Document', P: treeRoot, K: roots });
  const numbers: PdfValue[] = [];
  parents.pages.forEach((nodes, page) => {
    numbers.push(
      page,
      nodes.map((node) => references.get(node)!),
    );
  });
  for (const { key, node } of parents.annotations) numbers.push(key, references.get(node)!);
  file.fill(treeRoot, {
    Type: 'StructTreeRoot',
    K: isBundle ? [above] : roots,
    ParentTree: file.object({ Nums: numbers }),
    ParentTreeNextKey: parents.pages.length + parents.annotations.length,
  });
  return treeRoot;
}

/** Writes the elements of a part under `above`; adds their references. */
function writePart(
  file: PdfFile<PdfJob>,
  { root, targets, ...said }: StructurePart,
  above: PdfReference,
  lang: string,
  references: Map<StructureNode, PdfReference>,
): void {
  const own = new Map<StructureNode, PdfReference>();
  reserveAll(file, root, own, targets);
  for (const [node, reference] of own) references.set(node, reference);
  for (const node of own.keys()) {
    const parent = node.parent === undefined ? above : references.get(node.parent)!;
    const inherited = node.parent === undefined ? lang : node.parent.lang;
    const dictionary = (now: Said) => elementDictionary(node, parent, inherited, references, now);
    const reference = references.get(node)!;
    const says = node.picture ?? node.mark;
    if (says?.numbers?.alt === undefined) file.fill(reference, dictionary(said));
    else
      file.varying(
        { dictionary: dictionary(said) },
        ({ document: { wording }, shown: numbers }) => ({ dictionary: dictionary({ wording, numbers }) }),
        reference,
      );
  }
}

/** Parts of a table, which stay where they are empty: its rows have as many cells as each other (ISO 14289-1 7.2, ISO 32000-1 14.8.4.3.4). */
const ofTable: ReadonlySet<string> = new Set(['THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD']);

/** References of the elements that hold something, and of the parts of tables that do, parents first. */
function reserveAll(
  file: PdfFile<PdfJob>,
  node: StructureNode,
  into: Map<StructureNode, PdfReference>,
  targets: Targets,
): void {
  if (!holdsSomething(node) && !ofTable.has(node.type)) return;
  into.set(node, targets.get(node) ?? file.reserve());
  for (const kid of node.kids) if (kid.kind === 'node') reserveAll(file, kid, into, targets);
}

export function holdsSomething(node: StructureNode): boolean {
  if (node.annotations.length > 0) return true;
  return node.kids.some((kid) => (kid.kind === 'slot' ? kid.contents.length > 0 : holdsSomething(kid)));
}

function elementDictionary(
  node: StructureNode,
  parent: PdfReference,
  inheritedLang: string,
  references: ReadonlyMap<StructureNode, PdfReference>,
  said: Said,
): PdfDictionary {
  const first = node.kids.find((kid): kid is Slot => kid.kind === 'slot' && kid.contents.length > 0);
  const page = first?.contents[0]?.page;
  const kids: PdfValue[] = [];
  for (const kid of node.kids) {
    if (kid.kind === 'node') {
      const reference = references.get(kid);
      if (reference !== undefined) kids.push(reference);
      continue;
    }
    // Stable: what one text node paints keeps the order in which it was painted, page by page as they are read.
    for (const content of [...kid.contents].sort((a, b) => a.index - b.index || a.order - b.order)) {
      kids.push(content.page === page ? content.id : { Type: 'MCR', Pg: content.page, MCID: content.id });
    }
  }
  for (const { annotation, page: Pg } of node.annotations) kids.push({ Type: 'OBJR', Obj: annotation, Pg });
  return {
    Type: 'StructElem',
    // A cell that says nothing heads nothing.
    S: isEmptyHead(node) ? 'TD' : node.type,
    P: parent,
    Pg: page,
    Lang: node.lang === inheritedLang ? undefined : pdfText(node.lang),
    Alt: alternative(node.picture, said),
    ActualText: alternative(node.mark, said),
    E: node.short === undefined ? undefined : pdfText(node.short.attributes.title ?? ''),
    A: attributes(node),
    K: kids,
  };
}

const isEmptyHead = (node: StructureNode): boolean => node.type === 'TH' && !holdsSomething(node);

function alternative(picture: DocumentElement | undefined, { wording, numbers }: Said): PdfText | undefined {
  return picture === undefined ? undefined : orderedText(wording.attribute(picture, 'alt') ?? '', numbers);
}

/** Standard attributes (ISO 32000-1 14.8.5): the box of a Figure, the numbering of a list, what a cell heads and spans. */
function attributes(node: StructureNode): PdfDictionary | undefined {
  if (node.cell !== undefined) return tableAttributes(node.cell, isEmptyHead(node));
  if (node.type === 'L') return { O: 'List', ListNumbering: numbering(node) };
  if (node.type !== 'Figure' || node.box === undefined) return undefined;
  const { x, y, width, height } = node.box.rect;
  const inline = node.parent?.type === 'P' || node.parent?.type === 'Span' || node.parent?.type === 'Link';
  return {
    O: 'Layout',
    Placement: inline ? 'Inline' : 'Block',
    BBox: [num(x), num(y), num(x + width), num(y + height)],
  };
}

/** ISO 32000-1 14.8.5.7; a TD of one place has none. */
function tableAttributes(cell: DocumentElement, isEmpty: boolean): PdfDictionary | undefined {
  const { colspan = '1', rowspan = '1' } = cell.attributes;
  const Scope = cell.name === 'th' && !isEmpty ? (scopeOf(cell) === 'col' ? 'Column' : 'Row') : undefined;
  const ColSpan = colspan === '1' ? undefined : Number(colspan);
  const RowSpan = rowspan === '1' ? undefined : Number(rowspan);
  if (Scope === undefined && ColSpan === undefined && RowSpan === undefined) return undefined;
  return { O: 'Table', Scope, ColSpan, RowSpan };
}

/** What the labels of a list's items look like, by the first that has one. */
function numbering(list: StructureNode): 'Disc' | 'Decimal' | 'None' {
  for (const item of list.kids) {
    if (item.kind !== 'node') continue;
    for (const label of item.kids) {
      if (label.kind !== 'node' || label.type !== 'Lbl' || !holdsSomething(label)) continue;
      return /\p{Nd}/u.test(label.label ?? '') ? 'Decimal' : 'Disc';
    }
  }
  return 'None';
}
