import { samplesOf } from './jpeg-samples.ts';
import { Scan } from './jpeg-scan.ts';
import { type Frame, type Huffman, readFrame, readHuffman, readQuantization } from './jpeg-tables.ts';
import { Foreign } from './object.ts';

/** Samples of a photograph: red, green and blue in turn, row by row. */
export interface Photograph {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

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
