/** Bits of the longest code (RFC 1951 3.2.7), and of those that are looked up at one go. */
const [longest, quick] = [15, 9];

/** A set of Huffman codes (RFC 1951 3.2.2), by the length of each symbol's code. */
export class Codes {
  /** Symbol × 16 + length, by the next bits; 0: the code is longer, or there is none. */
  readonly quick = new Uint16Array(1 << quick);
  /** How many codes of each length there are, and their symbols in order. */
  readonly #counts = new Uint16Array(longest + 1);
  readonly #symbols: Uint16Array;
  /** Every run of bits is a code, or there is one code alone, of one bit, or none. */
  readonly isWhole: boolean;

  constructor(lengths: Uint8Array) {
    for (const length of lengths) this.#counts[length]!++;
    const used = lengths.length - this.#counts[0]!;
    this.#symbols = new Uint16Array(used);
    const [next, at] = [new Uint16Array(longest + 2), new Uint16Array(longest + 2)];
    let left = 1;
    for (let length = 1; length <= longest; length++) {
      left = left * 2 - this.#counts[length]!;
      if (left < 0) break;
      at[length + 1] = at[length]! + this.#counts[length]!;
      next[length + 1] = (next[length]! + this.#counts[length]!) << 1;
    }
    this.#counts[0] = 0;
    this.isWhole = left === 0 || (left > 0 && used <= 1 && used === this.#counts[1]);
    if (!this.isWhole) return;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol]!;
      if (length === 0) continue;
      this.#symbols[at[length]!++] = symbol;
      const code = next[length]!++;
      if (length > quick) continue;
      const entry = (symbol << 4) | length;
      for (let bits = reversed(code, length); bits < 1 << quick; bits += 1 << length)
        this.quick[bits] = entry;
    }
  }

  /** The same as {@link quick} for a code of any length, by the next bits; 0: there is none. */
  slow(bits: number): number {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length <= longest; length++) {
      code = (code << 1) | ((bits >>> (length - 1)) & 1);
      const count = this.#counts[length]!;
      if (code - first < count) return (this.#symbols[index + code - first]! << 4) | length;
      index += count;
      first = (first + count) << 1;
    }
    return 0;
  }
}

/** A code begins with its highest bit, what it is packed into with its lowest. */
function reversed(code: number, length: number): number {
  let out = 0;
  for (let i = 0; i < length; i++) out |= ((code >>> i) & 1) << (length - 1 - i);
  return out;
}

/** Bits that {@link Codes.quick} is asked with. */
export const quickBits = (1 << quick) - 1;
