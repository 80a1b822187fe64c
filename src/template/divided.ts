import type { Locale } from '../locale/index.ts';
import { type Breaking, brokenOver } from './breaking.ts';
import { divisionAt, textLength } from './distribute.ts';

/** What decides into which groups a list is divided. */
export interface Dividing {
  readonly locale: Locale;
  /** Which of the divisions: 0 is the best by how high its items are, as far as that is known. */
  readonly division?: number | undefined;
  /** How high sections were set, by their ids, pt. */
  readonly heights?: ReadonlyMap<string, number> | undefined;
  /** That sections may be broken between their blocks, and how high these were. */
  readonly breaking?: Breaking | undefined;
}

/** A list that a template divided. */
export interface Divided {
  readonly items: readonly unknown[];
  readonly groups: readonly (readonly unknown[])[];
}

/** A list in groups of about equal height. */
export function divide(items: readonly unknown[], count: number, how: Dividing): unknown[][] {
  const { locale, division = 0, heights, breaking } = how;
  const broken = breaking && brokenOver(items, count, breaking);
  if (broken !== undefined) return broken;
  const weight = (item: unknown) => heights?.get(idOf(item)) ?? textLength(item, locale);
  return divisionAt(items, count, weight, division);
}

/** Whether lists would be divided as they were. Nothing else of a template asks for heights. */
export function areDividedAlike(divided: readonly Divided[], how: Dividing): boolean {
  return divided.every(({ items, groups }) =>
    divide(items, groups.length, how).every((group, i) => group.length === groups[i]!.length),
  );
}

const idOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : '';
