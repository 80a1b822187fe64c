import type { PdfFile } from '../file/file.ts';
import { type Dictionary, Foreign } from '../file/object.ts';
import { colorOf } from './graphics-state.ts';
import { inverse, type Matrix, moved, multiply } from './matrix.ts';
import type { Color } from './page-content.ts';

/** A gradient as the press writes it (ISO 32000-1 8.7.4.5.3, 8.7.4.5.4), in the space of its pattern. */
export interface Gradient {
  readonly kind: 'axial' | 'radial';
  readonly coordinates: readonly number[];
  readonly stops: readonly { readonly offset: number; readonly color: Color }[];
  readonly matrix: Matrix;
}

/** The same on the page: `toGradient` takes a point of the page to the gradient's space. */
export interface Shading extends Omit<Gradient, 'matrix'> {
  readonly toGradient: Matrix;
}

const wrong = (what: string) => new Foreign(`a gradient ${what}`);

/** @throws Foreign */
export function readGradient(file: PdfFile, pattern: Dictionary): Gradient {
  const shading = file.dictionary(pattern.get('Shading'))!;
  const kind = shading.get('ShadingType') === 2 ? 'axial' : 'radial';
  const coordinates = shading.get('Coords') as number[];
  if (coordinates.length !== (kind === 'axial' ? 4 : 6)) throw wrong('has other coordinates');
  if (kind === 'radial' && (coordinates[2]! < 0 || coordinates[5]! < 0)) throw wrong('has other coordinates');
  if ((shading.get('Extend') as boolean[]).includes(false)) throw wrong('ends where it ends');
  return {
    kind,
    coordinates,
    stops: stopsOf(file, file.dictionary(shading.get('Function'))!),
    matrix: pattern.get('Matrix') as unknown as Matrix,
  };
}

function stopsOf(file: PdfFile, blend: Dictionary): Gradient['stops'] {
  const blends = file.array(blend.get('Functions'))?.map((each) => file.dictionary(each)!) ?? [blend];
  const bounds = file.array(blend.get('Bounds')) ?? [];
  const encode = file.array(blend.get('Encode')) ?? [0, 1];
  const ends = [0, ...(bounds as number[]), 1];
  const isRising = ends.every((end, i) => i === 0 || end >= ends[i - 1]!);
  if (blends.length !== ends.length - 1 || !isRising || encode.length !== blends.length * 2)
    throw wrong('has stops that are none');
  if (encode.some((value, i) => value !== i % 2)) throw wrong('has stops that are none');
  return blends.flatMap((each, i) =>
    ['C0', 'C1'].map((key, end) => {
      const color = colorOf(each.get(key) as number[]);
      if (color === undefined) throw wrong('has colours that cannot be');
      return { offset: ends[i + end]!, color };
    }),
  );
}

/** A gradient where its pattern's space is taken to the page. @throws Foreign */
export function placed({ matrix: own, ...gradient }: Gradient, toPage: Matrix): Shading {
  const toGradient = inverse(multiply(own, toPage));
  if (toGradient === undefined) throw wrong('is squeezed to nothing');
  return { ...gradient, toGradient };
}

/** The colour of a gradient at a point of the page; undefined where a radial one paints nothing. */
export function colorAt(
  { kind, coordinates, stops, toGradient }: Shading,
  px: number,
  py: number,
): Color | undefined {
  const [x, y] = moved(toGradient, px, py);
  const t = kind === 'axial' ? alongAxis(coordinates, x, y) : alongCircles(coordinates, x, y);
  if (t === undefined) return undefined;
  const part = Math.min(1, Math.max(0, t));
  let i = 1;
  // Where several stops are at one place, the last of them holds from there on.
  while (i + 1 < stops.length && stops[i]!.offset <= part) i++;
  const [from, to] = [stops[i - 1]!, stops[i]!];
  const length = to.offset - from.offset;
  const share = length > 0 ? Math.min(1, Math.max(0, (part - from.offset) / length)) : 1;
  const mixed = (k: 0 | 1 | 2) => from.color[k] + (to.color[k] - from.color[k]) * share;
  return [mixed(0), mixed(1), mixed(2)];
}

/** True where it shows a colour at every point: along a line, or between circles about one point that grow. */
export function isWhole({ kind, coordinates: [x0, y0, r0, x1, y1, r1] }: Shading): boolean {
  return kind === 'axial' || (x0 === x1! && y0 === y1! && r0 === 0 && r1! > 0);
}

/** Steps by which the darkest of two blended colours is closed in on. */
const closing = 40;

