import { createHash } from 'node:crypto';
import { declaredNumbers, type Guide, inlineNodes, parseInline, plainText } from '../content/index.ts';
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
  const uri = `tel:${helpline.dial}`;
  const carried = carriedKeys(product, guide.texts);
  const texts = carried.map((key) => ({
    key,
    text: plainText(parseInline(locale.text(key)), guide),
    language: locale.tag,
    ...(guide.texts.get(key)!.role === 'alt' ? { alt: true as const } : {}),
  }));
  const disclosure = disclosureKeys(guide);
  return {
    format: 2,
    guide: { id: data.id, version: data.version, date: data.date },
    locale: locale.tag,
    direction: languageOf(locale.tag).direction,
    product: product.id,
    paper: job.paper,
    edition: job.edition,
    purpose: job.purpose,
    title: plainText(parseInline(locale.text('title')), guide),
    helpline: { display: helpline.display, uri, minSize: product.helpline.minSize },
    numbers: numbersOf(guide, locale, carried),
    loud: product.helpline.loud,
    pointer: plainText(parseInline(locale.word('who')), guide),
    sheets: areas(imposed),
    texts,
    words: wordsOf(guide, locale, carried),
    links: carried.flatMap((key) => linksIn(guide, locale, key)).filter(({ uri }) => !uri.startsWith('tel:')),
    qr: { content: job.qr ?? uri, pages: product.qr },
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

/** Every number that the guide declares. Numbers of links in texts count, until the guide declares those too. */
function numbersOf(guide: Guide, locale: Locale, keys: readonly string[]): Expectation['numbers'] {
  const declared = declaredNumbers(guide.data).map(({ display, dial }) => ({
    display,
    uri: `tel:${dial}`,
  }));
  const linked = keys
    .flatMap((key) => linksIn(guide, locale, key))
    .filter(
      ({ uri, text }) =>
        uri.startsWith('tel:') && /\d/.test(text) && !declared.some((number) => number.uri === uri),
    )
    .map(({ uri, text }) => ({ display: text, uri }));
  return [...declared, ...linked];
}

/** Links of a text: where to, and what is shown. */
function linksIn(guide: Guide, locale: Locale, key: string): Expectation['links'] {
  return [...inlineNodes(parseInline(locale.text(key)))].flatMap((node) =>
    node.kind === 'link' ? [{ uri: node.href, text: plainText(node.children, guide) }] : [],
  );
}

/** Stands for a value within a word: no text has it. */
const value = '\ue000';

/** The products' words, in pieces between their values, and the texts of the guide that a product need not carry. */
function wordsOf(guide: Guide, locale: Locale, carried: readonly string[]): string[] {
  const own = new Set(carried);
  const others = [...guide.texts.keys()].filter((key) => !own.has(key));
  const pieces = [
    ...locale
      .words()
      .flatMap((word) => plainText(parseInline(word.replace(/\{\{[^}]*\}\}/g, value)), guide).split(value)),
    ...others.map((key) => plainText(parseInline(locale.text(key)), guide)),
  ];
  return [...new Set(pieces.map((piece) => piece.trim()).filter((piece) => piece !== ''))];
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
