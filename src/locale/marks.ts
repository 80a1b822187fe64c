import { filled, type InlineNode, inlineNodes } from '../content/index.ts';
import { sameLanguage } from './language.ts';
import { numbersIn } from './quantities/numbers.ts';

/** Kinds of the marks that must be kept, sorted: order may differ between languages. */
export function marksIn(nodes: readonly InlineNode[]): string[] {
  return [...inlineNodes(nodes)].flatMap((node) => {
    if (node.kind === 'strong') return ['** **'];
    // A page or a mail box may be another one in each language; what is dialled is not.
    if (node.kind === 'link') {
      const kind = /^(?:https|mailto):/.exec(node.href)?.[0];
      return [`[ ](${kind === undefined ? node.href : `${kind}…`})`];
    }
    if (node.kind === 'helpline') return [`<helpline:${node.name}>`];
    return [];
  });
}

/** Marks that are not in both, as translators write them. */
export function otherMarks(from: readonly string[], to: readonly string[]): string | undefined {
  const without = (some: readonly string[], others: readonly string[]) => {
    const left = [...others];
    return some.filter((mark) => {
      const at = left.indexOf(mark);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const lost = without(from, to);
  const added = without(to, from);
  if (lost.length + added.length === 0) return undefined;
  const told = [
    ...(lost.length === 0 ? [] : [`it lacks ${lost.join(', ')}`]),
    ...(added.length === 0 ? [] : [`it has ${added.join(', ')} more`]),
  ];
  return told.join(', and ');
}

/** The words of a link that dials: where they are a number, people dial what they see. */
export function otherLabel(from: readonly InlineNode[], to: readonly InlineNode[]): string | undefined {
  const links = (nodes: readonly InlineNode[]) =>
    [...inlineNodes(nodes)].flatMap((node) =>
      node.kind === 'link' && /^(?:tel|sms):/.test(node.href)
        ? [{ href: node.href, label: plain(node.children) }]
        : [],
    );
  const left = links(to);
  for (const { href, label } of links(from)) {
    const isNumber = /^[\d\s().+-]+$/.test(label);
    const numbers = numbersIn(label).join(' ');
    const same = left.findIndex(
      (link) =>
        link.href === href && (isNumber ? link.label === label : numbersIn(link.label).join(' ') === numbers),
    );
    if (same < 0)
      return `does not show “${label}” where it dials ${href}: leave [${label}](${href}) as it is`;
    left.splice(same, 1);
  }
  return undefined;
}

/**
 * Words that the source marks as its own language's are names and titles: they are not translated. A phrase that it marks
 * as another language's is there for whoever reads that one, and may be another phrase, in another language.
 */
export function lostName(
  from: readonly InlineNode[],
  to: readonly InlineNode[],
  sourceTag: string,
): string | undefined {
  const text = plain(to);
  const marked = phrases(to).length;
  const lost = phrases(from).find(
    ({ tag, children }, i) =>
      !text.includes(plain(children)) && (sameLanguage(tag, sourceTag) || marked <= i),
  );
  return lost === undefined
    ? undefined
    : `lost “${plain(lost.children)}”, which is marked as ${lost.tag} and stays as it is`;
}

type Phrase = Extract<InlineNode, { kind: 'language' }>;

function phrases(nodes: readonly InlineNode[]): Phrase[] {
  return [...inlineNodes(nodes)].filter((node): node is Phrase => node.kind === 'language');
}

/** The words of a text without its marks; what is {@link filled} in stands for a helpline. */
export function plain(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'helpline' ? filled : plain(node.children);
    })
    .join('');
}
