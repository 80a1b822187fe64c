import { type Component, type Frame, type Huffman, zigzag } from './jpeg-tables.ts';

/** The data of a scan end early: what was decoded so far is shown, as viewers do. */
class Ended extends Error {}

/** A component of a scan, with its tables. */
interface Part {
  readonly component: Component;
  readonly dc: Huffman;
  readonly ac: Huffman;
}

/** One scan (annexes F and G). */
export class Scan {
  readonly #bytes: Uint8Array;
  readonly #frame: Frame;
  readonly #restart: number;
  readonly #parts: readonly Part[];
  readonly #from: number;
  readonly #to: number;
  readonly #high: number;
  readonly #low: number;
  #at: number;
  #bits = 0;
  #left = 0;
  /** Blocks that follow without a coefficient in this band (G.1.2.2). */
  #run = 0;

  constructor(bytes: Uint8Array, start: number, frame: Frame, tables: readonly Huffman[], restart: number) {
    this.#bytes = bytes;
    this.#frame = frame;
    this.#restart = restart;
    const count = bytes[start] ?? 0;
    const none: Huffman = {
      first: new Int32Array(16),
      counts: new Uint8Array(16),
      values: new Uint8Array(0),
    };
    this.#parts = Array.from({ length: count }, (_, i) => {
      const [id, spec] = [bytes[start + 1 + 2 * i]!, bytes[start + 2 + 2 * i]!];
      const component = frame.components.find((c) => c.id === id);
      return { component, dc: tables[(spec >> 4) & 3] ?? none, ac: tables[4 + (spec & 3)] ?? none };
    }).flatMap(({ component, ...rest }) => (component === undefined ? [] : [{ component, ...rest }]));
    const at = start + 1 + 2 * count;
    const { progressive } = frame;
    this.#from = progressive ? Math.min(63, bytes[at]!) : 0;
    this.#to = progressive ? Math.min(63, bytes[at + 1]!) : 63;
    this.#high = progressive ? bytes[at + 2]! >> 4 : 0;
    this.#low = progressive ? bytes[at + 2]! & 15 : 0;
    this.#at = at + 3;
  }

  /** Gives where the next marker may be. */
  decode(): number {
    try {
      const [only] = this.#parts;
      const units =
        this.#parts.length === 1
          ? only!.component.across * only!.component.down
          : this.#frame.columns * this.#frame.rows;
      for (let unit = 0; unit < units; unit++) {
        if (this.#restart > 0 && unit > 0 && unit % this.#restart === 0) this.#again();
        this.#unit(unit);
      }
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
    }
    for (const { component } of this.#parts) component.dc = 0;
    return this.#at;
  }

  /** All begins anew after a restart marker (F.2.1.3.1). */
  #again(): void {
    [this.#left, this.#bits, this.#run] = [0, 0, 0];
    for (const { component } of this.#parts) component.dc = 0;
    const bytes = this.#bytes;
    while (this.#at + 1 < bytes.length && !(bytes[this.#at] === 0xff && bytes[this.#at + 1]! > 0)) this.#at++;
    const marker = bytes[this.#at + 1];
    if (marker === undefined || marker < 0xd0 || marker > 0xd7) throw new Ended();
    this.#at += 2;
  }

  #unit(unit: number): void {
    const [only] = this.#parts;
    if (this.#parts.length === 1) {
      const { across, stride } = only!.component;
      this.#block(only!, Math.floor(unit / across) * stride + (unit % across));
      return;
    }
    const [column, row] = [unit % this.#frame.columns, Math.floor(unit / this.#frame.columns)];
    for (const part of this.#parts) {
      const { h, v, stride } = part.component;
      for (let y = 0; y < v; y++)
        for (let x = 0; x < h; x++) this.#block(part, (row * v + y) * stride + column * h + x);
    }
  }

  #block({ component, dc, ac }: Part, index: number): void {
    const at = index * 64;
    const { coefficients } = component;
    if (!this.#frame.progressive) {
      coefficients[at] = component.dc += this.#number(this.#symbol(dc));
      for (let k = 1; k < 64; k++) {
        const symbol = this.#symbol(ac);
        const size = symbol & 15;
        if (size === 0 && symbol < 0xf0) return;
        k += symbol >> 4;
        if (size > 0 && k < 64) coefficients[at + zigzag[k]!] = this.#number(size);
      }
    } else if (this.#from === 0) {
      if (this.#high === 0) {
        component.dc += this.#number(this.#symbol(dc));
        coefficients[at] = component.dc << this.#low;
      } else if (this.#bit() === 1) coefficients[at]! |= 1 << this.#low;
    } else if (this.#high === 0) this.#band(coefficients, at, ac);
    else this.#refine(coefficients, at, ac);
  }

  /** The first bits of a band (G.1.2.2). */
  #band(coefficients: Int16Array, at: number, ac: Huffman): void {
    if (this.#run > 0) {
      this.#run--;
      return;
    }
    for (let k = this.#from; k <= this.#to; k++) {
      const symbol = this.#symbol(ac);
      const [zeros, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && zeros < 15) {
        this.#run = (1 << zeros) - 1 + (zeros > 0 ? this.#take(zeros) : 0);
        return;
      }
      k += zeros;
      if (size > 0 && k < 64) coefficients[at + zigzag[k]!] = this.#number(size) << this.#low;
    }
  }

  /** One more bit of a band (G.1.2.3). */
  #refine(coefficients: Int16Array, at: number, ac: Huffman): void {
    const bit = 1 << this.#low;
    const more = (place: number) => {
      const value = coefficients[place]!;
      if (this.#bit() === 1 && (Math.abs(value) & bit) === 0)
        coefficients[place] = value + (value < 0 ? -bit : bit);
    };
    let k = this.#from;
    if (this.#run === 0)
      while (k <= this.#to) {
        const symbol = this.#symbol(ac);
        let zeros = symbol >> 4;
        const size = symbol & 15;
        if (size === 0 && zeros < 15) {
          this.#run = (1 << zeros) + (zeros > 0 ? this.#take(zeros) : 0);
          break;
        }
        const value = size === 0 ? 0 : this.#bit() === 1 ? bit : -bit;
        for (; k <= this.#to; k++) {
          const place = at + zigzag[k]!;
          if (coefficients[place] !== 0) more(place);
          else if (zeros-- === 0) {
            if (value !== 0) coefficients[place] = value;
            k++;
            break;
          }
        }
      }
    if (this.#run === 0) return;
    for (; k <= this.#to; k++) if (coefficients[at + zigzag[k]!] !== 0) more(at + zigzag[k]!);
    this.#run--;
  }

  #bit(): number {
    if (this.#left === 0) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new Ended();
      if (byte === 0xff) {
        // A byte of ones is followed by a zero, or it begins a marker (B.1.1.5).
        if (this.#bytes[this.#at + 1] !== 0) throw new Ended();
        this.#at++;
      }
      this.#at++;
      [this.#bits, this.#left] = [byte, 8];
    }
    this.#left--;
    return (this.#bits >> this.#left) & 1;
  }

  #take(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = (value << 1) | this.#bit();
    return value;
  }

  /** A number of so many bits (F.2.2.1, EXTEND). */
  #number(size: number): number {
    if (size === 0) return 0;
    if (size > 15) throw new Ended();
    const value = this.#take(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  #symbol({ first, counts, values }: Huffman): number {
    let code = 0;
    let from = 0;
    for (let length = 0; length < 16; length++) {
      code = (code << 1) | this.#bit();
      const index = code - first[length]!;
      if (index >= 0 && index < counts[length]!) return values[from + index] ?? 0;
      from += counts[length]!;
    }
    throw new Ended();
  }
}
