import {
  type Color,
  distanceToPolygon,
  inverted,
  mapPoint,
  type Point,
  type Polygon,
} from '../geometry/index.ts';
import type { Gradient, Layer } from '../image/index.ts';
import { luminance } from './luminance.ts';

/** Steps by which the darkest of two blended colours is closed in on. */
const STEPS = 40;

/** The darkest and the lightest colour that a gradient shows in a convex area of its picture. */
export interface Shades {
  readonly darkest: Color;
  readonly lightest: Color;
}

export function shadesIn(gradient: Gradient, area: Polygon): Shades {
  const [from, to] = reach(gradient, area);
  const seen: Color[] = [];
  const { stops } = gradient;
  for (let i = 1; i < stops.length; i++) {
    const [a, b] = [stops[i - 1]!, stops[i]!];
    // Before the first stop and behind the last their colours go on.
    const start = i === 1 ? Number.NEGATIVE_INFINITY : a.offset;
    const end = i === stops.length - 1 ? Number.POSITIVE_INFINITY : b.offset;
    if (end < from || start > to) continue;
    const share = (at: number): number =>
      b.offset === a.offset ? Number(at > a.offset) : clamp((at - a.offset) / (b.offset - a.offset));
    const [s, e] = [share(Math.max(from, start)), share(Math.min(to, end))];
    seen.push(blend(a.color, b.color, s), blend(a.color, b.color, e), darkestOf(a.color, b.color, s, e));
  }
  const sorted = seen.sort((a, b) => luminance(a) - luminance(b));
  return { darkest: sorted[0]!, lightest: sorted.at(-1)! };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const blend = (a: Color, b: Color, share: number): Color =>
  [0, 1, 2].map((i) => a[i]! + (b[i]! - a[i]!) * share) as unknown as Color;

/** Along a straight line of sRGB luminance is convex: a part is darkest within, where it is not at an end. */
function darkestOf(a: Color, b: Color, start: number, end: number): Color {
  let [from, to] = [start, end];
  for (let i = 0; i < STEPS; i++) {
    const [x, y] = [from + (to - from) / 3, to - (to - from) / 3];
    if (luminance(blend(a, b, x)) < luminance(blend(a, b, y))) to = y;
    else from = x;
  }
  return blend(a, b, from);
}

/** From where to where on the gradient the area lies. */
function reach({ kind, coordinates, matrix }: Gradient, area: Polygon): readonly [number, number] {
  const back = inverted(matrix);
  if (back === undefined) return [0, 1];
  const points: Point[] = [];
  for (let i = 0; i < area.length; i += 2) points.push(mapPoint(back, area[i]!, area[i + 1]!));
  if (kind === 'linear') {
    const [x0, y0, x1, y1] = coordinates as [number, number, number, number];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = points.map(({ x, y }) => ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy));
    return [Math.min(...along), Math.max(...along)];
  }
  const [x0, y0, r0, x1, y1, r1] = coordinates as [number, number, number, number, number, number];
  // A focus beside the middle: any of its colours may be there.
  if (x0 !== x1 || y0 !== y1 || r0 !== 0) return [0, 1];
  const polygon = points.flatMap(({ x, y }) => [x, y]);
  const nearest = distanceToPolygon(polygon, x0, y0, x0, y0);
  return [nearest / r1, Math.max(...points.map(({ x, y }) => Math.hypot(x - x0, y - y0))) / r1];
}

/** The gradient that a drawing consists of: one filled shape that hides all that lies below it; else undefined. */
export function onlyGradient(layers: readonly Layer[]): Gradient | undefined {
  const [only, ...more] = layers;
  if (more.length > 0 || only?.kind !== 'shape' || only.stroke !== undefined) return undefined;
  const { fill } = only;
  if (fill === undefined || !('kind' in fill.of) || fill.opacity !== 1) return undefined;
  return fill.of.stops.every(({ opacity }) => opacity === 1) ? fill.of : undefined;
}
