import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { type DecodedPng, decode } from 'fast-png';
import { invalid } from './fault.ts';
import { checkPixels } from './pixels.ts';
import { pngChunk } from './png-chunk.ts';
import {
  type ColorChunks,
  colorChunks,
  colorOf,
  orientationOfPng,
  type PngColor,
  type ToSrgb,
} from './png-color.ts';
import { passesOf, withoutPasses } from './png-interlaced.ts';
import type { RasterPicture } from './types.ts';

/** Chunks that the decoder needs; no other reaches it. */
const wanted = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const SIGNATURE = 8;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly channels: number;
  readonly interlaced: boolean;
  /** Its samples are numbers of colours. */
  readonly isIndexed: boolean;
}

/** Channels and allowed bit depths by colour type (PNG 3 table 11.1). */
const colorTypes: Readonly<
  Record<number, { readonly channels: number; readonly depths: readonly number[] }>
> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/**
 * A PNG as samples of 8 bits with its transparency. Its word on colours is kept: as a profile, or by conversion.
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE
 */
export function decodePng(bytes: Uint8Array, name: string): RasterPicture {
  const chunks = readChunks(bytes, name);
  const header = readHeader(bytes, chunks, name);
  checkOrder(header, chunks, name);
  const says = colorChunksOf(bytes, chunks);
  const color = colorOf(says, name);
  const orientation = orientationOfPng(says, name);
  checkPixels(header.width, header.height, (header.channels * header.depth) / 8, name);
  const rows = inflated(bytes, chunks, header, name);
  let png: DecodedPng;
  try {
    png = decode(plain(bytes, chunks, header, rows), { checkCrc: true });
  } catch {
    throw invalid(name, 'is damaged', 'Export it again.');
  }
  if (color.profile !== undefined && color.profile.components !== 3) {
    const isGrey = color.profile.components === 1 && png.channels < 3 && png.palette === undefined;
    if (!isGrey)
      throw invalid(
        name,
        'has a colour profile for other colours than its own',
        'Convert it to sRGB, and save it anew.',
      );
  }
  const { alpha, ...pixels } = pixelsOf(png, color, name);
  const isTurned = orientation > 4;
  return {
    kind: 'raster',
    name,
    width: isTurned ? png.height : png.width,
    height: isTurned ? png.width : png.height,
    format: 'png',
    ...pixels,
    ...(orientation === 1 ? {} : { orientation }),
    ...(color.profile === undefined || color.profile.isPlain ? {} : { profile: color.profile.bytes }),
    ...(alpha === undefined ? {} : { alpha }),
  };
}

interface Chunk {
  readonly type: string;
  /** Offsets of the whole chunk, from its length to its checksum. */
  readonly start: number;
  readonly end: number;
}

function readChunks(bytes: Uint8Array, name: string): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    if (wanted.has(type) || isColorChunk(type)) chunks.push({ type, start: at, end });
    if (type === 'IEND') return chunks;
    at = end;
  }
  throw invalid(name, 'is cut off', 'Export it again.');
}

const isColorChunk = (type: string): boolean => (colorChunks as readonly string[]).includes(type);

/** The first of each type: a second one is a fault that all decoders pass over. */
function colorChunksOf(bytes: Uint8Array, chunks: readonly Chunk[]): ColorChunks {
  const found = new Map<string, Uint8Array>();
  for (const { type, start, end } of chunks)
    if (isColorChunk(type) && !found.has(type)) found.set(type, bytes.subarray(start + 8, end - 4));
  return found;
}

function readHeader(bytes: Uint8Array, chunks: readonly Chunk[], name: string): Header {
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.end - first.start !== 25)
    throw invalid(name, 'does not begin with its header', 'Export it again.');
  const view = new DataView(bytes.buffer, bytes.byteOffset + first.start + 8, 13);
  const color = colorTypes[view.getUint8(9)];
  const [width, height, depth] = [view.getUint32(0), view.getUint32(4), view.getUint8(8)];
  if (width === 0 || height === 0 || !color?.depths.includes(depth) || view.getUint8(12) > 1)
    throw invalid(name, 'has a header that makes no sense', 'Export it again.');
  const interlaced = view.getUint8(12) === 1;
  return { width, height, depth, channels: color.channels, interlaced, isIndexed: view.getUint8(9) === 3 };
}

