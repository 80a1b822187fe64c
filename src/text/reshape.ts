import { autospaceIn } from './autospace.ts';
import { embeddingLevels } from './bidi.ts';
import { itemize } from './itemize.ts';
import { shapeItem } from './prepared-paragraph.ts';
import type { GlyphRun, Glyphs, Paragraph } from './types.ts';

/**
 * A run of a line with the glyphs of another text: that of `paragraph`, which differs from the run's own only in
 * characters of the run. Undefined where these are not set alike, glyph for glyph: then the line would be another one,
 * and is to be laid out anew.
 */
export function reshapeRun(run: GlyphRun, paragraph: Paragraph): GlyphRun | undefined {
  const { items, missing } = itemize(paragraph, embeddingLevels(paragraph.text, paragraph.direction));
  const item = items.find(({ start, end }) => start === run.start && end === run.end);
  if (item === undefined || item.face !== run.face || item.span !== run.span) return undefined;
  if (item.level !== run.level || missing.some(({ offset }) => offset >= run.start && offset < run.end))
    return undefined;
  const glyphs = shapeItem(paragraph, item, run, autospaceIn(paragraph.text))?.glyphs;
  return glyphs !== undefined && standsAlike(glyphs, run.glyphs)
    ? { ...run, glyphs, written: undefined }
    : undefined;
}

/** True when glyphs, whichever they are, stand where others stand. */
function standsAlike(a: Glyphs, b: Glyphs): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++)
    if (
      a.clusters[i] !== b.clusters[i] ||
      a.advances[i] !== b.advances[i] ||
      a.dx[i] !== b.dx[i] ||
      a.dy[i] !== b.dy[i]
    )
      return false;
  return true;
}
