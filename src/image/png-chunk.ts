import { crc32 } from 'node:zlib';

/** A part of a PNG (PNG 3 §5.3): its length, its type, its data and their sum. */
export function pngChunk(type: string, ...data: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
