import { type Expectation, outlineHashes } from '../proof/index.ts';
import { type Face, faceTable } from '../text/index.ts';

/** What the digits of a face look like, so that a file that draws a 7 for a 1 is found out. */
export function digitsOf(face: Face): Expectation['digits'] {
  const table = (tag: string) => faceTable(face, tag)!;
  const glyphs = Array.from({ length: 10 }, (_, digit) => face.glyph(0x30 + digit));
  return {
    face: face.postScriptName,
    outlines: outlineHashes({ head: table('head'), loca: table('loca'), glyf: table('glyf') }, glyphs),
  };
}
