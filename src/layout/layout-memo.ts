import type { DocumentElement } from '../document/index.ts';
import { type Box, type Context, type PictureBox, type Room, reportOverflow } from './box.ts';
import type { Overflow } from './types.ts';

/** An element laid out in a room, and what that told the context. */
export interface LaidOut {
  readonly room: Room;
  readonly box: Box | PictureBox;
  readonly overflows: readonly Omit<Overflow, 'page'>[];
  readonly absolutes: readonly DocumentElement[];
}

function isSame(a: Room, b: Room): boolean {
  return a.width === b.width && a.height === b.height && a.stretch === b.stretch && a.fill === b.fill;
}

/**
 * Lays an element out, or gives what it gave before in the same room: a grid measures its items before it stretches
 * them, and grids stand in grids. Callers move the outermost box and add to its children, so that is copied.
 */
export function memoised(
  context: Context,
  element: DocumentElement,
  room: Room,
  layOut: (inner: Context) => Box | PictureBox,
): Box | PictureBox {
  const known = context.laidOut.get(element) ?? [];
  let laidOut = known.find((memo) => isSame(memo.room, room));
  if (laidOut === undefined) {
    const inner: Context = { ...context, overflows: [], absolutes: [] };
    const box = layOut(inner);
    laidOut = { room, box, overflows: inner.overflows, absolutes: inner.absolutes };
    context.laidOut.set(element, [...known, laidOut]);
  }
  for (const overflow of laidOut.overflows) reportOverflow(context, overflow);
  for (const waiting of laidOut.absolutes)
    if (!context.absolutes.includes(waiting)) context.absolutes.push(waiting);
  const { box } = laidOut;
  return box.kind === 'box' ? { ...box, children: [...box.children] } : { ...box };
}
