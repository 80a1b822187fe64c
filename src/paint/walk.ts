import type { Fragment } from '../layout/index.ts';
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
    const { rotate = 0, rect } = fragment;
    const center = { rotate, x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    const within = rotate === 0 ? turns : [...turns, center];
    visit(fragment, within);
    walkContent(fragment.children, visit, within);
  }
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
