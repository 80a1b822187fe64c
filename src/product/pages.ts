import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { panelsOf } from './folds.ts';
import { type Paper, papers } from './papers.ts';
import type { Product } from './product.ts';
import { type CutPlan, cutPages, cutPlan } from './sheet.ts';
import { type TilesPlan, tilesPlan } from './tiles.ts';

export type Orientation = 'landscape' | 'portrait';

/** As many pages of one size, in pt, as the content needs. */
export interface Flow {
  readonly flow: { readonly width: number; readonly height: number };
  readonly most: number;
  /** Name of the page with an index from 0. */
  readonly name: (index: number) => string;
}

/** The pages of a product on a paper, and how they come onto sheets. */
export interface PagePlan {
  readonly orientation: Orientation;
  /** The sheet as it lies, pt. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** In reading order, pt. */
  readonly pages:
    | readonly { readonly name: string; readonly width: number; readonly height: number }[]
    | Flow;
  /** Undefined: each page is a sheet. */
  readonly sides: Sides | undefined;
  /** Rows of pages on each side, and those that stand upside down there. */
  readonly rows: number;
  readonly turned: readonly string[];
  /** Set where pieces are cut out of the sheet. */
  readonly cut?: CutPlan;
  /** Set where its page is printed in tiles. */
  readonly tiles?: TilesPlan;
}

/** Names of the pages on each side, row by row, left to right. */
export type Sides = readonly [outside: readonly string[], inside: readonly string[]];

/** The paper of a product where none is asked for: letter, or the first that it is made on. */
export function usualPaper({ papers }: Product): string {
  return papers.includes('letter') ? 'letter' : papers[0]!;
}

/** @throws PressError PRODUCT_INVALID when the product is not made on that paper, or not that way up. */
export function pagesOf(product: Product, paper: string, wanted: Orientation | undefined): PagePlan {
  if (!product.papers.includes(paper))
    throw new PressError([
      problem(
        'PRODUCT_INVALID',
        `${product.id} is not made on paper "${paper}".`,
        {},
        suggest(paper, product.papers),
      ),
    ]);
  const upright = sizeOf(product, paper)!;
  const cut = product.sheet === undefined ? undefined : cutPlan(product.sheet, paper, upright);
  const orientations: readonly Orientation[] =
    cut !== undefined
      ? [cut.orientation]
      : product.binding !== undefined
        ? ['landscape']
        : product.fold === undefined
          ? (product.orientations ?? ['portrait'])
          : [product.fold.orientation];
  const orientation = wanted ?? orientations[0]!;
  if (!orientations.includes(orientation))
    throw new PressError([
      problem(
        'PRODUCT_INVALID',
        `${product.id} is not made in ${orientation}.`,
        {},
        `It is made in ${orientations.join(' or ')}.`,
      ),
    ]);
  if (cut !== undefined) {
    const sizes = new Map(cutPages(cut.plan).map((page) => [page.name, page]));
    const pages = (product.pages as readonly string[]).map((name) => sizes.get(name)!);
    return { orientation, sheet: cut.sheet, pages, sides: undefined, rows: 1, turned: [], cut: cut.plan };
  }
  if (product.tiles !== undefined) {
    const { plan, size } = tilesPlan(product.tiles, paper, upright, orientation === 'landscape');
    const pages = [
      { name: plan.page, ...size },
      { name: plan.foot, ...plan.footSize },
    ];
    return { orientation, sheet: size, pages, sides: undefined, rows: 1, turned: [], tiles: plan };
  }
  const sheet = orientation === 'portrait' ? upright : { width: upright.height, height: upright.width };
  const { fold } = product;
  return {
    orientation,
    sheet,
    pages: boxesOf(product, sheet),
    sides: fold === undefined ? undefined : [fold.outside.flat(), fold.inside.flat()],
    rows: fold?.inside.length ?? 1,
    turned: fold?.turned ?? [],
  };
}

/** A product whose sheets lie one way, whatever its pages do on a screen: it is folded, bound or cut. */
export function liesOneWay({ fold, binding, sheet }: Product): boolean {
  return fold !== undefined || binding !== undefined || sheet !== undefined;
}

/** A product that is printed on both sides of the paper. */
export function isTwoSided({ fold, binding, sheet }: Product): boolean {
  return fold !== undefined || binding !== undefined || sheet?.sides.length === 2;
}

/** A product that can be printed on paper in two languages: a side or a page of its own for each, or facing pages. */
export function takesTwoLanguages(product: Product): boolean {
  return !isTwoSided(product) || product.binding?.facing === true;
}

/** The size of a paper: one of the product's own, or of the table. Undefined: there is none of that name. */
export function sizeOf({ ownPapers }: Pick<Product, 'ownPapers'>, paper: string): Paper | undefined {
  if (Object.hasOwn(ownPapers, paper)) return ownPapers[paper];
  return Object.hasOwn(papers, paper) ? papers[paper] : undefined;
}

function boxesOf({ fold, pages, binding }: Product, sheet: PagePlan['sheet']): PagePlan['pages'] {
  if (fold !== undefined) return panelsOf(fold, sheet);
  const flow = binding === undefined ? sheet : { width: sheet.width / 2, height: sheet.height };
  if ('flow' in pages!) return { flow, most: pages.most, name: (index) => `${pages.flow}-${index + 1}` };
  return pages!.map((name) => ({ name, ...sheet }));
}
