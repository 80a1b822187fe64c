import { inflateRawSync } from 'node:zlib';

/** Bounds of a workbook: its entries, and the bytes of all of them when they are unpacked. */
export const zipBounds = { entries: 1000, bytes: 100_000_000 } as const;

/** Signatures (APPNOTE.TXT 4.3.6, 4.3.12, 4.3.16), and what stands at the beginning of an encrypted or an old workbook. */
const [ofLocal, ofEntry, ofEnd] = [0x04034b50, 0x02014b50, 0x06054b50] as const;
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0] as const;
const [stored, deflated] = [0, 8] as const;
/** A comment after the end record has 65,535 bytes at most. */
const [endLength, entryLength, localLength, longestComment] = [22, 46, 30, 65_535] as const;

/**
 * What is wrong with a workbook's zip before anything is made of it, as a sentence; undefined: nothing. Each entry is
 * unpacked, whatever it says that it holds, as far as all together may have bytes. `onPart` is given each, unpacked, with its name.
 */
export function zipFault(
  bytes: Buffer,
  bounds: { entries: number; bytes: number } = zipBounds,
  onPart: (part: Buffer, name: string) => void = () => {},
): string | undefined {
  if (compoundFile.every((byte, i) => bytes[i] === byte))
    return 'The file is an old workbook (.xls), or one with a password';
  // ODF 1.3, part 2, 3.3: the first entry says what the file is, and is not packed.
  if (bytes.toString('latin1', localLength, localLength + 300).startsWith('mimetypeapplication/vnd.oasis.'))
    return 'The file is of LibreOffice (.ods), and no Excel workbook';
  const end = endOf(bytes);
  if (end === undefined) return 'The file is no workbook (.xlsx)';
  const count = bytes.readUInt16LE(end + 10);
  if (count > bounds.entries) return `The workbook has ${count} parts; it may have ${bounds.entries}`;
  let at = bytes.readUInt32LE(end + 16);
  let left = bounds.bytes;
  const names = new Set<string>();
  for (let i = 0; i < count; i++) {
    if (at + entryLength > end || bytes.readUInt32LE(at) !== ofEntry) return damaged;
    // One program takes the first of two, another the last (ECMA-376-2 §6.2.2.3: parts are told apart without case).
    const name = bytes.toString('utf8', at + entryLength, at + entryLength + bytes.readUInt16LE(at + 28));
    if (names.has(name.toLowerCase())) return `The workbook has the part ${name.slice(0, 80)} twice`;
    names.add(name.toLowerCase());
    const method = bytes.readUInt16LE(at + 10);
    const packed = packedAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20));
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) return 'The workbook has a password';
    if (packed === undefined || (method !== stored && method !== deflated)) return damaged;
    const part = method === stored ? packed : unpacked(packed, left);
    if (part === undefined) return damaged;
    if (part === 'more' || part.length > left)
      return `The workbook holds more than ${Math.floor(bounds.bytes / 1_000_000)} MB when it is unpacked`;
    left -= part.length;
    onPart(part, name);
    at +=
      entryLength + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return undefined;
}

const damaged = 'The workbook is damaged';

function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - longestComment); at--)
    if (bytes.readUInt32LE(at) === ofEnd) return at;
  return undefined;
}

function packedAt(bytes: Buffer, local: number, size: number): Buffer | undefined {
  if (local + localLength > bytes.length || bytes.readUInt32LE(local) !== ofLocal) return undefined;
  const start = local + localLength + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return start + size > bytes.length ? undefined : bytes.subarray(start, start + size);
}

/** What an entry holds, where it may be more than the most; undefined where it is damaged. */
function unpacked(packed: Buffer, most: number): Buffer | 'more' | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'more' : undefined;
  }
}
