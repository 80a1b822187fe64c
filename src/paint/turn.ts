import { boundsOf, cornersOf, type Point, type Rect } from '../geometry/index.ts';

/** A turn in degrees clockwise about a point. */
export interface Turn {
  readonly rotate: number;
  readonly x: number;
  readonly y: number;
}

function turned(point: Point, { x, y }: Turn, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [dx, dy] = [point.x - x, point.y - y];
  return { x: x + cos * dx - sin * dy, y: y + sin * dx + cos * dy };
}

/** Where a point inside turned groups lies on the page; `turns` from the outermost group to the innermost. */
export function toPage(point: Point, turns: readonly Turn[]): Point {
  return turns.reduceRight((p, turn) => turned(p, turn, turn.rotate), point);
}

/** The point of the innermost group that lies at a point of the page. */
export function fromPage(point: Point, turns: readonly Turn[]): Point {
  return turns.reduce((p, turn) => turned(p, turn, -turn.rotate), point);
}

/** The smallest upright rectangle on the page around a rectangle inside turned groups. */
export function rectToPage(rect: Rect, turns: readonly Turn[]): Rect {
  return turns.length === 0 ? rect : boundsOf(cornersOf(rect).map((corner) => toPage(corner, turns)));
}
