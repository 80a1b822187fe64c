import type { Matrix, Rect } from '../geometry/index.ts';
import type { PathData } from './types.ts';

/** How far a cubic's control points stand from its ends to draw a quarter of a unit circle. */
const QUARTER = (4 / 3) * Math.tan(Math.PI / 8);

/** Coordinates of a segment by its verb. */
export const coordinates: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 };

export function makePath(verbs: string, points: ArrayLike<number>): PathData {
  return { verbs, points: new Float64Array(points) };
}

/**
 * The same with points drawn as lines of a hair's length: an open line of no length is a square where its caps are (SVG 2
 * §13.4), of which PDF paints nothing (8.5.3.2).
 */
export function withDots(path: PathData, hair: number): PathData {
  const points = Float64Array.from(path.points);
  let at = 0;
  for (const [verbs] of path.verbs.matchAll(/M[^M]*/g)) {
    const end = at + [...verbs].reduce((sum, verb) => sum + coordinates[verb]!, 0);
    const own = points.subarray(at, end);
    if (verbs.length > 1 && own.every((value, i) => value === own[i % 2])) own[own.length - 2]! += hair;
    at = end;
  }
  return { verbs: path.verbs, points };
}

export function rectPath(x: number, y: number, width: number, height: number): PathData {
  return makePath('MLLLZ', [x, y, x + width, y, x + width, y + height, x, y + height]);
}

/** A closed polygon, or an open line, through points given as x, y, x, y … */
export function polyPath(points: readonly number[], closed: boolean): PathData {
  return makePath(`M${'L'.repeat(points.length / 2 - 1)}${closed ? 'Z' : ''}`, points);
}

export function ellipsePath(cx: number, cy: number, rx: number, ry: number): PathData {
  return roundedRectPath(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry);
}

/** An ellipse that begins where its dashes do: at the right, going round with the clock (SVG 2 §10.4). */
export function dashedEllipsePath(cx: number, cy: number, rx: number, ry: number): PathData {
  const [kx, ky] = [rx * QUARTER, ry * QUARTER];
  const [left, top, right, bottom] = [cx - rx, cy - ry, cx + rx, cy + ry];
  return makePath('MCCCCZ', [
    ...[right, cy],
    ...[right, cy + ky, cx + kx, bottom, cx, bottom],
    ...[cx - kx, bottom, left, cy + ky, left, cy],
    ...[left, cy - ky, cx - kx, top, cx, top],
    ...[cx + kx, top, right, cy - ky, right, cy],
  ]);
}

/** A rectangle with elliptic corners (SVG 2 §10.2); `rx` and `ry` at most half the sides. */
export function roundedRectPath(
  x: number,
  y: number,
  width: number,
  height: number,
  rx: number,
  ry: number,
): PathData {
  const [right, bottom] = [x + width, y + height];
  const [kx, ky] = [rx * (1 - QUARTER), ry * (1 - QUARTER)];
  return makePath('MLCLCLCLCZ', [
    ...[x + rx, y, right - rx, y],
    ...[right - kx, y, right, y + ky, right, y + ry],
    ...[right, bottom - ry],
    ...[right, bottom - ky, right - kx, bottom, right - rx, bottom],
    ...[x + rx, bottom],
    ...[x + kx, bottom, x, bottom - ky, x, bottom - ry],
    ...[x, y + ry],
    ...[x, y + ky, x + kx, y, x + rx, y],
  ]);
}

export function transformPath(path: PathData, [a, b, c, d, e, f]: Matrix): PathData {
  const points = new Float64Array(path.points.length);
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [path.points[i]!, path.points[i + 1]!];
    points[i] = a * x + c * y + e;
    points[i + 1] = b * x + d * y + f;
  }
  return { verbs: path.verbs, points };
}

