import { segmentsMeet } from '../geometry/index.ts';
import { coordinates } from './path.ts';
import type { PathData } from './types.ts';

/** Of a curve. */
const PIECES = 8;
/** Pairs of edges are compared: more takes too long, and counts as crossing. */
const MOST_EDGES = 2000;

/** True when the outline of one subpath meets itself elsewhere than where its edges join; also where that takes too long to tell. */
export function crossesItself(path: PathData): boolean {
  const points = flattened(path);
  const count = points.length / 2;
  if (count > MOST_EDGES) return true;
  const edge = (i: number): readonly [number, number, number, number] => {
    const j = (i + 1) % count;
    return [points[2 * i]!, points[2 * i + 1]!, points[2 * j]!, points[2 * j + 1]!];
  };
  for (let i = 0; i < count; i++) {
    const [ax, ay, bx, by] = edge(i);
    const [left, right, top, bottom] = [
      Math.min(ax, bx),
      Math.max(ax, bx),
      Math.min(ay, by),
      Math.max(ay, by),
    ];
    // The last edge joins the first.
    for (let j = i + 2; j < count - (i === 0 ? 1 : 0); j++) {
      const [cx, cy, dx, dy] = edge(j);
      if (Math.max(cx, dx) < left || Math.min(cx, dx) > right) continue;
      if (Math.max(cy, dy) < top || Math.min(cy, dy) > bottom) continue;
      if (segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy)) return true;
    }
  }
  return false;
}

/** The points of a path, curves in pieces, none twice in a row. */
function flattened({ verbs, points }: PathData): number[] {
  const found: number[] = [];
  const put = (x: number, y: number): void => {
    if (found.at(-2) !== x || found.at(-1) !== y) found.push(x, y);
  };
  let at = 0;
  for (const verb of verbs) {
    if (verb === 'C')
      for (let i = 1; i < PIECES; i++) {
        const [t, u] = [i / PIECES, 1 - i / PIECES];
        const on = (axis: 0 | 1): number =>
          u * u * u * points[at - 2 + axis]! +
          3 * u * u * t * points[at + axis]! +
          3 * u * t * t * points[at + 2 + axis]! +
          t * t * t * points[at + 4 + axis]!;
        put(on(0), on(1));
      }
    at += coordinates[verb]!;
    if (verb !== 'Z') put(points[at - 2]!, points[at - 1]!);
  }
  if (found.length > 2 && found[0] === found.at(-2) && found[1] === found.at(-1)) found.splice(-2);
  return found;
}
