import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodePicture, type RasterPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';
import { displayP3, gammaCurve, greyProfile, matrixProfile, srgb, srgbCurve } from './icc-file.ts';
import { pngFile } from './png-file.ts';

const u32 = (...values: readonly number[]): number[] =>
  values.flatMap((v) => [(v >>> 24) & 255, (v >>> 16) & 255, (v >>> 8) & 255, v & 255]);
const iccp = (profile: Buffer): number[] => [...Buffer.from('a\0\0', 'latin1'), ...deflateSync(profile)];
type Extra = readonly (readonly [string, readonly number[]])[];
const rgb = (extra: Extra, pixel = [200, 100, 50]) =>
  pngFile({ width: 1, height: 1, depth: 8, colorType: 2, rows: Uint8Array.from([0, ...pixel]), extra });
const grey = (extra: Extra) =>
  pngFile({ width: 1, height: 1, depth: 8, colorType: 0, rows: Uint8Array.from([0, 100]), extra });
const read = (file: Uint8Array) => decodePicture(file, 'a.png') as RasterPicture;
const pixel = (file: Uint8Array) => [...read(file).data];
const said = (file: Uint8Array) => problemsOf(() => read(file)).map(({ message }) => message);
const srgbChroma = u32(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);
const p3Chroma = u32(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000);

/** Exif, big endian, with an orientation alone. */
const exif = (turn: number) => [
  ...Buffer.from('MM\0*'),
  ...u32(8),
  ...[0, 1, 1, 18, 0, 3],
  ...u32(1),
  ...[0, turn, 0, 0],
  ...u32(0),
];

it.each([1, 2, 3, 4, 5, 6, 7, 8])('a PNG is turned as its Exif orientation %i says', (turn) => {
  const rows = Uint8Array.from([0, 1, 2, 3, 4, 5, 6]);
  const picture = read(
    pngFile({ width: 2, height: 1, depth: 8, colorType: 2, rows, extra: [['eXIf', exif(turn)]] }),
  );
  const [width, height] = turn > 4 ? [1, 2] : [2, 1];
  expect(picture).toMatchObject({ width, height, data: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  expect(picture.orientation).toBe(turn === 1 ? undefined : turn);
});

it('each pixel of a picture with many colours is converted as if it stood alone', () => {
  const said: Extra = [
    ['gAMA', u32(60_000)],
    ['cHRM', p3Chroma],
  ];
  const colors = Array.from({ length: 600 }, (_, i) => [(i * 37) % 256, (i * 101) % 256, (i * 211) % 256]);
  const row = [...colors, ...colors.toReversed()];
  const rows = Uint8Array.from([0, ...row.flat()]);
  const together = pngFile({ width: row.length, height: 1, depth: 8, colorType: 2, rows, extra: said });
  expect(pixel(together)).toEqual(row.flatMap((color) => pixel(rgb(said, color))));
});

describe('what a PNG says of its colours', () => {
  it('is nothing where it is sRGB, in whatever words', () => {
    const words: Extra[] = [
      [],
      [['sRGB', [0]]],
      [['gAMA', u32(45455)]],
      [
        ['gAMA', u32(45455)],
        ['cHRM', srgbChroma],
      ],
      [['cICP', [1, 13, 0, 1]]],
      [['iCCP', iccp(matrixProfile(srgb))]],
    ];
    for (const extra of words) {
      expect(pixel(rgb(extra))).toEqual([200, 100, 50]);
      expect(read(rgb(extra))).not.toHaveProperty('profile');
    }
  });

  it('is kept as its profile', () => {
    const profile = matrixProfile(displayP3);
    expect(read(rgb([['iCCP', iccp(profile)]]))).toMatchObject({ components: 3, profile });
    // A gamma of 2.2 is near sRGB, and not it.
    const near = matrixProfile(srgb, gammaCurve(2.2));
    expect(read(rgb([['iCCP', iccp(near)]]))).toMatchObject({ profile: near });
  });

  it('is kept for grey: as a profile of grey, or of colours for its three samples', () => {
    const profile = greyProfile(gammaCurve(1.8));
    expect(read(grey([['iCCP', iccp(profile)]]))).toMatchObject({
      components: 1,
      profile,
      data: Uint8Array.of(100),
    });
    expect(read(grey([['iCCP', iccp(greyProfile(srgbCurve))]]))).not.toHaveProperty('profile');
    expect(read(grey([['iCCP', iccp(matrixProfile(displayP3))]]))).toMatchObject({ components: 3 });
  });

  it('is converted where it is a gamma or primaries', () => {
    // Linear light: 0.5 is sRGB 188.
    expect(pixel(rgb([['gAMA', u32(100_000)]], [128, 0, 255]))).toEqual([188, 0, 255]);
    // White stays white; the red of Display P3 is outside of sRGB.
    for (const extra of [[['cHRM', p3Chroma]], [['cICP', [12, 13, 0, 1]]]] as const) {
      expect(pixel(rgb(extra, [255, 255, 255]))).toEqual([255, 255, 255]);
      expect(pixel(rgb(extra, [255, 0, 0]))).toEqual([255, 0, 0]);
      const [r, g, b] = pixel(rgb(extra, [200, 100, 50]));
      expect([r! > 205, g! < 100, b! < 45]).toEqual([true, true, true]);
    }
  });

  it('is heard in order: a profile, then sRGB, then a gamma', () => {
    expect(
      pixel(
        rgb([
          ['sRGB', [0]],
          ['gAMA', u32(100_000)],
        ]),
      ),
    ).toEqual([200, 100, 50]);
  });

  it.each([
    ['a damaged profile', rgb([['iCCP', [97, 0, 0, 1, 2, 3]]]), 'has a colour profile that is damaged'],
    [
      'a grey profile for colours',
      rgb([['iCCP', iccp(greyProfile(srgbCurve))]]),
      'has a colour profile for other',
    ],
    ['high dynamic range', rgb([['cICP', [9, 16, 0, 1]]]), 'has colours that are not sRGB'],
    ['a gamma of nought', rgb([['gAMA', u32(0)]]), 'has a gamma that makes no sense'],
    ['primaries of nought', rgb([['cHRM', u32(0, 0, 0, 0, 0, 0, 0, 0)]]), 'has primary colours'],
    ['Exif of an orientation that there is not', rgb([['eXIf', exif(9)]]), 'has an Exif orientation'],
    [
      'pixels twice as wide as high',
      rgb([['pHYs', [...u32(2000, 1000), 1]]]),
      'has pixels that are not square',
    ],
  ])('is refused where it cannot be kept: %s', (_, file, what) => {
    expect(said(file)).toEqual([expect.stringContaining(what)]);
  });
});
