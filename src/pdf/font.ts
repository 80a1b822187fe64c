import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Face } from '../text/index.ts';
import type { PdfFile } from './file.ts';
import { type FirstState, type FontState, type FontSymbol, firstStateOf } from './font-state.ts';
import { num } from './number.ts';
import { type PdfReference, pdfText } from './pdfkit.ts';
import { findTable, requireTable } from './sfnt.ts';
import { type Composite, fallsShort, type Part, subset } from './subset.ts';
import { toUnicode } from './to-unicode.ts';

const letters = String.fromCharCode;

const glyphKey = (glyph: number, text: string): string => letters(1, glyph, text.length) + text;

/** Boxes of composites: their ink's; reaching; reaching where their ink falls short. */
type Reach = 'not' | 'always' | 'short';
const reachKeys = { not: 2, always: 3, short: 4 } as const;

/** Whole numbers of 32 bits are two letters each. */
function compositeKey(parts: readonly Part[], advance: number, text: string, reach: Reach): string {
  let key = letters(reachKeys[reach], parts.length, advance >>> 16, advance, text.length) + text;
  for (const { glyph, x, y } of parts) key += letters(glyph, x >>> 16, x, y >>> 16, y);
  return key;
}

type FontFile = Pick<PdfFile<unknown>, 'object' | 'stream' | 'fill' | 'reserve'>;

/** Characters of helpline numbers: always in a font, so that another number does not make another font. */
const seeds = '0123456789-+(). ';

/**
 * A Type0 font of one document and one face. Each pair of glyph and source text has a code of its own, so that
 * ToUnicode is exact wherever one glyph is used for different characters (ISO 32000-1 9.7).
 */
export class DocumentFont {
  readonly face: Face;
  /** Resource name: `F1`, `F2` … in order of first use. */
  readonly name: string;
  /** Code `i + 1` is symbol `i`. */
  readonly #symbols: FontSymbol[] = [];
  /** Of as many codes as their places. */
  readonly #states: FontState[];
  readonly #first: FirstState;
  /** Codes of glyphs that stand for one UTF-16 unit, by `glyph × 65536 + unit`: nearly all of them. */
  readonly #simple = new Map<number, number>();
  /** The same of glyphs whose boxes reach, and of blanks, by `advance × 65536 + unit`. */
  readonly #reaching = new Map<number, number>();
  readonly #blanks = new Map<number, number>();
  readonly #codes = new Map<string, number>();

  constructor(face: Face, name: string) {
    this.face = face;
    this.name = name;
    this.#first = firstStateOf(face);
    this.#states = [this.#first.state];
    for (const character of seeds) {
      const glyph = face.glyph(character.charCodeAt(0));
      if (glyph !== 0) this.code(glyph, character);
    }
  }

  /** The code of a glyph that stands for `text`; its width is the face's advance. */
  code(glyph: number, text: string): number {
    if (text.length !== 1) {
      const key = glyphKey(glyph, text);
      return this.#codes.get(key) ?? this.#give({ glyph, text, key });
    }
    const pair = glyph * 0x10000 + text.charCodeAt(0);
    let code = this.#simple.get(pair);
    if (code === undefined) {
      code = this.#give({ glyph, text, key: glyphKey(glyph, text) });
    }
    return code;
  }

  /** The code of a cluster of several or moved glyphs; its width is `advance` font units. */
  composite(parts: readonly Part[], advance: number, text: string, reaches = false): number {
    const key = compositeKey(parts, advance, text, reaches ? 'always' : 'not');
    return this.#codes.get(key) ?? this.#give({ composite: { parts, advance, reaches }, text, key });
  }

  /** The same, whose box reaches into those of all other letters on its line, wherever its ink is. */
  reachingComposite(parts: readonly Part[], advance: number, text: string): number {
    const key = compositeKey(parts, advance, text, 'short');
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.composite(parts, advance, text, fallsShort(this.face, parts));
      this.#codes.set(key, code);
    }
    return code;
  }

  /** The code of a glyph that stands for `text`, whose box reaches into those of all other letters on its line. */
  reaching(glyph: number, text: string): number {
    const pair = text.length === 1 ? glyph * 0x10000 + text.charCodeAt(0) : undefined;
    const known = pair === undefined ? undefined : this.#reaching.get(pair);
    if (known !== undefined) return known;
    const parts = [{ glyph, x: 0, y: 0 }];
    const code = fallsShort(this.face, parts)
      ? this.composite(parts, this.face.advance(glyph), text, true)
      : this.code(glyph, text);
    if (pair !== undefined) this.#reaching.set(pair, code);
    return code;
  }

  /** The code of a blank that stands for `text`: a character whose ink is in another code, or that has none. */
  blank(advance: number, text: string): number {
    if (text.length !== 1) return this.composite([], advance, text);
    const key = advance * 0x10000 + text.charCodeAt(0);
    let code = this.#blanks.get(key);
    if (code === undefined) {
      code = this.composite([], advance, text);
      this.#blanks.set(key, code);
    }
    return code;
  }

  /** How many codes there are. */
  get symbols(): number {
    return this.#symbols.length;
  }

  #give(symbol: FontSymbol): number {
    const code = this.#symbols.push(symbol);
    if ('glyph' in symbol && symbol.text.length === 1)
      this.#simple.set(symbol.glyph * 0x10000 + symbol.text.charCodeAt(0), code);
    else this.#codes.set(symbol.key, code);
    this.#states.push(this.state.after(symbol, () => this.#first.count++));
    return code;
  }

  get state(): FontState {
    return this.#states.at(-1)!;
  }

  /**
   * Gives the codes that took a font of this face from one state to another; false where they would be others here. What
   * was given in between may be given already.
   */
  repeat(from: FontState, to: FontState): boolean {
    const states = this.#states;
    if (states[from.depth] !== from) return false;
    if (to.depth < states.length) return states[to.depth] === to;
    const more: FontSymbol[] = [];
    let state = to;
    for (; state.depth >= states.length; state = state.before!) more.push(state.symbol!);
    if (state !== states.at(-1)) return false;
    for (const symbol of more.reverse()) this.#give(symbol);
    return true;
  }

  /** Writes the font into `file` under a reference that was reserved for it. */
  write(file: FontFile, reference: PdfReference): void {
    const program = fontProgram(this.face, this.#symbols, this.state);
    const fontFile = file.stream({ Length1: program.length, Filter: 'FlateDecode' }, program.font);
    const descriptor = file.object({ ...program.descriptor, FontFile2: fontFile });
    const descendant = file.object({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: program.name,
      CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [1, program.widths],
      DW: 1000,
      CIDToGIDMap: file.stream({ Filter: 'FlateDecode' }, program.glyphMap),
    });
    file.fill(reference, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: program.name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: file.stream({ Filter: 'FlateDecode' }, program.unicode),
    });
  }
}

