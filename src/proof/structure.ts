import type { PdfFile } from './file.ts';
import { type Dictionary, Reference, textOf, Unreadable } from './object.ts';

/** An element of the structure tree with the text of its own marked contents. */
export interface Element {
  readonly type: string;
  /** Language in force: own or inherited. */
  readonly lang: string;
  readonly ownLang: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly kids: readonly Kid[];
  readonly parent: Element | undefined;
  /** Object number. */
  readonly number: number;
}

export type Kid =
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'object'; readonly number: number };

const mostElements = 500_000;
const deepest = 200;
/** Steps from an own type to a standard one (14.7.3). */
const mostRoles = 20;

/** The whole tree from its root; kids of unknown pages are dropped and told in `faults`. */
export function readStructure(
  file: PdfFile,
  catalog: Dictionary,
  pages: ReadonlyMap<number, number>,
  language: string,
  faults: string[],
): Element | undefined {
  const tree = file.dictionary(catalog.get('StructTreeRoot'));
  if (tree === undefined) return undefined;
  let count = 0;
  const roles = file.dictionary(tree.get('RoleMap'));
  const standardType = (type: string, steps = 0): string => {
    const role = roles === undefined || steps > mostRoles ? undefined : file.get(roles.get(type.slice(1)));
    return typeof role === 'string' && role !== type ? standardType(role, steps + 1) : type.slice(1);
  };
  const seen = new Set<number>();
  const build = (
    reference: Reference,
    parent: Element | undefined,
    lang: string,
    page: number | undefined,
    depth: number,
  ): Element => {
    if (++count > mostElements || depth > deepest)
      throw new Unreadable('its structure tree is too large or too deep');
    if (seen.has(reference.number)) throw new Unreadable('its structure tree leads back to itself');
    seen.add(reference.number);
    const dictionary = file.dictionary(reference) ?? new Map();
    const ownLang = textOf(file.get(dictionary.get('Lang')));
    const kids: Kid[] = [];
    if (parent !== undefined && numberOf(dictionary.get('P')) !== parent.number)
      faults.push(`the element ${reference.number} names another parent than the one that it is a kid of`);
    const element: Element = {
      type: standardType(String(file.get(dictionary.get('S')) ?? '/')),
      lang: ownLang ?? lang,
      ownLang,
      alt: textOf(file.get(dictionary.get('Alt'))),
      actualText: textOf(file.get(dictionary.get('ActualText'))),
      kids,
      parent,
      number: reference.number,
    };
    const own = pageOf(dictionary.get('Pg'), pages) ?? page;
    for (const kid of listOf(file, dictionary.get('K'))) {
      const value = file.get(kid);
      if (typeof value === 'number') addContent(kids, own, value, faults);
      else if (value instanceof Map && value.get('Type') === '/MCR')
        addContent(kids, pageOf(value.get('Pg'), pages) ?? own, Number(value.get('MCID')), faults);
      else if (value instanceof Map && value.get('Type') === '/OBJR') {
        const object = value.get('Obj');
        if (object instanceof Reference) kids.push({ kind: 'object', number: object.number });
      } else if (kid instanceof Reference && value instanceof Map)
        kids.push({ kind: 'element', element: build(kid, element, element.lang, own, depth + 1) });
    }
    return element;
  };
  const roots = listOf(file, tree.get('K')).filter((kid): kid is Reference => kid instanceof Reference);
  if (roots.length !== 1) faults.push(`the structure tree has ${roots.length} roots`);
  return roots[0] === undefined ? undefined : build(roots[0], undefined, language, undefined, 0);
}

function listOf(
  file: PdfFile,
  value: unknown,
): readonly unknown[] & (Reference | number | Map<string, never>)[] {
  const object = value instanceof Reference && Array.isArray(file.get(value)) ? file.get(value) : value;
  return (object === undefined || object === null ? [] : Array.isArray(object) ? object : [object]) as never;
}

function numberOf(value: unknown): number | undefined {
  return value instanceof Reference ? value.number : undefined;
}

function pageOf(value: unknown, pages: ReadonlyMap<number, number>): number | undefined {
  return value instanceof Reference ? pages.get(value.number) : undefined;
}

function addContent(kids: Kid[], page: number | undefined, mcid: number, faults: string[]): void {
  if (page === undefined) faults.push(`the content ${mcid} of the structure is on no page`);
  else kids.push({ kind: 'content', page, mcid });
}

/** All elements in reading order. */
export function* elementsOf(root: Element | undefined): Generator<Element> {
  if (root === undefined) return;
  yield root;
  for (const kid of root.kids) if (kid.kind === 'element') yield* elementsOf(kid.element);
}
