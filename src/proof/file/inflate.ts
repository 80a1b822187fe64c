import { Codes, quickBits } from './huffman.ts';
import { Unreadable } from './object.ts';

/** Lengths of copies, and how far back they begin, by code: the least, and how many bits say more (RFC 1951 3.2.5). */
const lengths = Uint16Array.of(
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163],
  ...[195, 227, 258],
);
const lengthBits = Uint8Array.from(lengths, (_, i) => (i < 8 || i === 28 ? 0 : (i >> 2) - 1));
const distances = Uint16Array.from({ length: 30 }, (_, i) =>
  i < 4 ? i + 1 : ((2 + (i & 1)) << ((i >> 1) - 1)) + 1,
);
const distanceBits = Uint8Array.from(distances, (_, i) => (i < 4 ? 0 : (i >> 1) - 1));
/** The order in which lengths of the codes of code lengths stand (3.2.7). */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes of blocks that bring none (3.2.6). */
const fixed = {
  letters: new Codes(
    Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
  ),
  distances: new Codes(new Uint8Array(32).fill(5)),
};

/** What is undone is at least so much longer than what it was packed into, as a rule. */
const usualRatio = 4;

/**
 * Undoes DEFLATE (RFC 1951), a block at a time. Not zlib's: what that makes for each stream lives until all memory is looked
 * through, and there are several streams in each of ten thousand files.
 */
export class Inflater {
  readonly #raw: Uint8Array;
  readonly #most: number;
  #out: Uint8Array;
  #length = 0;
  /** Of the next byte; bits that were taken up, the lowest first, and how many. */
  #at: number;
  #bits = 0;
  #count = 0;
  /** The first byte that something was copied from, where it comes before what is set here. */
  lowest = 0;

  /** @param most bytes that may come of it */
  constructor(raw: Uint8Array, at: number, most: number) {
    this.#raw = raw;
    this.#at = at;
    this.#most = most;
    this.#out = Buffer.allocUnsafeSlow(Math.min(most, raw.length * usualRatio));
  }

  /** Where the next byte stands; only between blocks that end at a byte. */
  get at(): number {
    return this.#at;
  }

  /** How much was undone so far. */
  get length(): number {
    return this.#length;
  }

  /** All of that; it may be written on. */
  get out(): Uint8Array {
    return this.#out.subarray(0, this.#length);
  }

  /** Takes what is known to come of the bytes before `at`. */
  take(bytes: Uint8Array, at: number): void {
    this.#room(bytes.length);
    this.#out.set(bytes, this.#length);
    this.#length += bytes.length;
    this.#at = at;
  }

  /** Undoes a block: one that is stored ends at a byte. @throws Unreadable */
  block(): 'stored' | 'packed' | 'last' {
    const isLast = this.#take(1) === 1;
    const kind = this.#take(2);
    if (kind === 0) this.#stored();
    else if (kind === 1) this.#packed(fixed.letters, fixed.distances);
    else if (kind === 2) this.#ownCodes();
    else throw broken();
    if (!isLast) return kind === 0 ? 'stored' : 'packed';
    this.#align();
    return 'last';
  }

  /** Gives back what was taken up beyond the byte that is begun. */
  #align(): void {
    this.#at -= this.#count >> 3;
    this.#bits = 0;
    this.#count = 0;
    if (this.#at > this.#raw.length) throw broken();
  }

