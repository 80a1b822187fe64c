import { createHash } from 'node:crypto';
import {
  addressesOf,
  addressOf,
  type DeclaredNumber,
  declaredNumbers,
  deepFreeze,
  everydayIn,
  type Guide,
  type GuideData,
  holdsGroupsOfLetters,
  inlineNodes,
  mayHoldDigits,
  numbersReached,
  parseInline,
  plainText,
  readableAddress,
  readDigits,
  remembered,
  splitAtNumbers,
  spokenDigits,
  textsHere,
} from '../content/index.ts';
import type { Locale } from '../locale/index.ts';
import { carriedKeys, isOfOtherForm, type Product } from '../product/index.ts';
import type { Expectation } from '../proof/index.ts';
import { addressedIn, plainIn, saidIn } from './said-in.ts';
import { linksOf } from './told-links.ts';
import { numbersOf } from './told-numbers.ts';

/** What every file of a guide must say in a product and a locale, whichever way it is printed. */
export interface Told
  extends Pick<
    Expectation,
    | 'title'
    | 'numbers'
    | 'codes'
    | 'others'
    | 'pointer'
    | 'texts'
    | 'words'
    | 'everyday'
    | 'links'
    | 'phrases'
    | 'disclosure'
  > {
  /** True when a text shows the number of a helpline: with another number it says something else. */
  readonly showsNumber: boolean;
  /** Every language that a text or word is in, the imprint's among them, in order. */
  readonly languages: readonly string[];
  /** Digits that can be read in a text or word, at most: what holds fewer than a number is not near it. */
  readonly mostDigits: number;
  /** Texts and words in which a number of several groups could be written in letters that look like digits. */
  readonly lettered: readonly string[];
}

/** From the guide, the locale and what the product declares; frozen, for every file of a plate is held to the same. */
export function tell(guide: Guide, locale: Locale, product: Product): Told {
  const carried = carriedHere(guide, product);
  const short = shortFormOf(guide, product);
  const texts = carried.flatMap((key) => [
    {
      key,
      text: printedText(guide, locale, product, key),
      language: locale.tag,
      ...(guide.texts.get(key)!.role === 'alt' ? { alt: true as const } : {}),
    },
    ...(key === 'disclosure.short.text' && short !== undefined
      ? [{ key: shortAddress, text: readableAddress(short.address), language: locale.tag }]
      : []),
  ]);
  const words = [...new Set([...wordsOf(guide, locale, product, carried), ...waysOf(guide, locale)])];
  const sources = [...[...guide.texts.keys()].map((key) => locale.text(key)), ...locale.words()];
  const found = sources.map(saidIn);
  return deepFreeze({
    title: titleOf(guide, locale, product),
    ...numbersOf(guide),
    pointer: plainIn(locale.word('who'), guide),
    texts,
    words,
    ...everydayOf(
      [
        ...[...guide.texts].map(([key, { text }]) => ({
          text: plainIn(locale.text(key), guide),
          source: plainIn(text, guide),
        })),
        ...words.map((text) => ({ text })),
        ...imprintValues(guide).map(([, value]) => ({ text: value })),
      ],
      [guide.data.publisher?.orderNumber ?? ''],
      declaredNumbers(guide.data),
    ),
    ...othersOf(guide, carried),
    links: linksOf(guide, locale, carried),
    phrases: carried
      .filter((key) => guide.texts.get(key)!.role !== 'alt')
      .flatMap((key) => phrasesIn(guide, locale, key)),
    disclosure: {
      version: guide.data.disclosure.version,
      ...(short === undefined ? {} : { form: 'short' as const }),
      hash: disclosureHash(guide, locale, product.disclosure),
      keys: [
        ...disclosureKeys(guide, product.disclosure).filter((key) => isBlockOfText(guide, key)),
        ...(short === undefined ? [] : [shortAddress]),
      ],
      minSize: product.floors.disclosure,
    },
    languages: languagesOf(locale, found, sent(guide)),
    showsNumber: found.some(({ showsNumber }) => showsNumber),
    mostDigits: sources.reduce((most, text) => Math.max(most, digitsIn(text)), 0),
    lettered: sources.filter(holdsGroupsOfLetters),
  });
}

