import type { DocumentElement, DocumentText } from '../document/index.ts';
import type { StyledDocument } from '../style/index.ts';
import type { Box, Item } from './box.ts';
import { type GeneratedTexts, saysPages } from './counters.ts';
import type { OpenPage } from './open-page.ts';

/** Numbers of pages, from 1: what a text that asks for one says. */
export interface PageNumbers {
  /** Of the page that is laid out. */
  readonly page?: number;
  /** How many there are. */
  readonly pages?: number;
  /** Of the pages that elements begin on, by their ids. */
  readonly of?: ReadonlyMap<string, number>;
}

/** What a text says: the number that it asks for, once that is known. */
export function textWith({ page, pages, of }: PageNumbers, node: DocumentText): string {
  if (node.page === undefined) return node.text;
  const number = node.page === 'this' ? page : node.page === 'last' ? pages : of?.get(node.page.slice(1));
  return number === undefined ? node.text : String(number);
}

/** Does content ask on which page something is? It is laid out again when that is known; what runs is laid out after it. */
export function asksForPages(
  context: { readonly styled: StyledDocument; readonly generated: GeneratedTexts },
  element: DocumentElement,
): boolean {
  const { styled, generated } = context;
  if (saysPages(generated, element, 'others')) return true;
  for (const node of element.children) {
    if (node.kind === 'text') {
      if (node.page !== undefined && node.page !== 'this') return true;
    } else if (typeof styled.style(node).position !== 'object' && asksForPages(context, node)) return true;
  }
  return false;
}

/** Which page is which, once pages are filled. */
export function numbersOf(filled: readonly Pick<OpenPage, 'blocks'>[]): Required<Omit<PageNumbers, 'page'>> {
  const of = new Map<string, number>();
  const note = (item: Item, number: number): void => {
    if (item.kind === 'line') return;
    const id = item.element?.id;
    if (id !== undefined && !of.has(id)) of.set(id, number);
    if (item.kind === 'box') for (const child of item.children) note(child, number);
  };
  filled.forEach(({ blocks }, i) => {
    for (const { box } of blocks) note(box as Box, i + 1);
  });
  return { pages: filled.length, of };
}

export function areSame(a: PageNumbers, b: PageNumbers): boolean {
  return (
    a.pages === b.pages &&
    a.of?.size === b.of?.size &&
    [...(a.of ?? [])].every(([id, number]) => b.of?.get(id) === number)
  );
}
