import type { DocumentElement } from '../document/index.ts';
import type { Context, Laid, Room } from './box.ts';

function isSame(a: Room, b: Room): boolean {
  return a.width === b.width && a.height === b.height && a.stretch === b.stretch && a.fill === b.fill;
}

/**
 * Lays an element out, or gives what it gave before in the same room: a grid measures its items before it stretches
 * them, and grids stand in grids.
 */
export function memoised(
  { laidOut }: Context,
  element: DocumentElement,
  room: Room,
  layOut: () => Laid,
): Laid {
  const known = laidOut.get(element) ?? [];
  const same = known.find((memo) => isSame(memo.room, room));
  if (same !== undefined) return same;
  const laid = layOut();
  laidOut.set(element, [...known, { ...laid, room }]);
  return laid;
}
