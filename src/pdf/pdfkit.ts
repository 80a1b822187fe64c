/**
 * The one door to pdfkit: its object model, which knows how names, texts, dates and numbers are written, and nothing else.
 * Everything that is not part of pdfkit's published interface is named here and only here, and `tests/pdf/pdfkit.test.ts`
 * fails when one of these parts changes.
 */
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import type { DocumentConstructor, Pen, ReferenceConstructor } from 'pdfkit';

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

/** Takes up what pdfkit writes. */
class ObjectPen implements Pen {
  readonly compress = false;
  readonly _security = undefined;
  readonly _offset = 0;
  #text = '';

  _write(data: string | Uint8Array): void {
    if (typeof data !== 'string') throw new Error('pdfkit writes no streams here');
    this.#text += `${data}\n`;
  }

  _refEnd(): void {}

  /** What was written since it was last asked. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

const pen = new ObjectPen();

function classOfReferences(): ReferenceConstructor {
  referenceClass ??= new (loadPdfkit())({ font: null, autoFirstPage: false }).ref({})
    .constructor as ReferenceConstructor;
  return referenceClass;
}

/** A reference to an object that is written later. */
export function makeReference(id: number): PdfReference {
  return new (classOfReferences())(pen, id, {});
}

/** Text that is written as it is: nothing of it is escaped, or beyond ASCII. */
const plain = /^[ !"#$%&'*-[\]-~]*$/;

/** Numbers are less than this, or have exponents. */
const most = 1e21;

/** What pdfkit writes of a text or a date: in an object with nothing else. */
function writtenByKit(value: PdfValue): string {
  const kit = new (classOfReferences())(pen, 0, { V: value });
  kit.end();
  return pen.take().slice('0 0 obj\n<<\n/V '.length, -'\n>>\nendobj\n'.length);
}

/**
 * A value as pdfkit writes it. It tells kinds of values from each other at length; those that are in every object are told
 * here, and a test holds both to the same bytes.
 */
function written(value: PdfValue): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number' && Math.abs(value) < most) return `${Math.round(value * 1e6) / 1e6}`;
  if (typeof value === 'number') throw new Error(`${value} is no number of a file`);
  if (typeof value !== 'object' || value === null) return `${value}`;
  if (value instanceof classOfReferences()) return `${value.id} ${value.gen} R`;
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (value instanceof String) {
    const text = `${value}`;
    return plain.test(text) ? `(${text})` : writtenByKit(value);
  }
  if (value instanceof Date) return writtenByKit(value);
  return dictionaryOf(value as PdfDictionary, '');
}

function dictionaryOf(dictionary: PdfDictionary, more: string): string {
  let text = '<<\n';
  for (const key in dictionary) {
    const value = dictionary[key];
    if (value !== undefined) text += `/${key} ${written(value)}\n`;
  }
  return `${text}${more}>>`;
}

/** The bytes of an indirect object (ISO 32000-1 7.3.10), of a stream where bytes are given. */
export function objectBytes(
  { id, gen }: PdfReference,
  dictionary: PdfDictionary,
  bytes?: Uint8Array,
): Uint8Array {
  const start = `${id} ${gen} obj\n`;
  if (bytes === undefined) return Buffer.from(`${start}${dictionaryOf(dictionary, '')}\nendobj\n`, 'latin1');
  const head = `${start}${dictionaryOf(dictionary, `/Length ${bytes.length}\n`)}\nstream\n`;
  const object = Buffer.allocUnsafe(head.length + bytes.length + tail.length);
  object.write(head, 'latin1');
  object.set(bytes, head.length);
  object.write(tail, head.length + bytes.length, 'latin1');
  return object;
}

const tail = '\nendstream\nendobj\n';

/** The ICC profile of sRGB that pdfkit brings along. */
export function srgbProfile(): Uint8Array {
  return readFileSync(join(dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'));
}
