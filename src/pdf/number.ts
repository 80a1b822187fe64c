/** Three decimals: a thousandth of a point is finer than any press. Never `-0`. */
export function num(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
