import { type Face, type GlyphOutline, glyphOutline } from '../text/index.ts';

/** Letters of living scripts, without those that only change others, signs that are made like letters, and ideographs. */
const letter = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u;
const [first, end] = [0x41, 0x2000];
/** Part of its ink that a letter has within its own width at least: italics, Nastaliq and the narrowest faces have more. */
const leastWithin = 0.35;
/** Thinnest line of a letter, em: what is set in 9 pt has lines of a quarter point. The lightest faces have 0.03. */
const thinnest = 0.028;

/** Letters of a face that could not be told from those beside them, or not be seen. */
export interface OddLetters {
  /** They lie over the letters before or after them. */
  readonly outside: readonly string[];
  /** Their lines are too thin to be printed. */
  readonly faint: readonly string[];
}

/** @throws PressError FONT_INVALID where outlines are damaged */
export function oddLetters(face: Face): OddLetters {
  const [outside, faint]: [string[], string[]] = [[], []];
  for (let code = first; code < end; code++) {
    const glyph = face.glyph(code);
    const outline = glyph === 0 ? undefined : glyphOutline(face, glyph);
    const sign = String.fromCharCode(code);
    if (outline === undefined || !letter.test(sign)) continue;
    const { left, right } = outline;
    const within = Math.min(right, face.advance(glyph)) - Math.max(left, 0);
    if (within < leastWithin * (right - left)) outside.push(sign);
    if (lineOf(outline) < thinnest * face.unitsPerEm) faint.push(sign);
  }
  return { outside, faint };
}

/** How thick the lines of a glyph are: a stroke has twice its area by its outline. */
function lineOf({ polygons }: GlyphOutline): number {
  let [twice, length] = [0, 0];
  for (const polygon of polygons)
    for (let i = 0; i < polygon.length; i += 2) {
      const [x, y] = [polygon[i]!, polygon[i + 1]!];
      const next = (i + 2) % polygon.length;
      const [u, v] = [polygon[next]!, polygon[next + 1]!];
      twice += x * v - u * y;
      length += Math.hypot(u - x, v - y);
    }
  return Math.abs(twice) / length;
}
