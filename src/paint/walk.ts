import type { BoxFragment, Fragment } from '../layout/index.ts';
import type { Turn } from './turn.ts';
import type { DisplayItem, DisplayList, GroupItem } from './types.ts';

/** Visits the content fragments of a page, not the running ones, in document order, with the turns they are in. */
export function walkContent(
  fragments: readonly Fragment[],
  visit: (fragment: Fragment, turns: readonly Turn[]) => void,
  turns: readonly Turn[] = [],
): void {
  for (const fragment of fragments) {
    if (fragment.role === 'running') continue;
    if (fragment.kind !== 'box') {
      visit(fragment, turns);
      continue;
    }
    const within = turnsIn(fragment, turns);
    visit(fragment, within);
    walkContent(fragment.children, visit, within);
  }
}

/** Visits what is in the running fragments of a page, and those. */
export function walkRunning(
  fragments: readonly Fragment[],
  visit: (fragment: Fragment, turns: readonly Turn[]) => void,
): void {
  const inside = (all: readonly Fragment[], turns: readonly Turn[]): void => {
    for (const fragment of all) {
      visit(fragment, turns);
      if (fragment.kind === 'box') inside(fragment.children, turnsIn(fragment, turns));
    }
  };
  const outside = (all: readonly Fragment[], turns: readonly Turn[]): void => {
    for (const fragment of all)
      if (fragment.role === 'running') inside([fragment], turns);
      else if (fragment.kind === 'box') outside(fragment.children, turnsIn(fragment, turns));
  };
  outside(fragments, []);
}

/** The turns of what is in a box. */
function turnsIn({ matrix }: BoxFragment, turns: readonly Turn[]): readonly Turn[] {
  return matrix === undefined ? turns : [...turns, { matrix }];
}

/** Of what is in no turned group: the same for all pages. */
const upright: readonly Turn[] = [];

/** Visits the items of a page in paint order, groups opened, with the turns they are in. */
export function walkItems(
  { items }: Pick<DisplayList, 'items'>,
  visit: (item: Exclude<DisplayItem, GroupItem>, turns: readonly Turn[]) => void,
  turns: readonly Turn[] = upright,
): void {
  for (const item of items) {
    if (item.kind === 'group') walkItems(item, visit, [...turns, item]);
    else visit(item, turns);
  }
}
