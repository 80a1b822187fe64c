import { formsOf, type Guide, textsHere } from '../content/index.ts';
import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { Overflow } from '../layout/index.ts';
import type { Locale } from '../locale/index.ts';
import {
  listProducts,
  type PagePlan,
  type Product,
  readableProduct,
  takesTwoLanguages,
} from '../product/index.ts';
import type { Equipment } from './equipment.ts';
import type { Setting } from './job.ts';
import { partOf, standing } from './standing.ts';
import { type Takes, takers } from './takers.ts';
import { carriedHere } from './told.ts';

type Lent = Pick<Equipment, 'folders' | 'stock'>;

/** The sections of a guide that a product prints. */
function sectionsFor(guide: Guide, { form }: Product) {
  return guide.data.sections.filter((section) => formsOf(section).includes(form));
}

/** The other products; one that cannot be read suits nobody. */
function otherProducts({ id }: Product, { folders, stock }: Lent): Product[] {
  return listProducts(folders.templates).flatMap((name) => {
    return name === id ? [] : (readableProduct(name, folders.templates, stock) ?? []);
  });
}

/** The other products that suit; a card says too little of a guide to take a pamphlet's place. */
function others(product: Product, suits: (product: Product) => boolean, lent: Lent): string[] {
  return otherProducts(product, lent)
    .filter((each) => each.sheet === undefined && each.tiles === undefined && suits(each))
    .map(({ id }) => id);
}

/** `BUNDLE_MIXED` of a product that has no side for each of two languages; it names what takes both. */
export function oneLanguageProblem(
  product: Product,
  { guide, locales, paper }: { readonly guide: Guide; readonly locales: string; readonly paper: string },
  lent: Lent,
): Problem {
  // The nearest first: what is made like it; of what is folded what is folded too, then what is bound, then what flows; of cards what is cut too.
  const rank = ({ like, sheet, binding, pages }: Product) => {
    if (like === product.id) return -1;
    if (product.fold === undefined) return sheet === undefined ? 1 : 0;
    if (sheet?.over === 'head') return 0;
    return binding !== undefined ? 1 : pages !== undefined && 'flow' in pages ? 2 : 3;
  };
  const taking = otherProducts(product, lent)
    .filter((each) => takesTwoLanguages(each) && each.papers.includes(paper))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id }) => id);
  return problem(
    'BUNDLE_MIXED',
    `${product.id} has two sides itself, and none of them for another language.`,
    { product: product.id },
    `Print each language by itself${taking.length === 0 ? '' : `, or what has a side or pages for each: ${commandFor(guide, taking, locales)}`}.`,
  );
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Refuses a guide whose sections do not fill a product. @throws PressError FORM_EMPTY, PAGE_BLANK */
export function refuseFew(guide: Guide, product: Product, lent: Lent): void {
  const { id, form, leastSections } = product;
  const count = sectionsFor(guide, product).length;
  const place = { ...guide.place('sections'), product: id };
  if (count === 0) {
    const other = form === 'short' ? 'long' : 'short';
    throw new PressError([
      problem(
        'FORM_EMPTY',
        `${id} is a ${form} product, and every section of the guide is for ${other} ones.`,
        place,
        `Print a ${other} product (${other === 'long' ? 'a handout' : 'a pamphlet or a poster'}), or take forms: [${other}] out of a section.`,
      ),
    ]);
  }
  if (count >= leastSections) return;
  const fitting = others(product, (each) => each.leastSections <= sectionsFor(guide, each).length, lent);
  throw new PressError([
    problem(
      'PAGE_BLANK',
      `${id} needs ${plural(leastSections, 'section')}, and the guide has ${plural(count, 'section')} for it: a page would stay blank.`,
      place,
      `Divide a section in two${fitting.length === 0 ? '' : `, or print what takes fewer: ${commandFor(guide, fitting)}`}.`,
    ),
  ]);
}

const commandFor = (guide: Guide, products: readonly string[], locale?: string) =>
  `helpline-press print ${guide.folder} --product ${products.join()}${locale === undefined || locale === guide.data.locale ? '' : ` --locale ${locale}`}`;

/** A guide has the form of the disclosure that a product prints. */
export function hasDisclosureFor({ data }: Pick<Guide, 'data'>, { disclosure }: Pick<Product, 'disclosure'>) {
  return disclosure === 'whole' || data.disclosure.short !== undefined;
}