/** What files of a product are called: as the guide, and as what they are where the products' words name it. */
function titleOf(guide: Guide, locale: Locale, { id }: Product): string {
  const title = plainIn(locale.text('title'), guide);
  const name = `file.product.${id}`;
  return locale.hasWord(name) ? `${title} – ${locale.word(name)}` : title;
}

/** The keys that a product must carry of a guide, in its form and its country. */
export function carriedHere(guide: Guide, product: Product): string[] {
  const here = textsHere(guide, product.form);
  return carriedKeys(product, guide.texts).filter((key) => here.has(key));
}

/** A text as the product prints it: without marks, but for what its links say of where they lead. */
function printedText(guide: Guide, locale: Locale, { links }: Product, key: string): string {
  const isAlt = guide.texts.get(key)?.role === 'alt';
  return (links === 'words' || isAlt ? plainIn : addressedIn)(locale.text(key), guide);
}

/** Everyday numbers of texts, each with the text that it translates; and what is one by what it is in the guide. */
export function everydayOf(
  texts: readonly { readonly text: string; readonly source?: string }[],
  own: readonly string[] = [],
  declared: readonly DeclaredNumber[] = [],
): Pick<Expectation, 'everyday'> {
  // Hours beside a number have their form by themselves: “0300 123 6600 (9.00–17.00 Uhr)”.
  const apart = (text: string) => splitAtNumbers(text, declared).filter((piece) => typeof piece === 'string');
  const everyday = new Set([
    ...texts.flatMap(({ text, source }) =>
      [text, ...apart(text)].flatMap((piece) => everydayIn(piece, source)),
    ),
    ...own.filter((text) => digitsIn(text) > 0),
  ]);
  return everyday.size === 0 ? {} : { everyday: [...everyday] };
}

/** Digits of any script that can be read in a text. */
export const digitsIn = remembered((text): number => {
  const written = mayHoldDigits(text) ? (readDigits(text).text.match(/\d/g)?.length ?? 0) : 0;
  return Math.max(written, spokenDigits(text));
});

/** The same of a guide that differs in a helpline's number. */
export function tellNumber(told: Told, guide: Guide, locale: Locale, product: Product): Told {
  return told.showsNumber ? tell(guide, locale, product) : deepFreeze({ ...told, ...numbersOf(guide) });
}

/** The helplines beside the main one whose texts a product carries: their numbers are printed too. */
function othersOf({ data }: Guide, carried: readonly string[]): Pick<Expectation, 'others'> {
  const said = new Set(carried.map((key) => /^helplines\.([^.]+)\./.exec(key)?.[1]));
  const others = declaredNumbers(data).flatMap((number) => {
    const [name] = number.name.split('.');
    if (number.kind !== 'helpline' || name === 'main' || !said.has(name)) return [];
    return [{ display: number.display, uri: addressOf(number) }];
  });
  return others.length === 0 ? {} : { others };
}

/** What is said of the ways to reach the helplines, whole: words with their numbers, addresses. */
function waysOf(guide: Guide, locale: Locale): string[] {
  return Object.entries(guide.data.helplines).flatMap(([name, helpline]) => [
    ...numbersReached(guide.data, name).flatMap(({ word, values }) => [
      plainText(parseInline(locale.word(word, values)), guide),
      // The description of the number's link.
      plainText(parseInline(locale.word('way.textOnly', values)), guide),
    ]),
    ...addressesOf(helpline).map(({ shown }) => shown),
  ]);
}

