import { type Colors, samplesOf } from './jpeg-samples.ts';
import { Scan } from './jpeg-scan.ts';
import {
  type Frame,
  type Huffman,
  readFrame,
  readHuffman,
  readQuantization,
  WrongPhotograph,
  wrongPhotograph,
} from './jpeg-tables.ts';

/** Samples of a photograph: red, green and blue in turn, row by row. */
export interface Photograph {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

/** Scans of a photograph; encoders that search for the best ones write some twenty. */
const mostScans = 100;

/**
 * Decodes a JPEG of one, three or four components, baseline or progressive (ITU-T T.81): enough to look for codes in it.
 * It takes only what every decoder reads in the same way, whole and in order.
 * @throws Foreign where it is none of these
 */
export function decodeJpeg(bytes: Uint8Array, most: number): Photograph {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const quantizations: Uint16Array[] = [];
  const tables: Huffman[] = [];
  let frame: Frame | undefined;
  let [restart, scans] = [0, 0];
  let isJfif = false;
  let adobe: number | undefined;
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw wrongPhotograph('is no JPEG');
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw wrongPhotograph('is cut off, or damaged');
    if (marker === 0xd9) break;
    const length = at + 4 <= bytes.length ? view.getUint16(at + 2) : 0;
    const [start, end] = [at + 4, at + 2 + length];
    if (length < 2 || end > bytes.length) throw wrongPhotograph('is cut off, or damaged');
    at = end;
    if (marker === 0xdb) {
      // Some decoders take the table of a component's first scan, others the last one.
      if (scans > 0) throw wrongPhotograph('changes its quantization between scans');
      readQuantization(view, start, end, quantizations);
    } else if (marker === 0xc4) readHuffman(bytes, start, end, tables);
    else if (marker === 0xdd && length === 4) restart = view.getUint16(start);
    else if (marker === 0xe0) isJfif ||= says(bytes, start, 'JFIF\0');
    else if (marker === 0xee) {
      if (length >= 14 && says(bytes, start, 'Adobe')) adobe = bytes[start + 11];
    } else if (marker >= 0xc0 && marker <= 0xc2 && frame === undefined)
      frame = readFrame(view, start, end, marker === 0xc2, most);
    else if (marker === 0xda && frame !== undefined) {
      if (++scans > mostScans) throw wrongPhotograph('has too many scans');
      at = new Scan(bytes, [start, end], frame, tables, restart).decode();
    } else if (!(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe)
      throw wrongPhotograph('has parts that not all viewers know');
  }
  if (frame === undefined || frame.components.some(({ given }) => given.some((bit) => bit !== 0)))
    throw wrongPhotograph('is not whole');
  return {
    width: frame.width,
    height: frame.height,
    samples: samplesOf(frame, quantizations, colorsOf(frame, isJfif, adobe)),
  };
}

/** A photograph as it is seen, or what is wrong with it, as the end of a sentence. */
export function readPhotograph(bytes: Uint8Array): Photograph | string {
  try {
    return decodeJpeg(bytes, Number.POSITIVE_INFINITY);
  } catch (error) {
    if (!(error instanceof WrongPhotograph)) throw error;
    return error.what;
  }
}

/** What is wrong with a photograph, as the end of a sentence; undefined: it is read. */
export function photographFault(bytes: Uint8Array): string | undefined {
  const read = readPhotograph(bytes);
  return typeof read === 'string' ? read : undefined;
}

const says = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

/** Colours are luma and chroma unless Adobe's marker says otherwise; where JFIF's contradicts it, viewers differ. */
function colorsOf({ components }: Frame, isJfif: boolean, adobe: number | undefined): Colors {
  const count = components.length;
  const isRgb = count > 1 && adobe === 0;
  const ids = String.fromCharCode(...components.map(({ id }) => id));
  const known = adobe === undefined || count === 1 || adobe === 0 || adobe === (count === 4 ? 2 : 1);
  const contradicts = isJfif && isRgb && count === 3;
  if (!known || contradicts || (adobe === undefined && !isJfif && ids === 'RGB'))
    throw wrongPhotograph('does not say how its colours are stored');
  return { isRgb, isAdobe: adobe !== undefined };
}
