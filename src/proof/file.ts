import { inflateSync } from 'node:zlib';
import { Budget } from './budget.ts';
import { type Dictionary, type PdfObject, PdfStream, Reference, Unreadable } from './object.ts';
import { Keyword, Parser } from './parser.ts';

/** Limits for files from anywhere. */
const largestStream = 64 * 1024 * 1024;
const largestTotal = 256 * 1024 * 1024;
const mostObjects = 2_000_000;
const mostSections = 100;

/** An object stream (7.5.7), its objects read when asked for. */
interface Container {
  readonly text: string;
  readonly offsets: readonly number[];
}

type Entry = { readonly offset: number } | { readonly container: number; readonly index: number };

/** A PDF file opened for reading: objects by number, read when asked for. */
export class PdfFile {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #entries = new Map<number, Entry>();
  readonly #objects = new Map<number, PdfObject>();
  readonly #opening = new Set<number>();
  readonly #containers = new Map<number, Container>();
  readonly #inflated = new Map<PdfStream, Uint8Array>();
  #total = 0;
  readonly budget = new Budget();
  readonly trailer: Dictionary = new Map();

  /** @throws Unreadable */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!this.#text.slice(0, 1024).includes('%PDF-')) throw new Unreadable('it does not begin with %PDF-');
    const start = this.#text.lastIndexOf('startxref');
    const offset = start < 0 ? Number.NaN : Number.parseInt(this.#text.slice(start + 9, start + 40), 10);
    if (Number.isNaN(offset)) throw new Unreadable('it has no cross-reference table');
    this.#readSections(offset);
    if (this.trailer.has('Encrypt'))
      throw new Unreadable('it is encrypted; give the file without a password');
  }