/** Refuses a guide that declares no short form of its disclosure, of a product that has no room for the whole. @throws PressError DISCLOSURE_SHORT_MISSING */
export function refuseWithoutShort(guide: Guide, product: Product, lent: Lent): void {
  if (!hasDisclosureFor(guide, product)) throw new PressError([withoutShort(guide, product, lent)]);
}

/** `DISCLOSURE_SHORT_MISSING`: what to add, and what prints the whole. */
export function withoutShort(guide: Guide, product: Product, lent: Lent): Problem {
  const whole = otherProducts(product, lent)
    .filter(
      (each) => each.disclosure === 'whole' && (each.sheet === undefined) === (product.sheet === undefined),
    )
    .map(({ id }) => id)
    .toSorted((a, b) => Number(product.id.startsWith(b)) - Number(product.id.startsWith(a)));
  return problem(
    'DISCLOSURE_SHORT_MISSING',
    `${product.id} has no room for the whole disclosure, and the guide declares no short form of it.`,
    { ...guide.place('disclosure'), product: product.id },
    `Where the law of the sender allows one, add disclosure.short with its text, and the address (https) at which the whole is read${whole.length === 0 ? '' : `; or print what has the whole: ${commandFor(guide, whole)}`}.`,
  );
}

/** What is too long, and for what. */
export interface TooLong {
  readonly guide: Guide;
  readonly locale: Locale;
  readonly product: Product;
  readonly setting: Setting;
  readonly pages: PagePlan['pages'];
  /** The sections on each page, by their ids. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  /** Tries what is said to take it; undefined: it is said untried. */
  readonly takes?: Takes | undefined;
}

/** So many lines somebody takes out of a text, and prints the product all the same. */
const few = 4;

/**
 * `TEXT_OVERFLOW`, once for all pages of a product that do not hold what they must: how much there is too much, which
 * sections are long, and what would help. Of flowing pages, which hold any text, nothing: what does not fit there is one
 * block.
 */
export function tooLongProblem(
  overflows: readonly Overflow[],
  { guide, locale, product, setting, pages, sections, takes = () => true }: TooLong,
  lent: Lent,
): Problem | undefined {
  const worst = worstOf(overflows);
  const [first] = worst;
  if (first === undefined || 'flow' in pages) return undefined;
  const lines = worst.reduce((sum, each) => sum + each.lines, 0);
  const where = worst
    .map(({ page, lines: own, by }) => {
      const height = pages.find(({ name }) => name === page)?.height ?? Infinity;
      const share = Math.round((100 * by) / height);
      return `page ${page} by about ${plural(own, 'line')}${share < 1 ? '' : `, ${share}% of its height`}`;
    })
    .join('; ');
  const smallest = Math.max(product.fit.min, product.floors.body);
  const message = `The guide is too long for ${product.id}, by about ${plural(lines, 'line')} at ${smallest} pt, the smallest size allowed: ${where}.`;
  const hint = [
    product.leaves.includes('sections')
      ? `Long here: ${longestParts(guide, locale, product)}.`
      : lines > few
        ? `Long here: ${longest(guide, locale, product)}.`
        : `Shorten ${worst.length === 1 ? 'a text of that page' : 'texts of those pages'} by so much${standing(worst)}.`,
    ...takers(
      product,
      setting,
      { tiled: tiledOf(product, setting, lent), cards: cardsOf(guide, product, setting, lent) },
      takes,
    ),
    ...whole(guide, locale, product, setting, lent),
    ...divided(sections),
  ];
  return problem('TEXT_OVERFLOW', message, { ...first.element.origin, page: first.page }, hint.join(' '));
}

/** How the sections were divided over pages, where that is several. */
function divided(sections: TooLong['sections']): string[] {
  if (sections.size < 2) return [];
  const pages = [...sections].map(([page, ids]) => `${page} ${ids.join(', ')}`);
  return [`So divided: ${pages.join('; ')}.`];
}

/** Of each page what it has most too much of. */
function worstOf(overflows: readonly Overflow[]): Overflow[] {
  const worst = new Map<string, Overflow>();
  for (const overflow of overflows)
    if (overflow.axis === 'block' && overflow.by > (worst.get(overflow.page)?.by ?? 0))
      worst.set(overflow.page, overflow);
  return [...worst.values()].toSorted((a, b) => b.by - a.by);
}

/** Sections that are told at most, and the share of all from which one is. */
const [mostLong, longShare] = [3, 0.15];

