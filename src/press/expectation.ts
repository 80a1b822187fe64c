import { createHash } from 'node:crypto';
import { type Guide, inlineNodes, parseInline, plainText } from '../content/index.ts';
import { areas, type Imposed } from '../imposition/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import { carriedKeys, type Product } from '../product/index.ts';
import type { Expectation } from '../proof/index.ts';
import type { Job } from './job.ts';

/**
 * What the finished file must hold, from the guide, the locale and what the product declares: never from the HTML
 * that a template made, so that a template which drops a text is found out.
 */
export function expect(
  guide: Guide,
  locale: Locale,
  product: Product,
  job: Job,
  imposed: Imposed,
  imprint: string,
): Expectation {
  const { data } = guide;
  const helpline = data.helplines.main;
  const texts = carriedKeys(product, [...guide.texts.keys()]).map((key) => ({
    key,
    text: plainText(parseInline(locale.text(key)), guide),
    language: locale.tag,
    ...(key.endsWith('.alt') ? { alt: true as const } : {}),
  }));
  const disclosure = disclosureKeys(guide);
  return {
    format: 1,
    guide: { id: data.id, version: data.version, date: data.date },
    locale: locale.tag,
    direction: languageOf(locale.tag).direction,
    product: product.id,
    paper: job.paper,
    edition: job.edition,
    purpose: job.purpose,
    title: plainText(parseInline(locale.text('title')), guide),
    helpline: { display: helpline.display, uri: `tel:${helpline.dial}`, minSize: product.helpline.minSize },
    pointer: plainText(parseInline(locale.word('who')), guide),
    sheets: areas(imposed),
    texts,
    disclosure: {
      version: data.disclosure.version,
      hash: disclosureHash(guide, locale),
      keys: disclosure,
      minSize: product.floors.disclosure,
    },
    phrases: texts.filter(({ alt }) => alt !== true).flatMap(({ key }) => phrasesIn(guide, locale, key)),
    imprint,
    translation: locale.translation,
    minSize: product.floors.text,
  };
}

/** The phrases of a text that are marked as another language than the page's. */
function phrasesIn(guide: Guide, locale: Locale, key: string): Expectation['phrases'] {
  const own = new Intl.Locale(locale.tag).language;
  return [...inlineNodes(parseInline(locale.text(key)))].flatMap((node) =>
    node.kind === 'language' && new Intl.Locale(node.tag).language !== own
      ? [{ text: plainText(node.children, guide), language: new Intl.Locale(node.tag).toString() }]
      : [],
  );
}

export function disclosureKeys(guide: Guide): string[] {
  return [...guide.texts.keys()].filter((key) => key.startsWith('disclosure.'));
}

/** SHA-256 of the disclosure as printed in this locale, hex: the record of what people were told. */
export function disclosureHash(guide: Guide, locale: Locale): string {
  const text = disclosureKeys(guide).map((key) => locale.text(key));
  return createHash('sha256').update(text.join('\n'), 'utf8').digest('hex');
}
