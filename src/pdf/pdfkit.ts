/**
 * The one door to pdfkit: its object model, which knows how names, texts, dates and numbers are written, and nothing else.
 * Everything that is not part of pdfkit's published interface is named here and only here, and `tests/pdf/pdfkit.test.ts`
 * fails when one of these parts changes.
 */
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import type { DocumentConstructor, Pen, Reference, ReferenceConstructor } from 'pdfkit';

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
  | Date
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

/** pdfkit's class of indirect objects, which it does not export. Code, the same for all. */
let referenceClass: ReferenceConstructor | undefined;

/** Takes up what one object writes. */
class ObjectPen implements Pen {
  readonly compress = false;
  readonly _security = undefined;
  readonly _offset = 0;
  #parts: (string | Uint8Array)[] = [];
  #text = '';

  _write(data: string | Uint8Array): void {
    if (typeof data === 'string') this.#text += `${data}\n`;
    else {
      this.#parts.push(this.#text, data);
      this.#text = '';
    }
  }

  _refEnd(): void {}

  /** What was written since it was last asked. */
  take(): Buffer {
    const bytes =
      this.#parts.length === 0
        ? Buffer.from(this.#text, 'latin1')
        : Buffer.concat(
            [...this.#parts, this.#text].map((part) =>
              typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
            ),
          );
    this.#parts = [];
    this.#text = '';
    return bytes;
  }
}

const pen = new ObjectPen();

/** A reference to an object that is written later. */
export function makeReference(id: number): PdfReference {
  referenceClass ??= new (loadPdfkit())({ font: null, autoFirstPage: false }).ref({})
    .constructor as ReferenceConstructor;
  return new referenceClass(pen, id, {});
}

/** The bytes of an indirect object (ISO 32000-1 7.3.10), of a stream where bytes are given. */
export function objectBytes(
  reference: PdfReference,
  dictionary: PdfDictionary,
  bytes?: Uint8Array,
): Uint8Array {
  const kit = reference as Reference;
  kit.data = { ...dictionary };
  kit.end(bytes);
  kit.data = {};
  return pen.take();
}

/** The ICC profile of sRGB that pdfkit brings along. */
export function srgbProfile(): Uint8Array {
  return readFileSync(join(dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'));
}
