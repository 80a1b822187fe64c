import { glyphBounds, openedOf } from './face.ts';
import type { LetterSetting } from './letter-glyphs.ts';
import type { Face } from './types.ts';

/** How far the ink of words reaches above and below their baseline at most, as a face draws them, em. */
export interface InkSpan {
  readonly above: number;
  readonly below: number;
}

export function inkSpan(face: Face, words: Iterable<string>, setting: LetterSetting): InkSpan {
  let [above, below] = [0, 0];
  for (const word of words) {
    const { glyphs } = openedOf(face).shape(word, { start: 0, end: word.length, ...setting });
    for (let i = 0; i < glyphs.length; i++) {
      const bounds = glyphs.ids[i] === 0 ? undefined : glyphBounds(face, glyphs.ids[i]!);
      if (bounds === undefined) continue;
      above = Math.max(above, bounds.top + glyphs.dy[i]!);
      below = Math.max(below, -bounds.bottom - glyphs.dy[i]!);
    }
  }
  return { above: above / face.unitsPerEm, below: below / face.unitsPerEm };
}
