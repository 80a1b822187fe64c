import { type Huffman, wrongPhotograph } from './jpeg-tables.ts';

/** The bits of a scan's data (ITU-T T.81 F.2.2). Data that end early or go on too long are no photograph. */
export class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #left = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Gives where the marker is that the data end before. */
  end(): number {
    if (this.#left >= 8 || this.#bytes[this.#at] !== 0xff)
      throw wrongPhotograph('has data that go on too long');
    while (this.#bytes[this.#at + 1] === 0xff) this.#at++;
    return this.#at;
  }

  /** Data begin anew after the restart marker of this number (F.2.1.3.1). */
  restart(number: number): void {
    const at = this.end();
    if (this.#bytes[at + 1] !== 0xd0 + (number & 7)) throw wrongPhotograph('lacks a restart marker');
    [this.#at, this.#bits, this.#left] = [at + 2, 0, 0];
  }

  /** Takes in bytes as long as so many bits are wanted, and none is a marker's (B.1.1.5). */
  #fill(wanted: number): void {
    const bytes = this.#bytes;
    while (this.#left < wanted) {
      const byte = bytes[this.#at];
      if (byte === undefined || (byte === 0xff && bytes[this.#at + 1] !== 0)) return;
      this.#at += byte === 0xff ? 2 : 1;
      this.#bits = (this.#bits << 8) | byte;
      this.#left += 8;
    }
  }

  take(count: number): number {
    if (this.#left < count) this.#fill(count);
    if (this.#left < count) throw wrongPhotograph('has data that end early');
    this.#left -= count;
    return (this.#bits >> this.#left) & ((1 << count) - 1);
  }

  /** A number of so many bits (F.2.2.1, EXTEND). */
  number(size: number): number {
    if (size === 0) return 0;
    const value = this.take(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  symbol({ first, counts, values, ahead }: Huffman): number {
    if (this.#left < 16) this.#fill(16);
    if (this.#left >= 8) {
      const found = ahead[(this.#bits >> (this.#left - 8)) & 255]!;
      if (found !== 0) {
        this.#left -= found >> 8;
        return found & 255;
      }
    }
    let [code, from] = [0, 0];
    for (let length = 0; length < 16; length++) {
      code = (code << 1) | this.take(1);
      const index = code - first[length]!;
      if (index < counts[length]!) return values[from + index]!;
      from += counts[length]!;
    }
    throw wrongPhotograph('has data that mean nothing');
  }
}
