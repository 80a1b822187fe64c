import type { Item } from './box.ts';

/** The baseline of the first line in a laid out item, from what its place counts from; its bottom where it has none. */
export function firstBaseline(item: Item): number {
  return baselineIn(item) ?? item.y + item.height;
}

function baselineIn(item: Item): number | undefined {
  if (item.kind === 'line') return item.y + item.ascent;
  if (item.kind === 'picture') return item.y + item.height;
  for (const child of item.children) {
    const baseline = baselineIn(child);
    if (baseline !== undefined) return item.y + baseline;
  }
  return undefined;
}
