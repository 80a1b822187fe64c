import type { DocumentElement, DocumentNode } from './tree.ts';

/** The node and all below it, in document order. */
export function* walk(node: DocumentNode): Generator<DocumentNode> {
  yield node;
  if (node.kind === 'element') for (const child of node.children) yield* walk(child);
}

/** All text of a node as written, in document order. */
export function textContent(node: DocumentNode): string {
  if (node.kind === 'text') return node.text;
  return node.children.map(textContent).join('');
}

/** All elements below `root`, itself included, in document order. */
export function* elementsOf(root: DocumentElement): Generator<DocumentElement> {
  for (const node of walk(root)) if (node.kind === 'element') yield node;
}

/** The text of the document's `title`; empty where there is none. */
export function titleOf(root: DocumentElement): string {
  for (const element of elementsOf(root)) if (element.name === 'title') return textContent(element).trim();
  return '';
}
