import { openedOf } from './face.ts';
import type { Face } from './types.ts';

/** How letters are set: ISO 15924 script, BCP 47 language, direction. */
export interface LetterSetting {
  readonly script: string;
  readonly language: string;
  readonly rightToLeft: boolean;
}

/** The glyph that each letter becomes between spaces (`locl`, `rtlm`); 0 where it is no glyph of its own. */
export function letterGlyphs(face: Face, letters: readonly string[], setting: LetterSetting): number[] {
  const text = letters.join(' ');
  const { glyphs } = openedOf(face).shape(text, { start: 0, end: text.length, ...setting });
  const at = new Map<number, number>();
  for (let i = 0; i < glyphs.length; i++) {
    const cluster = glyphs.clusters[i]!;
    at.set(cluster, at.has(cluster) ? 0 : glyphs.ids[i]!);
  }
  let offset = 0;
  return letters.map((letter) => {
    const glyph = at.get(offset) ?? 0;
    offset += letter.length + 1;
    return glyph;
  });
}
