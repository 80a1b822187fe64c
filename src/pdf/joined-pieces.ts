import { constants, deflateRawSync } from 'node:zlib';

/** A piece of a stream, deflated by itself so that it can be joined with others, whichever they are. */
export interface DeflatedPiece {
  /** Whole blocks (RFC 1951), none of them the last of a stream, ending at a byte. */
  readonly blocks: Uint8Array;
  /** Bytes before they were deflated, and their Adler-32 checksum (RFC 1950). */
  readonly length: number;
  readonly checksum: number;
}

/** Bytes. A piece no longer than this is stored as it is: it would not get much shorter. */
const SHORT = 1024;
/** The same of one that shows a number or a code, and is anew in each file: to deflate it takes longer than it is worth. */
const SHORT_ONCE = 4096;

export function deflatePiece(bytes: Uint8Array, short = SHORT): DeflatedPiece {
  const blocks =
    bytes.length <= short
      ? stored(bytes)
      : // In memory of its own: zlib gives a part of 16 KB, all of which would be kept with it.
        new Uint8Array(deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));
  return { blocks, length: bytes.length, checksum: adler32(bytes) };
}

/** A piece that other files have otherwise. */
export const deflateOnce = (bytes: Uint8Array): DeflatedPiece => deflatePiece(bytes, SHORT_ONCE);

/** Bytes of pieces that are kept deflated, at most, twice over. */
const mostKept = 1024 * 1024;

/**
 * Pieces that were deflated, by their bytes: most of a file that is set anew are those of one that was written before.
 * What was not asked for the longest goes first. It saves time, and changes no byte.
 */
export class DeflatedPieces {
  #young = new Map<string, DeflatedPiece>();
  #old = new Map<string, DeflatedPiece>();
  #held = 0;

  of(bytes: Uint8Array): DeflatedPiece {
    if (bytes.length <= SHORT) return deflatePiece(bytes);
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const piece = this.#old.get(key) ?? deflatePiece(bytes);
    if (this.#held + key.length > mostKept) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#held = 0;
    }
    this.#young.set(key, piece);
    this.#held += key.length;
    return piece;
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#held = 0;
  }
}

/** A stored block (RFC 1951 3.2.4). */
function stored(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const block = Buffer.allocUnsafe(5 + length);
  block[0] = 0;
  block[1] = length;
  block[2] = length >> 8;
  block[3] = ~length;
  block[4] = ~length >> 8;
  block.set(bytes, 5);
  return block;
}

/** The zlib stream of pieces one after the other (RFC 1950): what `FlateDecode` wants. */
export function joinPieces(pieces: readonly DeflatedPiece[]): Uint8Array {
  const size = pieces.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const stream = Buffer.allocUnsafeSlow(size + 8);
  stream.writeUInt16BE(0x789c);
  let at = 2;
  let checksum = 1;
  for (const piece of pieces) {
    stream.set(piece.blocks, at);
    at += piece.blocks.length;
    checksum = joinedChecksum(checksum, piece);
  }
  // An empty last block with fixed codes.
  stream.writeUInt16BE(0x0300, at);
  stream.writeUInt32BE(checksum, at + 2);
  return stream;
}

const MODULUS = 65521;

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // So many that the sums stay small integers.
    const end = Math.min(bytes.length, at + 3800);
    for (; at < end; at++) {
      a += bytes[at]!;
      b += a;
    }
    a %= MODULUS;
    b %= MODULUS;
  }
  return b * 65536 + a;
}

/** The checksum of bytes with the given one, and a piece behind them. */
function joinedChecksum(before: number, { checksum, length }: DeflatedPiece): number {
  const [a1, b1] = [before % 65536, Math.floor(before / 65536)];
  const [a2, b2] = [checksum % 65536, Math.floor(checksum / 65536)];
  const a = (a1 + a2 - 1 + MODULUS) % MODULUS;
  const b = (b1 + b2 + (length % MODULUS) * (a1 - 1 + MODULUS)) % MODULUS;
  return b * 65536 + a;
}
