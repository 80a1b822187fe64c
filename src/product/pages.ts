import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { folds } from './folds.ts';
import { papers } from './papers.ts';
import type { Product } from './product.ts';

export type Orientation = 'landscape' | 'portrait';

/** The pages of a product on a paper, and how they come onto sheets. */
export interface PagePlan {
  readonly orientation: Orientation;
  /** The sheet as it lies, pt. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** In reading order, pt. */
  readonly pages: readonly { readonly name: string; readonly width: number; readonly height: number }[];
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
  const pages =
    fold?.pages(sheet).map(({ name, width }) => ({ name, width, height: sheet.height })) ??
    product.pages!.map((name) => ({ name, ...sheet }));
  return { orientation, sheet, pages, sides: fold?.sides };
}
