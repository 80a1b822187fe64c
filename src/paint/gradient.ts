import { type Color, type Matrix, type Rect, sameColor } from '../geometry/index.ts';
import type { Gradient } from '../image/index.ts';
import { type BoxFragment, resolve } from '../layout/index.ts';

type Image = NonNullable<BoxFragment['style']['backgroundImage']>;
type CssGradient = Exclude<Image, { kind: 'picture' }>;
type Linear = Extract<CssGradient, { kind: 'linear' }>;
type Radial = Extract<CssGradient, { kind: 'radial' }>;

interface Stop {
  /** Along the gradient: 0 where it begins, 1 where it ends. */
  readonly at: number;
  readonly color: Color;
}

/** A style's gradient over a box, in the box's coordinates; one colour where it comes to one (CSS Images 3 §3). */
export function gradientOver(gradient: CssGradient, box: Rect): Gradient | Color {
  return gradient.kind === 'linear' ? linear(gradient, box) : radial(gradient, box);
}

function linear({ to, stops }: Linear, { x, y, width, height }: Rect): Gradient | Color {
  // To a corner: the line through the two beside it has one colour (§3.1.1).
  const [dx, dy] = typeof to === 'number' ? unit(to) : normal(to[0] * height, to[1] * width);
  const length = Math.abs(width * dx) + Math.abs(height * dy);
  const [cx, cy] = [x + width / 2, y + height / 2];
  const ends = ended(resolved(stops, length), Number.NEGATIVE_INFINITY);
  const [from, until] = [ends[0]!.at, ends.at(-1)!.at];
  const point = (at: number) => [cx + dx * length * (at - 0.5), cy + dy * length * (at - 0.5)];
  return made('linear', [...point(from), ...point(until)], [1, 0, 0, 1, 0, 0], ends);
}

function unit(degrees: number): readonly [number, number] {
  const radians = (degrees * Math.PI) / 180;
  return [Math.sin(radians), -Math.cos(radians)];
}

function normal(x: number, y: number): readonly [number, number] {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

function radial({ shape, extent, at, stops }: Radial, box: Rect): Gradient | Color {
  const [cx, cy] = [resolve(at[0], box.width), resolve(at[1], box.height)];
  const [rx, ry] = radii(shape, extent, [cx, cy], box);
  // An ellipse without an extent has its last colour all over (§3.2.3).
  if (!(rx > 1e-6 && ry > 1e-6)) return stops.at(-1)!.color;
  const ends = ended(resolved(stops, rx), 0);
  const squeezed: Matrix = [1, 0, 0, ry / rx, box.x + cx, box.y + cy];
  return made('radial', [0, 0, rx * ends[0]!.at, 0, 0, rx * ends.at(-1)!.at], squeezed, ends);
}

/** The radii of the ending shape (§3.2.1). */
function radii(
  shape: Radial['shape'],
  extent: Radial['extent'],
  [cx, cy]: readonly [number, number],
  { width, height }: Rect,
): readonly [number, number] {
  const [across, down] = [
    [Math.abs(cx), Math.abs(width - cx)],
    [Math.abs(cy), Math.abs(height - cy)],
  ] as const;
  const pick = extent.startsWith('closest') ? Math.min : Math.max;
  const [x, y] = [pick(...across), pick(...down)];
  if (extent.endsWith('side')) {
    const r = pick(x, y);
    return shape === 'circle' ? [r, r] : [x, y];
  }
  if (shape === 'circle') return [Math.hypot(x, y), Math.hypot(x, y)];
  // The ratio of the ellipse to the sides, through the corner: of the same sides, and so as far in both.
  return [x * Math.SQRT2, y * Math.SQRT2];
}

/** Every stop with its place, none before the one before it (§3.4.3). */
function resolved(stops: CssGradient['stops'], length: number): Stop[] {
  const last = stops.length - 1;
  const said = stops.map(({ at }, i) =>
    at === undefined
      ? i === 0
        ? 0
        : i === last
          ? 1
          : undefined
      : length === 0
        ? 0
        : resolve(at, length) / length,
  );
  let least = Number.NEGATIVE_INFINITY;
  const places = said.map((at) => {
    if (at === undefined) return undefined;
    least = Math.max(least, at);
    return least;
  });
  return stops.map(({ color }, i) => {
    const own = places[i];
    if (own !== undefined) return { at: own, color };
    const before = places.findLastIndex((at, j) => j < i && at !== undefined);
    const after = places.findIndex((at, j) => j > i && at !== undefined);
    const share = (i - before) / (after - before);
    return { at: places[before]! + (places[after]! - places[before]!) * share, color };
  });
}

/** Beyond its ends: as far as a box reaches, and where two colours meet at an end. */
const BEYOND = 0.5;

/** From 0 or less to 1 or more, cut off at `least`: what is beyond the ends has their colours. */
function ended(stops: readonly Stop[], least: number): Stop[] {
  const [first, last] = [stops[0]!, stops.at(-1)!];
  const meet = (a: Stop, b: Stop | undefined) => (a.at === b?.at ? BEYOND : 0);
  const start = first.at > 0 ? 0 : first.at - meet(first, stops[1]);
  const end = last.at < 1 ? 1 : last.at + meet(last, stops.at(-2));
  const all = [
    ...(start < first.at ? [{ ...first, at: start }] : []),
    ...stops,
    ...(end > last.at ? [{ ...last, at: end }] : []),
  ];
  const cut = all.findLastIndex(({ at }) => at <= least);
  if (cut < 0) return all;
  const [a, b] = [all[cut]!, all[cut + 1]!];
  const color = blended(a.color, b.color, (least - a.at) / (b.at - a.at));
  return [{ at: least, color }, ...all.slice(cut + 1)];
}

const blended = (a: Color, b: Color, share: number): Color =>
  [0, 1, 2].map((i) => Math.round(a[i]! + (b[i]! - a[i]!) * share)) as unknown as Color;

function made(
  kind: Gradient['kind'],
  coordinates: readonly number[],
  matrix: Matrix,
  stops: readonly Stop[],
): Gradient | Color {
  const [first, ...rest] = stops;
  if (rest.every(({ color }) => sameColor(color, first!.color))) return first!.color;
  const [from, until] = [first!.at, stops.at(-1)!.at];
  return {
    kind,
    coordinates,
    matrix,
    stops: stops.map(({ at, color }) => ({ offset: (at - from) / (until - from), color, opacity: 1 })),
  };
}

/** The name of a gradient in messages. */
export const nameOf = (image: Image): string =>
  image.kind === 'picture' ? image.source : `${image.kind}-gradient()`;
