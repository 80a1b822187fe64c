import { Lettered } from '../letters/index.ts';
import type { Face, Glyphs, Paragraph } from './types.ts';

export const SOFT_HYPHEN = '\u00ad';

const letter = /[\p{L}\p{M}]/u;
/** Scripts in which no hyphen is drawn where a line ends within a word. */
const rightToLeft = new Lettered(
  String.raw`[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}\p{sc=Hanifi_Rohingya}]`,
  'u',
);
const armenian = new Lettered(String.raw`\p{sc=Armenian}`, 'u');

/** True for a soft hyphen at which a line may end: between two letters, written from left to right. */
export function isHyphenPlace({ text, direction }: Paragraph, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  return (
    direction === 'ltr' && letter.test(before) && letter.test(after) && !rightToLeft.test(before + after)
  );
}

/** True where a line that ends at `end` shows a hyphen for the soft one there. */
export function isHyphenated(text: string, visibleEnd: number, end: number): boolean {
  return visibleEnd === end && end < text.length && text[end - 1] === SOFT_HYPHEN;
}

/** The glyph that shows a hyphen behind a letter. */
export function hyphenGlyph(face: Face, letterBefore: string): number {
  const wanted = armenian.test(letterBefore) ? [0x058a, 0x2010, 0x2d] : [0x2010, 0x2d];
  return wanted.map((code) => face.glyph(code)).find((glyph) => glyph !== 0) ?? 0;
}

/** Glyphs with one more at the end, of the cluster at an offset; what stood there shows nothing and goes. */
export function withGlyph(glyphs: Glyphs, glyph: number, cluster: number, advance: number): Glyphs {
  let { length } = glyphs;
  while (length > 0 && glyphs.clusters[length - 1] === cluster) length--;
  return {
    length: length + 1,
    ids: Uint16Array.of(...glyphs.ids.subarray(0, length), glyph),
    clusters: Uint32Array.of(...glyphs.clusters.subarray(0, length), cluster),
    advances: Int32Array.of(...glyphs.advances.subarray(0, length), advance),
    dx: Int32Array.of(...glyphs.dx.subarray(0, length), 0),
    dy: Int32Array.of(...glyphs.dy.subarray(0, length), 0),
  };
}
