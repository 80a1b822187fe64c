import { invalid } from './fault.ts';

/** Bytes of a profile; those of presses take up to 3 MB. */
export const LARGEST_PROFILE = 4_000_000;

const HEADER = 128;
const MOST_TAGS = 200;
/** Profile classes that say what samples look like: scanner, monitor, printer, colour space (ICC.1:2004-10 7.2.5). */
const usable = new Set(['scnr', 'mntr', 'prtr', 'spac']);
const components: Readonly<Record<string, 1 | 3 | 4>> = { GRAY: 1, 'RGB ': 3, CMYK: 4 };
const hint = 'Convert it to sRGB, and save it anew.';

/** An ICC profile of an image: what its samples look like. */
export interface ColorProfile {
  /** As it stands in the file. */
  readonly bytes: Uint8Array;
  /** Grey, RGB, CMYK. */
  readonly components: 1 | 3 | 4;
  /** It says what is so without it: sRGB, or grey with the curve of sRGB. */
  readonly isPlain: boolean;
}

/**
 * Reads an embedded ICC profile (ICC.1:2004-10, the version that PDF 1.7 knows).
 * @throws PressError IMAGE_INVALID for one that no PDF may hold
 */
export function readProfile(bytes: Uint8Array, name: string): ColorProfile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < HEADER + 4 || view.getUint32(0) !== bytes.length || text(36) !== 'acsp')
    throw invalid(name, 'has a colour profile that is damaged', hint);
  const count = components[text(16)];
  const isKnown = view.getUint8(8) <= 4 && usable.has(text(12)) && ['XYZ ', 'Lab '].includes(text(20));
  if (count === undefined || !isKnown)
    throw invalid(name, 'has a colour profile of a kind that PDF does not know', hint);
  const tags = readTags(view, text);
  const needed = { 1: ['kTRC'], 3: ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'], 4: ['A2B0'] }[count];
  if (tags === undefined || !(tags.has('A2B0') || needed.every((tag) => tags.has(tag))))
    throw invalid(name, 'has a colour profile that is damaged', hint);
  return { bytes, components: count, isPlain: isPlain(view, count, tags) };
}

type Tags = ReadonlyMap<string, readonly [offset: number, length: number]>;

function readTags(view: DataView, text: (at: number) => string): Tags | undefined {
  const count = view.getUint32(HEADER);
  if (count > MOST_TAGS || HEADER + 4 + 12 * count > view.byteLength) return undefined;
  const tags = new Map<string, readonly [number, number]>();
  for (let i = 0; i < count; i++) {
    const at = HEADER + 4 + 12 * i;
    const [offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset < HEADER || length < 8 || offset + length > view.byteLength) return undefined;
    tags.set(text(at), [offset, length]);
  }
  return tags;
}

/** Colorants of sRGB, adapted to D50 (IEC 61966-2-1, annex). */
const srgb: Readonly<Record<string, readonly number[]>> = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
};
/** Profiles round to 1/65536, and makers chose the last digits; a curve of gamma 2.2 differs by more. */
const [sameColorant, sameLight] = [0.002, 0.003];
const SAMPLES = 32;

function isPlain(view: DataView, count: 1 | 3 | 4, tags: Tags): boolean {
  if (count === 4 || tags.has('A2B0')) return false;
  const curves = count === 1 ? ['kTRC'] : ['rTRC', 'gTRC', 'bTRC'];
  const isSame = curves.every((tag) => isSrgbCurve(view, ...tags.get(tag)!));
  if (count === 1 || !isSame) return isSame;
  return Object.entries(srgb).every(([tag, wanted]) => {
    const [offset, length] = tags.get(tag)!;
    return (
      length >= 20 &&
      wanted.every((value, i) => Math.abs(view.getInt32(offset + 8 + 4 * i) / 65536 - value) <= sameColorant)
    );
  });
}

function isSrgbCurve(view: DataView, offset: number, length: number): boolean {
  for (let i = 0; i <= SAMPLES; i++) {
    const x = i / SAMPLES;
    const light = curveAt(view, offset, length, x);
    if (light === undefined || Math.abs(light - linear(x)) > sameLight) return false;
  }
  return true;
}

/** The light of an sRGB sample, both 0 to 1 (IEC 61966-2-1). */
export function linear(x: number): number {
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
}

/** A curve (10.5) or parametric curve (10.15) at a place; undefined for what is neither. */
function curveAt(view: DataView, offset: number, length: number, x: number): number | undefined {
  const type = view.getUint32(offset);
  if (type === 0x63757276 && length >= 12) {
    const count = view.getUint32(offset + 8);
    if (count === 0) return x;
    if (length < 12 + 2 * count) return undefined;
    if (count === 1) return x ** (view.getUint16(offset + 12) / 256);
    const place = x * (count - 1);
    const from = Math.min(Math.floor(place), count - 2);
    const at = (i: number): number => view.getUint16(offset + 12 + 2 * i) / 65535;
    return at(from) + (at(from + 1) - at(from)) * (place - from);
  }
  if (type !== 0x70617261 || length < 12) return undefined;
  const form = view.getUint16(offset + 8);
  const most = [1, 3, 4, 5, 7][form];
  if (most === undefined || length < 12 + 4 * most) return undefined;
  const [g, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from(
    { length: most },
    (_, i) => view.getInt32(offset + 12 + 4 * i) / 65536,
  ) as [number, ...number[]];
  const power = (a * x + b) ** g;
  if (form === 0) return x ** g;
  if (form === 1) return x >= -b / a ? power : 0;
  if (form === 2) return x >= -b / a ? power + c : c;
  return form === 3 ? (x >= d ? power : c * x) : x >= d ? power + e : c * x + f;
}
