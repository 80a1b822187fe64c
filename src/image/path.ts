import type { Matrix } from '../geometry/index.ts';
import type { PathData } from './types.ts';

/** How far a cubic's control points stand from its ends to draw a quarter of a unit circle. */
const QUARTER = (4 / 3) * Math.tan(Math.PI / 8);

/** Coordinates of a segment by its verb. */
export const coordinates: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 };

export function makePath(verbs: string, points: ArrayLike<number>): PathData {
  return { verbs, points: Float64Array.from(points) };
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
