import { nearestLanguage } from '../locale/index.ts';
import { faceOutlines, letterShapes, outlined } from '../proof/index.ts';
import { type Face, faceTable, letterGlyphs, substitutes } from '../text/index.ts';
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
  const all = more.map(({ letter }, i) => letter + shapes[i]!);
  if (face.letters !== undefined) all.push(...besideOthers(face, nominal, tables));
  return { outlines: faceOutlines(tables, nominal), others: [...new Set(all)].sort() };
}

/**
 * How a user's own face draws its letters beside others: an f before an i, a hyphen between small letters. The faces of the
 * press draw each in one way. None comes to the shape of another letter so.
 */
function besideOthers(
  face: Face,
  nominal: readonly number[],
  tables: Parameters<typeof letterShapes>[0],
): string[] {
  const rules = substitutes(face);
  const ofLetters = new Set(nominal);
  return outlined.flatMap((letter, i) => {
    const found = new Set(nominal[i] === 0 ? [] : [nominal[i]!]);
    for (const glyph of found)
      for (const other of rules.get(glyph) ?? [])
        if (!ofLetters.has(other) && found.size < mostForms) found.add(other);
    return [...found].slice(1).flatMap((glyph) => shapeOf(tables, glyph).map((shape) => letter + shape));
  });
}

/** Forms of one letter that are known: faces that look handwritten have some ten. */
const mostForms = 100;

/** Nothing where a rule names a glyph that there is not, or one whose outline cannot be read: it is not printed, either. */
function shapeOf(tables: Parameters<typeof letterShapes>[0], glyph: number): string[] {
  try {
    return letterShapes(tables, [glyph]);
  } catch {
    return [];
  }
}
