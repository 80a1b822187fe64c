import { type Face, type GlyphOutline, glyphOutline, scripts } from '../text/index.ts';

/** Letters of living scripts, without those that only change others, and ideographs. */
const letter = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u;
/** Letters of phonetics (IPA Extensions, Phonetic Extensions): no language of the press is written with them. */
const phonetic = /[\u0250-\u02af\u1d00-\u1dbf]/;
const [first, end] = [0x41, 0x2000];
/** Part of its ink that a letter has within its own width at least: oblique faces, Nastaliq and the narrowest ones have more. */
const leastWithin = 0.3;
/** Thinnest line of a letter, em: what is set in 9 pt has lines of a quarter point. The lightest faces have 0.03. */
const thinnest = 0.028;

/** Letters of a face that could not be told from those beside them, or not be seen. */
export interface OddLetters {
  /** They lie over the letters before or after them. */
  readonly outside: readonly string[];
  /** Their lines are too thin to be printed. */
  readonly faint: readonly string[];
}

/**
 * Those of the scripts that a face is to set: what else it has is not printed.
 * @throws PressError FONT_INVALID where outlines are damaged
 */
export function oddLetters(face: Face, of: readonly string[]): OddLetters {
  const [outside, faint]: [string[], string[]] = [[], []];
  for (let code = first; code < end; code++) {
    const glyph = face.glyph(code);
    const outline = glyph === 0 ? undefined : glyphOutline(face, glyph);
    const sign = String.fromCharCode(code);
    if (outline === undefined || !isUsual(sign) || !scripts(sign).some((each) => of.includes(each))) continue;
    const { left, right } = outline;
    const within = Math.min(right, face.advance(glyph)) - Math.max(left, 0);
    if (within < leastWithin * (right - left)) outside.push(sign);
    if (lineOf(outline) < thinnest * face.unitsPerEm) faint.push(sign);
  }
  return { outside, faint };
}

/** A letter that words are written with: not one that is made small, raised or long of another (`ª`, `ẚ`, `ſ`), nor one of phonetics. */
const isUsual = (sign: string): boolean =>
  letter.test(sign) && !phonetic.test(sign) && sign.normalize('NFKD') === sign.normalize('NFD');

/** Contours that are looked into for which lie in which; letters of faces in use have up to some thirty. */
const mostContours = 200;

/**
 * How thick the lines of a glyph are: a stroke has twice its area by its outline. What is a hole is told by the
 * winding rule: parts that were drawn in different directions do not take away from each other.
 */
function lineOf({ polygons }: GlyphOutline): number {
  const contours = polygons.slice(0, mostContours).map((polygon) => ({ polygon, ...measured(polygon) }));
  let [twice, length] = [0, 0];
  for (const each of contours) {
    const around = contours.filter((other) => other !== each && isWithin(each.polygon, other.polygon));
    const outside = around.reduce((sum, other) => sum + Math.sign(other.twice), 0);
    const isHole = outside + Math.sign(each.twice) === 0;
    twice += isHole ? -Math.abs(each.twice) : Math.abs(each.twice);
    length += each.length;
  }
  return Math.abs(twice) / length;
}

/** Twice the area of a polygon, negative where it runs clockwise, and how long it is around. */
function measured(polygon: readonly number[]): { twice: number; length: number } {
  let [twice, length] = [0, 0];
  for (let i = 0; i < polygon.length; i += 2) {
    const [x, y] = [polygon[i]!, polygon[i + 1]!];
    const next = (i + 2) % polygon.length;
    const [u, v] = [polygon[next]!, polygon[next + 1]!];
    twice += x * v - u * y;
    length += Math.hypot(u - x, v - y);
  }
  return { twice, length };
}

/** The point where one polygon begins lies within another: a line from there to the right crosses it an odd number of times. */
function isWithin([x, y]: readonly number[], polygon: readonly number[]): boolean {
  let within = false;
  for (let i = 0; i < polygon.length; i += 2) {
    const next = (i + 2) % polygon.length;
    const [a, b, c, d] = [polygon[i]!, polygon[i + 1]!, polygon[next]!, polygon[next + 1]!];
    if (b > y! !== d > y! && x! < a + ((y! - b) / (d - b)) * (c - a)) within = !within;
  }
  return within;
}
