import type { Rect } from '../layout/index.ts';

/** `[a b c d e f]`: x′ = a·x + c·y + e, y′ = b·x + d·y + f (ISO 32000-1 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The smallest upright rectangle around the mapped one. */
export function mapRect(matrix: Matrix, rect: Rect): Rect {
  const corners = [
    mapPoint(matrix, rect.x, rect.y),
    mapPoint(matrix, rect.x + rect.width, rect.y),
    mapPoint(matrix, rect.x, rect.y + rect.height),
    mapPoint(matrix, rect.x + rect.width, rect.y + rect.height),
  ];
  const x = Math.min(...corners.map((corner) => corner.x));
  const y = Math.min(...corners.map((corner) => corner.y));
  const right = Math.max(...corners.map((corner) => corner.x));
  const bottom = Math.max(...corners.map((corner) => corner.y));
  return { x, y, width: right - x, height: bottom - y };
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
