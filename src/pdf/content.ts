import { type Color, type Matrix, type Rect, sameColor } from '../geometry/index.ts';
import { num } from './number.ts';

/** What `q` saves and `Q` brings back, as far as it is set here; undefined: not set yet. */
interface GraphicsState {
  fill: Color | undefined;
  stroke: Color | undefined;
  font: string | undefined;
  size: number;
}

const initial = (): GraphicsState => ({ fill: undefined, stroke: undefined, font: undefined, size: 0 });

const components = ([red, green, blue]: Color): string =>
  `${num(red / 255)} ${num(green / 255)} ${num(blue / 255)}`;

const same = (a: Color | undefined, b: Color): boolean => a !== undefined && sameColor(a, b);

/** What is no longer is written letter by letter: to ask Node for it takes longer. */
const SHORT = 32;
/** Thousandths below this are small integers to V8. */
const SMALL = 1e9;

/** A content stream (ISO 32000-1 7.8.2) in one growing buffer. Leaves out what would set the state that is set already. */
export class ContentStream {
  #bytes = Buffer.allocUnsafe(1 << 12);
  #length = 0;
  #state = initial();
  readonly #saved: GraphicsState[] = [];

  /** Text of ASCII characters, as it is. */
  write(text: string): void {
    const { length } = text;
    this.#reserve(length);
    if (length > SHORT) this.#bytes.write(text, this.#length, 'latin1');
    else for (let i = 0; i < length; i++) this.#bytes[this.#length + i] = text.charCodeAt(i);
    this.#length += length;
  }

  /** A number as {@link num} has it. */
  number(value: number): void {
    const thousandths = Math.round(value * 1000);
    if (!(Math.abs(thousandths) < SMALL)) {
      this.write(`${num(value)}`);
      return;
    }
    this.#reserve(12);
    if (thousandths < 0) this.#bytes[this.#length++] = 0x2d;
    const size = Math.abs(thousandths) | 0;
    const whole = (size / 1000) | 0;
    const rest = size - whole * 1000;
    let end = this.#length + 1;
    for (let above = 10; above <= whole; above *= 10) end++;
    this.#length = end;
    for (let left = whole; ; ) {
      const tenth = (left / 10) | 0;
      this.#bytes[--end] = 0x30 + left - tenth * 10;
      if (tenth === 0) break;
      left = tenth;
    }
    if (rest === 0) return;
    const [tenths, hundredths] = [(rest / 100) | 0, (rest / 10) | 0];
    this.#bytes[this.#length++] = 0x2e;
    this.#bytes[this.#length++] = 0x30 + tenths;
    if (rest === tenths * 100) return;
    this.#bytes[this.#length++] = 0x30 + hundredths - tenths * 10;
    if (rest !== hundredths * 10) this.#bytes[this.#length++] = 0x30 + rest - hundredths * 10;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A two-byte character code inside a literal string (ISO 32000-1 7.3.4.2). */
  code(code: number): void {
    this.#reserve(4);
    this.#stringByte(code >> 8);
    this.#stringByte(code & 0xff);
  }

  #stringByte(byte: number): void {
    // ( ) \ must be escaped; a bare carriage return would be read as a line feed.
    if (byte === 0x28 || byte === 0x29 || byte === 0x5c) this.#bytes[this.#length++] = 0x5c;
    else if (byte === 0x0d) {
      this.#bytes[this.#length++] = 0x5c;
      this.#bytes[this.#length++] = 0x72;
      return;
    }
    this.#bytes[this.#length++] = byte;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  save(): void {
    const { fill, stroke, font, size } = this.#state;
    this.#saved.push({ fill, stroke, font, size });
    this.write('q\n');
  }

  restore(): void {
    this.#state = this.#saved.pop()!;
    this.write('Q\n');
  }

  transform(matrix: Matrix): void {
    this.write(`${matrix.map(matrixNumber).join(' ')} cm\n`);
  }

  clip({ x, y, width, height }: Rect): void {
    this.write(`${num(x)} ${num(y)} ${num(width)} ${num(height)} re W n\n`);
  }

  /** Text position, upright although the page's y axis points down. */
  textAt(x: number, y: number): void {
    this.write('1 0 0 -1 ');
    this.number(x);
    this.write(' ');
    this.number(y);
    this.write(' Tm\n');
  }

  fill(color: Color): void {
    if (same(this.#state.fill, color)) return;
    this.#state.fill = color;
    this.write(`${components(color)} rg\n`);
  }

  stroke(color: Color): void {
    if (same(this.#state.stroke, color)) return;
    this.#state.stroke = color;
    this.write(`${components(color)} RG\n`);
  }

  font(name: string, size: number): void {
    const rounded = num(size);
    if (this.#state.font === name && this.#state.size === rounded) return;
    this.#state.font = name;
    this.#state.size = rounded;
    this.write(`/${name} `);
    this.number(rounded);
    this.write(' Tf\n');
  }

  /** Text that was written before, which leaves a font set. */
  repeat(text: string, font: string, size: number): void {
    this.write(text);
    this.#state.font = font;
    this.#state.size = num(size);
  }

  /** What was written after `length` bytes, as text of single bytes. */
  since(length: number): string {
    return this.#bytes.toString('latin1', length, this.#length);
  }

  /** Begins anew, in the graphics state that pages begin in. */
  clear(): void {
    this.#length = 0;
    this.#state = initial();
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Takes back what was written after `length` bytes, which must have changed no state. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** The stream so far; only valid until more is written. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Six decimals: the factors of a matrix act on hundreds of points. */
const matrixNumber = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;
