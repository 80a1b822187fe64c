import { type Problem, problem } from '../diagnostics/index.ts';
import { hasInk } from './ink.ts';
import { itemPlace, itemText } from './item-text.ts';
import type { DisplayList, TextItem } from './types.ts';
import { walkItems } from './walk.ts';

/** Sizes that differ by less were rounded, pt. */
const TOLERANCE = 0.005;

/**
 * `TEXT_TOO_SMALL` for text set below the floor that `minimum` gives for it, pt; one problem for each text.
 * @param factor of a language whose letters are set smaller than a style says, since they look as large: below 1
 */
export function checkSizes(
  pages: readonly DisplayList[],
  minimum: (item: TextItem) => number,
  factor = 1,
): Problem[] {
  return pages.flatMap((page) => {
    const problems = new Map<string, Problem>();
    walkItems(page, (item) => {
      if (item.kind !== 'text' || !hasInk(item)) return;
      const size = Math.min(...item.runs.map((run) => run.size));
      const floor = minimum(item);
      if (size >= floor - TOLERANCE) return;
      const place = itemPlace(item, page);
      const key = JSON.stringify([place, size, floor]);
      if (problems.has(key)) return;
      const message = `"${itemText(item)}" is set in ${size.toFixed(2)} pt; its floor is ${Number(floor.toFixed(2))} pt.`;
      problems.set(key, problem('TEXT_TOO_SMALL', message, place, hintFor(floor, factor)));
    });
    return [...problems.values()];
  });
}

function hintFor(floor: number, factor: number): string {
  const usual = 'Set it larger, or shorten the text around it.';
  if (factor >= 1) return usual;
  const said = Number((Math.ceil((100 * floor) / factor - 1e-6) / 100).toFixed(2));
  return `${usual} Letters of this language have ${Number(factor.toFixed(3))} of the size that a style says, since they look as large: ${said} pt there is enough.`;
}
