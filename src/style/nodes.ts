import type { CssNode } from 'css-tree';

/** A value that the property does not take; the message says what it takes. */
export class ValueFault extends Error {}

export function children(node: CssNode): CssNode[] {
  return 'children' in node && node.children !== null ? [...(node.children as Iterable<CssNode>)] : [];
}

/** White space and comments apart. */
export function parts(nodes: readonly CssNode[]): CssNode[] {
  return nodes.filter((node) => node.type !== 'WhiteSpace' && node.type !== 'Comment');
}

/** The only node of a value. @throws ValueFault */
export function one(nodes: readonly CssNode[]): CssNode {
  if (nodes.length !== 1) throw new ValueFault('one value is wanted');
  return nodes[0]!;
}

export function identifier(node: CssNode | undefined): string | undefined {
  return node?.type === 'Identifier' ? node.name.toLowerCase() : undefined;
}

/** Name of a function in small letters. */
export function functionName(node: CssNode | undefined): string | undefined {
  return node?.type === 'Function' ? node.name.toLowerCase() : undefined;
}

export function isComma(node: CssNode | undefined): boolean {
  return node?.type === 'Operator' && node.value === ',';
}

export function isSlash(node: CssNode | undefined): boolean {
  return node?.type === 'Operator' && node.value === '/';
}
