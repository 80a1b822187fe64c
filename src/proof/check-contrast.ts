import { covers } from './cover.ts';
import type { Color, Fill, Glyph } from './page-content.ts';
import type { Document } from './read.ts';
import type { Check } from './types.ts';
import { count, verdict } from './verdict.ts';

/** WCAG 2.2, 1.4.6: 7:1, and 4.5:1 for text from 18 pt, or bold from 14 pt. */
const [ordinary, large] = [7, 4.5];
const white: Color = [255, 255, 255];

function luminance([r, g, b]: Color): number {
  const channel = (value: number) => {
    const v = value / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
}

function ratio(a: Color, b: Color): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** What shows under a point: the last fill before the glyph that covers it. */
function under(fills: readonly Fill[], order: number, x: number, y: number): Fill | undefined {
  let top: Fill | undefined;
  for (const fill of fills) {
    if (fill.order >= order) break;
    if (covers(fill, x, y)) top = fill;
  }
  return top;
}

/** Points of a glyph's box: its corners and its middle. */
function pointsOf({ x, y, dx, dy, advance, size }: Glyph): [number, number][] {
  return [
    [0.05, 0.02],
    [0.95, 0.02],
    [0.5, 0.35],
    [0.05, 0.7],
    [0.95, 0.7],
  ].map(([along, up]) => [
    x + dx * advance * along! + dy * size * up!,
    y + dy * advance * along! - dx * size * up!,
  ]);
}

/** Promise 5: every glyph stands out from the worst colour under it. */
export function checkContrast(document: Document): Check {
  const wrong = new Set<string>();
  let looked = 0;
  let least = Number.POSITIVE_INFINITY;
  const ratios = new Map<string, number>();
  document.pages.forEach(({ content }, i) => {
    for (const glyph of content.glyphs) {
      if ((glyph.text ?? '').trim() === '' || glyph.advance === 0) continue;
      looked++;
      const needed = glyph.size >= 18 || (glyph.size >= 14 && glyph.font.bold) ? large : ordinary;
      for (const [x, y] of pointsOf(glyph)) {
        const below = under(content.fills, glyph.order, x, y);
        const key = `${glyph.color.join()} ${(below?.color ?? white).join()}`;
        let found = ratios.get(key);
        if (found === undefined) {
          found = ratio(glyph.color, below?.color ?? white);
          ratios.set(key, found);
        }
        if (below?.picture === true) found = 1;
        least = Math.min(least, found);
        if (found < needed - 0.005)
          wrong.add(
            `page ${i + 1}: "${glyph.text}" of ${glyph.size.toFixed(1)} pt has ${found.toFixed(2)}:1, and needs ${needed}:1`,
          );
      }
    }
  });
  return verdict(
    'CONTRAST_LOW',
    [...wrong],
    looked,
    `The lowest contrast of ${count(looked, 'glyph')} is ${least.toFixed(1)}:1.`,
  );
}
