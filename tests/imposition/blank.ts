import type { DisplayList } from '../../src/paint/index.ts';

/** A page that shows nothing. */
export function blank(page: string, index: number, width: number, height: number): DisplayList {
  return { page, index, width, height, bleed: 0, items: [], links: [], places: [] };
}
