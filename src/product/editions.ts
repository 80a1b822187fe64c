import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { sizeOf } from './pages.ts';
import type { Product } from './product.ts';

/** How a guide is set for readers, and for printers, that ask for something else. */
export interface Edition {
  /** What `@media (edition: …)` asks for. */
  readonly kind: 'standard' | 'large-print' | 'high-contrast' | 'ink-saving' | 'easy-read';
  readonly about: string;
  /** Smallest size of any text, pt. */
  readonly least?: number;
  /** Smallest size of body text, pt. */
  readonly body?: number;
  /** Papers that are narrower have no room for it, pt. */
  readonly narrowest?: number;
  /** The only colours that a page may have beside photographs. */
  readonly colors?: 'black-white' | 'gray';
  /** Light on dark: what `(prefers-color-scheme: dark)` asks for. */
  readonly dark?: boolean;
  /** The thinnest line, pt: ink runs into a thinner one where it is spared out of a ground. */
  readonly thinnest?: number;
}

/** A line of large print holds six or seven words from here on. */
const narrowest = 540;

/** The editions by their names, which stand in the names of files. */
export const editions = {
  standard: { kind: 'standard', about: 'for most readers' },
  'large-print': { kind: 'large-print', about: 'nothing below 18 pt', least: 18, body: 18, narrowest },
  'large-print-20': {
    kind: 'large-print',
    about: 'text of 20 pt, nothing below 18',
    least: 18,
    body: 20,
    narrowest,
  },
  'large-print-22': {
    kind: 'large-print',
    about: 'text of 22 pt, nothing below 18',
    least: 18,
    body: 22,
    narrowest,
  },
  'high-contrast': { kind: 'high-contrast', about: 'black on white, no tints', colors: 'black-white' },
  'high-contrast-dark': {
    kind: 'high-contrast',
    about: 'white on black, no tints, no text below 10 pt, no line below 0.75',
    colors: 'black-white',
    dark: true,
    least: 10,
    thinnest: 0.75,
  },
  'easy-read': {
    kind: 'easy-read',
    about: 'short sentences of 14 pt, a picture beside each',
    least: 14,
    body: 14,
  },
  'ink-saving': { kind: 'ink-saving', about: 'gray, without grounds of ink', colors: 'gray' },
} as const satisfies Readonly<Record<string, Edition>>;
export type EditionName = keyof typeof editions;
export const editionNames = Object.keys(editions) as [EditionName, ...EditionName[]];

/** Editions of a product that does not name them: those that change its colours alone. */
export const usualEditions: readonly EditionName[] = ['standard', 'high-contrast', 'ink-saving'];

/** What a guide says at length: short sentences stand for all of it. */
const long = /^(?:opening|sections|closing|overview)(?:\.|$)/;

function easy({ carries, leaves }: Product): Pick<Product, 'carries' | 'leaves'> {
  const at = carries.findIndex((key) => long.test(key));
  const [before, after] = [carries.slice(0, Math.max(at, 0)), carries.slice(Math.max(at, 0))];
  return {
    carries: [...before, 'easy', ...after.filter((key) => !long.test(key))],
    leaves: [...leaves, 'opening', 'sections', 'closing', 'overview', 'sources'],
  };
}

/**
 * A product as an edition asks for it: its smallest sizes are promises, and text that was smaller is set in them.
 * @throws PressError PRODUCT_INVALID where it is not made in that edition
 */
export function inEdition(product: Product, name: EditionName, others: () => readonly string[]): Product {
  if (!product.editions.includes(name)) {
    const suited = others();
    throw new PressError([
      problem(
        'PRODUCT_INVALID',
        `${product.id} is not made in the edition "${name}".`,
        {},
        suited.length > 0
          ? `${suited.join(', ')} ${suited.length === 1 ? 'is' : 'are'}; ${product.id} is made in ${product.editions.join(', ')}.`
          : suggest(name, product.editions),
      ),
    ]);
  }
  const { least = 0, body = 0, narrowest: width = 0 }: Edition = editions[name];
  const { fit, floors, helpline } = product;
  const papers = product.papers.filter((paper) => {
    const size = sizeOf(product, paper)!;
    return Math.min(size.width, size.height) >= width;
  });
  return {
    ...product,
    ...(name === 'easy-read' ? easy(product) : {}),
    papers,
    fit: fit.max < body ? { ...fit, min: body, max: body } : fit,
    floors: {
      text: Math.max(floors.text, least),
      body: Math.max(floors.body, body),
      disclosure: Math.max(floors.disclosure, least),
    },
    helpline: { ...helpline, minSize: Math.max(helpline.minSize, least) },
  };
}
