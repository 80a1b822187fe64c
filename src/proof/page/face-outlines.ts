import type { Expectation } from '../types.ts';
import type { ReadFont } from './font.ts';
import { type OutlineTables, outlineHashes } from './outlines.ts';

/** The letters whose shapes are known of every face: printable ASCII. */
export const outlined: readonly string[] = Array.from({ length: 94 }, (_, i) =>
  String.fromCharCode(0x21 + i),
);

/** Hexadecimal digits of a shape; the first of {@link Expectation.faces}' hashes is that of U+0021. */
const shapeDigits = 16;

export type Faces = NonNullable<Expectation['faces']>;

/** Is a code of a font drawn otherwise than the shipped face draws what it stands for? What is no letter of ASCII is not known. */
export function isOtherShape(font: ReadFont, code: number, { outlines, others }: Faces): boolean {
  const letter = font.shown[code]!;
  // One shape that stands for several digits could be any number.
  if (letter.length > 1) return /[0-9]/.test(letter);
  if (letter < '!' || letter > '~') return false;
  const found = font.shape(code).slice(0, shapeDigits);
  const own = outlines[font.name];
  return !inEitherCase(letter).some(
    (each) =>
      own?.startsWith(found, (each.charCodeAt(0) - 0x21) * shapeDigits) === true ||
      others[font.name]?.includes(each + found) === true,
  );
}

/** What a letter may be drawn as: where a style sets it in another case it still stands for itself. A digit has no case. */
function inEitherCase(letter: string): readonly string[] {
  if (!/[A-Za-z]/.test(letter)) return [letter];
  return [letter.toLowerCase(), letter.toUpperCase()];
}

/** What glyphs look like, 16 hexadecimal digits each; zeros for glyph 0, which stands for none. @throws Foreign */
export function letterShapes(tables: OutlineTables, glyphs: readonly number[]): string[] {
  const none = '0'.repeat(shapeDigits);
  return outlineHashes(tables, glyphs).map((hash, i) =>
    glyphs[i] === 0 ? none : hash.slice(0, shapeDigits),
  );
}

/** The same of the glyphs of {@link outlined}, as an expectation has them. @throws Foreign */
export function faceOutlines(tables: OutlineTables, glyphs: readonly number[]): string {
  return letterShapes(tables, glyphs).join('');
}
