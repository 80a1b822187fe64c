import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { folds } from './folds.ts';
import { papers } from './papers.ts';
import type { Product } from './product.ts';

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
  readonly sides: readonly [outside: readonly string[], inside: readonly string[]] | undefined;
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
  const orientations: readonly Orientation[] =
    product.fold === undefined ? (product.orientations ?? ['portrait']) : ['landscape'];
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
  const upright = papers[paper]!;
  const sheet = orientation === 'portrait' ? upright : { width: upright.height, height: upright.width };
  const fold = product.fold === undefined ? undefined : folds[product.fold]!;
  return { orientation, sheet, pages: boxesOf(product, sheet), sides: fold?.sides };
}

function boxesOf({ fold, pages }: Product, sheet: PagePlan['sheet']): PagePlan['pages'] {
  if (fold !== undefined)
    return folds[fold]!.pages(sheet).map(({ name, width }) => ({ name, width, height: sheet.height }));
  if ('flow' in pages!)
    return { flow: sheet, most: pages.most, name: (index) => `${pages.flow}-${index + 1}` };
  return pages!.map((name) => ({ name, ...sheet }));
}
