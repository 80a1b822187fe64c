import { deflateSync } from 'node:zlib';
import { pngChunk } from '../image/index.ts';

/** A page as pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and one byte that means nothing, row by row from the top. */
  readonly pixels: Uint8Array;
  readonly dpi: number;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A picture as PNG (W3C PNG, third edition): 8 bits a sample, RGB, its resolution said.
 * @param texts what it says of itself, by keyword; Latin letters (tEXt)
 */
export function encodePng(
  { width, height, pixels, dpi }: Picture,
  texts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, RGB (colour type 2); the one compression, the one set of filters, no interlacing.
  header.set([8, 2, 0, 0, 0], 8);
  const density = Buffer.alloc(9);
  const perMetre = Math.round(dpi / 0.0254);
  density.writeUInt32BE(perMetre, 0);
  density.writeUInt32BE(perMetre, 4);
  density[8] = 1;
  const said = Object.entries(texts).map(([keyword, text]) =>
    pngChunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1')),
  );
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('pHYs', density),
    ...said,
    pngChunk('IDAT', deflateSync(filtered(width, height, pixels))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row as what it differs from the one above (filter 2, Up): pages are flat, and most of it is 0. */
function filtered(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const stride = width * 3 + 1;
  const rows = new Uint8Array(stride * height);
  const above = width * 4;
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    rows[to++] = 2;
    for (let x = 0; x < width; x++, from += 4)
      for (let sample = from; sample < from + 3; sample++)
        rows[to++] = pixels[sample]! - (y === 0 ? 0 : pixels[sample - above]!);
  }
  return rows;
}
