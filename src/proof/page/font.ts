import { createHash } from 'node:crypto';
import type { Alike } from '../file/alike.ts';
import type { Budget, Worked } from '../file/budget.ts';
import type { PdfFile } from '../file/file.ts';
import { type Dictionary, Foreign, type PdfStream } from '../file/object.ts';
import { type FontProgram, readFontProgram } from './font-program.ts';
import { polygonsOf } from './ink.ts';
import { type Contour, hasInk, type Outlines, outlineHash } from './outlines.ts';
import { shown } from './shown-text.ts';
import { readToUnicode } from './to-unicode.ts';

/** What is known of a code, bit by bit. */
export const [isSeen, isDigit, isInked, isMissing] = [1, 2, 4, 8];

/** A font as the reader needs it, in columns by code; code 0 is none. */
export interface ReadFont {
  /** A hash of what its parts hold, whichever way they are deflated. */
  readonly seal: string;
  /** Without the subset's tag. */
  readonly name: string;
  readonly bold: boolean;
  /** Codes there are, the first unused. */
  readonly length: number;
  readonly texts: readonly string[];
  /** The same as the eye has them. */
  readonly shown: readonly string[];
  /** Thousandths of the size. */
  readonly widths: Float64Array;
  /** {@link isSeen}: its text is not blank; {@link isDigit}; {@link isInked}: it paints; {@link isMissing}: the sign for "no glyph". */
  readonly kinds: Uint8Array;
  /** Left, lowest, right and highest of the ink, parts of the size, four a code. */
  readonly inks: Float64Array;
  readonly glyphs: Uint16Array;
  readonly outlines: Outlines;
  /** What a code looks like: {@link outlineHash}. */
  readonly shape: (code: number) => string;
  /** The ink of a code: {@link polygonsOf}. */
  readonly polygons: (code: number) => readonly Float64Array[];
}

/** A font with the objects that it was read from. */
export interface KeptFont {
  readonly parts: readonly object[];
  readonly font: Worked<ReadFont>;
}

/** `kept` has fonts by their dictionaries. @throws Unreadable, Foreign */
export function readFont(file: PdfFile, dictionary: Dictionary, kept: Alike<KeptFont> | undefined): ReadFont {
  const descendant = file.dictionary(file.array(dictionary.get('DescendantFonts'))![0])!;
  const descriptor = file.dictionary(descendant.get('FontDescriptor'))!;
  const base = dictionary.get('BaseFont') as string;
  const parts: Parts = {
    base,
    program: file.stream(descriptor.get('FontFile2'))!,
    glyphs: file.stream(descendant.get('CIDToGIDMap'))!,
    unicode: file.stream(dictionary.get('ToUnicode'))!,
    widths: (descendant.get('W') as [number, number[]])[1],
    descriptor,
  };
  const objects = [descendant, descriptor, parts.program, parts.glyphs, parts.unicode];
  const known = kept?.find(dictionary, ({ parts }) => parts.every((part, i) => part === objects[i]));
  if (known !== undefined) return file.budget.again(known.font);
  if (descendant.get('BaseFont') !== base || descriptor.get('FontName') !== base)
    throw new Foreign(`the font ${base.slice(1)} has two names`);
  const font = file.budget.measure(() => readParts(file, parts));
  if ([dictionary, ...objects].some((part) => file.passing.has(part))) file.passing.add(font.value);
  else kept?.add(dictionary, { parts: objects, font });
  return font.value;
}

interface Parts {
  readonly base: string;
  readonly program: PdfStream;
  readonly glyphs: PdfStream;
  readonly unicode: PdfStream;
  readonly widths: readonly number[];
  readonly descriptor: Dictionary;
}

function readParts(file: PdfFile, { base, program, glyphs, unicode, widths, descriptor }: Parts): ReadFont {
  const name = base.replace(/^\/[A-Z]{6}\+/, '');
  const texts = readToUnicode(Buffer.from(file.data(unicode)).toString('latin1'));
  const bytes = file.data(program);
  const map = Buffer.from(file.data(glyphs));
  const length = texts.length + 1;
  if (map.length !== length * 2 || widths.length !== texts.length)
    throw new Foreign(`the parts of the font ${name} do not agree`);
  if (program.dictionary.get('Length1') !== bytes.length)
    throw new Foreign(`the font ${name} is of another length than it says`);
  const read = readFontProgram(bytes);
  const says = [base, widths.join(' '), measuresOf(descriptor), JSON.stringify(texts)];
  const seal = createHash('sha256').update(says.join(' '));
  const font: ReadFont = {
    seal: seal.update(map).update(bytes).digest('base64'),
    name,
    bold: /bold|black|heavy/i.test(name),
    length,
    texts: ['', ...texts],
    shown: ['', ...texts.map(shown)],
    widths: Float64Array.from([0, ...widths]),
    kinds: new Uint8Array(length),
    inks: new Float64Array(length * 4),
    glyphs: Uint16Array.from({ length }, (_, code) => map.readUInt16BE(code * 2)),
    outlines: read.outlines,
    shape: remembered((code) => outlineHash(read.outlines, font.glyphs[code]!)),
    polygons: remembered((code) =>
      polygonsOf(read.outlines.contours(font.glyphs[code]!), read.outlines.unitsPerEm),
    ),
  };
  for (let code = 1; code < length; code++) describe(font, code, read, file.budget);
  return font;
}

/** How high, slanted and heavy letters are said to be: some viewers clip, embolden or substitute by it. */
function measuresOf(descriptor: Dictionary): string {
  return [...descriptor].map(([key, value]) => (key === 'FontFile2' ? '' : `${key} ${String(value)}`)).join();
}

/** What is made of a code, when it is first asked for. */
function remembered<T>(make: (code: number) => T): (code: number) => T {
  const made = new Map<number, T>();
  return (code) => {
    let value = made.get(code);
    if (value === undefined) {
      value = make(code);
      made.set(code, value);
    }
    return value;
  };
}

/** Fills a code's row of the columns. */
function describe(font: ReadFont, code: number, { outlines, advance }: FontProgram, budget: Budget): void {
  const { unitsPerEm, count } = outlines;
  const glyph = font.glyphs[code]!;
  const text = font.texts[code]!;
  if (glyph >= count) throw new Foreign(`the font ${font.name} has no glyph ${glyph}`);
  // Widths are written with three decimals.
  if (Math.abs(font.widths[code]! - (advance(glyph) * 1000) / unitsPerEm) > 0.001)
    throw new Foreign(`the widths of the font ${font.name} are not those of its glyphs`);
  const contours = outlines.contours(glyph, budget).filter(hasInk);
  if (contours.length > 0) font.inks.set(inkOf(contours, unitsPerEm), code * 4);
  const seen = text.trim() !== '';
  font.kinds[code] =
    (seen ? isSeen : 0) |
    (/\p{Nd}/u.test(text) ? isDigit : 0) |
    (contours.length > 0 ? isInked : 0) |
    (seen && glyph === 0 ? isMissing : 0);
}

/** Around all points, those off the curve among them: the curve lies within. */
function inkOf(contours: readonly Contour[], unitsPerEm: number): [number, number, number, number] {
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of contours)
    for (let i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]!);
      right = Math.max(right, points[i]!);
      low = Math.min(low, points[i + 1]!);
      high = Math.max(high, points[i + 1]!);
    }
  return [left / unitsPerEm, low / unitsPerEm, right / unitsPerEm, high / unitsPerEm];
}
