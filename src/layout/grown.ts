import type { ComputedStyle } from '../style/index.ts';
import { type Face, glyphBounds, type Line } from '../text/index.ts';
import type { LayoutInput } from './types.ts';

/** The part of its page that a line takes at most which is set as large as its measure allows: three digits would fill it. */
const mostOfPage = 0.25;
/** Room beyond ink that sticks out of a line, as a part of the ink's height and at most, pt: the zone that a number has. */
const [part, most] = [0.1, 4];

/** Height of a line that grows, at most, pt. */
export function tallest({ pages }: LayoutInput, { maxHeight }: Pick<ComputedStyle, 'maxHeight'>): number {
  const heights = 'flow' in pages ? [pages.flow.height] : pages.map(({ height }) => height);
  return Math.min(mostOfPage * Math.max(...heights), typeof maxHeight === 'number' ? maxHeight : Infinity);
}

/**
 * How far the ink of a line reaches above and below its baseline, pt. Digits do not count: numbers that differ in them
 * stand on lines of one height, and a digit never sticks out of the line of its face.
 */
export function inkOf({ runs }: Line): { readonly above: number; readonly below: number } {
  let [above, below] = [0, 0];
  for (const { face, glyphs, size } of runs) {
    if (face === undefined) continue;
    const digits = digitsOf(face);
    const scale = size / face.unitsPerEm;
    for (let i = 0; i < glyphs.length; i++) {
      const bounds = digits.has(glyphs.ids[i]!) ? undefined : glyphBounds(face, glyphs.ids[i]!);
      if (bounds === undefined) continue;
      above = Math.max(above, (glyphs.dy[i]! + bounds.top) * scale);
      below = Math.max(below, -(glyphs.dy[i]! + bounds.bottom) * scale);
    }
  }
  return { above, below };
}

/**
 * Room above and below a baseline that leaves the ink of a line alone: its brackets reach lower than its digits, and near
 * the edge of the line, so that the words of the next one would stand in the zone of the number.
 */
export function roomFor(
  own: { readonly above: number; readonly below: number },
  ink: { readonly above: number; readonly below: number },
): { above: number; below: number } {
  const zone = Math.min(part * (ink.above + ink.below), most);
  return {
    above: Math.max(own.above, ink.above + zone),
    below: Math.max(own.below, ink.below + zone),
  };
}

const digitsByFace = new WeakMap<Face, ReadonlySet<number>>();

function digitsOf(face: Face): ReadonlySet<number> {
  let digits = digitsByFace.get(face);
  if (digits === undefined) {
    digits = new Set([...'0123456789'].map((digit) => face.glyph(digit.charCodeAt(0))));
    digitsByFace.set(face, digits);
  }
  return digits;
}
