import {
  addressesOf,
  type Guide,
  inlineNodes,
  parseInline,
  plainText,
  readableAddress,
} from '../content/index.ts';
import { uriOf } from '../document/index.ts';
import type { Locale } from '../locale/index.ts';
import type { Expectation } from '../proof/index.ts';
import { saidIn } from './said-in.ts';

/** Links of the texts and of the words, and the addresses of the sources. */
export function linksOf(guide: Guide, locale: Locale, keys: readonly string[]): Expectation['links'] {
  const sources = guide.data.sources.flatMap(({ id, address }) =>
    address === undefined
      ? []
      : [
          { uri: uriOf(address), text: plainText(parseInline(locale.text(`sources.${id}`)), guide) },
          // On paper the address itself is what can be followed.
          { uri: uriOf(address), text: readableAddress(address) },
        ],
  );
  const addresses = Object.values(guide.data.helplines).flatMap((helpline) =>
    addressesOf(helpline).map(({ href, shown }) => ({ uri: uriOf(href), text: shown })),
  );
  const texts = [...keys.map((key) => locale.text(key)), ...locale.words()];
  const { short } = guide.data.disclosure;
  const whole =
    short === undefined ? [] : [{ uri: uriOf(short.address), text: readableAddress(short.address) }];
  const web = guide.data.publisher?.web;
  const publisher = web === undefined ? [] : [{ uri: uriOf(web), text: readableAddress(web) }];
  return [...texts.flatMap((text) => linksIn(guide, text)), ...publisher, ...whole, ...sources, ...addresses];
}

/** Links of a text: where to, and what is shown. */
export function linksIn(guide: Guide, text: string): Expectation['links'] {
  if (!saidIn(text).hasLinks) return [];
  return [...inlineNodes(parseInline(text))].flatMap((node) =>
    node.kind === 'link' ? [{ uri: uriOf(node.href), text: plainText(node.children, guide) }] : [],
  );
}
