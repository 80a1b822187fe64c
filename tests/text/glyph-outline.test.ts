import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { winding } from '../../src/geometry/index.ts';
import { Faces, glyphBounds, glyphOutline } from '../../src/text/index.ts';

const faces = new Faces();
const font = (path: string) => faces.open(join(import.meta.dirname, '../../fonts', path));
const sans = font('noto-sans/NotoSans-Regular.ttf');
const nastaliq = font('noto-nastaliq-urdu/NotoNastaliqUrdu-Regular.ttf');

describe('glyphOutline', () => {
  it('has the bounds that HarfBuzz gives, of letters and of those put together from others', () => {
    for (const face of [sans, nastaliq])
      for (let glyph = 1; glyph < 600; glyph++) {
        const bounds = glyphBounds(face, glyph);
        const outline = glyphOutline(face, glyph);
        expect(outline === undefined, `${glyph}`).toBe(bounds === undefined);
        if (outline === undefined || bounds === undefined) continue;
        const within = face.unitsPerEm / 100;
        for (const side of ['left', 'bottom', 'right', 'top'] as const)
          expect(Math.abs(outline[side] - bounds[side]), `${glyph} ${side}`).toBeLessThan(within);
      }
  });

  it('follows curves closely: an O is round, and has a hole', () => {
    const { polygons, left, right, bottom, top } = glyphOutline(sans, sans.glyph(0x4f))!;
    expect(polygons.length).toBe(2);
    const [x, y] = [(left + right) / 2, (bottom + top) / 2];
    expect(winding(polygons, x, y)).toBe(0);
    expect(winding(polygons, x, top - 20)).not.toBe(0);
    // In the corner of its box there is nothing, on the diagonal there is.
    expect(winding(polygons, left + 0.1 * (right - left), bottom + 0.1 * (top - bottom))).toBe(0);
    expect(winding(polygons, left + 0.17 * (right - left), bottom + 0.17 * (top - bottom))).not.toBe(0);
  });

  it('is none where there is no ink', () => {
    expect(glyphOutline(sans, sans.glyph(0x20))).toBeUndefined();
  });
});
