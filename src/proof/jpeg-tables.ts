import { Foreign } from './object.ts';

/** Order of the coefficients in a block (ITU-T T.81 figure A.6). */
export const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

/** A Huffman table (annex C): for each length the first code, and where its values begin. */
export interface Huffman {
  readonly first: Int32Array;
  readonly counts: Uint8Array;
  readonly values: Uint8Array;
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
    if (at + (wide ? 128 : 64) > end) return;
    const table = new Uint16Array(64);
    for (let i = 0; i < 64; i++, at += wide ? 2 : 1)
      table[zigzag[i]!] = wide ? view.getUint16(at) : view.getUint8(at);
    into[spec & 3] = table;
  }
}

export function readHuffman(bytes: Uint8Array, start: number, end: number, into: Huffman[]): void {
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

export function readFrame(view: DataView, start: number, progressive: boolean, most: number): Frame {
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
