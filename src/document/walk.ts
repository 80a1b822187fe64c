import type { DocumentElement, DocumentNode, Wording } from './tree.ts';

/** The node and all below it, in document order. */
export function walk(node: DocumentNode): DocumentNode[] {
  const found: DocumentNode[] = [];
  const left = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    found.push(next);
    if (next.kind === 'element')
      for (let i = next.children.length - 1; i >= 0; i--) left.push(next.children[i]!);
  }
  return found;
}

/** All text of a node, in document order: as written, if nothing else is said. */
export function textContent(node: DocumentNode, wording?: Wording): string {
  if (node.kind === 'text') return wording?.text(node) ?? node.text;
  return node.children.map((child) => textContent(child, wording)).join('');
}

/** All elements below `root`, itself included, in document order. */
export function elementsOf(root: DocumentElement): DocumentElement[] {
  return walk(root).filter((node) => node.kind === 'element');
}

/** The text of the document's `title`, which stands in its head; empty where there is none. */
export function titleOf({ children }: DocumentElement, wording?: Wording): string {
  for (const head of children)
    if (head.kind === 'element' && head.name === 'head')
      for (const element of elementsOf(head))
        if (element.name === 'title') return textContent(element, wording).trim();
  return '';
}
