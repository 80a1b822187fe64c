import type { DocumentElement, DocumentNode } from '../document/index.ts';
import { type DisplayList, type Owner, walkItems } from '../paint/index.ts';
import { grouping, makeNode, type Slot, type Structure, type StructureNode, slotOf } from './structure.ts';

/** The places in the structure of what is repeated on one page and is content there: numbers that can be dialled. */
export interface Repeated {
  readonly slots: ReadonlyMap<DocumentNode, Slot>;
  readonly links: ReadonlyMap<DocumentElement, StructureNode>;
}

/**
 * Gives the numbers of each page's band a P after all that is read on that page, each in a Link: by the index of the page.
 * A block that goes on over the page's end is read to its end first.
 */
export function placeRepeated(
  structure: Pick<Structure, 'slots' | 'markers'>,
  pages: readonly DisplayList[],
): ReadonlyMap<number, Repeated> {
  const ends = lastPages(structure, pages);
  const made = new Set<StructureNode>();
  const all = new Map<number, Repeated>();
  for (const page of pages.toSorted((a, b) => a.index - b.index)) {
    const numbers = new Map<DocumentElement, DocumentNode[]>();
    let last: { readonly slot: Slot; readonly index: number } | undefined;
    walkItems(page, ({ owner }) => {
      if (owner.kind === 'content' && owner.page !== undefined) {
        const link = linkOf(owner.element);
        if (link !== undefined) numbers.set(link, [...(numbers.get(link) ?? []), owner.node]);
        return;
      }
      const slot = slotFor(structure, owner);
      const index = indexOf(owner);
      if (slot !== undefined && index >= (last?.index ?? 0)) last = { slot, index };
    });
    if (numbers.size === 0 || last === undefined) continue;
    const { parent, at } = placeAfter(last.slot.node, page.index, ends, made);
    const slots = new Map<DocumentNode, Slot>();
    const links = new Map<DocumentElement, StructureNode>();
    for (const [element, nodes] of numbers) {
      const paragraph = makeNode('P', parent, parent.lang);
      parent.kids.splice(at + links.size, 0, parent.kids.pop()!);
      made.add(paragraph);
      const link = makeNode('Link', paragraph, element.lang);
      links.set(element, link);
      for (const node of nodes) slots.set(node, slotOf(link));
    }
    all.set(page.index, { slots, links });
  }
  return all;
}

/** Where to go on after an element: in its panel, or after the largest part that ends on the page. */
function placeAfter(
  node: StructureNode,
  page: number,
  ends: ReadonlyMap<StructureNode, number>,
  made: ReadonlySet<StructureNode>,
): { readonly parent: StructureNode; readonly at: number } {
  let after = node;
  for (let parent = after.parent!; ; parent = after.parent!) {
    const isPart = grouping.has(parent.type);
    if (isPart && (parent.parent === undefined || parent.type === 'Art' || ends.get(parent)! > page)) break;
    after = parent;
  }
  const { kids } = after.parent!;
  let at = kids.indexOf(after) + 1;
  for (let next = kids[at]; next?.kind === 'node' && made.has(next); next = kids[at]) at++;
  return { parent: after.parent!, at };
}

/** The last page that something of an element is on. */
function lastPages(
  structure: Pick<Structure, 'slots' | 'markers'>,
  pages: readonly DisplayList[],
): ReadonlyMap<StructureNode, number> {
  const ends = new Map<StructureNode, number>();
  for (const page of pages)
    walkItems(page, ({ owner }) => {
      let node = slotFor(structure, owner)?.node;
      for (; node !== undefined && (ends.get(node) ?? -1) < page.index; node = node.parent)
        ends.set(node, page.index);
    });
  return ends;
}

function slotFor({ slots, markers }: Pick<Structure, 'slots' | 'markers'>, owner: Owner): Slot | undefined {
  if (owner.kind === 'artifact') return undefined;
  if (owner.kind === 'marker') return markers.get(owner.element);
  return owner.page === undefined ? slots.get(owner.node) : undefined;
}

function indexOf(owner: Owner): number {
  if (owner.kind === 'artifact') return -1;
  return owner.kind === 'content' ? owner.node.index : owner.element.index;
}

function linkOf(element: DocumentElement): DocumentElement | undefined {
  let up: DocumentElement | undefined = element;
  while (up !== undefined && up.name !== 'a') up = up.parent;
  return up;
}
