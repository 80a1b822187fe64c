/** sRGB, 0 to 255 each. */
export type Color = readonly [red: number, green: number, blue: number];

export function sameColor(a: Color, b: Color): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}
