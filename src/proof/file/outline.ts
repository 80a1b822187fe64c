import type { PdfFile } from './file.ts';
import { type Dictionary, type PdfObject, Reference } from './object.ts';

const numberOf = (value: PdfObject | undefined) => (value instanceof Reference ? value.number : undefined);

const miscounted = 'the bookmarks that are shown are others than are counted';

/**
 * What is wrong with how bookmarks lead to each other (12.3.3): viewers go through them forwards, backwards or from a parent,
 * and all of these ways say the same, in the order in which the objects were written.
 */
export function outlineFaults(file: PdfFile, catalog: Dictionary, bookmarks: readonly number[]): string[] {
  const seen = new Set<number>();
  const wrong = new Set<string>();
  /** Goes through a level; how many bookmarks are shown where it is open. */
  const level = (parent: number, first: number | undefined, last: number | undefined): number => {
    let before: number | undefined;
    let shown = 0;
    for (let number = first; number !== undefined && !seen.has(number); ) {
      seen.add(number);
      const bookmark = file.objects[number] as Dictionary;
      if (numberOf(bookmark.get('Prev')) !== before || (before ?? 0) > number)
        wrong.add('a bookmark does not lead back to the one before it');
      if (numberOf(bookmark.get('Parent')) !== parent)
        wrong.add('a bookmark names another parent than it stands below');
      const below = level(number, numberOf(bookmark.get('First')), numberOf(bookmark.get('Last')));
      const count = (bookmark.get('Count') ?? 0) as number;
      if (Math.abs(count) !== below) wrong.add(miscounted);
      shown += 1 + (count > 0 ? below : 0);
      before = number;
      number = numberOf(bookmark.get('Next'));
    }
    if (before !== last) wrong.add('the last of the bookmarks is not the one that is named so');
    return shown;
  };
  const root = numberOf(catalog.get('Outlines'));
  if (root !== undefined) {
    const outline = file.objects[root] as Dictionary;
    const shown = level(root, numberOf(outline.get('First')), numberOf(outline.get('Last')));
    if (outline.get('Count') !== shown) wrong.add(miscounted);
  }
  if (bookmarks.some((number) => !seen.has(number))) wrong.add('a bookmark stands below no other');
  return [...wrong];
}