  #readSections(first: number): void {
    const seen = new Set<number>();
    const queue = [first];
    for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
      if (seen.has(offset) || seen.size > mostSections) continue;
      seen.add(offset);
      const dictionary = this.#text.startsWith('xref', offset)
        ? this.#readTable(offset)
        : this.#readXrefStream(offset);
      for (const [key, value] of dictionary) if (!this.trailer.has(key)) this.trailer.set(key, value);
      for (const key of ['XRefStm', 'Prev']) {
        const next = dictionary.get(key);
        if (typeof next === 'number') queue.push(next);
      }
    }
  }

  #readTable(offset: number): Dictionary {
    const parser = new Parser(this.#text, offset + 4);
    for (;;) {
      const first = parser.next();
      if (first instanceof Keyword && first.word === 'trailer') break;
      const count = parser.next();
      if (typeof first !== 'number' || typeof count !== 'number' || count > mostObjects)
        throw new Unreadable('its cross-reference table is broken');
      for (let i = 0; i < count; i++) {
        const [position, , kind] = [parser.next(), parser.next(), parser.next()];
        if (
          kind instanceof Keyword &&
          kind.word === 'n' &&
          typeof position === 'number' &&
          !this.#entries.has(first + i)
        )
          this.#entries.set(first + i, { offset: position });
      }
    }
    const trailer = parser.next();
    if (!(trailer instanceof Map)) throw new Unreadable('it has no trailer');
    return trailer;
  }

  #readXrefStream(offset: number): Dictionary {
    const stream = this.#readAt(offset);
    if (!(stream instanceof PdfStream)) throw new Unreadable('its cross-reference stream is broken');
    const { dictionary } = stream;
    const widths = (dictionary.get('W') as number[] | undefined) ?? [];
    const size = Number(dictionary.get('Size') ?? 0);
    const ranges = (dictionary.get('Index') as number[] | undefined) ?? [0, size];
    const data = this.data(stream);
    const [a = 0, b = 0, c = 0] = widths;
    if (![a, b, c].every((width) => width >= 0) || a + b + c < 1)
      throw new Unreadable('its cross-reference stream is broken');
    const field = (at: number, width: number) => {
      let value = 0;
      for (let i = 0; i < width; i++) value = value * 256 + (data[at + i] ?? 0);
      return value;
    };
    let at = 0;
    for (let r = 0; r + 1 < ranges.length; r += 2)
      for (let i = 0; i < ranges[r + 1]! && at + a + b + c <= data.length; i++, at += a + b + c) {
        const kind = a === 0 ? 1 : field(at, a);
        const number = ranges[r]! + i;
        if (this.#entries.has(number)) continue;
        if (kind === 1) this.#entries.set(number, { offset: field(at + a, b) });
        else if (kind === 2)
          this.#entries.set(number, { container: field(at + a, b), index: field(at + a + b, c) });
      }
    return dictionary;
  }

  /** The object that a reference leads to, or the object itself. */
  get(value: PdfObject | undefined): PdfObject | undefined {
    if (!(value instanceof Reference)) return value;
    const { number } = value;
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const entry = this.#entries.get(number);
    if (entry === undefined) return null;
    if (this.#opening.has(number)) throw new Unreadable(`object ${number} leads to itself`);
    this.#opening.add(number);
    const object =
      'offset' in entry
        ? this.#readAt(entry.offset, number)
        : this.#fromContainer(entry.container, entry.index);
    this.#opening.delete(number);
    const final = object instanceof Reference ? (this.get(object) ?? null) : object;
    this.#objects.set(number, final);
    return final;
  }

  dictionary(value: PdfObject | undefined): Dictionary | undefined {
    const object = this.get(value);
    return object instanceof Map ? object : object instanceof PdfStream ? object.dictionary : undefined;
  }

  array(value: PdfObject | undefined): PdfObject[] | undefined {
    const object = this.get(value);
    return Array.isArray(object) ? object : undefined;
  }

  #readAt(offset: number, wanted?: number): PdfObject {
    const parser = new Parser(this.#text, offset);
    const [number, , keyword] = [parser.next(), parser.next(), parser.next()];
    if (
      typeof number !== 'number' ||
      !(keyword instanceof Keyword) ||
      keyword.word !== 'obj' ||
      (wanted !== undefined && number !== wanted)
    )
      throw new Unreadable(`object ${wanted ?? ''} is not where the cross-reference table says`);
    const value = parser.next();
    this.budget.spend(parser.at - offset);
    if (value === undefined || value instanceof Keyword) throw new Unreadable(`object ${number} is empty`);
    parser.skipSpace();
    if (!(value instanceof Map) || !this.#text.startsWith('stream', parser.at)) {
      // `12 0 R` as a whole object is read as a number: take the reference.
      const rest = typeof value === 'number' ? [parser.next(), parser.next()] : [];
      return rest[1] instanceof Keyword && rest[1].word === 'R' ? new Reference(value as number) : value;
    }
    let start = parser.at + 6;
    if (this.#text[start] === '\r') start++;
    if (this.#text[start] === '\n') start++;
    const length = this.get(value.get('Length'));
    const end = typeof length === 'number' && length >= 0 ? start + length : -1;
    if (end < 0 || end > this.#bytes.length || !/^\s*endstream/.test(this.#text.slice(end, end + 20)))
      throw new Unreadable(`the stream ${number} has a wrong length`);
    return new PdfStream(value, this.#bytes.subarray(start, end), number);
  }

  #fromContainer(number: number, index: number): PdfObject {
    const { text, offsets } = this.#container(number);
    const offset = offsets[index];
    if (offset === undefined) return null;
    const parser = new Parser(text, offset);
    const value = parser.next();
    this.budget.spend(parser.at - offset);
    if (value === undefined || value instanceof Keyword)
      throw new Unreadable(`the object stream ${number} is broken`);
    return value;
  }

  #container(number: number): Container {
    const known = this.#containers.get(number);
    if (known !== undefined) return known;
    const stream = this.get(new Reference(number));
    if (!(stream instanceof PdfStream)) throw new Unreadable(`the object stream ${number} is not there`);
    const text = Buffer.from(this.data(stream)).toString('latin1');
    const count = Number(this.get(stream.dictionary.get('N')));
    const first = Number(this.get(stream.dictionary.get('First')));
    if (!(count >= 0 && count < mostObjects && first >= 0))
      throw new Unreadable(`the object stream ${number} is broken`);
    const header = new Parser(text);
    const offsets = Array.from({ length: count }, () => first + Number([header.next(), header.next()][1]));
    const container = { text, offsets };
    this.#containers.set(number, container);
    return container;
  }

  /** A stream's bytes with its filters undone; images stay as they are. @throws Unreadable */
  data(stream: PdfStream): Uint8Array {
    const known = this.#inflated.get(stream);
    if (known !== undefined) return known;
    const filter = this.get(stream.dictionary.get('Filter'));
    const filters = Array.isArray(filter)
      ? filter.map((f) => this.get(f))
      : filter === undefined || filter === null
        ? []
        : [filter];
    let bytes = stream.raw;
    for (const name of filters) {
      if (name !== '/FlateDecode') throw new Unreadable(`the filter ${String(name)} is not known`);
      try {
        bytes = inflateSync(bytes, { maxOutputLength: largestStream });
      } catch {
        throw new Unreadable(`the stream ${stream.number} does not inflate, or is too large`);
      }
      this.#total += bytes.length;
      if (this.#total > largestTotal) throw new Unreadable('its streams are too large together');
    }
    const predictor = this.dictionary(stream.dictionary.get('DecodeParms'));
    const out =
      predictor !== undefined && Number(predictor.get('Predictor') ?? 1) >= 10
        ? undoPng(bytes, Number(predictor.get('Columns') ?? 1))
        : bytes;
    this.#inflated.set(stream, out);
    return out;
  }
}

/** PNG predictors on rows of bytes (ISO 32000-1 7.4.4.4), as cross-reference streams use them. */
function undoPng(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    const kind = bytes[r * (columns + 1)]!;
    for (let i = 0; i < columns; i++) {
      const left = i > 0 ? out[r * columns + i - 1]! : 0;
      const up = r > 0 ? out[(r - 1) * columns + i]! : 0;
      const corner = r > 0 && i > 0 ? out[(r - 1) * columns + i - 1]! : 0;
      out[r * columns + i] = bytes[r * (columns + 1) + 1 + i]! + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const p = left + up - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
