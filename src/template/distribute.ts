import type { Locale } from '../locale/index.ts';
import { isText } from './view.ts';

/** Splits a list into `count` runs whose longest is as short as can be: dynamic programming over the cuts. */
export function distribute<T>(items: readonly T[], count: number, weight: (item: T) => number): T[][] {
  const sums = [0];
  for (const item of items) sums.push(sums.at(-1)! + weight(item));
  const best: { cost: number; cut: number }[][] = [];
  for (let group = 0; group <= count; group++) {
    best.push([]);
    for (let end = 0; end <= items.length; end++) {
      let choice = { cost: group === 0 && end === 0 ? 0 : Number.POSITIVE_INFINITY, cut: 0 };
      for (let cut = 0; group > 0 && cut <= end; cut++) {
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

/** Length of all texts of the locale below a view: a helpline's number in them counts as it is named, not as it is. */
export function textLength(value: unknown, locale: Locale): number {
  if (isText(value)) return locale.text(value.key).length + 20;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item, locale), 0);
  if (typeof value === 'object' && value !== null)
    return Object.values(value).reduce<number>((sum, item) => sum + textLength(item, locale), 0);
  return 0;
}
