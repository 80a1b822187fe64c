import type { DocumentElement } from '../document/index.ts';
import { type ComputedStyle, type ContentPart, inDigits, type StyledDocument } from '../style/index.ts';
import type { PageNumbers } from './page-numbers.ts';

/** What a style sheet puts before or after the text of an element. */
export interface Generated {
  readonly style: ComputedStyle;
  /** Drawn, and not read. */
  readonly isDecoration: boolean;
  /** Marks, and numbers as they are counted there; those of pages are known later. */
  readonly parts: readonly (string | PagePart)[];
}

type PagePart = Extract<ContentPart, { kind: 'page' | 'target' }>;

export type GeneratedTexts = ReadonlyMap<
  DocumentElement,
  { readonly before?: Generated; readonly after?: Generated }
>;

const nothing: GeneratedTexts = new Map();

/** A counter in scope: made by an element, it goes on among the siblings after it and in what they hold. */
interface Counter {
  readonly among: DocumentElement | undefined;
  value: number;
}

/** All that a document's style sheets generate, counters counted in document order (CSS Lists 3 §4). */
export function generatedIn(styled: StyledDocument): GeneratedTexts {
  if (!styled.generates) return nothing;
  const found = new Map<DocumentElement, { before?: Generated; after?: Generated }>();
  const inScope = new Map<string, Counter[]>();
  const reset = (name: string, among: DocumentElement | undefined) => {
    const all = inScope.get(name) ?? [];
    if (all.at(-1)?.among === among) all.pop();
    inScope.set(name, [...all, { among, value: 0 }]);
  };
  const count = ({ counterReset, counterIncrement }: ComputedStyle, among: DocumentElement | undefined) => {
    for (const name of counterReset) reset(name, among);
    for (const name of counterIncrement) {
      if ((inScope.get(name) ?? []).length === 0) reset(name, among);
      inScope.get(name)!.at(-1)!.value++;
    }
  };
  const generate = (element: DocumentElement, at: 'before' | 'after') => {
    const style = styled.generated(element, at);
    if (style?.content === undefined) return;
    count(style, element);
    const parts = style.content.parts.map((part): string | PagePart => {
      if (part.kind === 'marks') return part.text;
      if (part.kind !== 'counter') return part;
      const values = (inScope.get(part.name) ?? [{ value: 0 }]).map(({ value }) =>
        inDigits(value, part.style),
      );
      return part.between === undefined ? values.at(-1)! : values.slice(-2).join(part.between);
    });
    found.set(element, {
      ...found.get(element),
      [at]: { style, parts, isDecoration: style.content.isDecoration },
    });
  };
  const visit = (element: DocumentElement): void => {
    const style = styled.style(element);
    if (style.display === 'none') return;
    count(style, element.parent);
    generate(element, 'before');
    for (const child of element.children) if (child.kind === 'element') visit(child);
    generate(element, 'after');
    for (const all of inScope.values()) while (all.at(-1)?.among === element) all.pop();
  };
  visit(styled.document.body);
  return found;
}

/** What is said before or after an element's text, with the numbers of pages that are known. */
export function generatedText(
  { parts }: Generated,
  element: DocumentElement,
  { page, pages, of }: PageNumbers,
): string {
  const target = element.attributes.href?.slice(1) ?? '';
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const number = part.kind === 'target' ? of?.get(target) : part.of === 'this' ? page : pages;
      return String(number ?? 0);
    })
    .join('');
}

/** Is the number of a page said before or after an element's own text: of `this` one, or of another? */
export function saysPages(
  texts: GeneratedTexts,
  element: DocumentElement,
  which: 'this' | 'others',
): boolean {
  const found = texts.get(element);
  if (found === undefined) return false;
  const { before, after } = found;
  return [...(before?.parts ?? []), ...(after?.parts ?? [])].some(
    (part) => typeof part !== 'string' && (part.kind === 'page' && part.of === 'this') === (which === 'this'),
  );
}
