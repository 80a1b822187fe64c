/** Outlines of glyphs as TrueType writes them (OpenType 1.9, "glyf"), made by hand. */
import { describe, expect, it } from 'vitest';
import { Outlines } from '../../src/proof/page/outlines.ts';

type Bytes = readonly number[];
const word = (value: number): Bytes => [(value >> 8) & 255, value & 255];
const head = (contours: number): Bytes => [...word(contours), 0, 0, 0, 0, 0, 0, 0, 0];
const [on, shortX, shortY, repeated, sameX, sameY] = [1, 2, 4, 8, 16, 32];

/** A font of these glyphs. */
function fontOf(...glyphs: readonly Bytes[]): Outlines {
  const [header, loca] = [Buffer.alloc(54), Buffer.alloc((glyphs.length + 1) * 4)];
  header.writeUInt16BE(1000, 18);
  header.writeInt16BE(1, 50);
  let end = 0;
  glyphs.forEach(({ length }, i) => {
    end += length;
    loca.writeUInt32BE(end, (i + 1) * 4);
  });
  return new Outlines({ head: header, loca, glyf: Buffer.from(glyphs.flat()) });
}
const shown = (font: Outlines, glyph: number) =>
  font.contours(glyph).map(({ points, on }) => ({ points: [...points], on: [...on].join('') }));

/** A triangle and a line, whose points are written in each way that there is. */
const both: Bytes = [
  ...[...head(2), ...word(2), ...word(4), ...word(0)],
  // 300 | +20 | -20, the same | 300 | the same
  ...[on, on | shortX | sameX | shortY | sameY, shortX | sameY, on | shortY, on | sameX | sameY],
  ...[...word(300), 20, 20, ...word(-200)],
  ...[...word(100), 50, 30],
];
/** A line of four points whose flags are one, three times more. */
const steps: Bytes = [
  ...[...head(1), ...word(3), ...word(0), on | repeated | shortX | sameX | shortY | sameY, 3],
  ...[1, 2, 3, 4, 10, 20, 30, 40],
];
const corner: Bytes = [...head(1), ...word(2), ...word(0), on, on, on].concat(
  [100, 200, 0, 0, 0, 400].flatMap(word),
);
const [words, xy, scaled, more, scaledXY, scaled2x2] = [1, 2, 8, 32, 64, 128];
const part = (flags: number, glyph: number, ...rest: readonly Bytes[]): Bytes => [
  ...[...word(flags), ...word(glyph)],
  ...rest.flat(),
];
const composite = (...parts: readonly Bytes[]): Bytes => [...head(-1), ...parts.flat()];
/** A part of two, in 2.14. */
const fraction = (value: number) => word(Math.round(value * 16384) & 0xffff);

describe('the outline of a glyph', () => {
  it('has the points of each contour, however they are written', () => {
    expect(shown(fontOf(both), 0)).toEqual([
      { points: [300, 100, 320, 150, 300, 150], on: '110' },
      { points: [100, 120, 100, 120], on: '11' },
    ]);
    expect(shown(fontOf(steps), 0)).toEqual([{ points: [1, 10, 3, 30, 6, 60, 10, 100], on: '1111' }]);
    expect(shown(fontOf([], both), 0)).toEqual([]);
  });

  it('is put together by its parts, moved and scaled in one way, two ways or turned', () => {
    const made = (...parts: readonly Bytes[]) =>
      shown(fontOf(corner, composite(...parts)), 1).map(({ points }) => points);
    expect(shown(fontOf(corner), 0)).toEqual([{ points: [100, 0, 300, 0, 300, 400], on: '111' }]);
    expect(made(part(xy, 0, [10, 256 - 20]))).toEqual([[110, -20, 310, -20, 310, 380]]);
    expect(made(part(xy | words, 0, word(1000), word(-500)))).toEqual([[1100, -500, 1300, -500, 1300, -100]]);
    expect(made(part(xy | scaled, 0, [5, 7], fraction(0.5)))).toEqual([[55, 7, 155, 7, 155, 207]]);
    expect(made(part(xy | scaledXY, 0, [5, 7], fraction(0.5), fraction(1.5)))).toEqual([
      [55, 7, 155, 7, 155, 607],
    ]);
    const turn = [0, 1, -1, 0.5].map(fraction);
    expect(made(part(xy | scaled2x2, 0, [0, 0], ...turn))).toEqual([[0, 100, 0, 300, -400, 500]]);
    // What stands behind a part that is scaled is the next one.
    for (const [flag, values] of [
      [scaled, [1]],
      [scaledXY, [1, 1]],
      [scaled2x2, [1, 0, 0, 1]],
    ] as const)
      expect(made(part(xy | flag | more, 0, [0, 0], ...values.map(fraction)), part(xy, 0, [1, 0]))).toEqual([
        [100, 0, 300, 0, 300, 400],
        [101, 0, 301, 0, 301, 400],
      ]);
  });

  it('may have parts in parts, six deep and no deeper', () => {
    const nested = Array.from({ length: 7 }, (_, i) => composite(part(xy, i, [1, 0])));
    const font = fontOf(corner, ...nested);
    expect(shown(font, 6)).toEqual([{ points: [106, 0, 306, 0, 306, 400], on: '111' }]);
    expect(() => font.contours(7)).toThrow();
    expect(() => fontOf(composite(part(xy, 0, [0, 0]))).contours(0)).toThrow();
  });

  it.each<[string, Bytes]>([
    [
      'flags for a point more',
      [...head(1), ...word(2), ...word(0), on | repeated | shortX | shortY, 3, 1, 2, 3, 1, 2, 3],
    ],
    ['contours that end before they begin', [...head(2), ...word(2), ...word(1), ...word(0), on, on, on]],
    ['no place for its points', steps.slice(0, -1)],
    ['parts that go on behind it', composite(part(xy | more, 1, [0, 0]))],
    ['a part that is not there', composite(part(xy, 2, [0, 0]))],
    ['parts that are put together by points', composite(part(0, 1, [0, 0]))],
    [
      'instructions',
      [...head(1), ...word(2), ...word(1), 75, on, on, on].concat([1, 2, 3, 4, 5, 6].flatMap(word)),
    ],
  ])('is refused with %s', (_, glyph) => {
    expect(() => fontOf(glyph, corner).contours(0)).toThrow();
  });

  it('takes flags for as many points as there are', () => {
    const glyph: Bytes = [
      ...[...head(1), ...word(3), ...word(0), on | repeated | shortX | sameX | shortY | sameY, 2],
      ...[on | shortX | shortY, 1, 2, 3, 4, 1, 2, 3, 4],
    ];
    expect(shown(fontOf(glyph), 0)).toEqual([{ points: [1, 1, 3, 3, 6, 6, 2, 2], on: '1111' }]);
  });
});
