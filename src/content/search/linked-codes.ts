import { filled } from '../digits/read-digits.ts';
import { type InlineNode, plainText } from '../inline/inline.ts';
import { type DeclaredNumber, isLinkedCode } from '../numbers/declared.ts';

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

/**
 * A text in which such codes are something that is seen: there two digits are known. Where a digit touches one, what is printed is
 * another number, and its digits stay: 555 0[15](tel:15)0.
 */
export function withoutLinkedCodes(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
): readonly InlineNode[] {
  return declared.some(isLinkedCode) ? filledIn(nodes, declared, '', '') : nodes;
}

function filledIn(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
  before: string,
  after: string,
): readonly InlineNode[] {
  const shown = nodes.map((node) => plainText([node], { data: { helplines: {} } }));
  return nodes.map((node, i): InlineNode => {
    const [left, right] = [shown[i - 1] ?? before, shown[i + 1] ?? after];
    if (linkedCode(node, declared) !== undefined)
      return endsInDigit.test(left) || beginsWithDigit.test(right) ? node : { kind: 'text', text: filled };
    return 'children' in node ? { ...node, children: filledIn(node.children, declared, left, right) } : node;
  });
}

const [endsInDigit, beginsWithDigit] = [/\p{N}$/u, /^\p{N}/u];
