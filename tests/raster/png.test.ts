import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/raster/index.ts';

/** A picture whose neighbours differ by all amounts there are, above and beside. */
const pixels = Uint8Array.from({ length: 5 * 7 * 4 }, (_, i) => (i * 89 + (i >> 3) * 31) % 256);

describe('a PNG', () => {
  it('comes back from another decoder as it was, with its resolution and what it says of itself', () => {
    const png = decode(encodePng({ width: 5, height: 7, pixels, dpi: 150 }, { Software: 'helpline-press' }), {
      checkCrc: true,
    });
    expect([png.width, png.height, png.channels, png.depth]).toEqual([5, 7, 3, 8]);
    expect([...png.data]).toEqual([...pixels].filter((_, i) => i % 4 !== 3));
    // 150 pixels an inch are 5905.5 a metre.
    expect(png.resolution).toEqual({ x: 5906, y: 5906, unit: 1 });
    expect(png.text).toEqual({ Software: 'helpline-press' });
  });
});
