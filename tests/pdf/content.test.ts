import { describe, expect, it } from 'vitest';
import type { Color } from '../../src/geometry/index.ts';
import { makePath, type PathData, polyPath, rectPath } from '../../src/image/index.ts';
import { ContentStream } from '../../src/pdf/content.ts';
import { DocumentFont } from '../../src/pdf/font.ts';
import { num } from '../../src/pdf/number.ts';
import { type PaintedPath, segments, writePath } from '../../src/pdf/path.ts';
import { face } from './typeset.ts';

const written = (write: (content: ContentStream) => void): string => {
  const content = new ContentStream();
  write(content);
  return Buffer.from(content.view()).toString('latin1');
};

describe('a content stream', () => {
  it('writes numbers as they are rounded, whatever their size', () => {
    const values = [0, -0, 0.0004, -0.0004, 0.0005, -0.0005, 1, -1, 0.1, 10, 12.34, 100.001, 999.9996, 1000];
    for (let i = -3; i < 14; i++) values.push(1.2345678 * 10 ** i, -9.8765432 * 10 ** i, 10 ** i);
    for (let i = 0; i < 2000; i++) values.push(i / 1000, -i / 7, i * 1.001, (i * 9973) % 4001.37);
    for (const value of values) expect(written((content) => content.number(value))).toBe(`${num(value)}`);
  });

  it('holds short and long texts, and many of them', () => {
    const texts = ['', 'q\n', 'x'.repeat(32), 'y'.repeat(33), 'z'.repeat(9000)];
    const all = Array.from({ length: 500 }, (_, i) => texts[i % texts.length]!);
    const text = written((content) => {
      for (const each of all) content.write(each);
    });
    expect(text).toBe(all.join(''));
  });

  it('sets a font again where its size differs as it is written, and not where it does not', () => {
    const sizes = [9, 9.0001, 9.001, 9.001, 12];
    const text = written((content) => {
      for (const size of sizes) content.font('F1', size);
    });
    expect(text).toBe('/F1 9 Tf\n/F1 9.001 Tf\n/F1 12 Tf\n');
  });
});

describe('a path', () => {
  const black: Color = [0, 0, 0];
  const filled = (path: PathData, rule: 'nonzero' | 'evenodd' = 'nonzero') =>
    written((content) => writePath(content, { path, fill: black, rule, stroke: undefined })).slice(
      '0 0 0 rg\n'.length,
    );

  it('of upright rectangles of whole numbers has an operator for each', () => {
    const { points } = rectPath(-3, 2, 4, 5);
    expect(filled(makePath('MLLLZMLLLZ', [...points, ...rectPath(7, 0, 1, 1).points]), 'evenodd')).toBe(
      '-3 2 4 5 re\n7 0 1 1 re\nf*\n',
    );
  });

  it.each([
    ['of other numbers', rectPath(0.5, 0, 4, 5)],
    ['so large that they are no small integers', rectPath(2 ** 31, 0, 4, 5)],
    ['that is turned', polyPath([2, 0, 4, 2, 2, 4, 0, 2], true)],
    ['that begins along its other side', polyPath([0, 0, 0, 5, 4, 5, 4, 0], true)],
    ['that is open', polyPath([0, 0, 4, 0, 4, 5, 0, 5], false)],
    ['with another beside it', makePath('MLLLZMLLZ', [...rectPath(0, 0, 4, 5).points, 0, 0, 1, 0, 1, 1])],
  ])('is written point by point: a rectangle %s', (_, path) => {
    expect(filled(path)).toBe(`${segments(path)}f\n`);
  });

  it('of rectangles that are drawn is written point by point: a pen goes around as it says', () => {
    const path = rectPath(0, 0, 4, 5);
    const stroke = { color: black, width: 1, cap: 'butt', join: 'miter', dash: [] } as const;
    const text = written((content) =>
      writePath(content, { path, fill: undefined, rule: 'nonzero', stroke } as PaintedPath),
    );
    expect(text).toContain(segments(path));
    expect(text).not.toContain('re\n');
  });
});

describe('the codes of a font', () => {
  it('are one for each glyph, composite and text that differ in anything', () => {
    const font = new DocumentFont(face.latin, 'F1');
    const part = { glyph: 70, x: 0, y: 0 };
    const make = [
      () => font.code(70, 'ab'),
      () => font.code(70, 'a'),
      () => font.code(71, 'ab'),
      () => font.blank(0, 'a'),
      () => font.blank(70, 'a'),
      () => font.blank(0, 'ab'),
      () => font.composite([part], 500, 'a'),
      () => font.composite([part], 500, 'a', true),
      () => font.composite([part], 501, 'a'),
      () => font.composite([part], 500, 'b'),
      () => font.composite([{ ...part, x: -1 }], 500, 'a'),
      () => font.composite([{ ...part, x: 0xffff }], 500, 'a'),
      () => font.composite([{ ...part, x: 0x1ffff }], 500, 'a'),
      () => font.composite([{ ...part, y: 1 }], 500, 'a'),
      () => font.composite([part, part], 500, 'a'),
      () => font.composite([], 500, ''),
    ];
    const codes = make.map((code) => code());
    expect(new Set(codes).size).toBe(codes.length);
    expect(make.map((code) => code())).toEqual(codes);
  });
});
