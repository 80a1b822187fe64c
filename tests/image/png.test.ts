import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { decodePicture, type RasterPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';
import { packRows, pngFile } from './png-file.ts';

const decode = (file: Uint8Array) => decodePicture(file, 'test.png') as RasterPicture;

/** One pixel on white, by PNG's rules, in exact fractions of the most a sample can be. */
function onWhite(pixel: readonly number[], most: number): number[] {
  const color = pixel.length < 3 ? [pixel[0]!, pixel[0]!, pixel[0]!] : pixel.slice(0, 3);
  const alpha = pixel.length % 2 === 0 ? pixel.at(-1)! / most : 1;
  return color.map((value) => (value / most) * 255 * alpha + 255 * (1 - alpha));
}

/** Samples and opacity are each rounded to 8 bits: together they may be off by one. */
function expectPixels({ data, alpha }: RasterPicture, expected: readonly number[]): void {
  expect(data.length).toBe(expected.length);
  for (const [i, value] of data.entries()) {
    const opacity = (alpha?.[Math.floor(i / 3)] ?? 255) / 255;
    const seen = value * opacity + 255 * (1 - opacity);
    expect(Math.abs(seen - expected[i]!)).toBeLessThanOrEqual((alpha === undefined ? 0.5 : 1) + 1e-9);
  }
  if (alpha !== undefined) expect(alpha.some((opacity) => opacity < 255)).toBe(true);
}

/** Rows of filter 0 with other filters (PNG 3 §9), of pixels that are no larger than a byte. */
function filtered(plain: Uint8Array, count: number, filters: readonly number[]): Uint8Array {
  const length = plain.length / count;
  const out = Uint8Array.from(plain);
  for (let row = 0; row < count; row++) {
    const filter = filters[row % filters.length]!;
    out[row * length] = filter;
    for (let i = 1; i < length; i++) {
      const of = (r: number, j: number) => (r < 0 || j < 1 ? 0 : plain[r * length + j]!);
      const [a, b, c] = [of(row, i - 1), of(row - 1, i), of(row - 1, i - 1)];
      const paeth = [a, b, c].toSorted((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q))[0]!;
      out[row * length + i] = plain[row * length + i]! - [0, a, b, (a + b) >> 1, paeth][filter]!;
    }
  }
  return out;
}

describe('PNG', () => {
  const size = fc.integer({ min: 1, max: 12 });
  const channels = fc.constantFrom(1, 2, 3, 4);

  it('decodes random images of 8 and 16 bits exactly, with their transparency, interlaced or not', () => {
    const image = fc.record({
      width: size,
      height: size,
      channels,
      depth: fc.constantFrom(8, 16),
      interlaced: fc.boolean(),
    });
    fc.assert(
      fc.property(
        image,
        fc.infiniteStream(fc.nat(65_535)),
        ({ width, height, channels, depth, interlaced }, noise) => {
          const most = 2 ** depth - 1;
          const count = width * height * channels;
          const values = Array.from({ length: count }, () => noise.next().value! & most);
          const data = depth === 8 ? Uint8Array.from(values) : Uint16Array.from(values);
          const file = encode(
            { width, height, data, channels, depth: depth as 8 | 16 },
            interlaced ? { interlace: 'Adam7' } : {},
          );
          const expected = Array.from({ length: width * height }, (_, i) =>
            onWhite(values.slice(i * channels, (i + 1) * channels), most),
          ).flat();
          const picture = decode(file);
          expect([picture.width, picture.height, picture.components]).toEqual([width, height, 3]);
          expectPixels(picture, expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  const packed = fc.constantFrom(1, 2, 4, 8).chain((depth) =>
    fc.tuple(size, size).chain(([width, height]) =>
      fc.record({
        depth: fc.constant(depth),
        rows: fc.array(fc.array(fc.nat(2 ** depth - 1), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      }),
    ),
  );

  it('decodes grey of 1, 2, 4 and 8 bits exactly, with a transparent key', () => {
    fc.assert(
      fc.property(packed, fc.boolean(), ({ depth, rows }, keyed) => {
        const key = rows[0]![0]!;
        const file = pngFile({
          width: rows[0]!.length,
          height: rows.length,
          depth,
          colorType: 0,
          rows: packRows(rows, depth),
          ...(keyed ? { extra: [['tRNS', [0, key]]] as const } : {}),
        });
        const expected = rows
          .flat()
          .flatMap((v) => (keyed && v === key ? [255, 255, 255] : onWhite([v], 2 ** depth - 1)));
        expectPixels(decode(file), expected);
      }),
      { numRuns: 60 },
    );
  });

  it('decodes palettes of 1, 2, 4 and 8 bits exactly, with their transparency', () => {
    fc.assert(
      fc.property(packed, ({ depth, rows }) => {
        const palette = Array.from({ length: 2 ** depth }, (_, i) => [
          (i * 37) & 255,
          (i * 91) & 255,
          255 - i,
        ]);
        const alpha = palette.map((_, i) => (i % 3 === 0 ? 128 : 255));
        const file = pngFile({
          width: rows[0]!.length,
          height: rows.length,
          depth,
          colorType: 3,
          rows: packRows(rows, depth),
          extra: [
            ['PLTE', palette.flat()],
            ['tRNS', alpha],
          ],
        });
        expectPixels(
          decode(file),
          rows.flat().flatMap((i) => onWhite([...palette[i]!, alpha[i]!], 255)),
        );
      }),
      { numRuns: 60 },
    );
  });

  const plain = { width: 2, height: 2, depth: 8, colorType: 0, rows: Uint8Array.from([0, 1, 2, 0, 3, 4]) };

  it('refuses a size beyond the limit before it decodes', () => {
    const [first] = problemsOf(() => decode(pngFile({ ...plain, width: 100_000, height: 100_000 })));
    expect(first?.code).toBe('IMAGE_TOO_LARGE');
  });

  it.each<[string, Partial<Parameters<typeof pngFile>[0]>, string]>([
    ['50 megapixels of grey', { width: 10_000, height: 5000 }, 'IMAGE_INVALID'],
    ['more than 50 megapixels of grey', { width: 10_000, height: 5001 }, 'IMAGE_TOO_LARGE'],
    ['150 MB of colours', { width: 10_000, height: 5000, colorType: 2 }, 'IMAGE_INVALID'],
    ['150 MB with transparency', { width: 10_000, height: 3750, colorType: 6 }, 'IMAGE_INVALID'],
    ['more than 150 MB with transparency', { width: 10_000, height: 3751, colorType: 6 }, 'IMAGE_TOO_LARGE'],
    ['150 MB of 16 bits', { width: 10_000, height: 2500, colorType: 2, depth: 16 }, 'IMAGE_INVALID'],
    ['more of 16 bits', { width: 10_000, height: 2501, colorType: 2, depth: 16 }, 'IMAGE_TOO_LARGE'],
  ])('is not decoded beyond what memory is for: %s', (_, header, code) => {
    // What is small enough is refused for the pixels that it lacks.
    const [first] = problemsOf(() => decode(pngFile({ ...plain, ...header })));
    expect(first?.code).toBe(code);
    if (code === 'IMAGE_TOO_LARGE') expect(first?.hint).toContain('Scale it down');
  });

  it('refuses a bomb: data that inflates to more than the size needs', () => {
    const bomb = pngFile({ ...plain, rows: new Uint8Array(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    const { inflateSync } = zlib;
    let inflated = 0;
    zlib.inflateSync = ((...args: Parameters<typeof inflateSync>) => {
      const bytes = inflateSync(...args);
      inflated += bytes.length;
      return bytes;
    }) as typeof inflateSync;
    syncBuiltinESMExports();
    try {
      expect(problemsOf(() => decode(bomb))[0]?.code).toBe('IMAGE_INVALID');
    } finally {
      zlib.inflateSync = inflateSync;
      syncBuiltinESMExports();
    }
    expect(inflated).toBeLessThan(100);
  });

  it('shows interlaced pictures of less than 8 bits, filtered in any way, as those without passes', () => {
    const any = fc.constantFrom(1, 2, 4).chain((depth) =>
      fc.record({
        depth: fc.constant(depth),
        width: fc.integer({ min: 1, max: 20 }),
        height: fc.integer({ min: 1, max: 20 }),
        samples: fc.array(fc.nat(2 ** depth - 1), { minLength: 400, maxLength: 400 }),
        filters: fc.array(fc.nat(4), { minLength: 40, maxLength: 40 }),
      }),
    );
    fc.assert(
      fc.property(any, ({ depth, width, height, samples, filters }) => {
        const at = (x: number, y: number) => samples[y * 20 + x]!;
        const rows = Array.from({ length: height }, (_, y) =>
          Array.from({ length: width }, (_, x) => at(x, y)),
        );
        const own = { width, height, depth, colorType: 0 };
        const whole = decode(pngFile({ ...own, rows: packRows(rows, depth) }));
        const passes = [
          ...[
            [0, 0, 8, 8],
            [4, 0, 8, 8],
            [0, 4, 4, 8],
            [2, 0, 4, 4],
            [0, 2, 2, 4],
            [1, 0, 2, 2],
            [0, 1, 1, 2],
          ],
        ].flatMap(([x0, y0, dx, dy]) => {
          const pass = rows
            .filter((_, y) => y >= y0! && (y - y0!) % dy! === 0)
            .map((row) => row.filter((_, x) => x >= x0! && (x - x0!) % dx! === 0));
          return pass[0] === undefined || pass[0].length === 0
            ? []
            : [filtered(packRows(pass, depth), pass.length, filters)];
        });
        const interlaced = decode(pngFile({ ...own, interlace: 1, rows: Buffer.concat(passes) }));
        expect(interlaced).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses an interlaced picture of less than 8 bits that is damaged', () => {
    const rows = packRows([[1, 0]], 1);
    const file = pngFile({ width: 1, height: 1, depth: 1, colorType: 0, interlace: 1, rows });
    expect(decode(file)).toMatchObject({ width: 1, height: 1 });
    // A byte of the header's sum, and a filter that there is not.
    const summed = Uint8Array.from(file);
    summed[29]! ^= 1;
    const unknown = pngFile({
      width: 1,
      height: 1,
      depth: 1,
      colorType: 0,
      interlace: 1,
      rows: Uint8Array.of(9, 0),
    });
    for (const bytes of [summed, unknown])
      expect(problemsOf(() => decode(bytes)).map(({ code }) => code)).toEqual(['IMAGE_INVALID']);
  });

  it.each([
    ['too few rows', pngFile({ ...plain, rows: Uint8Array.from([0, 1, 2]) })],
    ['an unknown filter', pngFile({ ...plain, rows: Uint8Array.from([9, 1, 2, 0, 3, 4]) })],
    ['an unknown depth', pngFile({ ...plain, depth: 3 })],
    ['no width', pngFile({ ...plain, width: 0 })],
    ['a colour beyond the palette', pngFile({ ...plain, colorType: 3, extra: [['PLTE', [1, 2, 3]]] })],
  ])('refuses %s', (_, file) => {
    expect(problemsOf(() => decode(file)).map((p) => p.code)).toEqual(['IMAGE_INVALID']);
  });

  const grey = { width: 2, height: 1, depth: 8, rows: Uint8Array.of(0, 7, 9) };
  const header = (width: number) => ['IHDR', [0, 0, 0, width, 0, 0, 0, 1, 8, 0, 0, 0, 0]] as const;
  const palette = ['PLTE', Array.from({ length: 30 }, (_, i) => i)] as const;
  /** The same file with its data before what stands between header and data. */
  const dataFirst = (file: Buffer, extra: number) => {
    const [from, to] = [33, file.length - 12];
    return Buffer.concat([
      file.subarray(0, from),
      file.subarray(from + extra, to),
      file.subarray(from, from + extra),
      file.subarray(to),
    ]);
  };
  it.each([
    ['a second header, of another size', pngFile({ ...grey, colorType: 0, extra: [header(60_000)] })],
    ['a second header that is the same', pngFile({ ...grey, colorType: 0, extra: [header(2)] })],
    ['two palettes', pngFile({ ...grey, colorType: 3, extra: [palette, palette] })],
    ['no palette', pngFile({ ...grey, colorType: 3 })],
    ['its palette behind the data', dataFirst(pngFile({ ...grey, colorType: 3, extra: [palette] }), 42)],
    [
      'what is transparent before its palette',
      pngFile({ ...grey, colorType: 3, extra: [['tRNS', [1]], palette] }),
    ],
    [
      'what is transparent twice',
      pngFile({
        ...grey,
        colorType: 0,
        extra: [
          ['tRNS', [0, 7]],
          ['tRNS', [0, 9]],
        ],
      }),
    ],
    ['an unknown way of interlacing', pngFile({ ...grey, colorType: 0, interlace: 2 })],
  ])('refuses %s: programs take it in different ways', (_, file) => {
    expect(problemsOf(() => decode(file)).map(({ code }) => code)).toEqual(['IMAGE_INVALID']);
  });

  it('takes a palette with what is transparent of it, and data in several parts', () => {
    const file = pngFile({ ...grey, colorType: 3, extra: [palette, ['tRNS', [0]]] });
    const empty = pngFile({ ...grey, colorType: 0, extra: [['IDAT', []]] });
    expect(decode(file)).toMatchObject({ width: 2, height: 1, data: Uint8Array.of(21, 22, 23, 27, 28, 29) });
    expect(decode(empty)).toMatchObject({ width: 2, height: 1 });
  });

  it('refuses a file cut off anywhere, or with any bit turned, with nothing but problems', () => {
    const file = pngFile(plain);
    for (let length = 8; length < file.length; length++)
      expect(problemsOf(() => decode(file.subarray(0, length)))[0]?.code).toBe('IMAGE_INVALID');
    for (let at = 8; at < file.length; at++) {
      const wrong = Buffer.from(file);
      wrong[at]! ^= 0x10;
      problemsOf(() => decode(wrong));
    }
  });
});
