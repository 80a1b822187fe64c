import { Foreign } from '../file/object.ts';
import { Outlines } from './outlines.ts';

/** The tables that the press embeds, in their order (ISO 32000-1 9.9). */
const embedded = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

export interface FontProgram {
  readonly outlines: Outlines;
  /** Advance of a glyph, font units. */
  readonly advance: (glyph: number) => number;
}

/** The embedded font, with the tables that the press embeds and no others. @throws Foreign */
export function readFontProgram(bytes: Uint8Array): FontProgram {
  const tables = tablesOf(bytes);
  if ([...tables.keys()].join() !== embedded.join()) throw strange('has other tables');
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => tables.get(tag)!) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const outlines = new Outlines({ head, loca: tables.get('loca')!, glyf: tables.get('glyf')! });
  const { count } = outlines;
  if (hhea.length < 36 || hhea.readUInt16BE(34) !== count || hmtx.length !== count * 4)
    throw strange('has other advances than glyphs');
  if (maxp.length < 6 || maxp.readUInt16BE(4) !== count) throw strange('counts its glyphs in two ways');
  return { outlines, advance: (glyph) => hmtx.readUInt16BE(glyph * 4) };
}

/** The table directory (OpenType 1.9, "Organization of an OpenType Font"). */
export function tablesOf(bytes: Uint8Array): Map<string, Buffer> {
  const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (font.length < 12 || font.readUInt32BE(0) !== 0x00010000) throw strange('is no TrueType font');
  const count = font.readUInt16BE(4);
  if (font.length < 12 + count * 16) throw strange('is cut off');
  const tables = new Map<string, Buffer>();
  for (let row = 12; row < 12 + count * 16; row += 16) {
    const tag = font.toString('latin1', row, row + 4);
    const [offset, length] = [font.readUInt32BE(row + 8), font.readUInt32BE(row + 12)];
    if (offset + length > font.length || tables.has(tag)) throw strange('has a broken table directory');
    tables.set(tag, font.subarray(offset, offset + length));
  }
  return tables;
}

function strange(what: string): Foreign {
  return new Foreign(`an embedded font ${what}: it is not as this press writes it`);
}
