import { type ByteShelf, copyOf } from './byte-shelf.ts';
import { Inflater } from './inflate.ts';
import { Foreign, Unreadable } from './object.ts';

/** A part of a stream that stands by itself: what comes of it, and the checksum of that. */
export interface DeflatedPart {
  readonly bytes: Uint8Array;
  readonly checksum: number;
}

const none: readonly unknown[] = [];
/** An empty block that is stored, which brings a stream to the end of a byte (zlib, `Z_SYNC_FLUSH`). */
const flushed = Buffer.of(0x00, 0x00, 0xff, 0xff);

/**
 * What a zlib stream (RFC 1950) holds. A part that ends at a byte, and copies nothing from before itself, comes to the same
 * wherever it stands: `kept` has parts that were read before, by their bytes.
 * @param most bytes that it may hold
 * @throws Unreadable, Foreign
 */
export function inflated(
  stream: Uint8Array,
  most: number,
  kept: ByteShelf<DeflatedPart> | undefined,
): Uint8Array {
  const raw = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  if (!isHeader(raw)) throw new Unreadable('it is no zlib stream');
  const inflater = new Inflater(raw, 2, most);
  let [checksum, isLast] = [1, false];
  while (!isLast) {
    const from = inflater.at;
    const end = raw[from] === 0 ? -1 : raw.indexOf(flushed, from) + flushed.length;
    const known = end < flushed.length ? undefined : kept?.find(raw, from, end, none);
    if (known !== undefined) {
      inflater.take(known.bytes, end);
      checksum = joined(checksum, known);
      continue;
    }
    const start = inflater.length;
    inflater.lowest = start;
    let block = inflater.block();
    while (block === 'packed') block = inflater.block();
    isLast = block === 'last';
    const bytes = inflater.out.subarray(start);
    const part = { bytes, checksum: adler32(bytes) };
    checksum = joined(checksum, part);
    const isApart = !isLast && end >= flushed.length && inflater.lowest === start;
    if (isApart && kept?.wants(raw, from, inflater.at) === true)
      kept.keep(copyOf(raw, from, inflater.at), none, { ...part, bytes: Uint8Array.from(bytes) });
  }
  if (inflater.at + 4 > raw.length || raw.readUInt32BE(inflater.at) !== checksum)
    throw new Unreadable('its checksum is wrong');
  if (inflater.at + 4 < raw.length) throw new Foreign('it goes on after its end');
  return inflater.out;
}

/** The two bytes that a stream begins with: of DEFLATE, and without a dictionary (RFC 1950 2.2). */
function isHeader(raw: Buffer): boolean {
  const [method = 0, flags = 0] = raw;
  return (method & 15) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0 && (flags & 32) === 0;
}

const modulus = 65521;

/** Adler-32 (RFC 1950 9). */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // So many that the sums stay small integers.
    const end = Math.min(bytes.length, at + 3800);
    for (; at < end; at++) {
      a += bytes[at]!;
      b += a;
    }
    a %= modulus;
    b %= modulus;
  }
  return b * 65536 + a;
}

/** The checksum of bytes with the given one, and a part behind them. */
function joined(before: number, { bytes: { length }, checksum }: DeflatedPart): number {
  const [a1, b1] = [before % 65536, Math.floor(before / 65536)];
  const [a2, b2] = [checksum % 65536, Math.floor(checksum / 65536)];
  const a = (a1 + a2 - 1 + modulus) % modulus;
  const b = (b1 + b2 + (length % modulus) * ((a1 - 1 + modulus) % modulus)) % modulus;
  return b * 65536 + a;
}
