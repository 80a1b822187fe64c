import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PressError, problem } from '../diagnostics/index.ts';
import { glyphAdvance, nominalGlyph, openFont } from './harfbuzz.ts';
import { type FontFacts, FontFault, readFont } from './sfnt.ts';
import type { Face } from './types.ts';

interface Opened {
  readonly face: Face;
  readonly facts: FontFacts;
  /** Of the bytes, computed when first asked for. */
  sha256: string | undefined;
  /** HarfBuzz's handle, made when something is first shaped or looked up. */
  font: number | undefined;
  readonly glyphs: Map<number, number>;
}

const byPath = new Map<string, Opened>();
const byId: Opened[] = [];

function fault(path: string, reason: string, hint: string): PressError {
  return new PressError([
    problem('FONT_INVALID', `The font cannot be used: ${reason}.`, { file: path }, hint),
  ]);
}

function read(path: string): Opened {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw fault(
      path,
      'the file is missing or cannot be read',
      'Check the path, or install the package again.',
    );
  }
  let facts: FontFacts;
  try {
    facts = readFont(bytes);
  } catch (error) {
    if (!(error instanceof FontFault)) throw error;
    throw fault(path, error.message, 'Use a static TrueType font file.');
  }
  const glyphs = new Map<number, number>();
  const face: Face = {
    id: byId.length,
    path,
    postScriptName: facts.postScriptName,
    bytes,
    unitsPerEm: facts.unitsPerEm,
    ascent: facts.ascent,
    descent: facts.descent,
    capHeight: facts.capHeight,
    xHeight: facts.xHeight,
    weight: facts.weight,
    glyph(codePoint) {
      let glyph = glyphs.get(codePoint);
      if (glyph === undefined) {
        glyph = nominalGlyph(fontOf(face), codePoint);
        glyphs.set(codePoint, glyph);
      }
      return glyph;
    },
    advance: (glyph) => glyphAdvance(fontOf(face), glyph),
  };
  const opened: Opened = { face, facts, sha256: undefined, font: undefined, glyphs };
  byId.push(opened);
  return opened;
}

/**
 * Opens a TrueType font file; the second time the same path costs nothing.
 * @param expectedSha256 hex digest that the bytes must have, as the manifest gives it
 * @throws PressError FONT_INVALID when the file is missing, damaged, not TrueType, or not the expected one
 */
export function openFace(path: string, expectedSha256?: string): Face {
  let opened = byPath.get(path);
  if (opened === undefined) {
    opened = read(path);
    byPath.set(path, opened);
  }
  if (expectedSha256 !== undefined) {
    opened.sha256 ??= createHash('sha256').update(opened.face.bytes).digest('hex');
    if (opened.sha256 !== expectedSha256.toLowerCase())
      throw fault(
        path,
        'its bytes are not the ones the manifest names',
        'Restore the file, or renew the manifest.',
      );
  }
  return opened.face;
}

function openedOf(face: Face): Opened {
  const opened = byId[face.id];
  if (opened?.face !== face) throw new Error('A Face must come from openFace');
  return opened;
}

/** HarfBuzz's handle of a face. */
export function fontOf(face: Face): number {
  const opened = openedOf(face);
  opened.font ??= openFont(face.bytes);
  return opened.font;
}

/** The bytes of one of a face's tables (`glyf`, `OS/2`), undefined when the font has none. A view: do not write. */
export function faceTable(face: Face, tag: string): Uint8Array | undefined {
  const record = openedOf(face).facts.tables.get(tag);
  return record && face.bytes.subarray(record.offset, record.offset + record.length);
}
