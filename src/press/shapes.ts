import { nearestLanguage } from '../locale/index.ts';
import { faceOutlines, letterShapes, outlined } from '../proof/index.ts';
import { type Face, faceTable, letterGlyphs } from '../text/index.ts';
import { scriptParts } from './face-coverage.ts';

/** What the letters of a face look like, so that a file that draws a 7 for a 1, or a dot for every letter, is found out. */
export interface FaceShapes {
  readonly outlines: string;
  /** Those that a language draws otherwise, each after its letter. */
  readonly others: readonly string[];
}

/** Languages in which the large i has a dot, and the small I none. */
const dotted: readonly string[] = ['tr', 'az'];

/** In all ways in which texts of these languages set them. */
export function shapesOf(face: Face, tags: readonly string[]): FaceShapes {
  const table = (tag: string) => faceTable(face, tag)!;
  const tables = { head: table('head'), loca: table('loca'), glyf: table('glyf') };
  const nominal = outlined.map((letter) => face.glyph(letter.charCodeAt(0)));
  const others = new Map<string, { readonly letter: string; readonly glyph: number }>();
  const rows = tags.map((language) => ({ language, row: nearestLanguage(language) }));
  const directions = rows.some(({ row }) => row.direction === 'rtl') ? [false, true] : [false];
  for (const { language, row } of rows)
    for (const script of new Set([...(scriptParts[row.script] ?? [row.script]), 'Latn', 'Zyyy']))
      for (const rightToLeft of directions)
        letterGlyphs(face, outlined, { script, language, rightToLeft }).forEach((glyph, i) => {
          const letter = outlined[i]!;
          // What the face is not asked for, it draws in no other way either: digits, of a user's own.
          if (nominal[i] !== 0 && glyph !== 0 && glyph !== nominal[i])
            others.set(`${letter} ${glyph}`, { letter, glyph });
        });
  // In another case (`text-transform`): i with its dot, and I without.
  if (tags.some((tag) => dotted.includes(tag.split('-')[0]!)))
    for (const [letter, as] of [
      ['i', 'İ'],
      ['I', 'ı'],
    ] as const) {
      const glyph = face.glyph(as.charCodeAt(0));
      if (glyph !== 0) others.set(`${letter} ${glyph}`, { letter, glyph });
    }
  const more = [...others.values()];
  const shapes = letterShapes(
    tables,
    more.map(({ glyph }) => glyph),
  );
  return {
    outlines: faceOutlines(tables, nominal),
    others: more.map(({ letter }, i) => letter + shapes[i]!).sort(),
  };
}
