import { type EditionName, type Product, sizeOf } from '../product/index.ts';
import type { Setting } from './job.ts';

/** What is another about a setting. */
export type Change = Partial<Pick<Setting, 'product' | 'paper' | 'orientation' | 'edition'>>;

/** Whether a guide that is too long fits, changed so: it is set to know. */
export type Takes = (change: Change) => boolean;

/** Papers are larger from a tenth more area on: a4 is no larger letter. */
const muchLarger = 1.1;

/** Papers, and other products, that are tried at most: setting each takes as long as the first did. */
const mostTried = 3;

/** Large print in smaller letters, which are large all the same. */
const smaller: Partial<Record<EditionName, readonly EditionName[]>> = {
  'large-print-22': ['large-print-20', 'large-print'],
  'large-print-20': ['large-print'],
};

/** What takes a guide that does not fit, of each kind the first: as the command says it, with what it is. */
export function takers(
  product: Product,
  setting: Pick<Setting, 'paper' | 'orientation' | 'edition'>,
  { tiled, cards }: { readonly tiled: readonly string[]; readonly cards: readonly string[] },
  takes: Takes,
): string[] {
  const first = <T>(tried: readonly T[], change: (each: T) => Change): T | undefined =>
    tried.slice(0, mostTried).find((each) => takes(change(each)));
  const { orientations = [] } = product;
  const way = first(
    orientations.filter((each) => each !== (setting.orientation ?? orientations[0])),
    (orientation) => ({ orientation }),
  );
  const paper = first(largerPapers(product, setting.paper), (paper) => ({ paper }));
  const edition = first(
    (smaller[setting.edition] ?? []).filter((each) => product.editions.includes(each)),
    (edition) => ({ edition }),
  );
  const tiles = first(tiled, (product) => ({ product, orientation: undefined }));
  const card = first(cards, (product) => ({ product, orientation: undefined }));
  return [
    ...(way === undefined ? [] : [`Or lay it the other way: --orientation ${way}.`]),
    ...(paper === undefined ? [] : [`Or choose a larger paper: --paper ${paper}.`]),
    ...(edition === undefined ? [] : [`Or choose smaller letters: --edition ${edition}.`]),
    ...(tiles === undefined ? [] : [`Or put it together of several sheets: --product ${tiles}.`]),
    ...(card === undefined ? [] : [`Or print a larger piece that is cut out too: --product ${card}.`]),
  ];
}

/** Papers of a product that are larger than one, the next larger first. */
function largerPapers(product: Product, paper: string): string[] {
  const area = (name: string) => {
    const { width, height } = sizeOf(product, name)!;
    return width * height;
  };
  return product.papers
    .filter((name) => area(name) > muchLarger * area(paper))
    .toSorted((a, b) => area(a) - area(b));
}
