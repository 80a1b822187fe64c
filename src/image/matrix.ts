/** `[a b c d e f]`: x′ = a·x + c·y + e, y′ = b·x + d·y + f (SVG 2 §8.5). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** By how much a matrix scales every length, or undefined when it scales them differently by direction. */
export function uniformScale([a, b, c, d]: Matrix): number | undefined {
  const [along, across] = [Math.hypot(a, b), Math.hypot(c, d)];
  const skewed = Math.abs(a * c + b * d) > 1e-6 * along * across;
  return skewed || Math.abs(along - across) > 1e-6 * Math.max(along, across) ? undefined : along;
}