/** What an imprint and a list of sources say beside texts, by their keys: addresses as they are read, dates, the number of an order. */
function imprintValues({
  data: { publisher, review, sources, disclosure },
}: Guide): (readonly [key: string, value: string])[] {
  return [
    ['publisher.web', publisher?.web && readableAddress(publisher.web)],
    ['publisher.orderNumber', publisher?.orderNumber],
    [shortAddress, disclosure.short && readableAddress(disclosure.short.address)],
    ['review.on', review?.on],
    ['review.next', review?.next],
    ...sources.map(
      ({ id, address }) => [`sources.${id}.address`, address && readableAddress(address)] as const,
    ),
  ].filter((row): row is [string, string] => row[1] !== undefined);
}

/** Stands for a value within a word: no text has it. */
const value = '\ue000';

const withoutValues = remembered((word): string => word.replace(/\{\{[^}]*\}\}/g, value));

/** The products' words, in pieces between their values, and the texts of the guide that a product need not carry. */
function wordsOf(guide: Guide, locale: Locale, product: Product, carried: readonly string[]): string[] {
  const own = new Set(carried);
  const others = [...guide.texts.keys()].filter((key) => !own.has(key));
  const pieces = [
    ...locale.words().flatMap((word) => plainIn(withoutValues(word), guide).split(value)),
    ...others.map((key) => printedText(guide, locale, product, key)),
    ...imprintValues(guide).map(([, value]) => value),
  ];
  return [...new Set(pieces.map((piece) => piece.trim()).filter((piece) => piece !== ''))];
}

/** The phrases of a text that are marked as another language than the page's. */
function phrasesIn(guide: Guide, locale: Locale, key: string): Expectation['phrases'] {
  const text = locale.text(key);
  if (saidIn(text).languages.length === 0) return [];
  return [...inlineNodes(parseInline(text))].flatMap((node) => {
    if (node.kind !== 'language') return [];
    const tag = new Intl.Locale(node.tag);
    return tag.language === new Intl.Locale(locale.tag).language
      ? []
      : [{ text: plainText(node.children, guide), language: tag.toString() }];
  });
}

/** The language of words that are sent to a helpline, where there are any. */
function sent({ data: { helplines, locale } }: Guide): string[] {
  return Object.values(helplines).some(({ text }) => text?.word !== undefined) ? [locale] : [];
}

/** The imprint is in English. */
function languagesOf(
  { tag }: Locale,
  found: readonly { readonly languages: readonly string[] }[],
  more: readonly string[],
): string[] {
  const marked = found.flatMap(({ languages }) => languages);
  return [...new Set([tag, 'en', ...more, ...marked])].sort();
}

/** False for what stands for a picture, and a term that its explanation says. */
function isBlockOfText({ texts }: Guide, key: string): boolean {
  const role = texts.get(key)?.role;
  return role !== 'alt' && role !== 'term';
}

/** The short form of the disclosure, of a product that prints that; undefined: it prints the whole. */
function shortFormOf(
  { data }: Guide,
  { disclosure }: Pick<Product, 'disclosure'>,
): GuideData['disclosure']['short'] {
  return disclosure === 'short' ? data.disclosure.short : undefined;
}

/** What a code opens: beside the short form of the disclosure the address of the whole, whatever was asked for. Undefined: it dials. */
export function codeOf(
  guide: Guide,
  product: Pick<Product, 'disclosure'>,
  { qr }: { readonly qr: string | undefined },
): string | undefined {
  return shortFormOf(guide, product)?.address ?? qr;
}

/** Key of the address of the whole disclosure, which stands below its short form. */
const shortAddress = 'disclosure.short.address';

function disclosureKeys(guide: Guide, disclosure: Product['disclosure']): string[] {
  return [...guide.texts.keys()].filter(
    (key) => key.startsWith('disclosure.') && !isOfOtherForm({ disclosure }, key),
  );
}

/** SHA-256 of the disclosure as printed in this locale, hex: the record of what people were told, of a short form with its address. */
export function disclosureHash(guide: Guide, locale: Locale, form: Product['disclosure'] = 'whole'): string {
  const text = disclosureKeys(guide, form).map((key) => locale.text(key));
  const short = shortFormOf(guide, { disclosure: form });
  if (short !== undefined) text.push(short.address);
  return createHash('sha256').update(text.join('\n'), 'utf8').digest('hex');
}
