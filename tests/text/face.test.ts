import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { Faces, faceTable, glyphBounds, letterGlyphs } from '../../src/text/index.ts';
import { face, faces, opened } from './faces.ts';

const fonts = join(import.meta.dirname, '..', '..', 'fonts');
const folder = mkdtempSync(join(tmpdir(), 'press-face-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = readFileSync(join(fonts, 'noto-sans', 'NotoSans-Regular.ttf'));

function fontFile(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function problemOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof PressError) return error.problems[0]!;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('Faces', () => {
  it('gives the metrics of a TrueType font in font units', () => {
    const { noto, bold } = faces;
    expect(noto.postScriptName).toBe('NotoSans-Regular');
    expect(noto.unitsPerEm).toBe(1000);
    expect([noto.ascent, noto.descent]).toEqual([1069, -293]);
    expect([noto.capHeight, noto.xHeight]).toEqual([714, 536]);
    expect([noto.weight, bold.weight]).toEqual([400, 700]);
    expect(noto.glyph(0x41)).toBeGreaterThan(0);
    expect(noto.advance(noto.glyph(0x41))).toBe(639);
    expect(noto.glyph(0x627)).toBe(0);
  });

  it('gives one face for one file, and another when its bytes changed', () => {
    expect(face('noto-sans/NotoSans-Regular.ttf')).toBe(faces.noto);
    const path = fontFile('changing.ttf', whole);
    const before = opened.open(path);
    fontFile('changing.ttf', readFileSync(join(fonts, 'noto-sans', 'NotoSans-Bold.ttf')));
    const after = opened.open(path);
    expect([before.weight, after.weight]).toEqual([400, 700]);
    expect(before.glyph(0x41)).toBeGreaterThan(0);
    expect(new Set([before.id, after.id, faces.noto.id]).size).toBe(3);
    fontFile('changing.ttf', whole);
    expect(opened.open(path)).toBe(before);
  });

  it('are of whoever opened them, and shape no more once closed', () => {
    const own = new Faces();
    const mine = own.open(join(fonts, 'noto-sans', 'NotoSans-Regular.ttf'));
    expect([own.has(mine), own.has(faces.noto), opened.has(mine)]).toEqual([true, false, false]);
    expect(mine.advance(mine.glyph(0x41))).toBe(639);
    own.close();
    expect(own.has(mine)).toBe(false);
    expect(() => mine.advance(mine.glyph(0x41))).toThrow(
      /NotoSans-Regular is used after its Faces were closed/,
    );
    const again = own.open(join(fonts, 'noto-sans', 'NotoSans-Regular.ttf'));
    expect(again === mine).toBe(false);
    expect(again.advance(again.glyph(0x41))).toBe(639);
    expect(faces.noto.advance(faces.noto.glyph(0x41))).toBe(639);
  });

  it('opens every file of the manifest, with the hash it names', () => {
    const { fonts: entries } = JSON.parse(readFileSync(join(fonts, 'manifest.json'), 'utf8'));
    expect(entries.length).toBe(40);
    for (const { path, sha256, weight } of entries)
      expect(opened.open(join(fonts, path), sha256).weight).toBe(weight);
  });

  it('refuses a file that is missing, and names it', () => {
    const path = join(folder, 'none.ttf');
    const problem = problemOf(() => opened.open(path));
    expect(problem.code).toBe('FONT_INVALID');
    expect(problem.place.file).toBe(path);
  });

  it('refuses a file whose bytes are not those expected', () => {
    const path = fontFile('other.ttf', whole);
    expect(problemOf(() => opened.open(path, '0'.repeat(64))).code).toBe('FONT_INVALID');
  });

  it('refuses WOFF and CFF, and says why', () => {
    expect(
      problemOf(() => opened.open(fontFile('a.woff', Buffer.from('wOFF00000000000000')))).message,
    ).toMatch(/WOFF/);
    expect(
      problemOf(() => opened.open(fontFile('a.otf', Buffer.from('OTTO00000000000000')))).message,
    ).toMatch(/CFF/);
  });

  it('refuses a font cut off anywhere, with a problem and not a stack trace', () => {
    for (const length of [0, 3, 11, 12, 40, 300, 5000, whole.length - 4000]) {
      const path = fontFile(`cut-${length}.ttf`, whole.subarray(0, length));
      expect(problemOf(() => opened.open(path)).code).toBe('FONT_INVALID');
    }
  });

  it('refuses a damaged table directory with a problem, whatever the damage', () => {
    const entries = whole.readUInt16BE(4);
    for (let i = 0; i < entries; i++) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt32BE(0xfffffff0, 12 + i * 16 + 8);
      expect(problemOf(() => opened.open(fontFile(`damaged-${i}.ttf`, damaged))).code).toBe('FONT_INVALID');
    }
  });
});

describe('what the maker of a font forbids', () => {
  /** Noto Sans with other usage permissions: they are not among what its hash is taken of here. */
  const permitted = (fsType: number) => {
    const bytes = Buffer.from(whole);
    const entries = [...Array(bytes.readUInt16BE(4)).keys()].map((i) => 12 + i * 16);
    const os2 = entries.find((at) => bytes.toString('latin1', at, at + 4) === 'OS/2')!;
    bytes.writeUInt16BE(fsType, bytes.readUInt32BE(os2 + 8) + 8);
    return () => opened.open(fontFile(`permitted-${fsType}.ttf`, bytes));
  };

  it.each([
    [0x0, 'installable'],
    [0x4, 'preview and print'],
    [0x8, 'editable'],
    [0x6, 'restricted, but for preview and print'],
    [0xa, 'restricted, but editable'],
  ])('is kept to where it allows embedding: %i (%s)', (fsType) => {
    expect(permitted(fsType)().postScriptName).toBe('NotoSans-Regular');
  });

  it.each([
    [0x2, 'its licence forbids that it is embedded'],
    [0x102, 'its licence forbids that it is embedded'],
    [0x100, 'its licence forbids that a part of it is embedded'],
    [0x108, 'its licence forbids that a part of it is embedded'],
    [0x200, 'its licence lets only bitmaps be embedded'],
    [0x204, 'its licence lets only bitmaps be embedded'],
  ])('is kept to where it does not: %i', (fsType, said) => {
    const found = problemOf(permitted(fsType));
    expect(found.code).toBe('FONT_INVALID');
    expect(found.message).toContain(said);
    expect(found.hint).toContain('licence');
  });
});

describe('a font whose glyphs lead nowhere', () => {
  const tableAt = (bytes: Buffer, tag: string) => {
    const entries = [...Array(bytes.readUInt16BE(4)).keys()].map((i) => 12 + i * 16);
    return bytes.readUInt32BE(entries.find((at) => bytes.toString('latin1', at, at + 4) === tag)! + 8);
  };
  it.each<[string, string, (bytes: Buffer, at: number) => void]>([
    ['no glyphs', 'maxp', (bytes, at) => bytes.writeUInt16BE(0, at + 4)],
    ['more glyphs than outlines', 'maxp', (bytes, at) => bytes.writeUInt16BE(0xffff, at + 4)],
    ['no kind of loca', 'head', (bytes, at) => bytes.writeInt16BE(2, at + 50)],
    ['no advances', 'hhea', (bytes, at) => bytes.writeUInt16BE(0, at + 34)],
    ['more advances than glyphs', 'hhea', (bytes, at) => bytes.writeUInt16BE(0xffff, at + 34)],
    ['an outline beyond the end', 'loca', (bytes, at) => bytes.writeUInt32BE(0x7fffffff, at + 40)],
    ['an outline that ends before it begins', 'loca', (bytes, at) => bytes.writeUInt32BE(0, at + 4000)],
  ])('is refused: %s', (name, tag, damage) => {
    const damaged = Buffer.from(whole);
    damage(damaged, tableAt(damaged, tag));
    const path = fontFile(`nowhere-${name.replaceAll(' ', '-')}.ttf`, damaged);
    expect(problemOf(() => opened.open(path)).code).toBe('FONT_INVALID');
  });
});

it('faceTable gives the bytes of a table, and nothing for one that is not there', () => {
  const head = faceTable(faces.noto, 'head')!;
  expect(head.length).toBe(54);
  expect(new DataView(head.buffer, head.byteOffset).getUint32(12)).toBe(0x5f0f3cf5);
  expect(faceTable(faces.noto, 'CFF ')).toBeUndefined();
});

it('glyphBounds gives the ink of an outline in font units, and none for a space', () => {
  const { noto } = faces;
  const of = (character: string) => glyphBounds(noto, noto.glyph(character.codePointAt(0)!));
  // xMin, yMin, xMax, yMax of the glyphs in the font's `glyf` table.
  const glyf = faceTable(noto, 'glyf')!;
  const loca = faceTable(noto, 'loca')!;
  const at = new DataView(loca.buffer, loca.byteOffset);
  const inFont = (character: string) => {
    const glyph = noto.glyph(character.codePointAt(0)!);
    const isLong =
      new DataView(faceTable(noto, 'head')!.buffer, faceTable(noto, 'head')!.byteOffset).getInt16(50) === 1;
    const offset = isLong ? at.getUint32(glyph * 4) : at.getUint16(glyph * 2) * 2;
    const view = new DataView(glyf.buffer, glyf.byteOffset + offset);
    const [left, bottom, right, top] = [2, 4, 6, 8].map((place) => view.getInt16(place));
    return { left, bottom, right, top };
  };
  for (const character of ['A', 'g', '0', 'j', 'Å', '̂', '—'])
    expect(of(character)).toEqual(inFont(character));
  expect(of('g')!.bottom).toBeLessThan(0);
  expect(of(' ')).toBeUndefined();
  expect(of('A')).toBe(of('A'));
});

/** The same font with one rule (OpenType 1.9 GSUB): one glyph is drawn for another. */
function withRule(from: number, to: number): Buffer {
  const tag = (name: string) => [...name].map((sign) => sign.charCodeAt(0));
  const words = (...values: number[]) => values.flatMap((value) => [value >> 8, value & 0xff]);
  const rule = [
    ...words(1, 0, 10, 30, 44),
    ...[...words(1), ...tag('DFLT'), ...words(8, 4, 0, 0, 0xffff, 1, 0)],
    ...[...words(1), ...tag('ccmp'), ...words(8, 0, 1, 0)],
    ...words(1, 4, 1, 0, 1, 8, 2, 8, 1, to, 1, 1, from),
  ];
  const bytes = Buffer.concat([whole, Buffer.from(rule)]);
  for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16)
    if (bytes.toString('latin1', at, at + 4) === 'GSUB') {
      bytes.writeUInt32BE(whole.length, at + 8);
      bytes.writeUInt32BE(rule.length, at + 12);
    }
  return bytes;
}

