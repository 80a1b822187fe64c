/**
 * The one door to pdfkit: its object model, streams, pages and cross-reference table, nothing else. Everything that is
 * not part of pdfkit's published interface is named here and only here, and `tests/pdf/pdfkit.test.ts` fails when one of
 * these parts changes.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import type { Document, DocumentConstructor, Reference } from 'pdfkit';

declare const textBrand: unique symbol;
/** A text string object (ISO 32000-1 7.9.2.2); made by {@link pdfText}. */
export interface PdfText {
  readonly [textBrand]: true;
}

/** An indirect reference. */
export interface PdfReference {
  readonly id: number;
  readonly gen: number;
}

/** A value in a PDF object. A plain `string` is a *name*; text is a {@link PdfText}. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | PdfText
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined;
}

/** Text for a PDF object: pdfkit writes `String` objects as text strings (UTF-16BE beyond ASCII), and escapes them. */
export function pdfText(text: string): PdfText {
  return Object(text) as PdfText;
}

/** Collects what pdfkit writes: strings are joined, so that small objects cost no buffers. */
class Sink {
  readonly parts: (string | Uint8Array)[] = [];
  text = '';
  length = 0;
  finished = false;

  /** The first half of a SHA-256 of all that was written; nothing but the cross-reference table follows. */
  seal(): Uint8Array {
    const hash = createHash('sha256');
    for (const part of [...this.parts, this.text]) {
      hash.update(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
    }
    this.finished = true;
    return Uint8Array.from(hash.digest().subarray(0, 16));
  }

  write(data: string | Uint8Array): number {
    if (typeof data === 'string') {
      this.text += `${data}\n`;
      this.length += data.length + 1;
      return data.length + 1;
    }
    this.parts.push(this.text, data);
    this.text = '';
    this.length += data.length;
    return data.length;
  }

  bytes(): Buffer {
    const out = Buffer.allocUnsafe(this.length);
    let at = 0;
    for (const part of [...this.parts, this.text]) {
      if (typeof part === 'string') at += out.write(part, at, 'latin1');
      else {
        out.set(part, at);
        at += part.length;
      }
    }
    return out;
  }
}

const require = createRequire(import.meta.url);

/**
 * Loads pdfkit without fontkit, which it needs only for its own text and which is half of its loading time. The
 * copy of pdfkit that got the empty fontkit is kept to ourselves: `require` of anyone else loads another, whole one.
 */
function loadPdfkit(): DocumentConstructor {
  const path = require.resolve('pdfkit');
  const fontkit = createRequire(path).resolve('fontkit');
  const before = { kit: require.cache[path], fontkit: require.cache[fontkit] };
  delete require.cache[path];
  const empty = new Module(fontkit);
  empty.loaded = true;
  require.cache[fontkit] = before.fontkit ?? empty;
  try {
    return require('pdfkit') as DocumentConstructor;
  } finally {
    restore(path, before.kit);
    restore(fontkit, before.fontkit);
  }
}

function restore(path: string, before: NodeJS.Module | undefined): void {
  if (before === undefined) delete require.cache[path];
  else require.cache[path] = before;
}

let ownClass: DocumentConstructor | undefined;

/** pdfkit's document, writing into a {@link Sink} instead of a stream, with our XMP and a file identifier of its content. */
function documentClass(): DocumentConstructor {
  ownClass ??= class extends loadPdfkit() {
    override _write(data: string | Uint8Array): void {
      this._offset += this.options.sink.write(data);
    }
    override push(): boolean {
      return true;
    }
    override _addInfo(): void {
      this.appendXML(this.options.xmp);
    }
    override _finalize(): void {
      this._id = this.options.sink.seal();
      super._finalize();
    }
  };
  return ownClass;
}

/** The ICC profile of sRGB that pdfkit brings along. */
export function srgbProfile(): Uint8Array {
  return readFileSync(join(dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'));
}

export interface PdfPage {
  readonly reference: PdfReference;
  /** Adds bytes to the content stream, whose y axis points down from the top left corner. */
  write(content: Uint8Array): void;
  /** Adds entries to the page's dictionary. */
  set(entries: PdfDictionary): void;
  /** Adds entries to the page's resources. */
  resources(entries: PdfDictionary): void;
}

/** What {@link PdfFile} must know from the start. */
export interface PdfFileOptions {
  /** Entries of the Info dictionary; all of them text, dates as `Date`. */
  readonly info: Readonly<Record<string, string | Date>>;
  /** The `rdf:Description` elements of the XMP packet. */
  readonly xmp: string;
  readonly viewerPreferences: PdfDictionary;
}

/** A PDF 1.7 file being written. */
export class PdfFile {
  readonly #sink = new Sink();
  readonly #document: Document;

  constructor(options: PdfFileOptions) {
    const { info, xmp, viewerPreferences } = options;
    this.#document = new (documentClass())({
      pdfVersion: '1.7',
      font: null,
      autoFirstPage: false,
      bufferPages: true,
      displayTitle: true,
      info,
      xmp,
      sink: this.#sink,
    });
    const preferences = this.#document._root.data.ViewerPreferences as Reference;
    Object.assign(preferences.data, viewerPreferences);
  }

  /** A reference to be filled later with {@link fill}; every one must be. */
  reserve(): PdfReference {
    return this.#document.ref({});
  }

  fill(reference: PdfReference, dictionary: PdfDictionary): void {
    const kit = reference as Reference;
    Object.assign(kit.data, dictionary);
    kit.end();
  }

  /** Writes an indirect object. */
  object(dictionary: PdfDictionary): PdfReference {
    const reference = this.#document.ref({ ...dictionary });
    reference.end();
    return reference;
  }

  /** Writes a stream whose bytes are already encoded as the dictionary's `Filter` says. */
  stream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference {
    const reference = this.#document.ref({ ...dictionary });
    reference.compress = false;
    reference.end(bytes);
    return reference;
  }

  /** Adds a page of `width` × `height` pt. */
  page(width: number, height: number): PdfPage {
    this.#document.addPage({ size: [width, height], margin: 0 });
    const { page } = this.#document;
    return {
      reference: page.dictionary,
      write: (content) => page.write(content),
      set: (entries) => Object.assign(page.dictionary.data, entries),
      resources: (entries) => Object.assign(page.resources.data, entries),
    };
  }

  /**
   * Fills the reserved root of the structure tree and marks the file as tagged. pdfkit itself ends these two objects,
   * and gives every page the tab order of the structure (ISO 14289-1 7.18.3).
   */
  structureTree(reference: PdfReference, dictionary: PdfDictionary): void {
    Object.assign((reference as Reference).data, dictionary);
    this.catalog({ StructTreeRoot: reference, MarkInfo: this.#document.ref({ Marked: true }) });
  }

  /** Adds entries to the catalog. */
  catalog(entries: PdfDictionary): void {
    Object.assign(this.#document._root.data, entries);
  }

  /** Writes what is left and gives the whole file. Throws when a reserved reference was never filled. */
  end(): Uint8Array {
    this.#document.end();
    if (!this.#sink.finished) throw new Error('a reserved PDF object was never filled');
    return this.#sink.bytes();
  }
}