/**
 * One header, one palette and one list of what is transparent, before the pixels: of two some programs take the first, and
 * some the last, with a size that nobody looked at. Without its palette a picture has no colours.
 */
function checkOrder({ isIndexed }: Header, chunks: readonly Chunk[], name: string): void {
  const order = chunks.flatMap(({ type }) => (wanted.has(type) ? [type] : []));
  const known = order.filter((type, i) => type !== 'IDAT' || order[i - 1] !== 'IDAT').join(' ');
  if (!/^IHDR(?: PLTE)?(?: tRNS)? IDAT IEND$/.test(known))
    throw invalid(name, 'has its parts twice or in another order than PNGs have them', 'Export it again.');
  if (isIndexed && !order.includes('PLTE')) throw invalid(name, 'lacks its palette', 'Export it again.');
}

/** Bytes that the filtered rows must have: one for the filter, then the samples. */
function filteredSize({ width, height, depth, channels, interlaced }: Header): number {
  const size = (columns: number, count: number): number =>
    count * (1 + Math.ceil((columns * channels * depth) / 8));
  if (!interlaced) return size(width, height);
  return passesOf(width, height).reduce((sum, { columns, rows }) => sum + size(columns, rows), 0);
}

/** Inflates under a limit before the decoder does, so that a few kilobytes cannot grow to gigabytes. Gives the filtered rows. */
function inflated(bytes: Uint8Array, chunks: readonly Chunk[], header: Header, name: string): Uint8Array {
  const parts = chunks
    .filter(({ type }) => type === 'IDAT')
    .map(({ start, end }) => bytes.subarray(start + 8, end - 4));
  const size = filteredSize(header);
  let rows: Uint8Array;
  try {
    rows = inflateSync(Buffer.concat(parts), { maxOutputLength: size + 1 });
  } catch {
    throw invalid(name, 'is damaged, or holds more data than its size needs', 'Export it again.');
  }
  if (rows.length !== size)
    throw invalid(name, 'does not hold the pixels that its header tells of', 'Export it again.');
  return rows;
}

/**
 * The file with only the wanted chunks, and without passes that the decoder does not take.
 * @throws RangeError where a chunk, or a filter, is damaged
 */
function plain(bytes: Uint8Array, chunks: readonly Chunk[], header: Header, rows: Uint8Array): Uint8Array {
  const parts = chunks.filter(({ type }) => wanted.has(type));
  const signature = bytes.subarray(0, SIGNATURE);
  if (!header.interlaced || header.depth >= 8)
    return Buffer.concat([signature, ...parts.map(({ start, end }) => bytes.subarray(start, end))]);
  const data = deflateSync(withoutPasses(rows, header), { level: 1 });
  return Buffer.concat([
    signature,
    ...parts.flatMap(({ type, start, end }, i) => {
      const own = Buffer.from(bytes.subarray(start, end));
      if (crc32(own.subarray(4, -4)) !== own.readUInt32BE(own.length - 4))
        throw new RangeError(`its ${type} is damaged`);
      if (type === 'IHDR') return [pngChunk(type, own.subarray(8, 20), Uint8Array.of(0))];
      if (type !== 'IDAT') return [own];
      return parts[i - 1]?.type === 'IDAT' ? [] : [pngChunk(type, data)];
    }),
  ]);
}

/** Samples of 8 bits, and how opaque each pixel is. */
interface Pixels {
  readonly data: Uint8Array;
  readonly components: 1 | 3;
  /** Undefined: wholly opaque. */
  readonly alpha: Uint8Array | undefined;
}

