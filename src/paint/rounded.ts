import { makePath } from '../image/index.ts';
import { type BoxFragment, resolve } from '../layout/index.ts';
import type { PathItem } from './types.ts';

/** How far a cubic's control points stand from its ends to draw a quarter of a unit circle. */
const QUARTER = (4 / 3) * Math.tan(Math.PI / 8);

/** Horizontal and vertical radius of each corner, clockwise from the top left, pt. */
export type Radii = readonly [Radius, Radius, Radius, Radius];
type Radius = readonly [x: number, y: number];

/** The corners of a box as they are drawn: made smaller together where two do not fit a side (CSS Backgrounds 3 §4.5). */
export function radiiOf({ rect, style }: BoxFragment, direction: 'ltr' | 'rtl'): Radii | undefined {
  const { startStart, startEnd, endEnd, endStart } = style.borderRadius;
  if (startStart === 0 && startEnd === 0 && endEnd === 0 && endStart === 0) return undefined;
  const logical =
    direction === 'ltr' ? [startStart, startEnd, endEnd, endStart] : [startEnd, startStart, endStart, endEnd];
  const [a, b, c, d] = logical.map(
    (radius): Radius =>
      typeof radius === 'number'
        ? [radius, radius]
        : [resolve(radius, rect.width), resolve(radius, rect.height)],
  ) as unknown as Radii;
  const share = (side: number, sum: number) => (sum > side ? side / sum : 1);
  const scale = Math.min(
    share(rect.width, a[0] + b[0]),
    share(rect.width, c[0] + d[0]),
    share(rect.height, a[1] + d[1]),
    share(rect.height, b[1] + c[1]),
  );
  return map([a, b, c, d], ([x, y]) => [x * scale, y * scale]);
}

/** The corners of the padding box, inside of a border of one width. */
export function within(radii: Radii, border: number): Radii {
  return map(radii, ([x, y]) => [Math.max(0, x - border), Math.max(0, y - border)]);
}

function map([a, b, c, d]: Radii, each: (radius: Radius) => Radius): Radii {
  return [each(a), each(b), each(c), each(d)];
}

type Frame = readonly [left: number, top: number, right: number, bottom: number];

/** Outlines of rectangles with round corners, one in the other, as one path. */
export function roundedPath(
  outlines: readonly { readonly frame: Frame; readonly radii: Radii }[],
): PathItem['path'] {
  const points = outlines.flatMap(({ frame: [l, t, r, b], radii }) => {
    const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = radii;
    const k = 1 - QUARTER;
    return [
      ...[l + ax, t, r - bx, t, r - k * bx, t, r, t + k * by, r, t + by],
      ...[r, b - cy, r, b - k * cy, r - k * cx, b, r - cx, b],
      ...[l + dx, b, l + k * dx, b, l, b - k * dy, l, b - dy],
      ...[l, t + ay, l, t + k * ay, l + k * ax, t, l + ax, t],
    ];
  });
  return makePath('MLCLCLCLCZ'.repeat(outlines.length), points);
}
