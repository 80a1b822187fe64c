import type { Fill } from './page-content.ts';

/** Does a fill paint the point? Winding or even-odd rule on its flattened outlines, within its clip. */
export function covers(fill: Fill, x: number, y: number): boolean {
  const [left, top, right, bottom] = fill.bounds;
  if (x < left || x > right || y < top || y > bottom) return false;
  const { clip } = fill;
  if (x < clip[0] || x > clip[2] || y < clip[1] || y > clip[3]) return false;
  let winding = 0;
  let crossings = 0;
  for (const outline of fill.outlines)
    for (let i = 0; i < outline.length; i++) {
      const [x1, y1] = outline[i]!;
      const [x2, y2] = outline[(i + 1) % outline.length]!;
      if (y1 <= y === y2 <= y) continue;
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) < x) continue;
      crossings++;
      winding += y2 > y1 ? 1 : -1;
    }
  return fill.evenOdd ? crossings % 2 === 1 : winding !== 0;
}
