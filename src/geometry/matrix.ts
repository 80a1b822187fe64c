import { boundsOf, cornersOf, type Point, type Rect } from './rect.ts';

/** `[a b c d e f]`: x′ = a·x + c·y + e, y′ = b·x + d·y + f (ISO 32000-1 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** What takes back where a matrix leads; undefined: it squeezes the plane to a line. */
export function inverted([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const det = a * d - b * c;
  if (!(Math.abs(det) > 1e-12)) return undefined;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The smallest upright rectangle around the mapped one. */
export function mapRect(matrix: Matrix, rect: Rect): Rect {
  return boundsOf(cornersOf(rect).map(({ x, y }) => mapPoint(matrix, x, y)));
}

/** `degrees` clockwise (y down) about a point. */
export function rotation(degrees: number, x: number, y: number): Matrix {
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

/** A page of `width` × `height` turned clockwise, the top left corner of the turned page at (`x`, `y`). */
export function placed(
  rotate: 0 | 90 | 180 | 270,
  x: number,
  y: number,
  width: number,
  height: number,
): Matrix {
  switch (rotate) {
    case 0:
      return [1, 0, 0, 1, x, y];
    case 90:
      return [0, 1, -1, 0, x + height, y];
    case 180:
      return [-1, 0, 0, -1, x + width, y + height];
    case 270:
      return [0, -1, 1, 0, x, y + width];
  }
}

/** By how much a matrix scales every length, or undefined when it scales them differently by direction. */
export function uniformScale([a, b, c, d]: Matrix): number | undefined {
  const [along, across] = [Math.hypot(a, b), Math.hypot(c, d)];
  const skewed = Math.abs(a * c + b * d) > 1e-6 * along * across;
  return skewed || Math.abs(along - across) > 1e-6 * Math.max(along, across) ? undefined : along;
}