describe('a user’s own face', () => {
  const glyphOf = (letter: string) => faces.noto.glyph(letter.charCodeAt(0));
  const shape = (from: string, to: string, letters: ReadonlySet<string> | undefined, text: string) => {
    const open = new Faces();
    try {
      const file = fontFile(`rule-${from}-${to}.ttf`, withRule(glyphOf(from), glyphOf(to)));
      const setting = { script: 'Latn', language: 'en', rightToLeft: false };
      return letterGlyphs(open.open(file, undefined, letters), [...text], setting);
    } finally {
      open.close();
    }
  };
  const own = new Set(['Latn']);

  it('is refused where its rules make a digit of letters', () => {
    expect(problemOf(() => shape('e', '3', own, 'three'))).toMatchObject({
      code: 'FONT_INVALID',
      message: 'The font cannot be used: it draws a digit for letters of "t h r e e".',
    });
  });

  it('is none of that in what has no such letter, and with another rule', () => {
    expect(shape('e', '3', own, 'on')).toEqual([glyphOf('o'), glyphOf('n')]);
    expect(shape('e', 'o', own, 'ne')).toEqual([glyphOf('n'), glyphOf('o')]);
  });

  it('of the press is held to its shapes elsewhere', () => {
    expect(shape('e', '3', undefined, 'e')).toEqual([glyphOf('3')]);
  });
});
