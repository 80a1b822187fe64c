import { inflateSync } from 'node:zlib';
import { Budget, type Worked } from './budget.ts';
import { type ByteShelf, copyOf } from './byte-shelf.ts';
import { type DeflatedPart, inflated } from './deflated.ts';
import { type Dictionary, Foreign, type PdfObject, PdfStream, Reference, Unreadable } from './object.ts';
import type { FileBefore, ObjectPlaces, ObjectRuns } from './object-runs.ts';
import { Parser } from './parser.ts';

/** Files larger than this are not read, bytes. */
const largestFile = 256 * 1024 * 1024;
const streamEnd = '\nendstream\nendobj\n';
const head = '%PDF-1.7\n%\xff\xff\xff\xff\n';
/** What a stream inflates to, as a rule at most; more is taken in several chunks, bytes. */
const [usualRatio, largestChunk] = [4, 1024 * 1024];
/** A row of the cross-reference table (ISO 32000-1 7.5.4), bytes. */
const row = 20;

/** An object, and the work that it took to read. */
export type ReadObject = Worked<PdfObject>;

/**
 * A PDF file as the press writes it: a header, objects without a gap between them, one cross-reference table that names
 * them all, one trailer, and nothing after the end. All objects are read at once.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  /** By number; object 0 is none. */
  readonly objects: readonly (PdfObject | undefined)[];
  readonly trailer: Dictionary;
  readonly budget = new Budget();
  /**
   * Objects that no other file has, as far as is known, and whatever is made of them: of these nothing is kept, for nothing
   * could ask for it.
   */
  readonly passing = new Set<unknown>();
  /** A file that was read before, of which most objects are the same. */
  readonly like: FileBefore | undefined;

  /**
   * `kept` has objects of files that were read before, `runs` whole runs of them: one of the same number and bytes is the same.
   * @throws Unreadable, Foreign
   */
  constructor(bytes: Uint8Array, kept?: ByteShelf<ReadObject>, runs?: ObjectRuns<ReadObject>) {
    if (bytes.length > largestFile) throw new Unreadable('it is too large');
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const begin = this.#text(0, head.length);
    if (!begin.startsWith('%PDF-')) throw new Unreadable('it does not begin with %PDF-');
    const tail = /startxref\n([1-9]\d{0,9})\n%%EOF\n$/.exec(
      this.#text(Math.max(0, bytes.length - 40), bytes.length),
    );
    if (tail === null) throw new Unreadable('it does not end as a PDF of this press does');
    if (begin !== head) throw new Foreign('its header is another');
    const at = Number(tail[1]);
    const parser = new Parser(this.#text(at, bytes.length), at, this.budget);
    const offsets = this.#readTable(parser);
    parser.expect('trailer\n');
    const trailer = parser.value();
    if (!(trailer instanceof Map)) throw new Unreadable('it has no trailer');
    parser.expect('\n');
    if (parser.at !== parser.text.length - tail[0].length)
      throw new Foreign('there is something after its trailer');
    this.trailer = trailer;
    const { objects, like } = this.#readObjects(placesOf(offsets, at), at, kept, runs);
    this.objects = objects;
    this.like = like;
  }

  /** Bytes as text, one character a byte. */
  #text(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end);
  }

  /** Offsets by number; nothing is free but number 0. */
  #readTable(parser: Parser): Float64Array {
    const { text } = parser;
    const first = /xref\n0 ([1-9]\d{0,7})\n/y;
    first.lastIndex = parser.at;
    const found = first.exec(text);
    if (found === null) throw new Unreadable('its cross-reference table is not where it says');
    const count = Number(found[1]);
    const start = parser.at + found[0].length;
    if (count < 1 || start + count * row > text.length)
      throw new Unreadable('its cross-reference table is cut off');
    this.budget.spend(count * row);
    if (!text.startsWith('0000000000 65535 f \n', start))
      throw new Foreign('its cross-reference table begins in another way');
    const offsets = new Float64Array(count);
    for (let n = 1; n < count; n++) {
      const at = start + n * row;
      let offset = 0;
      for (let i = at; i < at + 10; i++) {
        const digit = text.charCodeAt(i) - 48;
        if (!(digit >= 0 && digit <= 9)) throw new Unreadable('its cross-reference table is broken');
        offset = offset * 10 + digit;
      }
      if (!text.startsWith(' 00000 n \n', at + 10))
        throw new Foreign(`object ${n} is free, or is a later version of itself`);
      offsets[n] = offset;
    }
    parser.at = start + count * row;
    return offsets;
  }

  /** Reads the objects in the order of their places: each must end where the next begins. */
  #readObjects(
    places: ObjectPlaces,
    end: number,
    kept: ByteShelf<ReadObject> | undefined,
    runs: ObjectRuns<ReadObject> | undefined,
  ): Pick<PdfFile, 'objects' | 'like'> {
    const { numbers, starts } = places;
    const misplaced = (i: number) =>
      i === numbers.length
        ? new Foreign('there is something between its objects and their table')
        : new Unreadable(`object ${numbers[i]} is not where the cross-reference table says`);
    if (starts[0] !== head.length) throw misplaced(0);
    const objects: (PdfObject | undefined)[] = new Array(numbers.length + 1);
    const same = runs?.find(this.#bytes, places);
    const shared = same?.objects ?? new Array<ReadObject | undefined>(numbers.length);
    let alone = 0;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const [at, next] = [starts[i]!, starts[i + 1]!];
      if (next <= at || next > end) throw misplaced(i + 1);
      const before = shared[i];
      if (before !== undefined) {
        objects[number] = this.budget.again(before);
        continue;
      }
      const read = this.#readNew(number, at, next, kept);
      if (read === undefined) throw misplaced(i + 1);
      if (!this.passing.has(read.value)) {
        shared[i] = read;
        alone++;
      }
      objects[number] = read.value;
    }
    return { objects, like: runs?.keep(this.#bytes, places, shared, alone) ?? same?.like };
  }

  /** An object that stands in no run; undefined where its bytes are not all of it. */
  #readNew(
    number: number,
    at: number,
    next: number,
    kept: ByteShelf<ReadObject> | undefined,
  ): ReadObject | undefined {
    const known = kept?.find(this.#bytes, at, next, [number]);
    if (known !== undefined) {
      this.budget.again(known);
      return known;
    }
    // What is kept of a file must not keep all of it.
    const own = kept?.wants(this.#bytes, at, next) === true ? copyOf(this.#bytes, at, next) : undefined;
    const { value, work } = this.budget.measure(() =>
      this.#readObject(number, own ?? this.#bytes.subarray(at, next), at),
    );
    if (value === undefined) return undefined;
    const read = { value, work };
    if (own !== undefined) kept!.keep(own, [number], read);
    else this.passing.add(value);
    return read;
  }

  /** The object that bytes, which begin at the byte `at` of the file, are; undefined where they are not all of it. */
  #readObject(number: number, bytes: Buffer, at: number): PdfObject | undefined {
    const text = bytes.toString('latin1');
    const parser = new Parser(text, at, this.budget);
    parser.expect(`${number} 0 obj\n`);
    const value = parser.value();
    parser.expect('\n');
    this.budget.spend(parser.at);
    if (!(value instanceof Map) || !text.startsWith('stream\n', parser.at)) {
      parser.expect('endobj\n');
      return parser.at === text.length ? value : undefined;
    }
    const begin = parser.at + 7;
    const length = value.get('Length');
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0)
      throw new Foreign(`the stream ${number} has no plain length`);
    if (!text.startsWith(streamEnd, begin + length))
      throw new Unreadable(`the stream ${number} has a wrong length`);
    if (begin + length + streamEnd.length !== text.length) return undefined;
    return new PdfStream(value, bytes.subarray(begin, begin + length), number);
  }

  /** The object that a reference leads to, or the object itself. */
  get(value: PdfObject | undefined): PdfObject | undefined {
    return value instanceof Reference ? this.objects[value.number] : value;
  }

  dictionary(value: PdfObject | undefined): Dictionary | undefined {
    const object = this.get(value);
    return object instanceof Map ? object : object instanceof PdfStream ? object.dictionary : undefined;
  }

  array(value: PdfObject | undefined): PdfObject[] | undefined {
    const object = this.get(value);
    return Array.isArray(object) ? object : undefined;
  }

  stream(value: PdfObject | undefined): PdfStream | undefined {
    const object = this.get(value);
    return object instanceof PdfStream ? object : undefined;
  }

  /** A stream's bytes with its filter undone. @throws Unreadable when they are more than is left to read. */
  data(stream: PdfStream): Uint8Array {
    if (!stream.dictionary.has('Filter')) {
      this.budget.spend(stream.raw.length);
      return stream.raw;
    }
    const data = this.inflated(stream, Math.max(1, this.budget.left));
    this.budget.spend(data.length);
    return data;
  }

  /** The same of a page's content. `kept` has parts of others. */
  content(stream: PdfStream, kept: ByteShelf<DeflatedPart> | undefined): Uint8Array {
    if (!stream.dictionary.has('Filter')) return this.data(stream);
    const data = named(stream, () => inflated(stream.raw, Math.max(1, this.budget.left), kept));
    this.budget.spend(data.length);
    return data;
  }

  /** The same without what it costs, `most` bytes at most. @throws Unreadable when they are more */
  inflated({ raw, number }: PdfStream, most: number): Uint8Array {
    let bytes: { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } };
    try {
      bytes = inflateSync(raw, {
        maxOutputLength: most,
        chunkSize: Math.min(largestChunk, Math.max(1024, raw.length * usualRatio)),
        info: true,
      }) as never;
    } catch {
      throw new Unreadable(`the stream ${number} does not inflate, or is too large`);
    }
    if (bytes.engine.bytesWritten !== raw.length)
      throw new Foreign(`the stream ${number} goes on after its end`);
    return bytes.buffer;
  }
}

/** Names the stream in what is wrong with it. */
function named<T>({ number }: PdfStream, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof Foreign) throw new Foreign(`the stream ${number}: ${message}`);
    throw error instanceof Unreadable ? new Unreadable(`the stream ${number}: ${message}`) : error;
  }
}

/** Where objects stand, by their offsets and the end of the last. */
function placesOf(offsets: Float64Array, end: number): ObjectPlaces {
  const numbers = Uint32Array.from({ length: offsets.length - 1 }, (_, i) => i + 1);
  if (!isRising(offsets)) numbers.sort((a, b) => offsets[a]! - offsets[b]!);
  const starts = new Float64Array(numbers.length + 1);
  for (let i = 0; i < numbers.length; i++) starts[i] = offsets[numbers[i]!]!;
  starts[numbers.length] = end;
  return { numbers, starts };
}

/** Do objects stand in the order of their numbers? */
function isRising(offsets: Float64Array): boolean {
  for (let n = 2; n < offsets.length; n++) if (offsets[n]! < offsets[n - 1]!) return false;
  return true;
}
