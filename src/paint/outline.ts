import { distanceToSegment, winding } from '../geometry/index.ts';
import type { PathData, Shape } from '../image/index.ts';

/** Straight pieces that a curve becomes. */
const STEPS = 12;

/** A path as polygons, for asking whether a point is inside. */
export interface Outline {
  /** Points of each subpath as x, y, x, y … */
  readonly polygons: readonly (readonly number[])[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const outlines = new WeakMap<PathData, Outline>();

export function outlineOf(path: PathData): Outline {
  let outline = outlines.get(path);
  if (outline === undefined) {
    outline = flatten(path);
    outlines.set(path, outline);
  }
  return outline;
}

function flatten({ verbs, points }: PathData): Outline {
  const polygons: number[][] = [];
  let polygon: number[] = [];
  let at = 0;
  for (const verb of verbs) {
    if (verb === 'M') {
      polygon = [points[at]!, points[at + 1]!];
      polygons.push(polygon);
      at += 2;
    } else if (verb === 'L') {
      polygon.push(points[at]!, points[at + 1]!);
      at += 2;
    } else if (verb === 'C') {
      pushCurve(polygon, points.subarray(at, at + 6));
      at += 6;
    } else polygon.push(polygon[0]!, polygon[1]!);
  }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    for (let i = 0; i < polygon.length; i += 2) {
      left = Math.min(left, polygon[i]!);
      right = Math.max(right, polygon[i]!);
      top = Math.min(top, polygon[i + 1]!);
      bottom = Math.max(bottom, polygon[i + 1]!);
    }
  }
  return { polygons, left, top, right, bottom };
}

function pushCurve(polygon: number[], c: Float64Array): void {
  const [x, y] = [polygon.at(-2)!, polygon.at(-1)!];
  for (let i = 1; i <= STEPS; i++) {
    const t = i / STEPS;
    const u = 1 - t;
    const [a, b, d, e] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    polygon.push(a * x + b * c[0]! + d * c[2]! + e * c[4]!, a * y + b * c[1]! + d * c[3]! + e * c[5]!);
  }
}

/** True when filling paints the point; open subpaths are closed for filling. */
export function fillCovers(outline: Outline, rule: Shape['rule'], x: number, y: number): boolean {
  if (x < outline.left || x > outline.right || y < outline.top || y > outline.bottom) return false;
  const turns = winding(outline.polygons, x, y);
  return rule === 'nonzero' ? turns !== 0 : turns % 2 !== 0;
}

/** True when a stroke paints the point. Dashes count as a whole line: the worst of it. */
export function strokeCovers(outline: Outline, width: number, x: number, y: number): boolean {
  const half = width / 2;
  if (x < outline.left - half || x > outline.right + half) return false;
  if (y < outline.top - half || y > outline.bottom + half) return false;
  return outline.polygons.some((p) => {
    for (let i = 2; i < p.length; i += 2)
      if (distanceToSegment(x, y, p[i - 2]!, p[i - 1]!, p[i]!, p[i + 1]!) <= half) return true;
    return false;
  });
}
