import { Bits } from './jpeg-bits.ts';
import { type Component, type Frame, type Huffman, wrongPhotograph, zigzag } from './jpeg-tables.ts';

/** Blocks of a unit, at most (ITU-T T.81 B.2.3). */
const mostBlocks = 10;
/** Bits of a difference and of a coefficient of samples of 8 bits, at most (F.1.2.1, F.1.2.2). */
const [longestDifference, longestCoefficient] = [11, 10];
const largestDc = 2047;
/** The lowest bit that a scan may begin with (G.1.1.1.1). */
const lowest = 13;

/** A component of a scan, with its tables. */
interface Part {
  readonly component: Component;
  readonly dc: Huffman | undefined;
  readonly ac: Huffman | undefined;
}

/** One scan (annexes F and G). */
export class Scan {
  readonly #frame: Frame;
  readonly #restart: number;
  readonly #parts: readonly Part[];
  readonly #from: number;
  readonly #to: number;
  readonly #high: number;
  readonly #low: number;
  readonly #bits: Bits;
  /** Blocks that follow without a coefficient in this band (G.1.2.2). */
  #run = 0;

  /** Its header lies from `start` to `end`, its data behind. @throws Foreign */
  constructor(
    bytes: Uint8Array,
    [start, end]: readonly [number, number],
    frame: Frame,
    tables: readonly Huffman[],
    restart: number,
  ) {
    this.#frame = frame;
    this.#restart = restart;
    const count = bytes[start]!;
    if (count < 1 || end - start !== 4 + 2 * count) throw wrongPhotograph('has a scan that is cut off');
    this.#parts = Array.from({ length: count }, (_, i) => {
      const [id, spec] = [bytes[start + 1 + 2 * i]!, bytes[start + 2 + 2 * i]!];
      const component = frame.components.find((c) => c.id === id);
      if (component === undefined || spec >> 4 > 3 || (spec & 15) > 3)
        throw wrongPhotograph('has a scan of what it does not have');
      return { component, dc: tables[spec >> 4], ac: tables[4 + (spec & 3)] };
    });
    this.#from = bytes[end - 3]!;
    this.#to = bytes[end - 2]!;
    this.#high = bytes[end - 1]! >> 4;
    this.#low = bytes[end - 1]! & 15;
    this.#check();
    this.#bits = new Bits(bytes, end);
  }

  /** Each bit of each coefficient is given once, the higher before the lower. */
  #check(): void {
    const [from, to, high, low] = [this.#from, this.#to, this.#high, this.#low];
    const parts = this.#parts;
    const isAlone = parts.length === 1;
    const band = this.#frame.progressive
      ? from === 0
        ? to === 0
        : isAlone && from <= to && to <= 63
      : from === 0 && to === 63 && high === 0 && low === 0;
    if (!band || low > lowest || (high !== 0 && high !== low + 1))
      throw wrongPhotograph('has a scan of a kind that is not known');
    const blocks = parts.reduce((sum, { component: { h, v } }) => sum + h * v, 0);
    if ((!isAlone && blocks > mostBlocks) || new Set(parts.map((part) => part.component)).size < parts.length)
      throw wrongPhotograph('has a scan of too many parts');
    for (const { component, dc, ac } of parts) {
      const { given } = component;
      if ((from === 0 && high === 0 && dc === undefined) || (to > 0 && ac === undefined))
        throw wrongPhotograph('lacks a Huffman table');
      if (from > 0 && given[0] === -1) throw wrongPhotograph('has its scans in another order');
      for (let k = from; k <= to; k++) {
        if (given[k] !== (high === 0 ? -1 : high)) throw wrongPhotograph('has its scans in another order');
        given[k] = low;
      }
    }
  }

  /** Gives where the next marker is. @throws Foreign */
  decode(): number {
    const [only] = this.#parts;
    const units =
      this.#parts.length === 1
        ? only!.component.across * only!.component.down
        : this.#frame.columns * this.#frame.rows;
    for (const { component } of this.#parts) component.dc = 0;
    for (let unit = 0; unit < units; unit++) {
      if (this.#restart > 0 && unit > 0 && unit % this.#restart === 0) this.#again(unit / this.#restart - 1);
      this.#unit(unit);
    }
    if (this.#run > 0) throw wrongPhotograph('has data that end early');
    return this.#bits.end();
  }

  #again(number: number): void {
    if (this.#run > 0) throw wrongPhotograph('has data that end early');
    for (const { component } of this.#parts) component.dc = 0;
    this.#bits.restart(number);
  }

  #unit(unit: number): void {
    const [only] = this.#parts;
    if (this.#parts.length === 1) {
      const { across, stride } = only!.component;
      this.#block(only!, Math.floor(unit / across) * stride + (unit % across));
      return;
    }
    const { columns } = this.#frame;
    const [column, row] = [unit % columns, Math.floor(unit / columns)];
    for (const part of this.#parts) {
      const { h, v, stride } = part.component;
      for (let y = 0; y < v; y++)
        for (let x = 0; x < h; x++) this.#block(part, (row * v + y) * stride + column * h + x);
    }
  }

  #block({ component, dc, ac }: Part, index: number): void {
    const at = index * 64;
    const { coefficients } = component;
    if (this.#from > 0) {
      if (this.#high === 0) this.#band(coefficients, at, ac!);
      else this.#refine(coefficients, at, ac!);
    } else if (this.#high > 0) {
      if (this.#bits.take(1) === 1) coefficients[at]! |= 1 << this.#low;
    } else {
      coefficients[at] = this.#difference(component, dc!) << this.#low;
      if (this.#to > 0) this.#sequential(coefficients, at, ac!);
    }
  }

  #difference(component: Component, dc: Huffman): number {
    const size = this.#bits.symbol(dc);
    if (size > longestDifference) throw wrongPhotograph('has data that mean nothing');
    component.dc += this.#bits.number(size);
    if (Math.abs(component.dc << this.#low) > largestDc) throw wrongPhotograph('has data that mean nothing');
    return component.dc;
  }

  /** All coefficients but the first (F.2.2.2). */
  #sequential(coefficients: Int16Array, at: number, ac: Huffman): void {
    for (let k = 1; k < 64; k++) {
      const symbol = this.#bits.symbol(ac);
      if (symbol === 0) return;
      k += symbol >> 4;
      this.#coefficient(coefficients, at, k, symbol);
    }
  }

  /** The first bits of a band (G.1.2.2). */
  #band(coefficients: Int16Array, at: number, ac: Huffman): void {
    if (this.#run > 0) {
      this.#run--;
      return;
    }
    for (let k = this.#from; k <= this.#to; k++) {
      const symbol = this.#bits.symbol(ac);
      const [zeros, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && zeros < 15) {
        this.#run = (1 << zeros) - 1 + this.#bits.take(zeros);
        return;
      }
      k += zeros;
      this.#coefficient(coefficients, at, k, symbol);
    }
  }

  /** Sixteen zeros, or a coefficient behind some. */
  #coefficient(coefficients: Int16Array, at: number, k: number, symbol: number): void {
    const size = symbol & 15;
    if (k > this.#to || size > longestCoefficient || (size === 0 && symbol !== 0xf0))
      throw wrongPhotograph('has data that mean nothing');
    if (size > 0) coefficients[at + zigzag[k]!] = this.#bits.number(size) << this.#low;
  }

  /** One more bit of a band (G.1.2.3). */
  #refine(coefficients: Int16Array, at: number, ac: Huffman): void {
    const bit = 1 << this.#low;
    const bits = this.#bits;
    const more = (place: number) => {
      if (bits.take(1) === 1) coefficients[place]! += coefficients[place]! < 0 ? -bit : bit;
    };
    let k = this.#from;
    if (this.#run === 0)
      while (k <= this.#to) {
        const symbol = bits.symbol(ac);
        let zeros = symbol >> 4;
        const size = symbol & 15;
        if (size > 1) throw wrongPhotograph('has data that mean nothing');
        if (size === 0 && zeros < 15) {
          this.#run = (1 << zeros) + bits.take(zeros);
          break;
        }
        const value = size === 0 ? 0 : bits.take(1) === 1 ? bit : -bit;
        for (; ; k++) {
          if (k > this.#to) throw wrongPhotograph('has data that mean nothing');
          const place = at + zigzag[k]!;
          if (coefficients[place] !== 0) more(place);
          else if (zeros-- === 0) {
            coefficients[place] = value;
            k++;
            break;
          }
        }
      }
    if (this.#run === 0) return;
    for (; k <= this.#to; k++) if (coefficients[at + zigzag[k]!] !== 0) more(at + zigzag[k]!);
    this.#run--;
  }
}
