import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';

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
} = {}): Uint8Array {
  const parts = Array.from({ length: components }, (_, i) => [i + 1, 0x11, 0]).flat();
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
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

/** An Exif segment with the orientation `turn`, little or big endian. */
function exif(turn: number, little: boolean): number[] {
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
    ...u16(1),
    ...entry,
    ...u32(0),
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
    ['CMYK', jpeg({ components: 4 })],
    ['lossless', jpeg({ frame: 0xc3 })],
    ['arithmetic coding', jpeg({ frame: 0xc9 })],
    ['12 bits', jpeg({ bits: 12 })],
    ['a missing end', jpeg({ end: [] })],
    ['a photo stored on its side', jpeg({ extra: exif(6, true) })],
    ['a photo stored on its side, big endian', jpeg({ extra: exif(8, false) })],
  ])('refuses %s', (_, file) => expect(codes(file)).toEqual(['IMAGE_INVALID']));

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
