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

/** Height of a band of the page that fills are looked up by, pt. */
const bandHeight = 18;

/** The fills of a page by the bands that they reach into, in paint order. */
class FillIndex {
  readonly #bands: Fill[][] = [];

  constructor(fills: readonly Fill[], pageHeight: number) {
    const last = Math.ceil(pageHeight / bandHeight);
    for (const fill of fills) {
      const top = Math.max(0, Math.floor(Math.max(fill.bounds[1], fill.clip[1]) / bandHeight));
      const bottom = Math.min(last, Math.floor(Math.min(fill.bounds[3], fill.clip[3]) / bandHeight));
      for (let band = top; band <= bottom; band++) {
        this.#bands[band] ??= [];
        this.#bands[band]!.push(fill);
      }
    }
  }

  /** What shows under a point: the last fill before a place in the paint order that covers it. */
  under(order: number, x: number, y: number): Fill | undefined {
    const band = this.#bands[Math.floor(y / bandHeight)] ?? [];
    for (let i = band.length - 1; i >= 0; i--)
      if (band[i]!.order < order && covers(band[i]!, x, y)) return band[i];
    return undefined;
  }
}

/** Points of a glyph's box, its corners and its middle: along the advance, and up from the baseline by the size. */
const points = [
  [0.05, 0.02],
  [0.95, 0.02],
  [0.5, 0.35],
  [0.05, 0.7],
  [0.95, 0.7],
] as const;

const pack = ([r, g, b]: Color) => (r << 16) | (g << 8) | b;

/** Contrast ratios by pair of colours: a file has few. */
class Ratios {
  readonly #known = new Map<number, Map<number, number>>();

  of(ink: Color, ground: Color): number {
    let row = this.#known.get(pack(ink));
    if (row === undefined) {
      row = new Map();
      this.#known.set(pack(ink), row);
    }
    let found = row.get(pack(ground));
    if (found === undefined) {
      found = ratio(ink, ground);
      row.set(pack(ground), found);
    }
    return found;
  }
}

/** The lowest contrast of a glyph with what shows under it. */
function lowest(
  { x, y, dx, dy, advance, size, color, order }: Glyph,
  fills: FillIndex,
  ratios: Ratios,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [along, up] of points) {
    const px = x + dx * advance * along + dy * size * up;
    const py = y + dy * advance * along - dx * size * up;
    const below = fills.under(order, px, py);
    const ground = below === undefined ? white : below.color;
    // Where a colour is not known, nothing is proved.
    if (color === undefined || ground === undefined) return 1;
    least = Math.min(least, ratios.of(color, ground));
  }
  return least;
}

/** Promise 5: every glyph stands out from the worst colour under it. */
export function checkContrast(document: Document): Check {
  const wrong = new Set<string>();
  const ratios = new Ratios();
  let looked = 0;
  let least = Number.POSITIVE_INFINITY;
  document.pages.forEach(({ content, height }, i) => {
    const fills = new FillIndex(content.fills, height);
    for (const glyph of content.glyphs) {
      if (glyph.advance === 0 || (glyph.text ?? '').trim() === '') continue;
      looked++;
      const needed = glyph.size >= 18 || (glyph.size >= 14 && glyph.font.bold) ? large : ordinary;
      const found = lowest(glyph, fills, ratios);
      least = Math.min(least, found);
      if (found < needed - 0.005)
        wrong.add(
          `page ${i + 1}: "${glyph.text}" of ${glyph.size.toFixed(1)} pt has ${found.toFixed(2)}:1, and needs ${needed}:1`,
        );
    }
  });
  const passed = `The lowest contrast of ${count(looked, 'glyph')} is ${least.toFixed(1)}:1.`;
  return verdict('CONTRAST_LOW', [...wrong], looked, passed);
}
