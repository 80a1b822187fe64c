import {
  type Guide,
  type InlineNode,
  inlineNodes,
  parseInline,
  plainText,
  remembered,
  withAddresses,
} from '../content/index.ts';

/** What a text says but for its numbers: the same in every document. */
interface SaidIn {
  readonly showsNumber: boolean;
  readonly hasLinks: boolean;
  /** Of the phrases that are marked with one. */
  readonly languages: readonly string[];
  /** Without its marks, and with what its links say of where they lead; undefined where it shows a number. */
  readonly plain: string | undefined;
  readonly addressed: string | undefined;
}

const nobody = { data: { helplines: {} } };

export const saidIn = remembered((text): SaidIn => {
  const nodes = parseInline(text);
  const all = [...inlineNodes(nodes)];
  const is = (kind: InlineNode['kind']) => all.some((node) => node.kind === kind);
  const showsNumber = is('helpline');
  return {
    showsNumber,
    hasLinks: is('link'),
    languages: all.flatMap((node) => (node.kind === 'language' ? [node.tag] : [])),
    plain: showsNumber ? undefined : plainText(nodes, nobody),
    addressed: showsNumber ? undefined : plainText(withAddresses(nodes), nobody),
  };
});

/** A text without its marks, a helpline as its number. */
export function plainIn(text: string, guide: Guide): string {
  return saidIn(text).plain ?? plainText(parseInline(text), guide);
}

/** The same, with what its links say of where they lead. */
export function addressedIn(text: string, guide: Guide): string {
  return saidIn(text).addressed ?? plainText(withAddresses(parseInline(text)), guide);
}