/** Everything of a font that depends on its symbols alone, ready to be written; streams are deflated. */
interface FontProgram {
  /** PostScript name with the subset tag. */
  readonly name: string;
  readonly font: Uint8Array;
  /** Bytes of `font` before deflating. */
  readonly length: number;
  readonly widths: readonly number[];
  readonly glyphMap: Uint8Array;
  readonly unicode: Uint8Array;
  readonly descriptor: ReturnType<typeof describe>;
}

const programs = new WeakMap<Face, Map<string, FontProgram>>();
const programsPerFace = 32;

function fontProgram(face: Face, symbols: readonly FontSymbol[], state: FontState): FontProgram {
  let known = programs.get(face);
  if (known === undefined) {
    known = new Map();
    programs.set(face, known);
  }
  state.key ??= symbols.map((symbol) => symbol.key).join('');
  const { key } = state;
  let program = known.get(key);
  if (program === undefined) {
    program = makeProgram(face, symbols);
    const oldest = known.keys().next();
    if (known.size >= programsPerFace && !oldest.done) known.delete(oldest.value);
    known.set(key, program);
  }
  return program;
}

function makeProgram(face: Face, symbols: readonly FontSymbol[]): FontProgram {
  const glyphs: number[] = [];
  const composites: Composite[] = [];
  for (const symbol of symbols) {
    if ('composite' in symbol) composites.push(symbol.composite);
    else glyphs.push(symbol.glyph);
  }
  const made = subset(face, glyphs, composites);
  const map = Buffer.alloc((symbols.length + 1) * 2);
  let composite = made.firstComposite;
  symbols.forEach((symbol, i) => {
    map.writeUInt16BE('composite' in symbol ? composite++ : made.glyphs.get(symbol.glyph)!, (i + 1) * 2);
  });
  const scale = 1000 / face.unitsPerEm;
  const name = `${subsetTag(made.bytes)}+${face.postScriptName.replace(/[^A-Za-z0-9-]/g, '')}`;
  return {
    name,
    font: deflated(made.bytes),
    length: made.bytes.length,
    widths: symbols.map((symbol) =>
      num(('composite' in symbol ? symbol.composite.advance : face.advance(symbol.glyph)) * scale),
    ),
    glyphMap: deflated(map),
    unicode: deflated(toUnicode(symbols.map((symbol) => symbol.text))),
    descriptor: describe(face, name),
  };
}

/** In memory of its own: zlib gives a part of 16 KB, all of which would be kept with it. */
const deflated = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));

/** Six letters that name the subset (ISO 32000-1 9.6.4), from its bytes: the same subset has the same name. */
function subsetTag(bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** The font descriptor (ISO 32000-1 9.8), in thousandths of an em, without the font file. */
function describe(face: Face, name: string) {
  const scale = 1000 / face.unitsPerEm;
  const head = requireTable(face, 'head');
  const post = findTable(face, 'post');
  const italic = (head.readUInt16BE(44) & 2) !== 0;
  const fixedPitch = post !== undefined && post.readUInt32BE(12) !== 0;
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4 | (fixedPitch ? 1 : 0) | (italic ? 64 : 0), // symbolic: the codes are our own
    FontBBox: [36, 38, 40, 42].map((at) => num(head.readInt16BE(at) * scale)),
    ItalicAngle: post === undefined ? 0 : num(post.readInt32BE(4) / 0x10000),
    Ascent: num(face.ascent * scale),
    Descent: num(face.descent * scale),
    CapHeight: num(face.capHeight * scale),
    XHeight: num(face.xHeight * scale),
    StemV: face.weight > 500 ? 140 : 80,
  };
}

/** The fonts of one document, in order of first use. */
export class FontSet {
  readonly #fonts = new Map<Face, DocumentFont>();

  of(face: Face): DocumentFont {
    let font = this.#fonts.get(face);
    if (font === undefined) {
      font = new DocumentFont(face, `F${this.#fonts.size + 1}`);
      this.#fonts.set(face, font);
    }
    return font;
  }

  /** How many codes the fonts have together. */
  get symbols(): number {
    let count = 0;
    for (const font of this.#fonts.values()) count += font.symbols;
    return count;
  }

  /** Writes all fonts and the dictionary that pages name them by. */
  write(file: FontFile, dictionary: PdfReference): void {
    const names: Record<string, PdfReference> = {};
    for (const font of this.#fonts.values()) {
      const reference = file.reserve();
      names[font.name] = reference;
      font.write(file, reference);
    }
    file.fill(dictionary, names);
  }
}
