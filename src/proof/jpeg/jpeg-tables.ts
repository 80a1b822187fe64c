import { Foreign } from '../file/object.ts';

/** Order of the coefficients in a block (ITU-T T.81 figure A.6). */
export const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

/** Viewers make different things of what is wrong in a photograph, so only what is right is read. */
export class WrongPhotograph extends Foreign {
  /** What it is, as the end of a sentence. */
  readonly what: string;
  constructor(what: string) {
    super(`a photograph ${what}`, 'Save the photograph anew, as a JPEG.');
    this.what = what;
  }
}

export const wrongPhotograph = (what: string) => new WrongPhotograph(what);

/** Bits that are looked up at once. */
const ahead = 8;

/** A Huffman table (annex C): for each length the first code, and where its values begin. */
export interface Huffman {
  readonly first: Int32Array;
  readonly counts: Uint8Array;
  readonly values: Uint8Array;
  /** By the next eight bits: the length of a code in the high byte, its value in the low one; 0: it is longer. */
  readonly ahead: Uint16Array;
}

export interface Component {
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
  /** For each coefficient the lowest bit that a scan has given so far (G.1.1.1.2); -1: none has. */
  readonly given: Int8Array;
  dc: number;
}

export interface Frame {
  readonly progressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly components: readonly Component[];
}

export function readQuantization(view: DataView, start: number, end: number, into: Uint16Array[]): void {
  for (let at = start; at < end; ) {
    const spec = view.getUint8(at++);
    const wide = spec >> 4 !== 0;
    if (spec >> 4 > 1 || (spec & 15) > 3 || at + (wide ? 128 : 64) > end)
      throw wrongPhotograph('has a broken quantization table');
    const table = new Uint16Array(64);
    for (let i = 0; i < 64; i++, at += wide ? 2 : 1)
      table[zigzag[i]!] = wide ? view.getUint16(at) : view.getUint8(at);
    into[spec & 3] = table;
  }
}

export function readHuffman(bytes: Uint8Array, start: number, end: number, into: Huffman[]): void {
  for (let at = start; at < end; ) {
    const spec = bytes[at]!;
    const counts = bytes.slice(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const from = at + 17;
    at = from + total;
    if (spec >> 4 > 1 || (spec & 15) > 3 || at > end) throw wrongPhotograph('has a broken Huffman table');
    into[(spec >> 4) * 4 + (spec & 3)] = huffman(counts, bytes.slice(from, at));
  }
}

/** Codes of each length follow those that are one bit shorter (C.2). */
function huffman(counts: Uint8Array, values: Uint8Array): Huffman {
  const first = new Int32Array(16);
  const table = new Uint16Array(1 << ahead);
  let [code, at] = [0, 0];
  for (let i = 0; i < 16; i++) {
    first[i] = code;
    if (code + counts[i]! > 1 << (i + 1)) throw wrongPhotograph('has a Huffman table with too many codes');
    for (let k = 0; k < counts[i]!; k++, at++) {
      const more = ahead - i - 1;
      const from = (code + k) << more;
      if (more >= 0) table.fill(((i + 1) << 8) | values[at]!, from, from + (1 << more));
    }
    code = (code + counts[i]!) << 1;
  }
  return { first, counts, values, ahead: table };
}

export function readFrame(
  view: DataView,
  start: number,
  end: number,
  progressive: boolean,
  most: number,
): Frame {
  if (end - start < 6) throw wrongPhotograph('has a frame that is cut off');
  const [height, width, count] = [
    view.getUint16(start + 1),
    view.getUint16(start + 3),
    view.getUint8(start + 5),
  ];
  if (
    view.getUint8(start) !== 8 ||
    (count !== 1 && count !== 3 && count !== 4) ||
    end - start !== 6 + 3 * count ||
    width * height === 0 ||
    width * height > most
  )
    throw wrongPhotograph('has a frame that the press does not take');
  const given = Array.from({ length: count }, (_, i) => {
    const at = start + 6 + i * 3;
    const sampling = view.getUint8(at + 1);
    return { id: view.getUint8(at), h: sampling >> 4, v: sampling & 15, quantization: view.getUint8(at + 2) };
  });
  const [h, v] = [Math.max(...given.map((c) => c.h)), Math.max(...given.map((c) => c.v))];
  // Where factors are no parts of the largest, viewers differ.
  const fits = (factor: number, largest: number) => factor >= 1 && factor <= 4 && largest % factor === 0;
  if (given.some((c) => !fits(c.h, h) || !fits(c.v, v) || c.quantization > 3))
    throw wrongPhotograph('has samples in a grid that not all viewers know');
  if (new Set(given.map(({ id }) => id)).size !== count)
    throw wrongPhotograph('has two components of one name');
  // A component alone has blocks without factors (A.2.2).
  const [tall, wide] = count === 1 ? [1, 1] : [v, h];
  const [columns, rows] = [Math.ceil(width / (8 * wide)), Math.ceil(height / (8 * tall))];
  const components = given.map((component): Component => {
    const own = count === 1 ? { ...component, h: 1, v: 1 } : component;
    const across = Math.ceil((width * own.h) / wide / 8);
    const down = Math.ceil((height * own.v) / tall / 8);
    const stride = columns * own.h;
    return {
      ...own,
      across,
      down,
      stride,
      coefficients: new Int16Array(stride * rows * own.v * 64),
      given: new Int8Array(64).fill(-1),
      dc: 0,
    };
  });
  return { progressive, width, height, columns, rows, components };
}
