import { join, resolve } from 'node:path';
import { type Guide, loadGuide, type NumberPair, parseInline, plainText } from '../src/content/index.ts';
import { languageOf, loadLocale } from '../src/locale/index.ts';
import { defaultJob, type Job, shippedFolders } from '../src/press/index.ts';
import { carriedKeys, loadProduct } from '../src/product/index.ts';
import type { PlainGuide } from './peer.ts';

const root = resolve(import.meta.dirname, '..');
const folders = shippedFolders();

/** The guide that is printed. */
export const source = loadGuide(join(root, 'guides/heroin-detox'));

/** Where the peer finds the same fonts. */
export const fontFolders = [folders.fonts, join(root, 'packages/cjk')];

/** The languages, each with the family that the peer sets it in: the same file as ours. */
export const families = {
  en: 'Atkinson Hyperlegible Next',
  es: 'Atkinson Hyperlegible Next',
  ar: 'Noto Naskh Arabic',
  hi: 'Noto Sans Devanagari',
  th: 'Noto Sans Thai Looped',
  ur: 'Noto Nastaliq Urdu',
  'zh-Hans': 'Noto Sans SC',
  vi: 'Atkinson Hyperlegible Next',
  am: 'Noto Sans Ethiopic',
} as const;
export type Tag = keyof typeof families;
export const tags = Object.keys(families) as Tag[];

let serial = 1000;

/** A number that no document before had. */
export function newNumber(): NumberPair {
  serial = serial >= 9998 ? 1000 : serial + 1;
  return { display: `800-315-${serial}`, dial: `+1800315${serial}` };
}

export const jobOf = (locale: Tag): Job => ({ ...defaultJob, product: 'pamphlet-trifold', locale });

/** The guide as the peer gets it: every text that the pamphlet carries, or another product. */
export function plainGuide(
  tag: string,
  guide: Guide = source,
  font: string = families[tag as Tag],
  product?: string,
): Omit<PlainGuide, 'number'> {
  const locale = loadLocale(tag, guide, folders.locales);
  const keys =
    product === undefined
      ? [...guide.texts.keys()]
      : carriedKeys(loadProduct(product, folders.templates), guide.texts);
  const blocks = keys
    .filter((key) => !/\.(alt|term)$|^sources/.test(key))
    .map((key) => {
      const text = plainText(parseInline(locale.text(key)), guide);
      return /^title$|\.(line|heading)$/.test(key) ? `= ${text}` : text;
    });
  const { direction } = languageOf(tag);
  return { language: tag, direction, font, title: locale.text('title'), blocks };
}
