import { PressError, problem } from '../diagnostics/index.ts';
import type { GlyphBounds, HarfBuzz, RunToShape, Shaped } from './harfbuzz.ts';
import type { FontFacts } from './sfnt.ts';
import type { Face } from './types.ts';

/**
 * Digits, fractions, numbers in circles: what a user's own face never draws. Its shapes can be held against nothing, and
 * one whose 1 looks like a 7 would print another number.
 */
function isNumeral(codePoint: number): boolean {
  return /^\p{N}/u.test(String.fromCodePoint(codePoint));
}

/** Letters that many faces draw as they draw a digit, and people read by what stands around them. */
export const likeDigits = 'OoQDlI|';

/** What {@link Faces} opens; other rooms see only {@link Face}. */
export class OpenFace implements Face {
  readonly id: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly weight: number;
  readonly tables: FontFacts['tables'];
  readonly letters: ReadonlySet<string> | undefined;
  readonly #engine: () => HarfBuzz;
  /** HarfBuzz's handle, made when something is first shaped or looked up. */
  #font: { readonly hb: HarfBuzz; readonly handle: number } | undefined;
  #isClosed = false;
  #digits: ReadonlySet<number> | undefined;
  readonly #glyphs = new Map<number, number>();
  readonly #bounds = new Map<number, GlyphBounds | undefined>();
  readonly #advances = new Map<number, number>();

  constructor(
    { id, path, letters }: Pick<Face, 'id' | 'path' | 'letters'>,
    bytes: Uint8Array,
    facts: FontFacts,
    engine: () => HarfBuzz,
  ) {
    this.id = id;
    this.path = path;
    this.letters = letters;
    this.bytes = bytes;
    this.postScriptName = facts.postScriptName;
    this.unitsPerEm = facts.unitsPerEm;
    this.ascent = facts.ascent;
    this.descent = facts.descent;
    this.capHeight = facts.capHeight;
    this.xHeight = facts.xHeight;
    this.weight = facts.weight;
    this.tables = facts.tables;
    this.#engine = engine;
  }

  #opened(): { readonly hb: HarfBuzz; readonly handle: number } {
    if (this.#isClosed)
      throw new Error(`The face ${this.postScriptName} is used after its Faces were closed`);
    if (this.#font === undefined) {
      const hb = this.#engine();
      this.#font = { hb, handle: hb.openFont(this.bytes) };
    }
    return this.#font;
  }

  glyph(codePoint: number): number {
    let glyph = this.#glyphs.get(codePoint);
    if (glyph === undefined) {
      const { hb, handle } = this.#opened();
      glyph = hb.nominalGlyph(handle, codePoint);
      if (this.letters !== undefined && (isNumeral(codePoint) || isBlank(this, glyph, codePoint))) glyph = 0;
      this.#glyphs.set(codePoint, glyph);
    }
    return glyph;
  }

  advance(glyph: number): number {
    let advance = this.#advances.get(glyph);
    if (advance === undefined) {
      const { hb, handle } = this.#opened();
      advance = hb.glyphAdvance(handle, glyph);
      this.#advances.set(glyph, advance);
    }
    return advance;
  }

  bounds(glyph: number): GlyphBounds | undefined {
    const known = this.#bounds.get(glyph);
    if (known !== undefined || this.#bounds.has(glyph)) return known;
    const { hb, handle } = this.#opened();
    const bounds = hb.glyphBounds(handle, glyph);
    this.#bounds.set(glyph, bounds);
    return bounds;
  }

  shape(text: string, run: RunToShape): Shaped {
    const { hb, handle } = this.#opened();
    const shaped = hb.shape(handle, text, run);
    // Of a page it is given letters alone.
    if (this.letters !== undefined && !/[0-9]/.test(text.slice(run.start, run.end)))
      this.#refuseDigits(shaped, text.slice(run.start, run.end));
    return shaped;
  }

  /** A user's own face draws no digit: where one comes of letters, its rules made it, and it would be read. */
  #refuseDigits({ glyphs: { ids, length } }: Shaped, text: string): void {
    this.#digits ??= this.#digitGlyphs();
    for (let i = 0; i < length; i++)
      if (this.#digits.has(ids[i]!))
        throw new PressError([
          problem(
            'FONT_INVALID',
            `The font cannot be used: it draws a digit for letters of "${text.slice(0, 40)}".`,
            { file: this.path },
            'Use a face whose rules (GSUB) leave letters letters.',
          ),
        ]);
  }

  /** Glyphs of the face's own digits, but those that it has for a letter as well: O and 0, l and 1. */
  #digitGlyphs(): ReadonlySet<number> {
    const { hb, handle } = this.#opened();
    const glyphsOf = (signs: string) => [...signs].map((sign) => hb.nominalGlyph(handle, sign.charCodeAt(0)));
    const letters = new Set([0, ...glyphsOf(likeDigits)]);
    return new Set(glyphsOf('0123456789').filter((glyph) => !letters.has(glyph)));
  }

  close(): void {
    this.#isClosed = true;
    this.#font = undefined;
    for (const known of [this.#glyphs, this.#bounds, this.#advances]) known.clear();
  }
}

export function openedOf(face: Face): OpenFace {
  if (!(face instanceof OpenFace)) throw new Error('A Face must be opened by Faces');
  return face;
}

/** The bytes of one of a face's tables (`glyf`, `OS/2`), undefined when the font has none. A view: do not write. */
export function faceTable(face: Face, tag: string): Uint8Array | undefined {
  const record = openedOf(face).tables.get(tag);
  return record && face.bytes.subarray(record.offset, record.offset + record.length);
}

/** Letters without ink by what they are: they stand for what is missing in a syllable of Hangul. */
const fillers = /[\u115f\u1160\u3164\uffa0]/;

/** True for a letter that is there in a face and draws nothing: nobody could read it. */
export function isBlank(face: Face, glyph: number, codePoint: number): boolean {
  const letter = String.fromCodePoint(codePoint);
  return (
    glyph !== 0 && /\p{L}/u.test(letter) && !fillers.test(letter) && glyphBounds(face, glyph) === undefined
  );
}

/** Ink bounds of a glyph's outline in font units, y up from the baseline; undefined when it has no ink. */
export function glyphBounds(face: Face, glyph: number): GlyphBounds | undefined {
  return openedOf(face).bounds(glyph);
}
