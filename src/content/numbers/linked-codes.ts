import { type InlineNode, plainText } from '../inline/inline.ts';
import { type DeclaredNumber, isLinkedCode } from './declared.ts';
import { filled } from './read-digits.ts';

/** The code of two digits that a link shows, and nothing else, and dials. */
export function linkedCode(
  node: InlineNode,
  declared: readonly DeclaredNumber[],
): DeclaredNumber | undefined {
  if (node.kind !== 'link' || !/^tel:\d\d$/.test(node.href)) return undefined;
  const shown = plainText(node.children, { data: { helplines: {} } });
  return declared.find(
    (number) => isLinkedCode(number) && node.href === `tel:${number.dial}` && shown === number.display,
  );
}

/** A text in which such codes are something that is seen, and that no digit may touch: there two digits are known. */
export function withoutLinkedCodes(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
): readonly InlineNode[] {
  if (!declared.some(isLinkedCode)) return nodes;
  return nodes.map((node): InlineNode => {
    if (linkedCode(node, declared) !== undefined) return { kind: 'text', text: filled };
    return 'children' in node ? { ...node, children: withoutLinkedCodes(node.children, declared) } : node;
  });
}