/** The longest sections, by the length of their texts. */
function longest(guide: Guide, locale: Locale, product: Product): string {
  const here = [...textsHere(guide, product.form).keys()];
  const lengths = sectionsFor(guide, product).map(({ id }, i) => {
    const own = here.filter((key) => key.startsWith(`sections.${id}.`));
    return { id, number: i + 1, length: own.reduce((sum, key) => sum + locale.text(key).length, 0) };
  });
  const all = lengths.reduce((sum, { length }) => sum + length, 0);
  return lengths
    .toSorted((a, b) => b.length - a.length)
    .filter(({ length }, i) => i === 0 || length >= longShare * all)
    .slice(0, mostLong)
    .map(({ id, number, length }, i) => {
      const share = `${Math.round((100 * length) / all)}%`;
      return i === 0
        ? `section ${number} (${id}) with ${share} of the sections' text`
        : `${number} (${id}) ${share}`;
    })
    .join(', ');
}

/** The longest of what a product prints that leaves out what sections say: their lines are one part. */
function longestParts(guide: Guide, locale: Locale, product: Product): string {
  const lengths = new Map<string, number>();
  for (const key of carriedHere(guide, product)) {
    const part = key.startsWith('sections.') ? 'the lines of the sections' : partOf(key);
    lengths.set(part, (lengths.get(part) ?? 0) + locale.text(key).length);
  }
  const all = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  return [...lengths]
    .toSorted(([, a], [, b]) => b - a)
    .filter(([, length], i) => i === 0 || length >= longShare * all)
    .slice(0, mostLong)
    .map(
      ([part, length], i) =>
        `${part} ${Math.round((100 * length) / all)}%${i === 0 ? ' of all that it prints' : ''}`,
    )
    .join(', ');
}

/** What is made of the same page in tiles, on the same paper and for the same readers. */
function tiledOf(product: Product, { paper, edition }: Setting, lent: Lent): string[] {
  return otherProducts(product, lent)
    .filter(({ like, tiles }) => tiles !== undefined && like === product.id)
    .filter(({ papers, editions }) => papers.includes(paper) && editions.includes(edition))
    .map(({ id }) => id);
}

/** Of a card larger ones, for the same readers on the same paper: the next two, and the largest. */
function cardsOf(guide: Guide, product: Product, { paper, edition }: Setting, lent: Lent): string[] {
  if (product.sheet === undefined) return [];
  const area = ({ sheet }: Product): number => {
    const { width = Infinity, height = Infinity } = sheet?.on[paper] ?? {};
    return width * height * (sheet?.sides.length ?? 0);
  };
  const larger = otherProducts(product, lent)
    .filter(({ sheet, editions }) => sheet?.on[paper] !== undefined && editions.includes(edition))
    .filter((each) => hasDisclosureFor(guide, each) && area(each) > area(product))
    .toSorted((a, b) => area(a) - area(b))
    .map(({ id }) => id);
  return [...larger.slice(0, 2), ...larger.slice(2).slice(-1)];
}

/** Whether anything of sections is printed, their lines at least. */
const saysSections = ({ leaves, carries }: Product): boolean =>
  !leaves.includes('sections') || carries.some((key) => key.startsWith('sections'));

/** What takes the guide whole, and how a short product is given less. */
function whole(
  guide: Guide,
  locale: Locale,
  product: Product,
  { edition = 'standard' }: Setting,
  lent: Lent,
): string[] {
  const flowing = others(
    product,
    ({ pages, binding, editions }) =>
      pages !== undefined && 'flow' in pages && binding === undefined && editions.includes(edition),
    lent,
  );
  const asked = edition === 'standard' ? '' : ` --edition ${edition}`;
  const sections = product.leaves.includes('sections') ? 'sections' : 'blocks and sections';
  const spared = [
    ...(saysSections(product) ? [sections] : []),
    ...(Object.keys(guide.data.helplines).length > 1 && product.carries.includes('helplines.~main')
      ? ['helplines but main']
      : []),
  ];
  return [
    ...(flowing.length === 0
      ? []
      : [`What takes it whole: ${commandFor(guide, flowing, locale.tag)}${asked}.`]),
    ...(product.form === 'short' && flowing.length > 0 && spared.length > 0
      ? [`Or write forms: [long] at ${spared.join(' and ')} that ${product.id} can do without.`]
      : []),
  ];
}
