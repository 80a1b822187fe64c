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
const PAGE = 65536;

/** What was shaped, with HarfBuzz's word on where it may be cut. */
export interface Shaped {
  readonly glyphs: Glyphs;
  /** 1 where a line break before the glyph's cluster asks for shaping both sides anew. */
  readonly unsafe: Uint8Array;
}

interface Engine {
  readonly hb: Exports;
  /** The one buffer: HarfBuzz objects are never freed, so none is made per call. */
  readonly buffer: number;
  /** Four bytes for out-parameters. */
  readonly scratch: number;
  readonly languages: Map<string, number>;
  readonly scripts: Map<string, number>;
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
  /** The text that lies in the WASM heap, its address and the room there in UTF-16 units. */
  text: string;
  textAddress: number;
  textRoom: number;
}

let engine: Engine | undefined;

function start(): Engine {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm');
  let memory: WebAssembly.Memory | undefined;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {
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
          return 0; // malloc then returns 0, which `allocate` reports
        }
      },
    },
    wasi_snapshot_preview1: { proc_exit() {} },
  });
  const hb = instance.exports as unknown as Exports;
  memory = hb.memory;
  hb.__wasm_call_ctors();
  const buffer = hb.hb_buffer_create();
  hb.hb_buffer_set_cluster_level(buffer, CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  const scratch = hb.malloc(4);
  const heap = hb.memory.buffer;
  return {
    hb,
    buffer,
    scratch,
    languages: new Map(),
    scripts: new Map(),
    u8: new Uint8Array(heap),
    u16: new Uint16Array(heap),
    u32: new Uint32Array(heap),
    i32: new Int32Array(heap),
    text: '',
    textAddress: 0,
    textRoom: 0,
  };
}

/** The running engine, with views on its heap as it is now: growing the heap detaches the old ones. */
function ready(): Engine {
  engine ??= start();
  if (engine.u8.buffer !== engine.hb.memory.buffer) {
    const heap = engine.hb.memory.buffer;
    engine.u8 = new Uint8Array(heap);
    engine.u16 = new Uint16Array(heap);
    engine.u32 = new Uint32Array(heap);
    engine.i32 = new Int32Array(heap);
  }
  return engine;
}

function allocate(bytes: number): number {
  const address = ready().hb.malloc(bytes);
  if (address === 0) throw new Error('HarfBuzz is out of memory');
  return address;
}

/** A value that HarfBuzz makes from an ASCII name, remembered: languages and scripts are few. */
function named(
  known: Map<string, number>,
  name: string,
  make: (text: number, length: number) => number,
): number {
  let value = known.get(name);
  if (value === undefined) {
    const address = allocate(name.length + 1);
    const { u8, hb } = ready();
    for (let i = 0; i < name.length; i++) u8[address + i] = name.charCodeAt(i) & 0x7f;
    u8[address + name.length] = 0;
    value = make(address, name.length);
    hb.free(address);
    known.set(name, value);
  }
  return value;
}

/** Opens a font for shaping at one unit per font unit. It stays open for the life of the process. */
export function openFont(bytes: Uint8Array): number {
  const address = allocate(bytes.length);
  const { hb, u8 } = ready();
  u8.set(bytes, address);
  const blob = hb.hb_blob_create(address, bytes.length, MEMORY_MODE_READONLY, 0, 0);
  return hb.hb_font_create(hb.hb_face_create(blob, 0));
}

/** Glyph id of a code point without shaping, 0 when the font has none. */
export function nominalGlyph(font: number, codePoint: number): number {
  const { hb, scratch } = ready();
  return hb.hb_font_get_nominal_glyph(font, codePoint, scratch) === 0 ? 0 : ready().u32[scratch >> 2]!;
}

/** Advance width of a glyph in font units. */
export function glyphAdvance(font: number, glyph: number): number {
  return ready().hb.hb_font_get_glyph_h_advance(font, glyph);
}

/** Copies a paragraph's text into the heap, unless it is the one that lies there. */
function placeText(text: string): void {
  const e = ready();
  if (e.text === text) return;
  if (text.length > e.textRoom) {
    if (e.textAddress !== 0) e.hb.free(e.textAddress);
    e.textRoom = Math.max(4096, text.length * 2);
    e.textAddress = allocate(e.textRoom * 2);
  }
  const { u16 } = ready();
  const at = e.textAddress >> 1;
  for (let i = 0; i < text.length; i++) u16[at + i] = text.charCodeAt(i);
  e.text = text;
}

/**
 * Shapes `text[start, end)`, which is in one font, script, direction and language, as part of the whole text.
 * `script` is an ISO 15924 code, `language` a BCP 47 tag. Glyphs come in visual order, in font units.
 */
export function shapeRun(
  font: number,
  text: string,
  start: number,
  end: number,
  rightToLeft: boolean,
  script: string,
  language: string,
): Shaped {
  placeText(text);
  const { hb, buffer, textAddress, languages, scripts } = ready();
  hb.hb_buffer_clear_contents(buffer);
  hb.hb_buffer_add_utf16(buffer, textAddress, text.length, start, end - start);
  hb.hb_buffer_set_flags(
    buffer,
    FLAG_REMOVE_DEFAULT_IGNORABLES |
      (start === 0 ? FLAG_BEGINNING_OF_TEXT : 0) |
      (end === text.length ? FLAG_END_OF_TEXT : 0),
  );
  hb.hb_buffer_set_direction(buffer, rightToLeft ? DIRECTION_RTL : DIRECTION_LTR);
  hb.hb_buffer_set_script(buffer, named(scripts, script, hb.hb_script_from_string));
  hb.hb_buffer_set_language(buffer, named(languages, language, hb.hb_language_from_string));
  hb.hb_shape(font, buffer, 0, 0);

  const length = hb.hb_buffer_get_length(buffer);
  let info = hb.hb_buffer_get_glyph_infos(buffer, 0) >> 2;
  let position = hb.hb_buffer_get_glyph_positions(buffer, 0) >> 2;
  const { u32, i32 } = ready();
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
