import type { Guide } from '../content/index.ts';
import { type Problem, warning } from '../diagnostics/index.ts';
import { type DisplayList, walkItems } from '../paint/index.ts';
import type { Product } from '../product/index.ts';

/** A page whose texts and pictures take less of its height looks as if something had been forgotten. */
const least = 0.3;

/**
 * `PAGE_SPARSE`, once for all pages of a folded product that are nearly empty: its pages are those of the fold, however short
 * the guide is. Loud pages have a picture and the number.
 */
export function sparseProblems(
  { id, fold, helpline }: Product,
  pages: readonly DisplayList[],
  guide: Guide,
): Problem[] {
  if (fold === undefined) return [];
  const sparse = pages.filter((page) => !helpline.loud.includes(page.page) && filledShare(page) < least);
  if (sparse.length === 0) return [];
  const [names, are] = [sparse.map(({ page }) => page).join(', '), sparse.length === 1 ? 'is' : 'are'];
  return [
    warning(
      'PAGE_SPARSE',
      `${names} of ${id} ${are} for the most part empty.`,
      { ...guide.place('sections'), page: sparse[0]!.page },
      `Say more in the sections there, or show a picture; or print what is as long as its guide: helpline-press print ${guide.folder} --product handout.`,
    ),
  ];
}

/** The part of a page's height that texts and pictures take, what is repeated on each page left out. */
function filledShare(page: DisplayList): number {
  const stretches: [top: number, bottom: number][] = [];
  walkItems(page, (item) => {
    if (item.kind === 'path' || (item.kind === 'text' && item.owner.kind === 'artifact')) return;
    if (item.owner.kind === 'content' && item.owner.page !== undefined) return;
    const { y, height } = item.kind === 'picture' ? item.clip : item.rect;
    stretches.push([y, y + height]);
  });
  let [filled, at] = [0, Number.NEGATIVE_INFINITY];
  for (const [top, bottom] of stretches.sort(([a], [b]) => a - b)) {
    filled += Math.max(0, bottom - Math.max(top, at));
    at = Math.max(at, bottom);
  }
  return filled / page.height;
}
