import type { Locale } from '../locale/index.ts';
import { isText } from './text-ref.ts';

/**
 * Splits a list into `count` runs whose longest is as short as can be, none of them empty where there are enough items:
 * dynamic programming over the cuts.
 */
export function distribute<T>(items: readonly T[], count: number, weight: (item: T) => number): T[][] {
  const sums = [0];
  for (const item of items) sums.push(sums.at(-1)! + weight(item));
  const least = items.length < count ? 0 : 1;
  const best: { cost: number; cut: number }[][] = [];
  for (let group = 0; group <= count; group++) {
    best.push([]);
    for (let end = 0; end <= items.length; end++) {
      let choice = { cost: group === 0 && end === 0 ? 0 : Number.POSITIVE_INFINITY, cut: 0 };
      for (let cut = 0; group > 0 && cut <= end - least; cut++) {
        const cost = Math.max(best[group - 1]![cut]!.cost, sums[end]! - sums[cut]!);
        if (cost < choice.cost) choice = { cost, cut };
      }
      best[group]!.push(choice);
    }
  }
  const groups: T[][] = [];
  for (let group = count, end = items.length; group > 0; group--) {
    const { cut } = best[group]![end]!;
    groups.unshift(items.slice(cut, end));
    end = cut;
  }
  return groups;
}

/** More groups than these have too many divisions to look at. */
const mostGroups = 4;

/**
 * The division of a list at a place in their order, by their longest run, and of those the evenest; none of the runs is
 * empty. Past the last, the best again.
 */
export function divisionAt<T>(
  items: readonly T[],
  count: number,
  weight: (item: T) => number,
  at: number,
): T[][] {
  if (count > mostGroups || items.length < count) return distribute(items, count, weight);
  const costs = divisions(items, count).map((groups) => {
    const sums = groups.map((group) => group.reduce((sum, item) => sum + weight(item), 0));
    return {
      groups,
      longest: Math.max(...sums),
      uneven: sums.reduce((sum, each) => sum + each ** 2, 0),
    };
  });
  const ranked = costs.toSorted((a, b) => a.longest - b.longest || a.uneven - b.uneven);
  return (ranked[at] ?? ranked[0])!.groups;
}

/** Every way to cut a list into runs of one item at least. */
function divisions<T>(items: readonly T[], count: number): T[][][] {
  if (count === 1) return items.length === 0 ? [] : [[[...items]]];
  return items
    .slice(0, items.length - count + 1)
    .flatMap((_, i) =>
      divisions(items.slice(i + 1), count - 1).map((rest) => [items.slice(0, i + 1), ...rest]),
    );
}

/** What a picture takes, in letters. */
const ofPicture = 160;

/** Length of all texts of the locale below a view: a helpline's number in them counts as it is named, not as it is. */
export function textLength(value: unknown, locale: Locale): number {
  if (isText(value)) return locale.text(value.key).length + 20;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item, locale), 0);
  if (typeof value === 'object' && value !== null)
    return Object.values(value).reduce<number>(
      (sum, item) => sum + textLength(item, locale),
      'image' in value ? ofPicture : 0,
    );
  return 0;
}
