import type { DocumentElement } from '../document/index.ts';
import { type Context, type Item, tolerance } from './box.ts';
import type { LocalOverflow } from './found.ts';
import { linesIn } from './inline.ts';
import type { OpenPage } from './open-page.ts';
import { turnedBox } from './turn.ts';
import type { Fragment, Overflow } from './types.ts';

export function onPage({ page }: OpenPage, overflows: readonly LocalOverflow[]): Overflow[] {
  return overflows.map((overflow) => ({ ...overflow, page: page.name }));
}

/** What the blocks of a page, and the page with them, have too much. */
export function inFlow(context: Context, page: OpenPage): LocalOverflow[] {
  return [...page.blocks.flatMap((block) => block.found.overflows), ...belowArea(context, page)];
}

/** Content that reaches below the page area: counted from the first block that does. */
function belowArea(context: Context, { blocks, area }: OpenPage): LocalOverflow[] {
  const over = blocks.filter(({ box, y }) => y + box.height > area.height + tolerance);
  const element = over[0]?.element;
  if (element === undefined) return [];
  const by = Math.max(...over.map(({ box, y }) => y + box.height)) - area.height;
  return [{ element, by, axis: 'block', lines: linesIn(context, element, by) }];
}

/** Whether {@link beyond} has something to look at. */
export function holdsAbsolute(item: Item): boolean {
  return item.kind === 'box' && (item.style.position === 'absolute' || item.children.some(holdsAbsolute));
}

/** Absolutely positioned boxes that reach beyond the page and its bleed. */
export function beyond(open: OpenPage, fragments: readonly Fragment[]): LocalOverflow[] {
  return fragments.flatMap((fragment) => {
    if (fragment.kind !== 'box') return [];
    const { page, style } = open;
    const inner = beyond(open, fragment.children);
    const { element } = fragment;
    if (element === undefined || fragment.style.position !== 'absolute') return inner;
    const { x, y, width, height } = turnedBox(fragment);
    const over = {
      inline: Math.max(-x, x + width - page.width) - style.bleed,
      block: Math.max(-y, y + height - page.height) - style.bleed,
    };
    const own = (['block', 'inline'] as const).flatMap((axis) =>
      over[axis] > tolerance ? [{ element, by: over[axis], axis, lines: 1 }] : [],
    );
    return [...own, ...inner];
  });
}

/** A block divided over pages is laid out once on each: what it reports more than once counts on the last of them. */
export function once(overflows: readonly Overflow[]): Overflow[] {
  const seen = { block: new Set<DocumentElement>(), inline: new Set<DocumentElement>() };
  return overflows
    .toReversed()
    .filter(({ element, axis }) => !seen[axis].has(element) && seen[axis].add(element))
    .reverse();
}
