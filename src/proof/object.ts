/** PDF objects as the reader sees them (ISO 32000-1 7.3). Names are strings that start with a slash. */
export type PdfObject =
  | number
  | boolean
  | null
  | string
  | PdfString
  | Reference
  | PdfObject[]
  | Dictionary
  | PdfStream;

/** A string object: one character a byte. */
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

export class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export type Dictionary = Map<string, PdfObject>;

export class PdfStream {
  readonly dictionary: Dictionary;
  /** As it stands in the file, filters not yet undone. */
  readonly raw: Uint8Array;
  /** Number of the object; 0 in an object stream's absence. */
  readonly number: number;
  constructor(dictionary: Dictionary, raw: Uint8Array, number: number) {
    this.dictionary = dictionary;
    this.raw = raw;
    this.number = number;
  }
}

/** The file is not what the reader understands. */
export class Unreadable extends Error {}

/** A text string (7.9.2): UTF-16BE with its mark, UTF-8 with its mark, or PDFDocEncoding taken as Latin-1. */
export function textOf(value: PdfObject | undefined): string | undefined {
  if (!(value instanceof PdfString)) return undefined;
  const { bytes } = value;
  if (bytes.startsWith('\xfe\xff')) {
    let text = '';
    for (let i = 2; i + 1 < bytes.length; i += 2)
      text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
    return text;
  }
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes;
}