/**
 * The darkest and the lightest colour that may be seen in a convex area (corners x and y in turn), by what tells how light
 * one is. Along a straight line of sRGB that is convex: a stretch is lightest at an end, and darkest there or within.
 */
export function extremesIn(
  shading: Shading,
  corners: readonly number[],
  lightness: (color: Color) => number,
): readonly [darkest: Color, lightest: Color] {
  const [from, to] = rangeIn(shading, corners);
  const { stops } = shading;
  const seen: Color[] = [];
  for (let i = 1; i < stops.length; i++) {
    const [a, b] = [stops[i - 1]!, stops[i]!];
    const length = b.offset - a.offset;
    const start = i === 1 ? Number.NEGATIVE_INFINITY : a.offset;
    const end = i === stops.length - 1 ? Number.POSITIVE_INFINITY : b.offset;
    if (end < from || start > to) continue;
    const mixed = (share: number): Color => {
      const part = (k: 0 | 1 | 2) => a.color[k] + (b.color[k] - a.color[k]) * share;
      return [part(0), part(1), part(2)];
    };
    const shareOf = (at: number) => (length > 0 ? Math.min(1, Math.max(0, (at - a.offset) / length)) : 1);
    let [low, high] = length > 0 ? [shareOf(Math.max(from, start)), shareOf(Math.min(to, end))] : [0, 1];
    seen.push(mixed(low), mixed(high));
    for (let step = 0; step < closing; step++) {
      const [x, y] = [low + (high - low) / 3, high - (high - low) / 3];
      if (lightness(mixed(x)) < lightness(mixed(y))) high = y;
      else low = x;
    }
    seen.push(mixed(low));
  }
  seen.sort((a, b) => lightness(a) - lightness(b));
  return [seen[0]!, seen.at(-1)!];
}

/** From where to where along a gradient an area lies; of one that is not whole: all of it. */
function rangeIn(shading: Shading, corners: readonly number[]): readonly [number, number] {
  if (!isWhole(shading)) return [0, 1];
  const { kind, coordinates, toGradient } = shading;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < corners.length; i += 2) {
    const [x, y] = moved(toGradient, corners[i]!, corners[i + 1]!);
    xs.push(x);
    ys.push(y);
  }
  if (kind === 'axial') {
    const along = xs.map((x, i) => alongAxis(coordinates, x, ys[i]!));
    return [Math.min(...along), Math.max(...along)];
  }
  const [cx, cy, , , , radius] = coordinates as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const far = xs.map((x, i) => Math.hypot(x - cx, ys[i]! - cy));
  return [nearestTo(xs, ys, cx, cy) / radius, Math.max(...far) / radius];
}

/** How near a convex polygon comes to a point; 0 where it is within. */
function nearestTo(xs: readonly number[], ys: readonly number[], px: number, py: number): number {
  let [least, left, right] = [Number.POSITIVE_INFINITY, false, false];
  for (let i = 0; i < xs.length; i++) {
    const j = (i + 1) % xs.length;
    const [ax, ay, ex, ey] = [xs[i]!, ys[i]!, xs[j]! - xs[i]!, ys[j]! - ys[i]!];
    const side = ex * (py - ay) - ey * (px - ax);
    if (side < 0) left = true;
    else if (side > 0) right = true;
    const square = ex * ex + ey * ey;
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * ex + (py - ay) * ey) / square));
    least = Math.min(least, Math.hypot(px - ax - share * ex, py - ay - share * ey));
  }
  return left && right ? least : 0;
}

function alongAxis([x0, y0, x1, y1]: readonly number[], x: number, y: number): number {
  const [dx, dy] = [x1! - x0!, y1! - y0!];
  const square = dx * dx + dy * dy;
  return square === 0 ? 1 : ((x - x0!) * dx + (y - y0!) * dy) / square;
}

/** The circle farthest along that goes through the point, of those with a radius. */
function alongCircles([x0, y0, r0, x1, y1, r1]: readonly number[], x: number, y: number): number | undefined {
  const [dx, dy, dr] = [x1! - x0!, y1! - y0!, r1! - r0!];
  const [px, py] = [x - x0!, y - y0!];
  const a = dx * dx + dy * dy - dr * dr;
  const b = px * dx + py * dy + r0! * dr;
  const c = px * px + py * py - r0! * r0!;
  const roots: number[] = [];
  if (Math.abs(a) < 1e-12) {
    if (b !== 0) roots.push(c / (2 * b));
  } else {
    const rest = b * b - a * c;
    if (rest < 0) return undefined;
    const root = Math.sqrt(rest);
    roots.push((b + root) / a, (b - root) / a);
  }
  return roots.sort((m, n) => n - m).find((t) => r0! + t * dr >= 0);
}
