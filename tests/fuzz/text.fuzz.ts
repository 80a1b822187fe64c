import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { subset } from '../../src/pdf/subset.ts';
import { Faces, glyphOutline } from '../../src/text/index.ts';
import { property } from './property.ts';

const good = readFileSync(join(import.meta.dirname, '../../fonts/noto-sans/NotoSans-Regular.ttf'));
const tables = [...Array(good.readUInt16BE(4)).keys()].map((i) => {
  const at = 12 + i * 16;
  return { at, offset: good.readUInt32BE(at + 8), length: good.readUInt32BE(at + 12) };
});

/** Fonts with bytes changed in their directory or in a table, near its beginning or anywhere. */
function fonts(): fc.Arbitrary<Buffer> {
  const value = fc.oneof(fc.nat(255), fc.constantFrom(0, 0x7f, 0x80, 0xff));
  const where = fc.oneof(
    fc.tuple(fc.constantFrom(...tables), fc.nat(15)).map(([{ at }, more]) => at + more),
    fc.tuple(fc.constantFrom(...tables), fc.nat(120)).map(([{ offset }, more]) => offset + more),
    fc
      .tuple(fc.constantFrom(...tables), fc.nat())
      .map(([{ offset, length }, more]) => offset + (more % length)),
  );
  return fc.array(fc.tuple(where, value), { minLength: 1, maxLength: 12 }).map((changes) => {
    const bytes = Buffer.from(good);
    for (const [at, put] of changes) if (at < bytes.length) bytes[at] = put;
    return bytes;
  });
}

/** Opens, looks up, outlines and subsets. */
function use(bytes: Buffer): void {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-font-'));
  const faces = new Faces();
  try {
    writeFileSync(join(folder, 'a.ttf'), bytes);
    const face = faces.open(join(folder, 'a.ttf'));
    const glyphs = [...'Aé8 ﬁ'].map((letter) => face.glyph(letter.codePointAt(0)!));
    for (const glyph of glyphs) {
      face.advance(glyph);
      glyphOutline(face, glyph);
    }
    subset(face, glyphs, [{ advance: 1, parts: glyphs.map((glyph) => ({ glyph, x: 0, y: 0 })) }]);
  } finally {
    faces.close();
    rmSync(folder, { recursive: true });
  }
}

// Shown by their difference: half a megabyte says nothing to a reader.
const shown = (bytes: Buffer) =>
  Object.assign(bytes, {
    [fc.toStringMethod]: () =>
      JSON.stringify([...bytes].flatMap((byte, i) => (byte === good[i] ? [] : [[i, byte]]))),
  });

/** The directory says that `glyf` begins a byte later: points and components without end were read. */
const shifted = Buffer.from(good);
shifted[134] = 127;

export const properties = [property('a font with changes', fonts().map(shown), use, [shown(shifted)])];
