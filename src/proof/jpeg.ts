import { Foreign } from './object.ts';

/** Samples of a photograph: red, green and blue in turn, row by row. */
export interface Photograph {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

/** Order of the coefficients in a block (ITU-T T.81 figure A.6). */
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

/** A Huffman table (annex C): for each length the first code, and where its values begin. */
interface Huffman {
  readonly first: Int32Array;
  readonly counts: Uint8Array;
  readonly values: Uint8Array;
}

interface Component {
  readonly id: number;
  /** Sampling factors (A.1.1), and the number of its quantization table. */
  readonly h: number;
  readonly v: number;
  readonly quantization: number;
  /** Blocks in a row and in a column that its samples need, and of a row as they are kept. */
  readonly across: number;
  readonly down: number;
  readonly stride: number;
  readonly coefficients: Int16Array;
  dc: number;
}

interface Frame {
  readonly progressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly components: readonly Component[];
}

/** The data of a scan end early: what was decoded so far is shown, as viewers do. */
class Ended extends Error {}

/**
 * Decodes a JPEG of one, three or four components, baseline or progressive (ITU-T T.81): enough to look for codes in it.
 * @throws Foreign where it is none of these
 */
export function decodeJpeg(bytes: Uint8Array, most: number): Photograph {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const quantizations: Uint16Array[] = [];
  const tables: Huffman[] = [];
  let frame: Frame | undefined;
  let restart = 0;
  let isRgb = false;
  let isAdobe = false;
  let at = 2;
  for (;;) {
    while (
      at + 4 <= bytes.length &&
      !(bytes[at] === 0xff && bytes[at + 1]! >= 0xc0 && bytes[at + 1] !== 0xff)
    )
      at++;
    const marker = bytes[at + 1];
    if (at + 4 > bytes.length || marker === 0xd9) break;
    // Markers of restarts stand by themselves.
    if (marker! >= 0xd0 && marker! <= 0xd8) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const [start, end] = [at + 4, at + 2 + length];
    if (end > bytes.length) break;
    at = end;
    if (marker === 0xdb) readQuantization(view, start, end, quantizations);
    else if (marker === 0xc4) readHuffman(bytes, start, end, tables);
    else if (marker === 0xdd) restart = view.getUint16(start);
    else if (marker === 0xee) {
      isAdobe = length >= 14 && bytes[start] === 0x41;
      isRgb = isAdobe && bytes[start + 11] === 0;
    } else if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2)
      frame ??= readFrame(view, start, marker === 0xc2, most);
    else if (marker === 0xda && frame !== undefined) {
      const scan = new Scan(bytes, start, frame, tables, restart);
      at = scan.decode();
    }
  }
  if (frame === undefined) throw new Foreign('a photograph has no frame');
  return {
    width: frame.width,
    height: frame.height,
    samples: samplesOf(frame, quantizations, isRgb, isAdobe),
  };
}

function readQuantization(view: DataView, start: number, end: number, into: Uint16Array[]): void {
  for (let at = start; at < end; ) {
    const spec = view.getUint8(at++);
    const wide = spec >> 4 !== 0;
    if (at + (wide ? 128 : 64) > end) return;
    const table = new Uint16Array(64);
    for (let i = 0; i < 64; i++, at += wide ? 2 : 1)
      table[zigzag[i]!] = wide ? view.getUint16(at) : view.getUint8(at);
    into[spec & 3] = table;
  }
}

function readHuffman(bytes: Uint8Array, start: number, end: number, into: Huffman[]): void {
  for (let at = start; at + 17 <= end; ) {
    const spec = bytes[at]!;
    const counts = bytes.slice(at + 1, at + 17);
    at += 17;
    const total = counts.reduce((sum, count) => sum + count, 0);
    const first = new Int32Array(16);
    let code = 0;
    for (let i = 0; i < 16; i++) {
      first[i] = code;
      code = (code + counts[i]!) << 1;
    }
    into[(spec >> 4) * 4 + (spec & 3)] = { first, counts, values: bytes.slice(at, at + total) };
    at += total;
  }
}

