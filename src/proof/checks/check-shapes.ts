import { type Faces, isOtherShape } from '../page/face-outlines.ts';
import type { ReadFont } from '../page/font.ts';
import type { Piece } from '../page/page-content.ts';
import type { Document } from '../page/read.ts';
import type { Check, Expectation } from '../types.ts';
import { count, notChecked, verdict } from './verdict.ts';

/** What is wrong with the letters of a piece, by the faces that they were held against. */
export interface Shapes {
  readonly faces: Faces;
  readonly faults: readonly string[];
}

/** What is read is what is seen: every letter of ASCII is drawn as the shipped face of its font's name draws it. */
export function checkShapes(document: Document, { faces }: Expectation): Check {
  if (faces === undefined) return notChecked('GLYPH_OTHER');
  const wrong: string[] = [];
  let looked = 0;
  document.pages.forEach(({ content: { pieces } }, i) => {
    for (const piece of pieces) {
      looked += piece.runs.length;
      wrong.push(...faultsOf(piece, faces).map((fault) => `page ${i + 1}: ${fault}`));
    }
  });
  return verdict(
    'GLYPH_OTHER',
    wrong,
    looked,
    `Letters and digits have the shapes of the faces of the press in ${count(looked, 'run')} of text.`,
  );
}

function faultsOf(piece: Piece, faces: Faces): readonly string[] {
  const known = piece.found.shapes;
  if (known?.faces === faces) return known.faults;
  const faults = lookThrough(piece, faces);
  piece.found.shapes = { faces, faults };
  return faults;
}

/** True for a letter, no digit, that is drawn with the mark behind it: the mark's own code has no ink. */
function bearsMark(font: ReadFont, codes: ArrayLike<number>, at: number, end: number): boolean {
  if (at + 1 >= end || /[0-9]/.test(font.texts[codes[at]!]!)) return false;
  return /^\p{M}/u.test(font.texts[codes[at + 1]!]!);
}

function lookThrough({ runs }: Piece, faces: Faces): string[] {
  const faults = new Set<string>();
  const looked = new Map<Piece['runs'][number]['font'], Uint8Array>();
  for (const { font, glyphs, first, end } of runs) {
    let codes = looked.get(font);
    if (codes === undefined) {
      codes = new Uint8Array(font.length);
      looked.set(font, codes);
      if (!Object.hasOwn(faces.outlines, font.name)) faults.add(`${font.name} is no face of the language`);
    }
    for (let at = first; at < end; at++) {
      const code = glyphs.codes[at]!;
      if (codes[code] === 1 || bearsMark(font, glyphs.codes, at, end)) continue;
      codes[code] = 1;
      if (isOtherShape(font, code, faces))
        faults.add(`"${font.texts[code]}" has another shape than in ${font.name}, the face of the press`);
    }
  }
  return [...faults];
}
