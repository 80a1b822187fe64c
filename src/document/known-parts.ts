import { type DocumentNumber, joinParts } from './number-marks.ts';
import type { DocumentElement, DocumentNode, DocumentText, Origin, PagePart, TextPart } from './tree.ts';

/** A node being built: its children are still being added. */
export type OpenElement = { -readonly [K in keyof DocumentElement]: DocumentElement[K] };

/** What an element is, wherever it stands. */
type Own = Omit<DocumentElement, 'kind' | 'parent' | 'children' | 'index'>;

/** A node without its place in a document, and without the digits of numbers. */
type Mould = ElementMould | TextMould;

interface ElementMould extends Own {
  readonly kind: 'element';
  readonly children: readonly Mould[];
}

interface TextMould {
  readonly kind: 'text';
  readonly part: TextPart;
  readonly origin: Origin;
}

/** A part that was built before. */
export interface KnownPart {
  readonly html: string;
  /** What decides of what stands around it how it is built. */
  readonly inherited: string;
  /** The two as one: what it is kept by. */
  readonly key: string;
  readonly mould: ElementMould;
  /** How many elements it has. */
  readonly elements: number;
}

/** Characters of HTML that are kept for one template, and a part must have to be worth it. */
const [mostCharacters, fewestCharacters] = [250_000, 200];

/**
 * Parts of pages that were built before, by their HTML and what they inherit: where a template says the same once more, in
 * a document that is arranged otherwise or has another number, its nodes are copied. Nothing was wrong in them but what a
 * number or the rest of the document decides, which is looked at anew. Bounded; it holds no document.
 */
export class KnownParts {
  /** In the order of their last use. */
  readonly #parts = new Map<string, KnownPart>();
  /** By how their HTML begins. */
  readonly #starts = new Map<string, KnownPart[]>();
  #characters = 0;
  #origins: readonly Origin[] | undefined;

  /** Those that stand at a place of a page: all with one HTML. @param origins what `data-o` counts into: what was built with others is another part */
  at(page: string, offset: number, origins: readonly Origin[]): readonly KnownPart[] {
    if (origins !== this.#origins) this.#forget(origins);
    const begun = this.#starts.get(page.slice(offset, offset + fewestCharacters));
    return begun?.filter(({ html }) => page.startsWith(html, offset)) ?? [];
  }

  /** What a part is cast from. */
  use({ key, mould }: KnownPart): ElementMould {
    const known = this.#parts.get(key);
    if (known !== undefined) {
      this.#parts.delete(key);
      this.#parts.set(key, known);
    }
    return mould;
  }

  keep(html: string, inherited: string, element: DocumentElement): void {
    const key = inherited + html;
    if (html.length < fewestCharacters || key.length > mostCharacters || this.#parts.has(key)) return;
    const mould = elementMould(element);
    const part = { html, inherited, key, mould, elements: countOf(mould) };
    this.#parts.set(key, part);
    const start = startOf(part);
    this.#starts.set(start, [...(this.#starts.get(start) ?? []), part]);
    this.#characters += key.length;
    for (const oldest of this.#parts.values()) {
      if (this.#characters <= mostCharacters) return;
      this.#drop(oldest);
    }
  }

  #drop(part: KnownPart): void {
    this.#parts.delete(part.key);
    this.#characters -= part.key.length;
    const start = startOf(part);
    const others = this.#starts.get(start)!.filter((other) => other !== part);
    if (others.length === 0) this.#starts.delete(start);
    else this.#starts.set(start, others);
  }

  #forget(origins: readonly Origin[]): void {
    this.#parts.clear();
    this.#starts.clear();
    this.#characters = 0;
    this.#origins = origins;
  }
}

function startOf({ html }: KnownPart): string {
  return html.slice(0, fewestCharacters);
}

function countOf({ children }: ElementMould): number {
  return children.reduce((sum, child) => sum + (child.kind === 'element' ? countOf(child) : 0), 1);
}

function elementMould(element: DocumentElement): ElementMould {
  const { kind: _, parent: __, index: ___, children, ...own } = element;
  return { kind: 'element', ...own, children: children.map(mouldOf) };
}

function mouldOf(node: DocumentNode): Mould {
  if (node.kind === 'element') return elementMould(node);
  const { text, number, page, origin } = node;
  const part: TextPart =
    number !== undefined ? { number, what: 'display' } : page !== undefined ? { page } : text;
  return { kind: 'text', part, origin };
}

/** What copies nodes, and what is told of each element with an id or a number. */
export interface Casting {
  readonly numbers: Readonly<Record<string, DocumentNumber>>;
  /** The position of the next node. */
  readonly next: () => number;
  readonly check: (element: DocumentElement) => void;
}

/** The nodes of a mould in a document, in its order. */
export function cast(
  mould: ElementMould,
  parent: DocumentElement | undefined,
  casting: Casting,
): DocumentElement {
  const { numbers: parts } = mould;
  const own: Own =
    parts === undefined ? mould : { ...mould, attributes: said(mould.attributes, parts, casting) };
  const element = elementNode(own, parent, casting.next());
  if (element.id !== undefined || parts !== undefined) casting.check(element);
  for (const child of mould.children)
    element.children.push(
      child.kind === 'element'
        ? cast(child, element, casting)
        : textNode(child.part, casting.numbers, element, child.origin, casting.next()),
    );
  return element;
}

function said(
  attributes: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, readonly TextPart[]>>,
  { numbers }: Casting,
): Readonly<Record<string, string>> {
  const all = { ...attributes };
  for (const name in parts) all[name] = joinParts(parts[name]!, numbers);
  return all;
}

/** An element without children so far. */
export function elementNode(own: Own, parent: DocumentElement | undefined, index: number): OpenElement {
  const { name, attributes, numbers, id, classes, lang, dir, declares, isolates, origin } = own;
  const children: DocumentNode[] = [];
  // Written out twice: objects that are put together of parts are slow to make and to read.
  return numbers === undefined
    ? // biome-ignore format: one field after the other
      { kind: 'element', name, attributes, id, classes, lang, dir, declares, isolates, parent, children, origin, index }
    : // biome-ignore format: the same with one more
      { kind: 'element', name, attributes, numbers, id, classes, lang, dir, declares, isolates, parent, children, origin, index };
}

/** A piece of a text as a node of its own. @throws Error for a number that is not declared */
export function textNode(
  part: TextPart,
  numbers: Readonly<Record<string, DocumentNumber>>,
  parent: DocumentElement,
  origin: Origin,
  index: number,
): DocumentText {
  if (typeof part === 'string') return { kind: 'text', text: part, parent, origin, index };
  const text = joinParts([part], numbers);
  return 'page' in part
    ? { kind: 'text', text, page: (part as PagePart).page, parent, origin, index }
    : { kind: 'text', text, number: part.number, parent, origin, index };
}
