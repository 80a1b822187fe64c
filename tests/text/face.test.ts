import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { faceTable, openFace } from '../../src/text/index.ts';
import { face, faces } from './faces.ts';

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

describe('openFace', () => {
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

  it('opens a path once', () => {
    expect(face('noto-sans/NotoSans-Regular.ttf')).toBe(faces.noto);
  });

  it('opens every file of the manifest, with the hash it names', () => {
    const { fonts: entries } = JSON.parse(readFileSync(join(fonts, 'manifest.json'), 'utf8'));
    expect(entries.length).toBe(40);
    for (const { path, sha256, weight } of entries)
      expect(openFace(join(fonts, path), sha256).weight).toBe(weight);
  });

  it('refuses a file that is missing, and names it', () => {
    const path = join(folder, 'none.ttf');
    const problem = problemOf(() => openFace(path));
    expect(problem.code).toBe('FONT_INVALID');
    expect(problem.place.file).toBe(path);
  });

  it('refuses a file whose bytes are not those expected', () => {
    const path = fontFile('other.ttf', whole);
    expect(problemOf(() => openFace(path, '0'.repeat(64))).code).toBe('FONT_INVALID');
  });

  it('refuses WOFF and CFF, and says why', () => {
    expect(problemOf(() => openFace(fontFile('a.woff', Buffer.from('wOFF00000000000000')))).message).toMatch(
      /WOFF/,
    );
    expect(problemOf(() => openFace(fontFile('a.otf', Buffer.from('OTTO00000000000000')))).message).toMatch(
      /CFF/,
    );
  });

  it('refuses a font cut off anywhere, with a problem and not a stack trace', () => {
    for (const length of [0, 3, 11, 12, 40, 300, 5000, whole.length - 4000]) {
      const path = fontFile(`cut-${length}.ttf`, whole.subarray(0, length));
      expect(problemOf(() => openFace(path)).code).toBe('FONT_INVALID');
    }
  });

  it('refuses a damaged table directory with a problem, whatever the damage', () => {
    const entries = whole.readUInt16BE(4);
    for (let i = 0; i < entries; i++) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt32BE(0xfffffff0, 12 + i * 16 + 8);
      expect(problemOf(() => openFace(fontFile(`damaged-${i}.ttf`, damaged))).code).toBe('FONT_INVALID');
    }
  });
});

it('faceTable gives the bytes of a table, and nothing for one that is not there', () => {
  const head = faceTable(faces.noto, 'head')!;
  expect(head.length).toBe(54);
  expect(new DataView(head.buffer, head.byteOffset).getUint32(12)).toBe(0x5f0f3cf5);
  expect(faceTable(faces.noto, 'CFF ')).toBeUndefined();
});
