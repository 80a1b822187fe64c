import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Glyphs } from './types.ts';

/** The functions of `harfbuzz.wasm` that are used here; numbers are addresses, handles or values of C enums. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(bytes: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_font_get_nominal_glyph(font: number, codePoint: number, glyphOut: number): number;
  hb_font_get_glyph_h_advance(font: number, glyph: number): number;
  hb_font_get_glyph_extents(font: number, glyph: number, extentsOut: number): number;
  hb_language_from_string(text: number, length: number): number;
  hb_script_from_string(text: number, length: number): number;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_set_cluster_level(buffer: number, level: number): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_script(buffer: number, script: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, textLength: number, offset: number, length: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, lengthOut: number): number;
  hb_buffer_get_glyph_positions(buffer: number, lengthOut: number): number;
  hb_shape(font: number, buffer: number, features: number, featureCount: number): void;
}

// Values of HarfBuzz's C enums (hb-buffer.h, hb-common.h, hb-blob.h).
const MEMORY_MODE_READONLY = 1;
const CLUSTER_LEVEL_MONOTONE_GRAPHEMES = 0;
const DIRECTION_LTR = 4;
const DIRECTION_RTL = 5;
const FLAG_BEGINNING_OF_TEXT = 1;
const FLAG_END_OF_TEXT = 2;
const FLAG_REMOVE_DEFAULT_IGNORABLES = 8;
const GLYPH_FLAG_UNSAFE_TO_BREAK = 1;
/** `hb_glyph_info_t` and `hb_glyph_position_t` are both five 32-bit words. */
const WORDS_PER_GLYPH = 5;
/** Tags of the ligatures that a face may draw or not: `liga`, `clig`. */
const LIGATURES = [0x6c696761, 0x636c6967];
const FEATURE_BYTES = 16;
const PAGE = 65536;

/** What was shaped, with HarfBuzz's word on where it may be cut. */
export interface Shaped {
  readonly glyphs: Glyphs;
  /** 1 where a line break before the glyph's cluster asks for shaping both sides anew. */
  readonly unsafe: Uint8Array;
}

/** Ink bounds of a glyph in font units, y up. */
export interface GlyphBounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Compiled when a font is first shaped: code, the same for all. */
let compiled: WebAssembly.Module | undefined;

function wasm(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(
    readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm')),
  );
  return compiled;
}

function instantiate(): Exports {
  let memory: WebAssembly.Memory | undefined;
  const instance = new WebAssembly.Instance(wasm(), {
    env: {
      _abort_js() {
        throw new Error('HarfBuzz aborted');
      },
      _emscripten_runtime_keepalive_clear() {},
      _setitimer_js: () => 0,
      emscripten_resize_heap(wanted: number) {
        const have = memory!.buffer.byteLength;
        const target = Math.max(wanted >>> 0, Math.ceil(have * 1.2));
        try {
          memory!.grow(Math.ceil((target - have) / PAGE));
          return 1;
        } catch {
          return 0; // malloc then returns 0, which `#allocate` reports
        }
      },
    },
    wasi_snapshot_preview1: { proc_exit() {} },
  });
  const hb = instance.exports as unknown as Exports;
  memory = hb.memory;
  hb.__wasm_call_ctors();
  return hb;
}

/**
 * A HarfBuzz of its own, with its heap: what is opened in it lives as long as it does, and goes with it. It keeps no
 * results.
 */
export class HarfBuzz {
  readonly #hb = instantiate();
  /** The one buffer, so that none is made per call. */
  readonly #buffer: number;
  /** Four words for out-parameters. */
  readonly #scratch: number;
  #features = 0;
  readonly #languages = new Map<string, number>();
  readonly #scripts = new Map<string, number>();
  #u8!: Uint8Array;
  #u16!: Uint16Array;
  #u32!: Uint32Array;
  #i32!: Int32Array;
  /** The text that lies in the heap, its address and the room there in UTF-16 units. */
  #text = '';
  #textAddress = 0;
  #textRoom = 0;

  constructor() {
    this.#buffer = this.#hb.hb_buffer_create();
    this.#hb.hb_buffer_set_cluster_level(this.#buffer, CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    this.#scratch = this.#allocate(16);
  }

  /** Makes the views on the heap as it is now: growing the heap detaches the old ones. */
  #look(): void {
    const heap = this.#hb.memory.buffer;
    if (this.#u8?.buffer === heap) return;
    this.#u8 = new Uint8Array(heap);
    this.#u16 = new Uint16Array(heap);
    this.#u32 = new Uint32Array(heap);
    this.#i32 = new Int32Array(heap);
  }

