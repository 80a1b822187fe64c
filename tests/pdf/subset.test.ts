import { describe, expect, it } from 'vitest';
import { type Composite, fallsShort, subset } from '../../src/pdf/subset.ts';
import { faceTable } from '../../src/text/index.ts';
import { face } from './typeset.ts';

/** The tables of a font by tag. */
function tables(font: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let row = 12; row < 12 + font.readUInt16BE(4) * 16; row += 16) {
    const offset = font.readUInt32BE(row + 8);
    found.set(
      font.toString('latin1', row, row + 4),
      font.subarray(offset, offset + font.readUInt32BE(row + 12)),
    );
  }
  return found;
}

function outline(font: ReadonlyMap<string, Uint8Array>, glyph: number): Buffer {
  const [loca, glyf, head] = ['loca', 'glyf', 'head'].map((tag) => Buffer.from(font.get(tag)!));
  const at =
    head!.readInt16BE(50) === 1
      ? (g: number) => loca!.readUInt32BE(g * 4)
      : (g: number) => loca!.readUInt16BE(g * 2) * 2;
  return glyf!.subarray(at(glyph), at(glyph + 1));
}

/** Box of an outline: xMin, yMin, xMax, yMax. */
const box = (of: Buffer): number[] => (of.length === 0 ? [] : [2, 4, 6, 8].map((at) => of.readInt16BE(at)));

const whole = (of: typeof face.latin): Map<string, Uint8Array> =>
  new Map(['loca', 'glyf', 'head', 'hmtx', 'maxp', 'hhea'].map((tag) => [tag, faceTable(of, tag)!]));

describe('subset', () => {
  const ids = [...'Quitsafé1376'].map((character) => face.latin.glyph(character.codePointAt(0)!));

  it('keeps outlines and advances under new glyph ids, and the first glyph is .notdef', () => {
    const made = subset(face.latin, ids, []);
    const font = tables(made.bytes);
    expect(made.glyphs.get(0)).toBe(0);
    for (const id of ids) {
      const renumbered = made.glyphs.get(id)!;
      expect(renumbered).toBeLessThan(made.glyphs.size);
      expect(box(outline(font, renumbered))).toEqual(box(outline(whole(face.latin), id)));
      expect(font.get('hmtx')!.readUInt16BE(renumbered * 4)).toBe(face.latin.advance(id));
    }
    expect(font.get('maxp')!.readUInt16BE(4)).toBe(made.glyphs.size);
  });

  it('drops instructions and everything that a CIDFont does not need', () => {
    const made = subset(face.latin, ids, []);
    const font = tables(made.bytes);
    expect([...font.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    const simple = outline(font, made.glyphs.get(face.latin.glyph(0x51))!);
    expect(simple.readUInt16BE(10 + simple.readInt16BE(0) * 2)).toBe(0);
    expect(made.bytes.length).toBeLessThan(face.latin.bytes.length / 10);
  });

  it('takes the parts of composite glyphs along', () => {
    const eAcute = face.sans.glyph(0xe9);
    const made = subset(face.sans, [eAcute], []);
    const drawn = outline(tables(made.bytes), made.glyphs.get(eAcute)!);
    if (drawn.readInt16BE(0) < 0) expect(made.glyphs.size).toBeGreaterThanOrEqual(4);
    expect(box(drawn)).toEqual(box(outline(whole(face.sans), eAcute)));
  });

  it('appends a composite for a cluster, with its parts where HarfBuzz puts them', () => {
    const [a, b] = [face.latin.glyph(0x61), face.latin.glyph(0x62)];
    const cluster: Composite = {
      advance: 900,
      parts: [
        { glyph: a, x: 0, y: 0 },
        { glyph: b, x: 500, y: -120 },
        { glyph: face.latin.glyph(0x20), x: 900, y: 0 },
      ],
    };
    const made = subset(face.latin, [], [cluster]);
    const font = tables(made.bytes);
    const drawn = outline(font, made.firstComposite);
    const [first, second] = [a, b].map((id) => box(outline(whole(face.latin), id)));
    expect(drawn.readInt16BE(0)).toBe(-1);
    expect(box(drawn)).toEqual([
      Math.min(first![0]!, second![0]! + 500),
      Math.min(first![1]!, second![1]! - 120),
      Math.max(first![2]!, second![2]! + 500),
      Math.max(first![3]!, second![3]! - 120),
    ]);
    expect(font.get('hmtx')!.readUInt16BE(made.firstComposite * 4)).toBe(900);
    expect(drawn.length).toBeLessThanOrEqual(10 + 2 * 8 + 3); // the blank part is left out
  });

  it('gives a letter whose ink is far from the line’s middle a box that reaches there, and no more ink', () => {
    const { nastaliq } = face;
    const glyph = nastaliq.glyph(0x06d4); // an Urdu full stop
    const low = { glyph, x: 0, y: -900 };
    expect(fallsShort(nastaliq, [low])).toBe(true);
    expect(fallsShort(face.latin, [{ glyph: face.latin.glyph(0x48), x: 0, y: 0 }])).toBe(false);
    const drawn = (reaches: boolean) => {
      const made = subset(nastaliq, [], [{ parts: [low], advance: 500, reaches }]);
      const font = tables(made.bytes);
      return { made, font, outline: outline(font, made.firstComposite) };
    };
    const plain = drawn(false);
    const reaching = drawn(true);
    const em = nastaliq.unitsPerEm;
    expect(box(reaching.outline)).toEqual(box(plain.outline).with(3, 0.3 * em));
    // The second part is two contours of a point each: they hold a box, and paint nothing.
    const part = outline(reaching.font, reaching.outline.readUInt16BE(10 + 8 + 2));
    expect(part.readInt16BE(0)).toBe(2);
    expect([part.readUInt16BE(10), part.readUInt16BE(12)]).toEqual([0, 1]);
    expect(box(part)).toEqual([0, 0.15 * em, 1, 0.3 * em]);
    expect(reaching.made.bytes.length).toBeGreaterThan(plain.made.bytes.length);
  });

  it('has checksums that add up', () => {
    const { bytes } = subset(face.devanagari, [face.devanagari.glyph(0x915)], []);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});
