import { PressError, problem } from '../diagnostics/index.ts';
import { type Face, faceTable } from '../text/index.ts';

/** The table `tag` of a font file (OpenType, "Table directory"), or undefined. */
export function findTable(face: Face, tag: string): Buffer | undefined {
  const table = faceTable(face, tag);
  return table === undefined ? undefined : Buffer.from(table.buffer, table.byteOffset, table.byteLength);
}

/** The same for a table that every TrueType font has. Throws `FONT_INVALID`. */
export function requireTable(face: Face, tag: string): Buffer {
  const table = findTable(face, tag);
  if (table !== undefined) return table;
  throw new PressError([
    problem(
      'FONT_INVALID',
      `The font ${face.postScriptName} has no table "${tag}".`,
      { file: face.path },
      'Use a static TrueType font (.ttf with "glyf" outlines).',
    ),
  ]);
}

/** What a font is refused for whose tables are there, and contradict each other. */
export function damagedFont(face: Face): PressError {
  return new PressError([
    problem(
      'FONT_INVALID',
      `The outlines of ${face.postScriptName} are damaged.`,
      { file: face.path },
      'Restore the file, or use another font.',
    ),
  ]);
}
