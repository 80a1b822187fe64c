import type { DisplayList } from '../paint/index.ts';
import { bookletSheets } from './booklet.ts';
import { cutSheets } from './cut.ts';
import { foldSheets } from './fold.ts';
import { tileSheets } from './tiles.ts';
import type { Imposed, ImpositionOptions, ImpositionPlan, Purpose, Sheet } from './types.ts';

/**
 * Pages onto sheets. `screen`: each page a sheet of its own, in reading order. `office`: as the plan says, for a
 * printer that prints on plain paper.
 * @throws PressError PRODUCT_INVALID when pages and plan do not agree
 */
export function impose(
  pages: readonly DisplayList[],
  plan: ImpositionPlan,
  purpose: Purpose,
  options: ImpositionOptions,
): Imposed {
  switch (purpose) {
    case 'screen':
      return { purpose, sheets: seenPages(pages, plan).map(singleSheet), duplex: undefined };
    case 'office':
      if (plan.kind === 'single') return { purpose, sheets: pages.map(singleSheet), duplex: 'Simplex' };
      return {
        purpose,
        sheets: sheetsOf(pages, plan, options),
        duplex:
          plan.kind === 'tiles' || (plan.kind !== 'booklet' && plan.sides.length === 1)
            ? 'Simplex'
            : options.duplex === 'short'
              ? 'DuplexFlipShortEdge'
              : 'DuplexFlipLongEdge',
      };
  }
}

function sheetsOf(
  pages: readonly DisplayList[],
  plan: Exclude<ImpositionPlan, { kind: 'single' }>,
  options: ImpositionOptions,
): readonly Sheet[] {
  switch (plan.kind) {
    case 'cut':
      return cutSheets(pages, plan, options);
    case 'fold':
      return foldSheets(pages, plan, options);
    case 'booklet':
      return bookletSheets(pages, plan, options);
    case 'tiles':
      return tileSheets(pages, plan, options);
  }
}

/** What stands below tiles is for those who glue them. */
function seenPages(pages: readonly DisplayList[], plan: ImpositionPlan): readonly DisplayList[] {
  return plan.kind === 'tiles' ? pages.filter(({ page }) => page !== plan.foot) : pages;
}

function singleSheet(page: DisplayList): Sheet {
  const { page: name, width, height } = page;
  return { name, width, height, placements: [{ page, x: 0, y: 0, rotate: 0, clip: false }], marks: [] };
}
