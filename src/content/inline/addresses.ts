import { Lettered } from '../../letters/index.ts';
import { type InlineNode, plainText } from './inline.ts';
import { isDialling } from './link-target.ts';
import { remembered } from './remembered.ts';

/**
 * An address as it is read: without its scheme, `www.` and what ends nothing. One of digits, www.3114.fr, keeps what says that it
 * is an address: without that it is the number to call, with a word behind.
 */
export function readableAddress(address: string): string {
  return address
    .replace(/^(?:https?:\/\/(?=www\.)|mailto:)/i, '')
    .replace(/^(?:https?:\/\/|www\.)(?![\d.-]+\.[a-z]+(?:[/?#:]|$))/i, '')
    .replace(/\/+$/, '');
}

/** What a link says after its words so that it can be followed on paper: nothing where they say it, or where it dials. */
function addressOf({ href, short, children }: Extract<InlineNode, { kind: 'link' }>): string | undefined {
  if (!/^(?:https|mailto):/.test(href) || isDialling(href)) return undefined;
  const words = readableAddress(plainText(children, { data: { helplines: {} } })).toLowerCase();
  // www.3114.fr says https://3114.fr.
  const said = [href, short ?? href].map((address) =>
    readableAddress(address)
      .toLowerCase()
      .replace(/^(?:https?:\/\/)?(?:www\.)?/, ''),
  );
  return said.some((address) => words.includes(address)) ? undefined : readableAddress(short ?? href);
}

/** The same content, in which every link says its address. */
export function withAddresses(nodes: readonly InlineNode[]): readonly InlineNode[] {
  return nodes.flatMap((node): readonly InlineNode[] => {
    if (node.kind === 'text' || node.kind === 'helpline') return [node];
    const inner = { ...node, children: withAddresses(node.children) };
    const address = node.kind === 'link' ? addressOf(node) : undefined;
    return address === undefined ? [inner] : [inner, { kind: 'text', text: ` (${address})` }];
  });
}

/**
 * What runs from left to right in any text: addresses of the web and of mail, dates, numbers of orders, post boxes, what has more
 * groups than a span. Of a span, and of a day with its month and year, the first comes first, as the text runs: 8:30–16:00.
 */
export const typed = new Lettered(
  String.raw`(?<![\p{L}\p{N}-])(?:(?!\p{Nd}{1,2}-\p{Nd}{1,2}-\p{Nd}{4}(?!-))\p{Nd}+(?:-\p{Nd}+){2,}|(?<=(?:ص\.? ?ب\.?|ص\. ?پ\.|صندوق پستی|صندوق بريد|کد ?پستی|الرمز البريدي|P\. ?O\. ?Box|ת\.ד\.):? )\p{Nd}{2,6}-\p{Nd}{3,6}|(?=[A-Z\d./-]*[A-Z])(?=[A-Z\d./-]*\d)[A-Z\d]+(?:[-./][A-Z\d]+)+)(?![\p{L}\p{N}-])|(?:https?:\/\/|mailto:|www\.)[^\s<>()]+|[\w.+%-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:\/[^\s<>()]*)?(?![\p{L}\p{N}])`,
  'giu',
);

/** Each alternative of that has a digit, a scheme, `www.`, a mail's sign, or a letter of these after a full stop. */
export const mayBeTyped = new Lettered(String.raw`[\p{Nd}@]|:\/\/|mailto:|www\.|\.[a-z\u017f\u212a]`, 'iu');

type Piece = string | { readonly address: string };

/** A text in pieces: its words, and the addresses in it. */
export const splitAtAddresses = remembered((text): readonly Piece[] => {
  if (!mayBeTyped.test(text)) return text === '' ? [] : [text];
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(typed.for(text))) {
    // A sentence ends after an address, not within.
    const address = found.replace(/[.,;:!?]+$/, '');
    pieces.push(text.slice(end, index), { address });
    end = index + address.length;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '');
});
