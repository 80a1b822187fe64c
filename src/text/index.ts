export { faceTable, glyphBounds } from './face.ts';
export { Faces } from './faces.ts';
export { type GlyphOutline, glyphOutline } from './glyph-outline.ts';
export type { GlyphBounds } from './harfbuzz.ts';
export { type LetterSetting, letterGlyphs } from './letter-glyphs.ts';
export { breakLines } from './lines.ts';
export { reshapeRun } from './reshape.ts';
export type * from './types.ts';
export { Typesetter, type TypesetterCounts } from './typesetter.ts';
