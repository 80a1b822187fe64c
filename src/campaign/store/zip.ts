import { crc32 } from 'node:zlib';

/** A file in an archive. */
export interface ZipEntry {
  /** With `/`. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** What one archive may hold without the extensions of zip64 (APPNOTE 6.3.10, 4.3.9): far below 4 GB and 65,535 files. */
export const zipBounds = { files: 20_000, bytes: 200_000_000 } as const;

/** Names are UTF-8 (4.4.4, bit 11). PDF is deflated already: everything is stored (4.4.5). */
const [utf8, stored, version] = [1 << 11, 0, 20] as const;
/** 1 January 1980, the first day that there is (4.4.6): the same files make the same archive. */
const [time, date] = [0, (1 << 5) | 1] as const;

/** A zip archive of files, in their order: the same bytes on every machine. @throws RangeError beyond {@link zipBounds} */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const bytes = entries.reduce((sum, { content }) => sum + content.length, 0);
  if (entries.length > zipBounds.files || bytes > zipBounds.bytes)
    throw new RangeError('an archive holds more than it may');
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const path = Buffer.from(name, 'utf8');
    const sum = crc32(content);
    const common = (buffer: Buffer, from: number) => {
      buffer.writeUInt16LE(version, from);
      buffer.writeUInt16LE(utf8, from + 2);
      buffer.writeUInt16LE(stored, from + 4);
      buffer.writeUInt16LE(time, from + 6);
      buffer.writeUInt16LE(date, from + 8);
      buffer.writeUInt32LE(sum, from + 10);
      buffer.writeUInt32LE(content.length, from + 14);
      buffer.writeUInt32LE(content.length, from + 18);
      buffer.writeUInt16LE(path.length, from + 22);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    common(local, 4);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(version, 4);
    common(central, 6);
    central.writeUInt32LE(at, 42);
    parts.push(local, path, content);
    directory.push(central, path);
    at += local.length + path.length + content.length;
  }
  const end = Buffer.alloc(22);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