function readFrame(view: DataView, start: number, progressive: boolean, most: number): Frame {
  const [height, width, count] = [
    view.getUint16(start + 1),
    view.getUint16(start + 3),
    view.getUint8(start + 5),
  ];
  if (
    view.getUint8(start) !== 8 ||
    (count !== 1 && count !== 3 && count !== 4) ||
    width * height === 0 ||
    width * height > most
  )
    throw new Foreign('a photograph has a frame that the press takes no part in');
  const given = Array.from({ length: count }, (_, i) => {
    const at = start + 6 + i * 3;
    const sampling = view.getUint8(at + 1);
    return {
      id: view.getUint8(at),
      h: Math.min(4, Math.max(1, sampling >> 4)),
      v: Math.min(4, Math.max(1, sampling & 15)),
      quantization: view.getUint8(at + 2) & 3,
    };
  });
  const [h, v] = [Math.max(...given.map((c) => c.h)), Math.max(...given.map((c) => c.v))];
  const [columns, rows] = [Math.ceil(width / (8 * h)), Math.ceil(height / (8 * v))];
  const components = given.map((component): Component => {
    const across = Math.ceil((width * component.h) / h / 8);
    const down = Math.ceil((height * component.v) / v / 8);
    const stride = columns * component.h;
    const coefficients = new Int16Array(stride * rows * component.v * 64);
    return { ...component, across, down, stride, coefficients, dc: 0 };
  });
  return { progressive, width, height, columns, rows, components };
}

/** A component of a scan, with its tables. */
interface Part {
  readonly component: Component;
  readonly dc: Huffman;
  readonly ac: Huffman;
}

/** One scan (annexes F and G). */
class Scan {
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

/** cos((2x + 1) u π / 16) with the factor of each u (A.3.3), by x and u. */
const cosines = Float64Array.from({ length: 64 }, (_, i) => {
  const [x, u] = [i >> 3, i & 7];
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** The samples of a component, `stride` · 8 in a row. */
function plane(
  { stride, coefficients, quantization }: Component,
  tables: readonly Uint16Array[],
): Uint8Array {
  const table = tables[quantization] ?? new Uint16Array(64).fill(1);
  const out = new Uint8Array(coefficients.length);
  const rows = new Float64Array(64);
  for (let block = 0; block < coefficients.length / 64; block++) {
    const at = block * 64;
    rows.fill(0);
    for (let v = 0; v < 8; v++)
      for (let u = 0; u < 8; u++) {
        const value = coefficients[at + v * 8 + u]! * table[v * 8 + u]!;
        if (value === 0) continue;
        for (let x = 0; x < 8; x++) rows[v * 8 + x]! += value * cosines[x * 8 + u]!;
      }
    const top = Math.floor(block / stride) * 8 * stride * 8 + (block % stride) * 8;
    for (let y = 0; y < 8; y++)
      for (let x = 0; x < 8; x++) {
        let sum = 128.5;
        for (let v = 0; v < 8; v++) sum += rows[v * 8 + x]! * cosines[y * 8 + v]!;
        out[top + y * stride * 8 + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum;
      }
  }
  return out;
}

function samplesOf(
  { width, height, columns, rows, components }: Frame,
  tables: readonly Uint16Array[],
  isRgb: boolean,
  isAdobe: boolean,
): Uint8Array {
  const planes = components.map((component) => {
    const samples = plane(component, tables);
    const [wide, high] = [
      component.stride / columns,
      component.coefficients.length / 64 / component.stride / rows,
    ];
    return { samples, stride: component.stride * 8, wide, high };
  });
  const [most, tallest] = [Math.max(...planes.map((p) => p.wide)), Math.max(...planes.map((p) => p.high))];
  const out = new Uint8Array(width * height * 3);
  const sample = ({ samples, stride, wide, high }: (typeof planes)[number], x: number, y: number) =>
    samples[Math.floor((y * high) / tallest) * stride + Math.floor((x * wide) / most)]!;
  const [luma, blue, red, key] = planes;
  // Without Adobe's marker four components are inks as they are; with it they are stored the other way round.
  const isPlain = isRgb || (key !== undefined && !isAdobe);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      const value = sample(luma!, x, y);
      if (blue === undefined || red === undefined) {
        out.fill(value, i, i + 3);
        continue;
      }
      const [b, r] = [sample(blue, x, y), sample(red, x, y)];
      // Colours are luma and chroma (ITU-T T.871 clause 7), unless Adobe's marker says otherwise.
      out[i] = isPlain ? value : clamped(value + 1.402 * (r - 128));
      out[i + 1] = isPlain ? b : clamped(value - 0.344136 * (b - 128) - 0.714136 * (r - 128));
      out[i + 2] = isPlain ? r : clamped(value + 1.772 * (b - 128));
      if (key === undefined) continue;
      const black = sample(key, x, y);
      for (let k = i; k < i + 3; k++)
        out[k] = isAdobe ? (out[k]! * black) / 255 : ((255 - out[k]!) * (255 - black)) / 255;
    }
  return out;
}

const clamped = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));
