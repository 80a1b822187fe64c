import { distanceToPolygon, meetsEdges, type Polygon, type Rect, winding } from '../geometry/index.ts';
import type { Shape, Stroke } from '../image/index.ts';
import { fillCovers, type Outline, outlineOf } from './outline.ts';

/** A mitre reaches at most this many half widths beyond its corner (ISO 32000-1 8.4.3.5: the limit that is never set). */
const MITRE_LIMIT = 10;

/** How a shape lies to an area: beside it, over all of it, or over a part. */
export type Cover = 'none' | 'part' | 'all';

/** How a painted shape covers a convex area, both in the shape's coordinates. Dashes count as a whole line. */
export function coverOf({ path, fill, rule, stroke }: Shape, area: Polygon): Cover {
  const outline = outlineOf(path);
  const bounds = boundsOf(area);
  if (stroke !== undefined && strokeMeets(outline, stroke, area, bounds)) return 'part';
  return fill === undefined ? 'none' : fillCover(outline, rule, area, bounds);
}

function fillCover(outline: Outline, rule: Shape['rule'], area: Polygon, bounds: Rect): Cover {
  if (beside(outline, bounds, 0)) return 'none';
  const edged = outline.polygons.some((p) => {
    let [x1, y1] = [p.at(-2)!, p.at(-1)!];
    for (let i = 0; i < p.length; i += 2) {
      const [x2, y2] = [p[i]!, p[i + 1]!];
      if (!besideSegment(bounds, x1, y1, x2, y2, 0) && distanceToPolygon(area, x1, y1, x2, y2) === 0)
        return true;
      [x1, y1] = [x2, y2];
    }
    return false;
  });
  if (edged) return 'part';
  // No edge lies in the area: one point of it tells for all.
  return fillCovers(outline, rule, area[0]!, area[1]!) ? 'all' : 'none';
}

function strokeMeets(outline: Outline, stroke: Stroke, area: Polygon, bounds: Rect): boolean {
  const half = stroke.width / 2;
  const mitred = stroke.join === 'miter';
  if (beside(outline, bounds, mitred ? half * MITRE_LIMIT : half * Math.SQRT2)) return false;
  // Square caps reach their corners' distance, round and butt ones half the width.
  const reach = stroke.cap === 'square' ? half * Math.SQRT2 : half;
  const meets = (x1: number, y1: number, x2: number, y2: number): boolean =>
    !besideSegment(bounds, x1, y1, x2, y2, reach) && distanceToPolygon(area, x1, y1, x2, y2) <= reach;
  return outline.polygons.some((p) => {
    if (p.length === 2) return meets(p[0]!, p[1]!, p[0]!, p[1]!);
    for (let i = 2; i < p.length; i += 2) {
      if (meets(p[i - 2]!, p[i - 1]!, p[i]!, p[i + 1]!)) return true;
      // Where a closed path ends it joins its own beginning.
      const next = i + 2 < p.length ? i + 2 : p[0] === p[i] && p[1] === p[i + 1] ? 2 : undefined;
      if (!mitred || next === undefined) continue;
      const tip = mitre(p[i - 2]!, p[i - 1]!, p[i]!, p[i + 1]!, p[next]!, p[next + 1]!, half);
      if (tip !== undefined && meets(p[i]!, p[i + 1]!, ...tip)) return true;
    }
    return false;
  });
}

/** The tip of the mitre at (`x`, `y`), where two segments of a stroke join; undefined where there is none. */
function mitre(
  x0: number,
  y0: number,
  x: number,
  y: number,
  x1: number,
  y1: number,
  half: number,
): readonly [number, number] | undefined {
  const [before, after] = [Math.hypot(x - x0, y - y0), Math.hypot(x1 - x, y1 - y)];
  // Away from both segments; its length is twice the cosine of half the angle between them.
  const dx = (x - x0) / before - (x1 - x) / after;
  const dy = (y - y0) / before - (y1 - y) / after;
  const length = Math.hypot(dx, dy);
  const sine = Math.sqrt(Math.max(0, 1 - (length * length) / 4));
  // Not above 0: the segments run on straight, or one has no length, and NaN is not above 0 either.
  if (!(length > 0) || sine * MITRE_LIMIT < 1) return undefined;
  const reach = half / sine / length;
  return [x + dx * reach, y + dy * reach];
}

export function boundsOf(polygon: Polygon): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < polygon.length; i += 2) {
    left = Math.min(left, polygon[i]!);
    right = Math.max(right, polygon[i]!);
    top = Math.min(top, polygon[i + 1]!);
    bottom = Math.max(bottom, polygon[i + 1]!);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function beside({ left, top, right, bottom }: Outline, { x, y, width, height }: Rect, by: number): boolean {
  return left - by > x + width || right + by < x || top - by > y + height || bottom + by < y;
}

function besideSegment(
  { x, y, width, height }: Rect,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  by: number,
): boolean {
  return (
    Math.max(x1, x2) + by < x ||
    Math.min(x1, x2) - by > x + width ||
    Math.max(y1, y2) + by < y ||
    Math.min(y1, y2) - by > y + height
  );
}

/** True when two sets of closed outlines, filled by their winding, have an area in common. */
export function outlinesMeet(a: readonly Polygon[], b: readonly Polygon[]): boolean {
  for (const p of a) {
    const bounds = boundsOf(p);
    for (const q of b) {
      const other = boundsOf(q);
      if (
        bounds.x > other.x + other.width ||
        other.x > bounds.x + bounds.width ||
        bounds.y > other.y + other.height ||
        other.y > bounds.y + bounds.height
      )
        continue;
      let [x1, y1] = [p.at(-2)!, p.at(-1)!];
      for (let i = 0; i < p.length; i += 2) {
        const [x2, y2] = [p[i]!, p[i + 1]!];
        if (!besideSegment(other, x1, y1, x2, y2, 0) && meetsEdges(q, x1, y1, x2, y2)) return true;
        [x1, y1] = [x2, y2];
      }
    }
  }
  return inside(a, b) || inside(b, a);
}

/** True when a contour of `inner`, whose edges meet none of `outer`, lies in what `outer` fills. */
function inside(inner: readonly Polygon[], outer: readonly Polygon[]): boolean {
  return inner.some((p) => winding(outer, p[0]!, p[1]!) !== 0);
}
