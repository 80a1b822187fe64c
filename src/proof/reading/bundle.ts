import { FoundOfDocument, FoundOfTree } from '../file/found.ts';
import { type Dictionary, type PdfObject, Reference, textOf } from '../file/object.ts';
import type { Document, Page } from '../page/read.ts';
import type { Element, Kid } from '../page/structure.ts';
import type { BundleExpectation } from '../types.ts';
import { halfOf } from './halves.ts';
import { sharesSheets } from './shared-sheets.ts';

/** The pieces of a bundle, each as a document by itself, and what of the file is no part of any, or of two. */
export interface Divided {
  readonly pieces: readonly Document[];
  readonly faults: readonly string[];
}

/**
 * Divides a bundle. A piece has the pages that the labels give it, or its areas of pages that it shares, the Part in its
 * place of the structure, and the bookmarks under its own: all of them must lead to no other piece.
 */
export function divide(document: Document, bundle: BundleExpectation): Divided {
  const { root, pages } = document;
  const faults = [...document.faults];
  const isShared = sharesSheets(bundle);
  if (isShared && document.starts !== undefined) faults.push('its languages are on pages of their own');
  const starts = isShared ? bundle.pieces.map(() => 0) : (document.starts ?? []);
  if (root.type !== 'Document') faults.push(`the root is ${root.type}, not Document`);
  const parts = root.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
  if (parts.length !== root.kids.length) faults.push('the root has content of its own');
  if (parts.length !== starts.length)
    faults.push(
      `there are ${parts.length} parts, and ${isShared ? '' : 'labels of '}${starts.length} pieces`,
    );
  const outlines = dividedOutline(document, starts.length, faults);
  const pieces = starts.flatMap((start, i) => {
    const part = parts[i];
    if (part === undefined) return [];
    const range = { start, end: isShared ? pages.length : (starts[i + 1] ?? pages.length) };
    const name = `piece ${i + 1}`;
    const seen = isShared ? { ...document, pages: halvesOf(document, bundle, i, faults) } : document;
    const own = partOf(seen, part, range, name, faults);
    const outline = outlines[i] ?? [];
    const [first] = outline;
    if (first !== undefined && placeOf(document, first) !== start)
      faults.push(`the bookmark of ${name} does not lead to its first page`);
    for (const bookmark of outline) faults.push(...strayBookmark(document, bookmark, range, part, name));
    const bookmarks = outline.map((each) => textOf(each.get('Title'))!);
    return [{ ...own, outline, bookmarks, found: new FoundOfDocument() }];
  });
  return { pieces, faults };
}

/** The pages with what is on them of one of the languages that share them. */
function halvesOf(
  { pages }: Document,
  { pieces }: BundleExpectation,
  place: number,
  faults: string[],
): readonly Page[] {
  return pages.map((page, sheet) => {
    const areasOf = (i: number) => pieces[i]?.expectation.sheets[sheet]?.areas ?? [];
    const others = pieces.flatMap((_, i) => (i === place ? [] : areasOf(i)));
    const half = halfOf(page, areasOf(place), others);
    if (place === 0) faults.push(...half.faults.map((fault) => `page ${sheet + 1}: ${fault}`));
    return half.page;
  });
}

interface Range {
  readonly start: number;
  /** The page after the last. */
  readonly end: number;
}

const isIn = ({ start, end }: Range, page: number) => page >= start && page < end;

/** A piece as a document: its pages are counted from 0, its Part is the root. */
function partOf(document: Document, part: Element, range: Range, name: string, faults: string[]): Document {
  if (part.ownLang === undefined) faults.push(`${name} names no language`);
  const elements: Element[] = [];
  const copy = (element: Element, parent: Element | undefined): Element => {
    const kids: Kid[] = [];
    const own: Element = { ...element, parent, kids };
    elements.push(own);
    for (const kid of element.kids) {
      if (kid.kind === 'element') kids.push({ kind: 'element', element: copy(kid.element, own) });
      else if (kid.kind === 'object') kids.push(kid);
      else if (isIn(range, kid.page)) kids.push({ ...kid, page: kid.page - range.start });
      else faults.push(`${name} has content of page ${kid.page + 1}, which is another's`);
    }
    return own;
  };
  const root = copy(part, undefined);
  const pages = document.pages.slice(range.start, range.end);
  for (const { annotations } of pages)
    for (const { page, element } of annotations)
      if (page !== undefined && !isIn(range, page))
        faults.push(`a link of ${name} leads to page ${page + 1}, which is another's`);
      else if (element !== undefined && !isWithin(part, element))
        faults.push(`a link of ${name} leads to an element of another`);
  return {
    ...document,
    pages,
    language: part.lang,
    root,
    elements,
    starts: undefined,
    faults: [],
    found: new FoundOfDocument(),
    foundOfTree: new FoundOfTree(),
  };
}

/** The bookmarks of each piece, its own first, in the order in which they are shown. */
function dividedOutline(
  { file, catalog, outline }: Document,
  count: number,
  faults: string[],
): Dictionary[][] {
  const seen = new Set<Dictionary>();
  const chain = (first: PdfObject | undefined): Dictionary[] => {
    const level: Dictionary[] = [];
    for (let next = file.dictionary(first); next !== undefined; next = file.dictionary(next.get('Next'))) {
      if (seen.has(next)) {
        faults.push('its bookmarks lead back to themselves');
        break;
      }
      seen.add(next);
      level.push(next);
    }
    return level;
  };
  const below = (bookmark: Dictionary): Dictionary[] =>
    chain(bookmark.get('First')).flatMap((each) => [each, ...below(each)]);
  const top = chain(file.dictionary(catalog.get('Outlines'))?.get('First'));
  const all = top.map((bookmark) => {
    const own = below(bookmark);
    if ((bookmark.get('Count') ?? 0) !== (own.length === 0 ? 0 : -own.length))
      faults.push('the bookmark of a piece is not closed over its own ones');
    return [bookmark, ...own];
  });
  if (top.length !== count) faults.push(`there are bookmarks of ${top.length} pieces, not of ${count}`);
  if (seen.size !== outline.length) faults.push('there are bookmarks that no piece has');
  return all;
}

/** The page that a bookmark leads to. */
function placeOf({ places }: Document, bookmark: Dictionary): number {
  return places.get((bookmark.get('Dest') as [Reference])[0].number)!;
}

/** What is wrong with where a bookmark leads. */
function strayBookmark(
  document: Document,
  bookmark: Dictionary,
  range: Range,
  part: Element,
  name: string,
): string[] {
  const title = textOf(bookmark.get('Title'));
  const place = placeOf(document, bookmark);
  const wrong = isIn(range, place) ? [] : [`the bookmark "${title}" of ${name} leads to page ${place + 1}`];
  const element = bookmark.get('SE');
  if (element instanceof Reference && !isWithin(part, element.number))
    wrong.push(`the bookmark "${title}" of ${name} leads to an element of another`);
  return wrong;
}

function isWithin(element: Element, number: number): boolean {
  if (element.number === number) return true;
  return element.kids.some((kid) => kid.kind === 'element' && isWithin(kid.element, number));
}
