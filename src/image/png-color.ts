import { inflateSync } from 'node:zlib';
import { orientationOf, readExif } from './exif.ts';
import { invalid } from './fault.ts';
import { type ColorProfile, LARGEST_PROFILE, linear, readProfile } from './icc.ts';
import { checkSquare } from './jpeg.ts';
import type { Orientation } from './types.ts';

/** Chunks that say how pixels look, by type, without length and checksum. */
export type ColorChunks = ReadonlyMap<string, Uint8Array>;

export const colorChunks = ['cICP', 'iCCP', 'sRGB', 'gAMA', 'cHRM', 'eXIf', 'pHYs'] as const;

/** Red, green and blue from 0 to 1 as sRGB shows them. */
export type ToSrgb = (red: number, green: number, blue: number) => readonly [number, number, number];

export interface PngColor {
  readonly profile: ColorProfile | undefined;
  /** Undefined: samples are sRGB, or as the profile says. */
  readonly toSrgb: ToSrgb | undefined;
}

const srgbPrimaries = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06];
const displayP3 = [0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06];
/** Encoders wrote 45455 for sRGB, and primaries with five decimals. */
const [srgbGamma, nearGamma, nearPrimary] = [0.45455, 0.002, 0.002];
const hint = 'Convert it to sRGB, and save it anew.';

/**
 * What a PNG says of its colours, the strongest word first (PNG 3 §4.3): cICP, iCCP, sRGB, gAMA with cHRM.
 * @throws PressError IMAGE_INVALID for a word that cannot be kept
 */
export function colorOf(chunks: ColorChunks, name: string): PngColor {
  checkPixelShape(chunks, name);
  const plain: PngColor = { profile: undefined, toSrgb: undefined };
  const cicp = chunks.get('cICP');
  if (cicp !== undefined) {
    const code = cicp.join(' ');
    if (code === '1 13 0 1') return plain;
    if (code === '12 13 0 1') return { profile: undefined, toSrgb: converter(undefined, displayP3) };
    throw invalid(name, 'has colours that are not sRGB (cICP)', hint);
  }
  const iccp = chunks.get('iCCP');
  if (iccp !== undefined) {
    const profile = readProfile(inflated(iccp, name), name);
    return profile.isPlain && profile.components === 3 ? plain : { profile, toSrgb: undefined };
  }
  if (chunks.has('sRGB')) return plain;
  const gamma = gammaOf(chunks, name);
  const primaries = primariesOf(chunks, name);
  return gamma === undefined && primaries === undefined
    ? plain
    : { profile: undefined, toSrgb: converter(gamma, primaries) };
}

/** Which way up it is seen, as its Exif says (PNG 3 §11.3.4.5). @throws PressError IMAGE_INVALID for a way that there is not */
export function orientationOfPng(chunks: ColorChunks, name: string): Orientation {
  const exif = chunks.get('eXIf');
  return orientationOf(exif === undefined ? 1 : readExif(viewOf(exif)).orientation, name);
}

