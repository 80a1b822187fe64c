import { type DocumentNumber, joinParts } from './number-marks.ts';
import type { DocumentElement, DocumentNode, DocumentText, HtmlDocument } from './tree.ts';
import { titleOf } from './walk.ts';

/** A node that is being copied: its children are still being added. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The same document with other numbers, as `parseDocument` would give it: a tree of its own, the given one untouched.
 * `numbers` are all helplines' numbers by name. `copies` leads from each node of the document to the one in its place.
 */
export function withNumbers(
  document: HtmlDocument,
  numbers: Readonly<Record<string, DocumentNumber>>,
): { readonly document: HtmlDocument; readonly copies: ReadonlyMap<DocumentNode, DocumentNode> } {
  const copies = new Map<DocumentNode, DocumentNode>();
  const copyText = (text: DocumentText, parent: DocumentElement): DocumentText => {
    const { number } = text;
    const copy: Open<DocumentText> = { ...text, parent };
    if (number !== undefined) copy.text = joinParts([{ number, what: 'display' }], numbers);
    copies.set(text, copy);
    return copy;
  };
  const copyElement = (element: DocumentElement, parent: DocumentElement | undefined): DocumentElement => {
    const copy: Open<DocumentElement> = { ...element, parent, children: [] };
    if (element.numbers !== undefined)
      copy.attributes = {
        ...element.attributes,
        ...Object.fromEntries(
          Object.entries(element.numbers).map(([name, parts]) => [name, joinParts(parts, numbers)]),
        ),
      };
    copies.set(element, copy);
    for (const child of element.children)
      copy.children.push(child.kind === 'text' ? copyText(child, copy) : copyElement(child, copy));
    return copy;
  };
  const root = copyElement(document.root, undefined);
  return {
    document: {
      ...document,
      root,
      body: copies.get(document.body) as DocumentElement,
      title: titleOf(root),
      ids: new Map([...document.ids].map(([id, element]) => [id, copies.get(element) as DocumentElement])),
    },
    copies,
  };
}
