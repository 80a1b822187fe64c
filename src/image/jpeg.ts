import { orientationOf, readExif } from './exif.ts';
import { invalid } from './fault.ts';
import { type ColorProfile, LARGEST_PROFILE, readProfile } from './icc.ts';
import { checkPixels } from './pixels.ts';
import type { RasterPicture } from './types.ts';

/** Frames that PDF's DCTDecode takes: baseline, extended sequential, progressive (ISO 32000-1 7.4.8). */
const readableFrames = new Set([0xc0, 0xc1, 0xc2]);
/** Markers of the form SOFn that are none: DHT, JPG, DAC. */
const notFrames = new Set([0xc4, 0xc8, 0xcc]);
const again = 'Export it again.';
const hintProfile = 'Convert it to sRGB, and save it anew.';

/** What the header says. */
interface Header {
  readonly frame: { readonly width: number; readonly height: number; readonly ids: readonly number[] };
  readonly orientation: number;
  readonly colorSpace: number | undefined;
  readonly profile: Uint8Array | undefined;
  /** Adobe's marker is there (ITU-T T.872 6.5.3). */
  readonly isAdobe: boolean;
  readonly isJfif: boolean;
  /** Where the first scan begins. */
  readonly scan: number;
}

/**
 * A JPEG's size and colours from its header (ITU-T T.81 annex B); the file itself is embedded unchanged, turned by the
 * matrix that it is drawn with.
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE
 */
export function decodeJpeg(bytes: Uint8Array, name: string): RasterPicture {
  const header = readHeader(bytes, name);
  const { width, height, ids } = header.frame;
  const components = ids.length;
  if (components !== 1 && components !== 3 && components !== 4)
    throw invalid(name, `has ${components} colour components`, 'Save it as RGB or grey.');
  checkPixels(width, height, 0, name);
  const profile = profileOf(header, components, name);
  const orientation = orientationOf(header.orientation, name);
  if (!endsWithMarker(bytes, header.scan)) throw invalid(name, 'is cut off: its end is missing', again);
  const isTurned = orientation > 4;
  return {
    kind: 'raster',
    name,
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    format: 'jpeg',
    data: bytes,
    components,
    ...(orientation === 1 ? {} : { orientation }),
    ...(profile === undefined || profile.isPlain ? {} : { profile: profile.bytes }),
    // Adobe's programs store CMYK inverted.
    ...(components === 4 && header.isAdobe ? { inverted: true } : {}),
  };
}

function profileOf(header: Header, components: 1 | 3 | 4, name: string): ColorProfile | undefined {
  const { profile: bytes, colorSpace, frame, isAdobe, isJfif } = header;
  if (bytes === undefined) {
    if (components === 4)
      throw invalid(name, 'is CMYK without a colour profile', 'Save it as sRGB, or with its profile.');
    if (colorSpace === 2)
      throw invalid(
        name,
        'is in Adobe RGB, and has no colour profile',
        'Save it as sRGB, or with its profile.',
      );
    // Readers differ in what they make of it (libjpeg by the letters, ISO 32000-1 7.4.8 by nothing).
    if (!isAdobe && !isJfif && String.fromCharCode(...frame.ids) === 'RGB')
      throw invalid(name, 'does not say how its colours are stored', 'Save it as baseline JPEG.');
    return undefined;
  }
  const profile = readProfile(bytes, name);
  if (profile.components !== components)
    throw invalid(name, 'has a colour profile for other colours than its own', hintProfile);
  return profile;
}

function readHeader(bytes: Uint8Array, name: string): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const says = (at: number, text: string): boolean =>
    [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
  let frame: Header['frame'] | undefined;
  let exif = { orientation: 1, colorSpace: undefined as number | undefined };
  let [isAdobe, isJfif] = [false, false];
  const parts: Uint8Array[] = [];
  let wanted = 0;
  let at = 2;
  for (;;) {
    // Any number of fill bytes may stand before a marker (B.1.1.2).
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (at + 4 > bytes.length) throw invalid(name, 'is cut off in its header', again);
    if (bytes[at] !== 0xff) throw invalid(name, 'is damaged', again);
    const marker = bytes[at + 1]!;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) throw invalid(name, 'is cut off in its header', again);
    const [start, end] = [at + 4, at + 2 + length];
    if (marker === 0xda) break;
    if (marker === 0xe0 && says(start, 'JFIF\0') && length >= 14) {
      isJfif = true;
      checkSquare(view.getUint16(start + 8), view.getUint16(start + 10), name);
    }
    if (marker === 0xe1 && says(start, 'Exif\0') && length > 8)
      exif = { ...readExif(new DataView(bytes.buffer, bytes.byteOffset + start + 6, end - start - 6)) };
    if (marker === 0xee && says(start, 'Adobe') && length >= 14) isAdobe = true;
    if (marker === 0xe2 && says(start, 'ICC_PROFILE\0') && length > 16) {
      // ICC.1:2004-10 B.4: parts are numbered from 1, and say how many there are.
      const part = bytes[start + 12]! - 1;
      if (parts[part] !== undefined) throw invalid(name, 'has two colour profiles', hintProfile);
      parts[part] = bytes.subarray(start + 14, end);
      wanted = bytes[start + 13]!;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker))
      frame = readFrame(view, marker, start, end, name);
    at = end;
  }
  if (frame === undefined || frame.width === 0 || frame.height === 0)
    throw invalid(name, 'does not say how large it is', again);
  const whole = Array.from({ length: wanted }, (_, i) => parts[i]);
  if (parts.length > 0 && (parts.length !== wanted || whole.includes(undefined)))
    throw invalid(name, 'has a colour profile that is cut off', hintProfile);
  const profile = wanted === 0 ? undefined : Buffer.concat(whole as Uint8Array[]);
  if ((profile?.length ?? 0) > LARGEST_PROFILE)
    throw invalid(name, 'has a colour profile that is too large', hintProfile);
  return { frame, ...exif, profile, isAdobe, isJfif, scan: at };
}

function readFrame(
  view: DataView,
  marker: number,
  start: number,
  end: number,
  name: string,
): Header['frame'] {
  const count = start + 6 <= end ? view.getUint8(start + 5) : 0;
  if (!readableFrames.has(marker) || start + 6 + 3 * count > end || count === 0 || view.getUint8(start) !== 8)
    throw invalid(name, 'is a kind of JPEG that PDF does not know', 'Save it as baseline JPEG with 8 bits.');
  return {
    height: view.getUint16(start + 1),
    width: view.getUint16(start + 3),
    ids: Array.from({ length: count }, (_, i) => view.getUint8(start + 6 + 3 * i)),
  };
}

/** @throws PressError IMAGE_INVALID where pixels are not as wide as they are high: printed so, it would be distorted. */
export function checkSquare(across: number, down: number, name: string): void {
  if (across === 0 || down === 0 || Math.abs(across / down - 1) <= 0.02) return;
  throw invalid(name, 'has pixels that are not square', 'Scale it to square pixels, and save it anew.');
}

/** True when an end-of-image marker follows the scan. */
function endsWithMarker(bytes: Uint8Array, scan: number): boolean {
  for (let i = bytes.length - 2; i > scan; i--) if (bytes[i] === 0xff && bytes[i + 1] === 0xd9) return true;
  return false;
}
