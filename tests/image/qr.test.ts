import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrPicture, type VectorPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';

const ink = [0x12, 0x2c, 0x3a] as const;
const PIXELS = 4;

/** Fills the rectangles of the code's path into pixels, and fails where two of them overlap. */
function raster(picture: VectorPicture) {
  const size = picture.width * PIXELS;
  const data = new Uint8Array(size * size * 4).fill(255);
  const { points } = picture.shapes[1]!.path;
  const dark = new Set<number>();
  for (let i = 0; i < points.length; i += 8)
    for (let y = points[i + 1]!; y < points[i + 5]!; y++)
      for (let x = points[i]!; x < points[i + 4]!; x++) {
        expect(dark.has(y * picture.width + x)).toBe(false);
        dark.add(y * picture.width + x);
      }
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (dark.has(Math.floor(y / PIXELS) * picture.width + Math.floor(x / PIXELS)))
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return { width: size, height: size, data };
}

describe('QR codes', () => {
  it('read back as the address they were made from', () => {
    const address = fc.webUrl({ size: 'small' });
    fc.assert(
      fc.property(address, (text) => {
        expect(decodeQR(raster(qrPicture(text, ink)))).toBe(text);
      }),
      { numRuns: 12 },
    );
    expect(decodeQR(raster(qrPicture('tel:+18003151376', ink)))).toBe('tel:+18003151376');
  });

  it('bring their white ground and a quiet zone of four modules', () => {
    const { width, shapes, name } = qrPicture('tel:988', ink);
    expect(name).toBe('qr:tel:988');
    expect(shapes.map(({ fill }) => fill)).toEqual([[255, 255, 255], ink]);
    expect([...shapes[0]!.path.points]).toEqual([0, 0, width, 0, width, width, 0, width]);
    expect(Math.min(...shapes[1]!.path.points)).toBe(4);
    expect(Math.max(...shapes[1]!.path.points)).toBe(width - 4);
  });

  it('refuse an address that is too long, and an empty one', () => {
    expect(problemsOf(() => qrPicture('é'.repeat(1166), ink))[0]?.code).toBe('QR_TOO_LONG');
    expect(qrPicture('e'.repeat(2331), ink).width).toBe(177 + 8);
    expect(problemsOf(() => qrPicture('', ink))[0]?.code).toBe('USAGE');
  });
});
