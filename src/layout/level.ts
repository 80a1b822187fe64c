import type { DocumentElement } from '../document/index.ts';
import { type Box, type Item, tolerance } from './box.ts';
import type { OpenPage } from './open-page.ts';

/** A box that is to be level with others, as high as it is by itself. */
export interface Leveled {
  readonly element: DocumentElement;
  readonly name: string;
  /** How much lower than the highest it may be to be level with it, pt. */
  readonly within: number;
  /** pt */
  readonly height: number;
}

/** The boxes of some pages that are to be level with others. */
export function leveledOn(pages: readonly OpenPage[]): Leveled[] {
  const found: Leveled[] = [];
  const look = (item: Item): void => {
    if (item.kind !== 'box') return;
    const { element, style, height } = item as Box;
    if (style.level !== undefined && element !== undefined) found.push({ element, ...style.level, height });
    for (const child of item.children) look(child);
  };
  for (const { blocks } of pages) for (const { box } of blocks) look(box);
  return found;
}

/** How high those boxes are made that are lower than others of their name, and near enough to them, pt. */
export function levelsOf(boxes: readonly Leveled[]): ReadonlyMap<DocumentElement, number> {
  const levels = new Map<DocumentElement, number>();
  for (const name of new Set(boxes.map((box) => box.name))) {
    const own = boxes.filter((box) => box.name === name);
    const highest = Math.max(...own.map(({ height }) => height));
    for (const { element, within, height } of own)
      if (height < highest - tolerance && highest - height <= within) levels.set(element, highest);
  }
  return levels;
}

/** Boxes, and what they stand in. */
export function around(elements: Iterable<DocumentElement>): Set<DocumentElement> {
  const found = new Set<DocumentElement>();
  for (const element of elements)
    for (let at: DocumentElement | undefined = element; at !== undefined; at = at.parent) found.add(at);
  return found;
}
