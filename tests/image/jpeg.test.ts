import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';
import { cmykProfile, displayP3, matrixProfile, srgb } from './icc-file.ts';

function segment(marker: number, data: readonly number[]): number[] {
  const length = data.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...data];
}

function jpeg({
  frame = 0xc0,
  bits = 8,
  components = 3,
  extra = [] as number[],
  end = [0xff, 0xd9],
  density = [1, 1],
} = {}): Uint8Array {
  const parts = Array.from({ length: components }, (_, i) => [i + 1, 0x11, 0]).flat();
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, density[0]!, 0, density[1]!, 0, 0]),
    ...extra,
    0xff,
    ...segment(frame, [bits, 0x01, 0x02, 0x03, 0x04, components, ...parts]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    1,
    2,
    3,
    0xff,
    0,
    4,
    ...end,
  ]);
}

/** One part of a profile. */
function icc(profile: Uint8Array, part = 1, parts = 1): number[] {
  return segment(0xe2, [...Buffer.from('ICC_PROFILE\0'), part, parts, ...profile]);
}

/** An Exif segment with the orientation `turn`, little or big endian, and a colour space where one is given. */
function exif(turn: number, little: boolean, space?: number): number[] {
  const u16 = (v: number) => (little ? [v & 255, v >> 8] : [v >> 8, v & 255]);
  const u32 = (v: number) => (little ? [...u16(v), 0, 0] : [0, 0, ...u16(v)]);
  const mark = little ? [0x49, 0x49] : [0x4d, 0x4d];
  const entry = [...u16(0x0112), ...u16(3), ...u32(1), ...u16(turn), 0, 0];
  return segment(0xe1, [
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    ...mark,
    ...u16(42),
    ...u32(8),
    ...u16(space === undefined ? 1 : 2),
    ...entry,
    ...(space === undefined ? [] : [...u16(0x8769), ...u16(4), ...u32(1), ...u32(38)]),
    ...u32(0),
    ...(space === undefined
      ? []
      : [...u16(1), ...u16(0xa001), ...u16(3), ...u32(1), ...u16(space), 0, 0, ...u32(0)]),
  ]);
}

const codes = (file: Uint8Array) => problemsOf(() => decodePicture(file, 'a.jpg')).map((p) => p.code);

describe('JPEG', () => {
  it.each([0xc0, 0xc1, 0xc2])('reads the size from frame %i and keeps the file as it is', (frame) => {
    const file = jpeg({ frame });
    expect(decodePicture(file, 'a.jpg')).toEqual({
      kind: 'raster',
      name: 'a.jpg',
      format: 'jpeg',
      width: 0x304,
      height: 0x102,
      components: 3,
      data: file,
    });
  });

  it('takes grey', () => {
    expect(decodePicture(jpeg({ components: 1 }), 'a.jpg')).toMatchObject({ components: 1 });
  });

  it.each([
    ['CMYK without a profile', jpeg({ components: 4 })],
    ['two components', jpeg({ components: 2 })],
    ['an orientation that there is not', jpeg({ extra: exif(9, true) })],
    ['Adobe RGB by Exif without a profile', jpeg({ extra: exif(1, true, 2) })],
    ['a profile of other colours', jpeg({ components: 1, extra: icc(matrixProfile(displayP3)) })],
    ['a profile that lacks a part', jpeg({ extra: icc(matrixProfile(displayP3), 1, 2) })],
    ['a profile that is damaged', jpeg({ extra: icc(Buffer.alloc(200)) })],
    ['pixels twice as wide as high', jpeg({ density: [2, 1] })],
    ['lossless', jpeg({ frame: 0xc3 })],
    ['arithmetic coding', jpeg({ frame: 0xc9 })],
    ['12 bits', jpeg({ bits: 12 })],
    ['a missing end', jpeg({ end: [] })],
  ])('refuses %s', (_, file) => expect(codes(file)).toEqual(['IMAGE_INVALID']));

  it('takes a photo whose orientation is not known as it lies', () => {
    expect(decodePicture(jpeg({ extra: exif(0, true) }), 'a.jpg')).toEqual({
      ...decodePicture(jpeg({ extra: exif(1, true) }), 'a.jpg'),
      data: jpeg({ extra: exif(0, true) }),
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a photo stored by Exif orientation %i', (turn) => {
    for (const little of [true, false]) {
      const picture = decodePicture(jpeg({ extra: exif(turn, little) }), 'a.jpg');
      const [width, height] = turn > 4 ? [0x102, 0x304] : [0x304, 0x102];
      expect(picture).toMatchObject({ width, height, ...(turn === 1 ? {} : { orientation: turn }) });
      if (turn === 1) expect(picture).not.toHaveProperty('orientation');
    }
  });

  it('keeps the profile of what is not sRGB, in one part or several, and drops that of sRGB', () => {
    const bytes = matrixProfile(displayP3);
    for (const extra of [icc(bytes), [...icc(bytes.subarray(0, 99), 1, 2), ...icc(bytes.subarray(99), 2, 2)]])
      expect(decodePicture(jpeg({ extra }), 'a.jpg')).toMatchObject({ profile: Buffer.from(bytes) });
    expect(decodePicture(jpeg({ extra: icc(matrixProfile(srgb)) }), 'a.jpg')).not.toHaveProperty('profile');
  });

  it('takes CMYK with its profile, inverted where Adobe wrote it', () => {
    const profile = icc(cmykProfile());
    const adobe = segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]);
    const taken = decodePicture(jpeg({ components: 4, extra: profile }), 'a.jpg');
    expect(taken).toMatchObject({ components: 4, profile: Buffer.from(cmykProfile()) });
    expect(taken).not.toHaveProperty('inverted');
    expect(decodePicture(jpeg({ components: 4, extra: [...adobe, ...profile] }), 'a.jpg')).toMatchObject({
      inverted: true,
    });
  });

  it('takes a photo whose Exif says that it is upright', () => {
    expect(codes(jpeg({ extra: exif(1, true) }))).toEqual([]);
  });

  it('refuses a file cut off anywhere', () => {
    const file = jpeg({ extra: exif(1, false) });
    for (let length = 2; length < file.length; length++)
      expect(codes(file.subarray(0, length)), String(length)).toEqual(['IMAGE_INVALID']);
  });
});

describe('other files', () => {
  it.each([
    ['GIF89a', 'a GIF'],
    ['RIFF\x01\x02\x03\x04WEBPVP8 ', 'a WebP'],
    ['%PDF-1.7', 'a PDF'],
    ['', 'not a known image'],
    ['hello', 'not a known image'],
  ])('%s is refused by name', (text, name) => {
    const [first] = problemsOf(() => decodePicture(Buffer.from(text, 'latin1'), 'x.png'));
    expect(first).toMatchObject({
      code: 'IMAGE_INVALID',
      message: `x.png is ${name}.`,
      hint: 'SVG, PNG and JPEG are taken.',
    });
  });
});
