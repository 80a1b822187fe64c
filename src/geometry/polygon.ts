/*
 * Polygons as flat lists of coordinates, x, y, x, y …: what curves become before it is asked whether two painted things
 * meet. A polygon is closed by the edge from its last point to its first.
 */
export type Polygon = readonly number[];

/** True when two line segments have a point in common. */
export function segmentsMeet(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const side1 = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const side2 = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (side1 > 0 ? side2 > 0 : side1 < 0 && side2 < 0) return false;
  const side3 = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const side4 = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if (side3 > 0 ? side4 > 0 : side3 < 0 && side4 < 0) return false;
  if (side1 !== 0 || side2 !== 0) return true;
  // On one line: they meet where their extents do.
  return (
    Math.max(Math.min(ax, bx), Math.min(cx, dx)) <= Math.min(Math.max(ax, bx), Math.max(cx, dx)) &&
    Math.max(Math.min(ay, by), Math.min(cy, dy)) <= Math.min(Math.max(ay, by), Math.max(cy, dy))
  );
}

/** How often polygons wind about a point, each by its direction (ISO 32000-1 8.5.3.3). */
export function winding(polygons: readonly Polygon[], x: number, y: number): number {
  let count = 0;
  for (const p of polygons) {
    let [x1, y1] = [p.at(-2)!, p.at(-1)!];
    for (let i = 0; i < p.length; i += 2) {
      const [x2, y2] = [p[i]!, p[i + 1]!];
      if (y1 <= y !== y2 <= y) {
        const crossing = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
        if (crossing > x) count += y2 > y1 ? 1 : -1;
      }
      [x1, y1] = [x2, y2];
    }
  }
  return count;
}

/** True when a line segment has a point in common with the edges of a polygon. */
export function meetsEdges(p: Polygon, ax: number, ay: number, bx: number, by: number): boolean {
  const left = Math.min(ax, bx);
  const right = Math.max(ax, bx);
  const top = Math.min(ay, by);
  const bottom = Math.max(ay, by);
  let x1 = p[p.length - 2]!;
  let y1 = p[p.length - 1]!;
  for (let i = 0; i < p.length; i += 2) {
    const x2 = p[i]!;
    const y2 = p[i + 1]!;
    const isBeside =
      (x1 < left && x2 < left) ||
      (x1 > right && x2 > right) ||
      (y1 < top && y2 < top) ||
      (y1 > bottom && y2 > bottom);
    if (!isBeside && segmentsMeet(ax, ay, bx, by, x1, y1, x2, y2)) return true;
    x1 = x2;
    y1 = y2;
  }
  return false;
}

/** From a point to a line segment. */
export function distanceToSegment(
  x: number,
  y: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** From a line segment to a polygon without holes; 0 where they meet. */
export function distanceToPolygon(p: Polygon, ax: number, ay: number, bx: number, by: number): number {
  if (winding([p], ax, ay) !== 0 || meetsEdges(p, ax, ay, bx, by)) return 0;
  let nearest = Number.POSITIVE_INFINITY;
  let [x1, y1] = [p.at(-2)!, p.at(-1)!];
  for (let i = 0; i < p.length; i += 2) {
    const [x2, y2] = [p[i]!, p[i + 1]!];
    nearest = Math.min(
      nearest,
      distanceToSegment(ax, ay, x1, y1, x2, y2),
      distanceToSegment(bx, by, x1, y1, x2, y2),
      distanceToSegment(x2, y2, ax, ay, bx, by),
    );
    [x1, y1] = [x2, y2];
  }
  return nearest;
}

/** Lines across two shapes that are looked at to see what they share. */
const SCANS = 48;

/** The part of the smaller of two shapes, filled by winding, that both fill: 0 to 1, to about a hundredth. */
export function sharedPart(a: readonly Polygon[], b: readonly Polygon[]): number {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const polygon of [...a, ...b])
    for (let i = 1; i < polygon.length; i += 2) {
      top = Math.min(top, polygon[i]!);
      bottom = Math.max(bottom, polygon[i]!);
    }
  let inA = 0;
  let inB = 0;
  let inBoth = 0;
  for (let i = 0; i < SCANS; i++) {
    const y = top + ((i + 0.5) / SCANS) * (bottom - top);
    const spansA = spansAt(a, y);
    const spansB = spansAt(b, y);
    for (let k = 0; k < spansA.length; k += 2) {
      inA += spansA[k + 1]! - spansA[k]!;
      for (let m = 0; m < spansB.length; m += 2)
        inBoth += Math.max(0, Math.min(spansA[k + 1]!, spansB[m + 1]!) - Math.max(spansA[k]!, spansB[m]!));
    }
    for (let m = 0; m < spansB.length; m += 2) inB += spansB[m + 1]! - spansB[m]!;
  }
  const smaller = Math.min(inA, inB);
  return smaller === 0 ? 0 : inBoth / smaller;
}

/** Where the horizontal line at `y` lies in a shape, from left to right: beginning and end of each part in turn. */
function spansAt(polygons: readonly Polygon[], y: number): number[] {
  const xs: number[] = [];
  const ups: boolean[] = [];
  for (const p of polygons) {
    let x1 = p[p.length - 2]!;
    let y1 = p[p.length - 1]!;
    for (let i = 0; i < p.length; i += 2) {
      const x2 = p[i]!;
      const y2 = p[i + 1]!;
      if (y1 <= y !== y2 <= y) {
        const x = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
        // Few lines cross more than a handful of edges.
        let at = xs.length;
        for (; at > 0 && xs[at - 1]! > x; at--) {
          xs[at] = xs[at - 1]!;
          ups[at] = ups[at - 1]!;
        }
        xs[at] = x;
        ups[at] = y2 > y1;
      }
      x1 = x2;
      y1 = y2;
    }
  }
  const spans: number[] = [];
  let turns = 0;
  for (let i = 0; i < xs.length; i++) {
    const before = turns;
    turns += ups[i]! ? 1 : -1;
    if (before === 0) spans.push(xs[i]!, xs[i]!);
    else if (turns === 0) spans[spans.length - 1] = xs[i]!;
  }
  return spans;
}

/**
 * True for a polygon without a bay, whose outline goes round once. Corners that bend back by less than a hundredth of
 * their sides' unit are straight: curves are flattened.
 */
export function isConvex(p: Polygon): boolean {
  const count = p.length / 2;
  let [left, right, turned] = [false, false, 0];
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [i, (i + 1) % count, (i + 2) % count];
    const [ux, uy] = [p[b * 2]! - p[a * 2]!, p[b * 2 + 1]! - p[a * 2 + 1]!];
    const [vx, vy] = [p[c * 2]! - p[b * 2]!, p[c * 2 + 1]! - p[b * 2 + 1]!];
    const turn = ux * vy - uy * vx;
    const straight = 0.01 * (Math.hypot(ux, uy) + Math.hypot(vx, vy));
    right ||= turn > straight;
    left ||= turn < -straight;
    turned += Math.abs(Math.atan2(turn, ux * vx + uy * vy));
  }
  return !(left && right) && turned < 2 * Math.PI + 0.1;
}