/** The smallest upright rectangle around a path, curves exactly; undefined for an empty one. */
export function pathBounds({ verbs, points }: PathData): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const put = (x: number, y: number): void => {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  };
  let at = 0;
  for (const verb of verbs) {
    if (verb === 'C') {
      const curve = points.subarray(at - 2, at + 6);
      for (const t of [...extremes(curve, 0), ...extremes(curve, 1)])
        put(bezier(curve, 0, t), bezier(curve, 1, t));
    }
    at += coordinates[verb]!;
    if (verb !== 'Z') put(points[at - 2]!, points[at - 1]!);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

function bezier(p: Float64Array, axis: 0 | 1, t: number): number {
  const u = 1 - t;
  return (
    u * u * u * p[axis]! +
    3 * u * u * t * p[axis + 2]! +
    3 * u * t * t * p[axis + 4]! +
    t * t * t * p[axis + 6]!
  );
}

/** Where a cubic turns back along an axis: the zeros of its derivative within it. */
function extremes(p: Float64Array, axis: 0 | 1): number[] {
  const [p0, p1, p2, p3] = [p[axis]!, p[axis + 2]!, p[axis + 4]!, p[axis + 6]!];
  const [a, b, c] = [p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const zeros = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return zeros.filter((t) => t > 0 && t < 1);
}

/** True when a corner of a path is so sharp that a mitre reaches further than `from` widths, and no further than `to`. */
export function hasSharpCorner({ verbs, points }: PathData, from: number, to: number): boolean {
  let at = 0;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** Directions that the subpath began with and comes from. */
  let [first, before]: (readonly [number, number] | undefined)[] = [undefined, undefined];
  const meets = (a: readonly [number, number] | undefined, b: readonly [number, number]): boolean => {
    if (a === undefined) return false;
    const cosine = -(a[0] * b[0] + a[1] * b[1]) / (Math.hypot(...a) * Math.hypot(...b));
    const reach = 1 / Math.sqrt(Math.max(1e-12, (1 - cosine) / 2));
    return reach > from && reach <= to;
  };
  const go = (...ways: readonly (readonly [number, number])[]): boolean => {
    const real = ways.filter(([dx, dy]) => Math.hypot(dx, dy) > 1e-9);
    if (real.length === 0) return false;
    const sharp = meets(before, real[0]!);
    first ??= real[0];
    before = real.at(-1);
    return sharp;
  };
  for (const verb of verbs) {
    const p = points.subarray(at, at + coordinates[verb]!);
    at += p.length;
    if (verb === 'M') {
      [x, y, startX, startY] = [p[0]!, p[1]!, p[0]!, p[1]!];
      [first, before] = [undefined, undefined];
      continue;
    }
    const [ex, ey] = verb === 'Z' ? [startX, startY] : [p[p.length - 2]!, p[p.length - 1]!];
    const ways =
      verb === 'C'
        ? ([
            [p[0]! - x, p[1]! - y],
            [p[2]! - p[0]!, p[3]! - p[1]!],
            [ex - p[2]!, ey - p[3]!],
          ] as const)
        : ([[ex - x, ey - y]] as const);
    if (go(...ways)) return true;
    [x, y] = [ex, ey];
    if (verb === 'Z') {
      if (first !== undefined && meets(before, first)) return true;
      [first, before] = [undefined, undefined];
    }
  }
  return false;
}

/**
 * True where each part of a path lies on one line, so that nothing is within it: SVG fills nothing of it, and viewers of
 * PDF draw a hair there (ISO 32000-1, 8.5.3.3).
 */
export function isFlat({ verbs, points }: PathData): boolean {
  let at = 0;
  let [x, y, across, down] = [0, 0, 0, 0];
  for (const verb of verbs)
    for (let left = coordinates[verb]!; left > 0; left -= 2, at += 2) {
      const [dx, dy] = [points[at]! - x, points[at + 1]! - y];
      if (verb === 'M') [x, y, across, down] = [points[at]!, points[at + 1]!, 0, 0];
      else if (across === 0 && down === 0) [across, down] = [dx, dy];
      else if (Math.abs(across * dy - down * dx) > 1e-9 * Math.hypot(across, down) * Math.hypot(dx, dy))
        return false;
    }
  return true;
}
