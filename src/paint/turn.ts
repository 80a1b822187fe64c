import {
  boundsOf,
  cornersOf,
  identity,
  inverted,
  type Matrix,
  mapPoint,
  type Point,
  type Rect,
} from '../geometry/index.ts';

/** From the coordinates of what is turned to those around it; it squeezes nothing to a line. */
export interface Turn {
  readonly matrix: Matrix;
}

/** Where a point inside turned groups lies on the page; `turns` from the outermost group to the innermost. */
export function toPage(point: Point, turns: readonly Turn[]): Point {
  return turns.reduceRight(({ x, y }, { matrix }) => mapPoint(matrix, x, y), point);
}

/** The point of the innermost group that lies at a point of the page. */
export function fromPage(point: Point, turns: readonly Turn[]): Point {
  return turns.reduce(({ x, y }, { matrix }) => mapPoint(inverted(matrix) ?? identity, x, y), point);
}

/** The smallest upright rectangle on the page around a rectangle inside turned groups. */
export function rectToPage(rect: Rect, turns: readonly Turn[]): Rect {
  return turns.length === 0 ? rect : boundsOf(cornersOf(rect).map((corner) => toPage(corner, turns)));
}

/** How much longer an upright length, and a level one, become on the page. */
export function scalesOf(turns: readonly Turn[]): readonly [across: number, down: number] {
  const length = ([a, b]: readonly [Point, Point]) => Math.hypot(a.x - b.x, a.y - b.y);
  const [origin, right, low] = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ].map((point) => toPage(point, turns)) as [Point, Point, Point];
  return [length([origin, right]), length([origin, low])];
}
