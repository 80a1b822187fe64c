/** `[a b c d e f]` (ISO 32000-1 8.3.3): x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `m`, six numbers, then `n`. */
export function multiply(m: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Matrix {
  return [
    m[0]! * a + m[1]! * c,
    m[0]! * b + m[1]! * d,
    m[2]! * a + m[3]! * c,
    m[2]! * b + m[3]! * d,
    m[4]! * a + m[5]! * c + e,
    m[4]! * b + m[5]! * d + f,
  ];
}

/** Back from where a matrix leads; undefined where it leads to a line or a point. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (!(Math.abs(area) > 1e-18)) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** Where a point is taken. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How far apart two points can get that were one apart: the largest singular value. */
export function stretch([a, b, c, d]: Matrix): number {
  const sum = a * a + b * b + c * c + d * d;
  const difference = Math.hypot(a * a + b * b - c * c - d * d, 2 * (a * c + b * d));
  return Math.sqrt((sum + difference) / 2);
}

/** Turns and moves only: no scaling, no mirror image. */
export function isRigid([a, b, c, d]: Matrix): boolean {
  const near = 1e-4;
  return Math.abs(a - d) < near && Math.abs(b + c) < near && Math.abs(a * a + b * b - 1) < near;
}

/** Left, top, right, bottom. */
export type Bounds = readonly [number, number, number, number];

/** Around points that are given as x and y in turn. */
export function boundsOf(outlines: readonly ArrayLike<number>[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of outlines)
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i]!;
      const y = points[i + 1]!;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  return [left, top, right, bottom];
}

export function intersect(a: Bounds, b: Bounds): Bounds {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** Around both. */
export function unite(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The two have more than an edge in common. */
export function touch(a: Bounds, b: Bounds): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** The two have no more than an edge in common: known only where all of both are numbers. */
export function areApart(a: Bounds, b: Bounds): boolean {
  return a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3];
}

export function contains(outer: Bounds, inner: Bounds): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

export function grown([left, top, right, bottom]: Bounds, by: number): Bounds {
  return [left - by, top - by, right + by, bottom + by];
}
