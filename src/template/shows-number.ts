import {
  addressOf,
  type DeclaredNumber,
  declaredIn,
  type InlineNode,
  inlineNodes,
  isLinkedCode,
  parseInline,
  splitAtNumbers,
} from '../content/index.ts';

/** A number stands apart from what is drawn beside it: a line that shows one, at whichever end, wants more room there. */
export function showsNumber(text: string, numbers: readonly DeclaredNumber[]): boolean {
  return [...inlineNodes(parseInline(text))].some(
    (node) => isShownBy(node, numbers) || (node.kind === 'text' && declaredIn(node.text, numbers).length > 0),
  );
}

/** True of a text with no word before its first number: an item of a list keeps it off its mark. */
export function beginsWithNumber(text: string, numbers: readonly DeclaredNumber[]): boolean {
  for (const node of inlineNodes(parseInline(text))) {
    if (isShownBy(node, numbers)) return true;
    if (node.kind !== 'text') continue;
    for (const piece of splitAtNumbers(node.text, numbers)) {
      if (typeof piece !== 'string') return true;
      if (/[\p{L}\p{N}]/u.test(piece)) return false;
    }
  }
  return false;
}

/** A mark that prints a number, or the link of a code of two digits. */
function isShownBy(node: InlineNode, numbers: readonly DeclaredNumber[]): boolean {
  return (
    node.kind === 'helpline' ||
    (node.kind === 'link' &&
      numbers.some((n) => isLinkedCode(n) && node.href === addressOf({ dial: n.dial })))
  );
}