/** RGB, or grey where the profile is of grey; what is wholly transparent is white. */
function pixelsOf(png: DecodedPng, { profile, toSrgb }: PngColor, name: string): Pixels {
  const { width, height, depth, channels, palette, transparency } = png;
  const components = profile?.components === 1 ? 1 : 3;
  const keyed = transparency !== undefined && palette === undefined ? [...transparency] : undefined;
  // As the decoder has it, where it has it so: of a large photograph that is half of the time.
  if (png.data instanceof Uint8Array && depth === 8 && channels === 3 && components === 3)
    if (keyed === undefined && toSrgb === undefined) return { data: png.data, components, alpha: undefined };
  const convert = toSrgb && remembered(toSrgb);
  const data = new Uint8Array(width * height * components);
  const alphas = new Uint8Array(width * height);
  const most = 2 ** depth - 1;
  const sample = sampler(png);
  const grey = channels < 3;
  const isVeiled = channels === 2 || channels === 4;
  let isOpaque = true;
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const first = sample(x, y, 0);
      let red = first;
      let green = first;
      let blue = first;
      let alpha = most;
      let full = most;
      if (palette !== undefined) {
        const color = palette[first];
        if (color === undefined)
          throw invalid(name, 'uses a colour that its palette lacks', 'Export it again.');
        full = 255;
        red = color[0]!;
        green = color[1]!;
        blue = color[2]!;
        alpha = color[3] ?? 255;
      } else {
        if (!grey) {
          green = sample(x, y, 1);
          blue = sample(x, y, 2);
        }
        if (isVeiled) alpha = sample(x, y, channels - 1);
        else if (keyed?.[0] === red && (grey || (keyed[1] === green && keyed[2] === blue))) alpha = 0;
      }
      const opacity = Math.round((alpha / full) * 255);
      if (opacity < 255) isOpaque = false;
      alphas[y * width + x] = opacity;
      if (opacity === 0) {
        for (let i = 0; i < components; i++) data[to++] = 255;
        continue;
      }
      if (convert !== undefined) {
        const color = convert(red, green, blue, full);
        full = 255;
        red = color >>> 16;
        green = (color >>> 8) & 255;
        blue = color & 255;
      }
      data[to++] = Math.round((red / full) * 255);
      if (components === 1) continue;
      data[to++] = Math.round((green / full) * 255);
      data[to++] = Math.round((blue / full) * 255);
    }
  }
  return { data, components, alpha: isOpaque ? undefined : alphas };
}

/** Colours that are remembered at a time: a power of two. */
const mostColors = 65_536;

/** A conversion to 8 bits of each, as one number; what was asked for lately is not worked out anew: pixels repeat their neighbours. */
function remembered(toSrgb: ToSrgb): (red: number, green: number, blue: number, full: number) => number {
  const asked = new Float64Array(mostColors).fill(-1);
  const given = new Int32Array(mostColors);
  return (red, green, blue, full) => {
    const key = (red * 65_536 + green) * 65_536 + blue;
    const at = (red * 40_503 + green * 211 + blue) & (mostColors - 1);
    if (asked[at] !== key) {
      const [r, g, b] = toSrgb(red / full, green / full, blue / full);
      asked[at] = key;
      given[at] = (Math.round(r * 255) << 16) | (Math.round(g * 255) << 8) | Math.round(b * 255);
    }
    return given[at]!;
  };
}

/** Reads one sample; below 8 bits, rows are packed from the high bit and begin at a byte. */
function sampler({
  data,
  width,
  depth,
  channels,
}: DecodedPng): (x: number, y: number, channel: number) => number {
  if (depth >= 8) return (x, y, channel) => data[(y * width + x) * channels + channel]!;
  const rowBytes = Math.ceil((width * depth) / 8);
  const mask = 2 ** depth - 1;
  return (x, y) => {
    const bit = x * depth;
    return (data[y * rowBytes + (bit >> 3)]! >> (8 - depth - (bit & 7))) & mask;
  };
}