function checkPixelShape(chunks: ColorChunks, name: string): void {
  const density = chunks.get('pHYs');
  if (density?.length === 9) checkSquare(viewOf(density).getUint32(0), viewOf(density).getUint32(4), name);
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function inflated(chunk: Uint8Array, name: string): Uint8Array {
  const end = chunk.indexOf(0);
  try {
    if (end < 1 || chunk[end + 1] !== 0) throw new Error('no profile');
    return inflateSync(chunk.subarray(end + 2), { maxOutputLength: LARGEST_PROFILE });
  } catch {
    throw invalid(name, 'has a colour profile that is damaged or too large', hint);
  }
}

/** The exponent of gAMA; undefined where it is that of sRGB. */
function gammaOf(chunks: ColorChunks, name: string): number | undefined {
  const chunk = chunks.get('gAMA');
  if (chunk === undefined) return undefined;
  const gamma = chunk.length === 4 ? viewOf(chunk).getUint32(0) / 100_000 : 0;
  if (gamma < 0.01 || gamma > 10) throw invalid(name, 'has a gamma that makes no sense', hint);
  return Math.abs(gamma - srgbGamma) < nearGamma ? undefined : gamma;
}

function primariesOf(chunks: ColorChunks, name: string): readonly number[] | undefined {
  const chunk = chunks.get('cHRM');
  if (chunk === undefined) return undefined;
  const values = Array.from(
    { length: Math.floor(chunk.length / 4) },
    (_, i) => viewOf(chunk).getUint32(4 * i) / 100_000,
  );
  if (values.length !== 8 || values.some((value, i) => value > 1 || (i % 2 === 1 && value === 0)))
    throw invalid(name, 'has primary colours that make no sense', hint);
  return values.every((value, i) => Math.abs(value - srgbPrimaries[i]!) < nearPrimary) ? undefined : values;
}

function converter(gamma: number | undefined, primaries: readonly number[] | undefined): ToSrgb {
  const light = gamma === undefined ? linear : (x: number): number => x ** (1 / gamma);
  if (primaries === undefined) return (r, g, b) => [encoded(light(r)), encoded(light(g)), encoded(light(b))];
  const m = product(inverse(toXyz(srgbPrimaries)), product(adaptation(primaries), toXyz(primaries)));
  return (r, g, b) => {
    const [x, y, z] = [light(r), light(g), light(b)];
    const part = (i: number): number => encoded(m[i]! * x + m[i + 1]! * y + m[i + 2]! * z);
    return [part(0), part(3), part(6)];
  };
}

function encoded(light: number): number {
  const x = Math.min(1, Math.max(0, light));
  return x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055;
}

/** Three by three, row by row. */
type Matrix3 = readonly number[];

const xyz = (x: number, y: number): readonly [number, number, number] => [x / y, 1, (1 - x - y) / y];

/** From linear RGB of these primaries to XYZ: columns are the primaries, scaled so that all together are the white. */
function toXyz([wx, wy, rx, ry, gx, gy, bx, by]: readonly number[]): Matrix3 {
  const [r, g, b] = [xyz(rx!, ry!), xyz(gx!, gy!), xyz(bx!, by!)];
  const columns = [r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]];
  const scale = apply(inverse(columns), xyz(wx!, wy!));
  return columns.map((value, i) => value * scale[i % 3]!);
}

const bradford = [0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296];

/** From one white to that of sRGB (Bradford, as ICC.1 annex E). */
function adaptation([wx, wy]: readonly number[]): Matrix3 {
  const from = apply(bradford, xyz(wx!, wy!));
  const to = apply(bradford, xyz(srgbPrimaries[0]!, srgbPrimaries[1]!));
  const scale = [to[0]! / from[0]!, 0, 0, 0, to[1]! / from[1]!, 0, 0, 0, to[2]! / from[2]!];
  return product(inverse(bradford), product(scale, bradford));
}

function apply(m: Matrix3, v: readonly number[]): number[] {
  return [0, 3, 6].map((row) => m[row]! * v[0]! + m[row + 1]! * v[1]! + m[row + 2]! * v[2]!);
}

function product(a: Matrix3, b: Matrix3): Matrix3 {
  const columns = [0, 1, 2].map((i) => apply(a, [b[i]!, b[i + 3]!, b[i + 6]!]));
  return [0, 1, 2].flatMap((row) => columns.map((column) => column[row]!));
}

function inverse(m: Matrix3): Matrix3 {
  const [a, b, c, d, e, f, g, h, i] = m as [number, ...number[]] as number[];
  const cofactors = [
    ...[e! * i! - f! * h!, c! * h! - b! * i!, b! * f! - c! * e!],
    ...[f! * g! - d! * i!, a! * i! - c! * g!, c! * d! - a! * f!],
    ...[d! * h! - e! * g!, b! * g! - a! * h!, a! * e! - b! * d!],
  ];
  const determinant = a! * cofactors[0]! + b! * cofactors[3]! + c! * cofactors[6]!;
  return cofactors.map((value) => value / determinant);
}
