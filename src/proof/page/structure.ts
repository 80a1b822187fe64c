import type { Alike } from '../file/alike.ts';
import { costs } from '../file/budget.ts';
import type { PdfFile } from '../file/file.ts';
import { FoundOfTree } from '../file/found.ts';
import { type Dictionary, type PdfObject, Reference, textOf, Unreadable } from '../file/object.ts';

/** An element of the structure tree with the text of its own marked contents. */
export interface Element {
  readonly type: string;
  /** Language in force: own or inherited. */
  readonly lang: string;
  readonly ownLang: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  /** What a short form stands for. */
  readonly expansion: string | undefined;
  /** What its attributes say: what a cell heads, how far it spans. */
  readonly attributes: Dictionary | undefined;
  readonly kids: readonly Kid[];
  readonly parent: Element | undefined;
  /** The page that it names; undefined: it names none. */
  readonly page: number | undefined;
  /** Object number. */
  readonly number: number;
}

export type Kid =
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'object'; readonly page: number | undefined; readonly number: number };

const deepest = 200;

/** The language of a BCP 47 tag, without its script and region. */
export const languageOf = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** A structure tree. */
export interface Tree {
  readonly root: Element;
  /** All elements in reading order. */
  readonly elements: readonly Element[];
  /** Kids of unknown pages are dropped and told here. */
  readonly faults: readonly string[];
  readonly found: FoundOfTree;
}

/** A tree with all that it was read from. */
export interface KeptTree {
  readonly tree: Tree;
  /** The objects of the elements, in reading order. */
  readonly objects: readonly (PdfObject | undefined)[];
  /** Objects of the pages in order, as text. */
  readonly pages: string;
  readonly language: string;
}

/** The whole tree from its root. `kept` has trees by their roots' objects. */
export function readTree(
  file: PdfFile,
  catalog: Dictionary,
  pages: ReadonlyMap<number, number>,
  language: string,
  kept: Alike<KeptTree> | undefined,
): Tree {
  const structure = file.dictionary(catalog.get('StructTreeRoot'))!;
  const all = kept === undefined ? '' : [...pages.keys()].join(' ');
  const known = kept?.find(
    structure,
    (before) =>
      before.language === language &&
      before.pages === all &&
      before.tree.elements.every(({ number }, i) => file.objects[number] === before.objects[i]),
  );
  if (known !== undefined) {
    file.budget.spend(known.objects.length * costs.element);
    return known.tree;
  }
  const faults: string[] = [];
  const top = (catalog.get('StructTreeRoot') as Reference).number;
  const root = readStructure(file, { structure, top }, pages, language, faults);
  const elements = [...elementsOf(root)];
  const tree: Tree = { root, elements, faults, found: new FoundOfTree() };
  const objects = elements.map(({ number }) => file.objects[number]);
  if (![structure, ...objects].some((object) => file.passing.has(object)))
    kept?.add(structure, { tree, objects, pages: all, language });
  return tree;
}

function readStructure(
  file: PdfFile,
  { structure, top }: { readonly structure: Dictionary; readonly top: number },
  pages: ReadonlyMap<number, number>,
  language: string,
  faults: string[],
): Element {
  const seen = new Set<number>();
  const build = (
    { number }: Reference,
    parent: Element | undefined,
    lang: string,
    page: number | undefined,
    depth: number,
  ): Element => {
    if (depth > deepest) throw new Unreadable('its structure tree is too deep');
    if (seen.has(number)) throw new Unreadable('its structure tree leads back to itself');
    seen.add(number);
    file.budget.spend(costs.element);
    const dictionary = file.objects[number] as Dictionary;
    const ownLang = textOf(dictionary.get('Lang'));
    const kids: Kid[] = [];
    if ((dictionary.get('P') as Reference).number !== (parent?.number ?? top))
      faults.push(`the element ${number} names another parent than the one that it is a kid of`);
    const element: Element = {
      type: (dictionary.get('S') as string).slice(1),
      lang: ownLang ?? lang,
      ownLang,
      alt: textOf(dictionary.get('Alt')),
      actualText: textOf(dictionary.get('ActualText')),
      expansion: textOf(dictionary.get('E')),
      attributes: dictionary.get('A') as Dictionary | undefined,
      kids,
      parent,
      page: pageOf(dictionary.get('Pg'), pages),
      number,
    };
    const own = element.page ?? page;
    for (const kid of dictionary.get('K') as (number | Reference | Dictionary)[]) {
      if (typeof kid === 'number') addContent(kids, own, kid, faults);
      else if (kid instanceof Reference)
        kids.push({ kind: 'element', element: build(kid, element, element.lang, own, depth + 1) });
      else if (kid.get('Type') === '/MCR')
        addContent(kids, pageOf(kid.get('Pg'), pages), kid.get('MCID') as number, faults);
      else
        kids.push({
          kind: 'object',
          page: pageOf(kid.get('Pg'), pages),
          number: (kid.get('Obj') as Reference).number,
        });
    }
    return element;
  };
  return build((structure.get('K') as [Reference])[0], undefined, language, undefined, 0);
}

function pageOf(value: unknown, pages: ReadonlyMap<number, number>): number | undefined {
  return value instanceof Reference ? pages.get(value.number) : undefined;
}

function addContent(kids: Kid[], page: number | undefined, mcid: number, faults: string[]): void {
  if (page === undefined) faults.push(`the content ${mcid} of the structure is on no page`);
  else kids.push({ kind: 'content', page, mcid });
}

/** All elements in reading order. */
export function* elementsOf(root: Element): Generator<Element> {
  yield root;
  for (const kid of root.kids) if (kid.kind === 'element') yield* elementsOf(kid.element);
}

/**
 * Bookmarks that lead to another page than the heading that they name is on. Both are named by the numbers of their objects,
 * which may be exchanged and leave all else as it was.
 */
export function strayBookmarks(
  outline: readonly Dictionary[],
  { elements, found }: Tree,
  pages: ReadonlyMap<number, number>,
): string[] {
  found.headings ??= pagesOfHeadings(elements);
  const { headings } = found;
  return outline.flatMap((bookmark) => {
    const [page] = bookmark.get('Dest') as [Reference];
    const heading = bookmark.get('SE');
    const own = heading instanceof Reference ? headings.get(heading.number) : undefined;
    if (own === undefined || own === pages.get(page.number)) return [];
    return [`the bookmark "${textOf(bookmark.get('Title'))}" leads to another page than its heading is on`];
  });
}

/** The page on which each heading begins, by the number of its object. */
function pagesOfHeadings(elements: readonly Element[]): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  for (const element of elements) {
    const page = /^H[1-6]$/.test(element.type) ? pageOfFirst(element) : undefined;
    if (page !== undefined) pages.set(element.number, page);
  }
  return pages;
}

function pageOfFirst({ kids }: Element): number | undefined {
  for (const kid of kids) {
    const page =
      kid.kind === 'content' ? kid.page : kid.kind === 'element' ? pageOfFirst(kid.element) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}