  #allocate(bytes: number): number {
    const address = this.#hb.malloc(bytes);
    if (address === 0) throw new Error('HarfBuzz is out of memory');
    this.#look();
    return address;
  }

  /** A value that HarfBuzz makes from an ASCII name, remembered: languages and scripts are few. */
  #named(known: Map<string, number>, name: string, make: (text: number, length: number) => number): number {
    let value = known.get(name);
    if (value === undefined) {
      const address = this.#allocate(name.length + 1);
      for (let i = 0; i < name.length; i++) this.#u8[address + i] = name.charCodeAt(i) & 0x7f;
      this.#u8[address + name.length] = 0;
      value = make(address, name.length);
      this.#hb.free(address);
      known.set(name, value);
    }
    return value;
  }

  /** Opens a font for shaping at one unit per font unit: a handle. */
  openFont(bytes: Uint8Array): number {
    const address = this.#allocate(bytes.length);
    this.#u8.set(bytes, address);
    const blob = this.#hb.hb_blob_create(address, bytes.length, MEMORY_MODE_READONLY, 0, 0);
    return this.#hb.hb_font_create(this.#hb.hb_face_create(blob, 0));
  }

  /** Glyph id of a code point without shaping, 0 when the font has none. */
  nominalGlyph(font: number, codePoint: number): number {
    if (this.#hb.hb_font_get_nominal_glyph(font, codePoint, this.#scratch) === 0) return 0;
    this.#look();
    return this.#u32[this.#scratch >> 2]!;
  }

  /** Advance width of a glyph in font units. */
  glyphAdvance(font: number, glyph: number): number {
    return this.#hb.hb_font_get_glyph_h_advance(font, glyph);
  }

  /** Ink bounds of a glyph, from its outline; undefined when it has no ink. */
  glyphBounds(font: number, glyph: number): GlyphBounds | undefined {
    const at = this.#scratch >> 2;
    if (this.#hb.hb_font_get_glyph_extents(font, glyph, this.#scratch) === 0) return undefined;
    this.#look();
    // hb_glyph_extents_t: x of the left edge, y of the top, width, height, which goes down and is negative.
    const [left, top] = [this.#i32[at]!, this.#i32[at + 1]!];
    const [right, bottom] = [left + this.#i32[at + 2]!, top + this.#i32[at + 3]!];
    return left === right || top === bottom ? undefined : { left, bottom, right, top };
  }

  /** Copies a paragraph's text into the heap, unless it is the one that lies there. */
  #placeText(text: string): void {
    if (this.#text === text) return;
    if (text.length > this.#textRoom) {
      if (this.#textAddress !== 0) this.#hb.free(this.#textAddress);
      this.#textRoom = Math.max(4096, text.length * 2);
      this.#textAddress = this.#allocate(this.#textRoom * 2);
    }
    this.#look();
    const at = this.#textAddress >> 1;
    for (let i = 0; i < text.length; i++) this.#u16[at + i] = text.charCodeAt(i);
    this.#text = text;
  }

  /**
   * Shapes `text[start, end)`, which is in one font, script, direction and language, as part of the whole text.
   * `script` is an ISO 15924 code, `language` a BCP 47 tag. Glyphs come in visual order, in font units.
   */
  shape(font: number, text: string, run: RunToShape): Shaped {
    const { start, end, rightToLeft, script, language, apart = false } = run;
    this.#placeText(text);
    const hb = this.#hb;
    const buffer = this.#buffer;
    hb.hb_buffer_clear_contents(buffer);
    hb.hb_buffer_add_utf16(buffer, this.#textAddress, text.length, start, end - start);
    hb.hb_buffer_set_flags(
      buffer,
      FLAG_REMOVE_DEFAULT_IGNORABLES |
        (start === 0 ? FLAG_BEGINNING_OF_TEXT : 0) |
        (end === text.length ? FLAG_END_OF_TEXT : 0),
    );
    hb.hb_buffer_set_direction(buffer, rightToLeft ? DIRECTION_RTL : DIRECTION_LTR);
    hb.hb_buffer_set_script(buffer, this.#named(this.#scripts, script, hb.hb_script_from_string));
    hb.hb_buffer_set_language(buffer, this.#named(this.#languages, language, hb.hb_language_from_string));
    hb.hb_shape(font, buffer, apart ? this.#noLigatures() : 0, apart ? LIGATURES.length : 0);
    return this.#shaped(hb.hb_buffer_get_length(buffer));
  }

  /** Address of the features that take ligatures away, everywhere (`hb_feature_t`: tag, value, start, end). */
  #noLigatures(): number {
    if (this.#features === 0) this.#features = this.#allocate(LIGATURES.length * FEATURE_BYTES);
    this.#look();
    LIGATURES.forEach((tag, i) => {
      const at = (this.#features + i * FEATURE_BYTES) >> 2;
      this.#u32.set([tag, 0, 0, 0xffffffff], at);
    });
    return this.#features;
  }

  /** What lies in the buffer. */
  #shaped(length: number): Shaped {
    let info = this.#hb.hb_buffer_get_glyph_infos(this.#buffer, 0) >> 2;
    let position = this.#hb.hb_buffer_get_glyph_positions(this.#buffer, 0) >> 2;
    this.#look();
    const u32 = this.#u32;
    const i32 = this.#i32;
    const ids = new Uint16Array(length);
    const clusters = new Uint32Array(length);
    const advances = new Int32Array(length);
    const dx = new Int32Array(length);
    const dy = new Int32Array(length);
    const unsafe = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      ids[i] = u32[info]!;
      unsafe[i] = u32[info + 1]! & GLYPH_FLAG_UNSAFE_TO_BREAK;
      clusters[i] = u32[info + 2]!;
      advances[i] = i32[position]!;
      dx[i] = i32[position + 2]!;
      dy[i] = i32[position + 3]!;
      info += WORDS_PER_GLYPH;
      position += WORDS_PER_GLYPH;
    }
    return { glyphs: { length, ids, clusters, advances, dx, dy }, unsafe };
  }
}

/** A stretch of text in one font, script, direction and language. */
export interface RunToShape {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly rightToLeft: boolean;
  readonly script: string;
  readonly language: string;
  /** Letters stand apart: none are drawn as one. */
  readonly apart?: true;
}
