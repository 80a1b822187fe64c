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
  #text: string | undefined;

  constructor(bytes: string) {
    this.bytes = bytes;
  }

  /** What it says (7.9.2): UTF-16BE with its mark, or one byte a character as the press writes Latin text. */
  get text(): string {
    this.#text ??= this.bytes.startsWith('\xfe\xff')
      ? Buffer.from(this.bytes.slice(2), 'latin1').swap16().toString('utf16le')
      : this.bytes;
    return this.#text;
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
  /** As it stands in the file, its filter not yet undone. */
  readonly raw: Uint8Array;
  /** Number of the object. */
  readonly number: number;
  constructor(dictionary: Dictionary, raw: Uint8Array, number: number) {
    this.dictionary = dictionary;
    this.raw = raw;
    this.number = number;
  }
}

/** The file is broken, or more than the reader takes on. */
export class Unreadable extends Error {}

/** The file may well be a PDF, but not one that the press wrote: it uses what the press does not. */
export class Foreign extends Error {
  /** What to do about it. */
  readonly hint: string;
  constructor(
    message: string,
    hint = 'Give the file that was printed, as it was written: what another program made, or saved anew, cannot be proved.',
  ) {
    super(message);
    this.hint = hint;
  }
}

/** What a text string says. */
export function textOf(value: PdfObject | undefined): string | undefined {
  return value instanceof PdfString ? value.text : undefined;
}