  #take(count: number): number {
    while (this.#count < count) {
      if (this.#at >= this.#raw.length) throw broken();
      this.#bits |= this.#raw[this.#at++]! << this.#count;
      this.#count += 8;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#count -= count;
    return value;
  }

  /** Bytes as they are (3.2.4). */
  #stored(): void {
    this.#align();
    const [raw, at] = [this.#raw, this.#at];
    if (at + 4 > raw.length) throw broken();
    const length = raw[at]! | (raw[at + 1]! << 8);
    if ((length ^ 0xffff) !== (raw[at + 2]! | (raw[at + 3]! << 8))) throw broken();
    const end = at + 4 + length;
    if (end > raw.length) throw broken();
    this.take(raw.subarray(at + 4, end), end);
  }

  /** A block with codes of its own (3.2.7). */
  #ownCodes(): void {
    const letters = this.#take(5) + 257;
    const all = letters + this.#take(5) + 1;
    const some = this.#take(4) + 4;
    if (letters > 286 || all - letters > 30) throw broken();
    const first = new Uint8Array(19);
    for (let i = 0; i < some; i++) first[order[i]!] = this.#take(3);
    const codes = new Codes(first);
    if (!codes.isWhole) throw broken();
    const own = new Uint8Array(all);
    for (let i = 0; i < all; ) {
      const symbol = this.#symbol(codes);
      if (symbol < 16) {
        own[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw broken();
      const value = symbol === 16 ? own[i - 1]! : 0;
      const times =
        symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (i + times > all) throw broken();
      own.fill(value, i, i + times);
      i += times;
    }
    const [ofLetters, ofDistances] = [new Codes(own.subarray(0, letters)), new Codes(own.subarray(letters))];
    // A block ends with the sign for it.
    if (own[256] === 0 || !ofLetters.isWhole || !ofDistances.isWhole) throw broken();
    this.#packed(ofLetters, ofDistances);
  }

  /** The next symbol, read bit by bit where it must be. */
  #symbol(codes: Codes): number {
    for (let count = 1; count <= 15; count++) {
      if (this.#count < count) {
        if (this.#at >= this.#raw.length) throw broken();
        this.#bits |= this.#raw[this.#at++]! << this.#count;
        this.#count += 8;
      }
      const entry = codes.slow(this.#bits & ((1 << count) - 1));
      if (entry === 0 || (entry & 15) > count) continue;
      this.#bits >>>= entry & 15;
      this.#count -= entry & 15;
      return entry >> 4;
    }
    throw broken();
  }

  /** Letters and copies (3.2.3). */
  #packed(letters: Codes, back: Codes): void {
    const raw = this.#raw;
    const [quickLetters, quickBack] = [letters.quick, back.quick];
    let [at, bits, count, out, length, lowest] = [
      this.#at,
      this.#bits,
      this.#count,
      this.#out,
      this.#length,
      this.lowest,
    ];
    for (;;) {
      // Beyond the end of what there is come zeros; that they were used is noticed at the end of the block.
      while (count <= 24) {
        bits |= (raw[at] ?? 0) << count;
        at++;
        count += 8;
      }
      if (at > raw.length + 8) throw broken();
      const entry = quickLetters[bits & quickBits]! || letters.slow(bits);
      if (entry === 0) throw broken();
      const symbol = entry >> 4;
      bits >>>= entry & 15;
      count -= entry & 15;
      if (symbol < 256) {
        if (length === out.length) out = this.#roomIn(out, length, 1);
        out[length++] = symbol;
        continue;
      }
      if (symbol === 256) break;
      const copy = symbol - 257;
      if (copy >= lengths.length) throw broken();
      const size = lengths[copy]! + (bits & ((1 << lengthBits[copy]!) - 1));
      bits >>>= lengthBits[copy]!;
      count -= lengthBits[copy]!;
      while (count <= 24) {
        bits |= (raw[at] ?? 0) << count;
        at++;
        count += 8;
      }
      const far = quickBack[bits & quickBits]! || back.slow(bits);
      const code = far >> 4;
      if (far === 0 || code >= distances.length) throw broken();
      bits >>>= far & 15;
      count -= far & 15;
      while (count <= 24) {
        bits |= (raw[at] ?? 0) << count;
        at++;
        count += 8;
      }
      const from = length - distances[code]! - (bits & ((1 << distanceBits[code]!) - 1));
      bits >>>= distanceBits[code]!;
      count -= distanceBits[code]!;
      if (from < 0) throw broken();
      if (from < lowest) lowest = from;
      if (length + size > out.length) out = this.#roomIn(out, length, size);
      for (let i = 0; i < size; i++) out[length + i] = out[from + i]!;
      length += size;
    }
    this.#at = at - (count >> 3);
    this.#count = count & 7;
    this.#bits = bits & ((1 << this.#count) - 1);
    this.#out = out;
    this.#length = length;
    this.lowest = lowest;
    if (this.#at > raw.length) throw broken();
  }

  #room(more: number): void {
    if (this.#length + more > this.#out.length) this.#out = this.#roomIn(this.#out, this.#length, more);
  }

  #roomIn(out: Uint8Array, length: number, more: number): Uint8Array {
    if (length + more > this.#most) throw broken();
    const larger = Buffer.allocUnsafeSlow(Math.min(this.#most, Math.max(length + more, out.length * 2)));
    larger.set(out.subarray(0, length));
    return larger;
  }
}

const broken = () => new Unreadable('it does not inflate, or is too large');
