/** A font file, opened by `Faces`. Opaque outside `text` and `pdf`. */
export interface Face {
  /** Small integer, its own among the `Faces` that opened it; not part of any output. */
  readonly id: number;
  /** Path of the file and PostScript name. */
  readonly path: string;
  readonly postScriptName: string;
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  /** hhea metrics in font units; `descent` is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly weight: number;
  /** Of a user's own face the scripts (ISO 15924) whose letters it is asked for; undefined: a face of the press. */
  readonly letters: ReadonlySet<string> | undefined;
  /** Glyph id of a code point, 0 when the face has none. */
  glyph(codePoint: number): number;
  /** Advance width of a glyph, font units. */
  advance(glyph: number): number;
}

/** How lines may break in a language. */
export interface Breaking {
  /** CSS `line-break`. */
  readonly strictness: 'normal' | 'strict';
  /** CSS `word-break`: `keep-all` for Korean, `auto-phrase` where a style asks (it changes Japanese and Chinese). */
  readonly words: 'normal' | 'keep-all' | 'auto-phrase';
  /** No line ends with a word of one letter. */
  readonly bindsLetters?: true;
  /** No line begins with a dash between spaces. */
  readonly bindsDashes?: true;
  /** Words, in small letters, after which no line ends: negations, prepositions. */
  readonly withNext?: readonly string[];
  /** Words before which no line ends: postpositions, copulas, articles that follow. */
  readonly withPrevious?: readonly string[];
  /** Words that the dictionary for text without spaces would divide. */
  readonly whole?: readonly string[];
}

/** A stretch of a paragraph set in one style. Spans are in order, touch, and cover the text. */
export interface TextSpan {
  /** UTF-16 offsets into the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** First face that has a character wins; marks and joiners stay with their base. */
  readonly faces: readonly Face[];
  /** The face of numbers in digits 0 to 9; undefined: the first that has them. */
  readonly digits?: Face | undefined;
  /** Font size in pt. */
  readonly size: number;
  /** BCP 47 tag, given to HarfBuzz (`locl`) and to the line breaker. */
  readonly language: string;
  /** Room after each letter, em (CSS Text 4 `letter-spacing`); scripts whose letters join take none. */
  readonly spacing?: number | undefined;
  /** True: no line breaks inside this span (`white-space: nowrap`). */
  readonly noWrap?: boolean | undefined;
}

/** A stretch of a text that stands for another: letters in another case. */
export interface SaidAs {
  /** UTF-16 offsets into the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** What is read and copied. */
  readonly text: string;
}

/**
 * A paragraph to be set. `text` may hold U+2066..U+2069 (isolates); they steer bidi and are never drawn.
 * U+000A is a forced line break. U+FFFC stands for an inline object whose width is in `objects`.
 */
export interface Paragraph {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly spans: readonly TextSpan[];
  readonly breaking: Breaking;
  /** Widths in pt of the U+FFFC objects, in order. */
  readonly objects?: readonly number[];
  /** What is set otherwise than it is said, in order. Nothing of the setting depends on it. */
  readonly said?: readonly SaidAs[];
}

/** The glyphs of one run: parallel columns, visual order (left to right), font units. Never mutated: memoised. */
export interface Glyphs {
  readonly length: number;
  /** Glyph ids. */
  readonly ids: Uint16Array;
  /** UTF-16 offset into the paragraph's text of the first character of the glyph's cluster. */
  readonly clusters: Uint32Array;
  readonly advances: Int32Array;
  readonly dx: Int32Array;
  readonly dy: Int32Array;
}

/** A stretch of a line in one span, one face, one bidi level. */
export interface GlyphRun {
  /** Index into the paragraph's spans. */
  readonly span: number;
  /** UTF-16 offsets into the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Undefined for a U+FFFC object. */
  readonly face: Face | undefined;
  readonly size: number;
  /** Resolved embedding level (UAX #9); odd is right to left. */
  readonly level: number;
  /** Left edge in pt from the left edge of the line. */
  readonly x: number;
  /** Sum of advances in pt. */
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Index among the U+FFFC objects when this run is one. */
  readonly object?: number;
  /** How it was written last, by whoever writes it: kept here, for lines are the same from document to document. */
  written: object | undefined;
}

/** A line of a paragraph. Runs are in visual order. */
export interface Line {
  /** UTF-16 offsets; `end` includes the white space at the line's end, `visibleEnd` does not. */
  readonly start: number;
  readonly end: number;
  readonly visibleEnd: number;
  /** Advance width in pt without the white space at the line's end. */
  readonly width: number;
  /** The same but for rounding: known before the runs are made. */
  readonly advance: number;
  /**
   * In a left-to-right paragraph x = 0 is the line's start; in a right-to-left one x = `width` is, and the white
   * space at the line's end lies at negative x.
   */
  readonly runs: readonly GlyphRun[];
}

/** A character that is not drawn by the face that it is asked of. */
export interface MissingCharacter {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly character: string;
  /** PostScript name of the own face that lacks it, where one of the press has it; undefined: no face has it. */
  readonly lacking?: string;
}

/** A paragraph shaped once, not yet broken: pure and memoised by the content of its {@link Paragraph}. */
export interface ShapedParagraph {
  readonly paragraph: Paragraph;
  /** Width of the longest unbreakable stretch, pt. */
  readonly minContent: number;
  /** Width when nothing wraps but forced breaks, pt. */
  readonly maxContent: number;
  /** Characters that no face has, with their offset. Empty when all is well. */
  readonly missing: readonly MissingCharacter[];
  /** Letters with marks that reach further from their place than any writing does, with their offset: not to be set. */
  readonly stacked: readonly { readonly offset: number; readonly character: string }[];
}

export interface LineOptions {
  /** `nowrap`: only forced breaks; `balance`: lines about equally long, no more of them than greedy makes (CSS Text 4). */
  readonly wrap: 'wrap' | 'nowrap' | 'balance';
}
