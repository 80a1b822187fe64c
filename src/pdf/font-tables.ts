/* The tables of a subset that are not outlines, and the font file that holds them (OpenType 1.9). */

/** `head` of a subset, with long offsets in `loca`. */
export function newHead(head: Buffer): Buffer {
  const copy = Buffer.from(head);
  copy.writeUInt32BE(0, 8); // checkSumAdjustment, set by `assemble`
  copy.writeInt16BE(1, 50); // long offsets in "loca"
  return copy;
}

export function newHhea(hhea: Buffer, glyphs: number): Buffer {
  const copy = Buffer.from(hhea);
  copy.writeUInt16BE(glyphs, 34);
  return copy;
}

export function newMaxp(maxp: Buffer, glyphs: number, components: number, composites: boolean): Buffer {
  const copy = Buffer.from(maxp);
  copy.writeUInt16BE(glyphs, 4);
  copy.writeUInt16BE(1, 14); // one zone: no instructions are left that would use the other
  for (let at = 16; at <= 26; at += 2) copy.writeUInt16BE(0, at);
  copy.writeUInt16BE(Math.max(components, copy.readUInt16BE(28)), 28);
  if (composites) {
    copy.writeUInt16BE(copy.readUInt16BE(30) + 1, 30);
    // The points and contours of our composites are sums over their parts; these bounds are generous.
    copy.writeUInt16BE(Math.max(4000, copy.readUInt16BE(10)), 10);
    copy.writeUInt16BE(Math.max(4000, copy.readUInt16BE(12)), 12);
  }
  return copy;
}

/** A font file of these tables, which must be sorted by tag, with its checksums (OpenType, "Table directory"). */
export function assemble(tables: readonly (readonly [tag: string, data: Buffer])[]): Buffer {
  const directory = 12 + tables.length * 16;
  const size = tables.reduce((sum, [, data]) => sum + ((data.length + 3) & ~3), directory);
  const font = Buffer.alloc(size);
  const power = Math.floor(Math.log2(tables.length));
  font.writeUInt32BE(0x00010000, 0);
  font.writeUInt16BE(tables.length, 4);
  font.writeUInt16BE(2 ** power * 16, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10);
  let at = directory;
  let head = 0;
  tables.forEach(([tag, data], i) => {
    const row = 12 + i * 16;
    data.copy(font, at);
    const end = at + ((data.length + 3) & ~3);
    font.write(tag, row, 'latin1');
    font.writeUInt32BE(checksum(font, at, end), row + 4);
    font.writeUInt32BE(at, row + 8);
    font.writeUInt32BE(data.length, row + 12);
    if (tag === 'head') head = at;
    at = end;
  });
  font.writeUInt32BE((0xb1b0afba - checksum(font, 0, font.length)) >>> 0, head + 8);
  return font;
}

function checksum(bytes: Buffer, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + bytes.readInt32BE(at)) | 0;
  return sum >>> 0;
}
