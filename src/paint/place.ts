import { type DocumentElement, headingLevel } from '../document/index.ts';
import type { Point } from '../geometry/index.ts';
import type { Fragment } from '../layout/index.ts';
import { extentOf, runsOf } from './line.ts';
import { rectToPage, type Turn } from './turn.ts';
import type { DisplayList } from './types.ts';
import { walkContent } from './walk.ts';

function isTarget(element: DocumentElement): boolean {
  return element.id !== undefined || headingLevel(element) !== undefined;
}

/** Where headings and elements with an id begin on a page, in document order. */
export function placesOf(fragments: readonly Fragment[]): DisplayList['places'] {
  const places = new Map<DocumentElement, Point>();
  /** Elements that began, with all that they are in. */
  const begun = new Set<DocumentElement>();
  const add = (
    element: DocumentElement | undefined,
    rect: Fragment['rect'],
    turns: readonly Turn[],
  ): void => {
    for (let e = element; e !== undefined && !begun.has(e); e = e.parent) {
      begun.add(e);
      if (!isTarget(e)) continue;
      const { x, y } = rectToPage(rect, turns);
      places.set(e, { x, y });
    }
  };
  walkContent(fragments, (fragment, turns) => {
    if (fragment.kind !== 'line') {
      add(fragment.element, fragment.rect, turns);
      return;
    }
    for (const piece of fragment.pieces) {
      if (begun.has(piece.element)) continue;
      const runs = runsOf(fragment, piece);
      if (runs.length > 0) add(piece.element, extentOf(fragment, runs), turns);
    }
  });
  return [...places].sort(([a], [b]) => a.index - b.index).map(([element, { x, y }]) => ({ element, x, y }));
}
