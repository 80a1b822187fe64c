import { deflateSync } from 'node:zlib';

/** CRC-32 of PNG 3 annex D, bit by bit (Node 20 has none). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: number;
  readonly interlace?: number;
  /** Chunks between header and data. */
  readonly extra?: readonly (readonly [type: string, data: readonly number[]])[];
  /** Rows with their filter bytes. */
  readonly rows: Uint8Array;
}

/** A PNG file from its parts, right or wrong. */
export function pngFile({
  width,
  height,
  depth,
  colorType,
  interlace = 0,
  extra = [],
  rows,
}: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colorType, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...extra.map(([type, data]) => chunk(type, Uint8Array.from(data))),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Rows of samples packed from the high bit, filter 0. */
export function packRows(samples: readonly (readonly number[])[], depth: number): Uint8Array {
  return Buffer.concat(
    samples.map((row) => {
      const bits = row.map((value) => value.toString(2).padStart(depth, '0')).join('');
      const bytes = bits.match(/.{1,8}/g)!.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
      return Buffer.from([0, ...bytes]);
    }),
  );
}
