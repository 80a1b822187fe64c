import { PressError, problem } from '../diagnostics/index.ts';
import { checkPixels } from './pixels.ts';
import type { RasterPicture } from './types.ts';

/** Frames that PDF's DCTDecode takes: baseline, extended sequential, progressive (ISO 32000-1 7.4.8). */
const readableFrames = new Set([0xc0, 0xc1, 0xc2]);
/** Markers of the form SOFn that are none: DHT, JPG, DAC. */
const notFrames = new Set([0xc4, 0xc8, 0xcc]);

/**
 * A JPEG's size and colour components from its header (ITU-T T.81 annex B); the file itself is embedded unchanged.
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE
 */
export function decodeJpeg(bytes: Uint8Array, name: string): RasterPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: { width: number; height: number; components: number } | undefined;
  let at = 2;
  for (;;) {
    // Any number of fill bytes may stand before a marker (B.1.1.2).
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (at + 4 > bytes.length) throw invalid(name, 'is cut off in its header', 'Export it again.');
    if (bytes[at] !== 0xff) throw invalid(name, 'is damaged', 'Export it again.');
    const marker = bytes[at + 1]!;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length)
      throw invalid(name, 'is cut off in its header', 'Export it again.');
    if (marker === 0xda) break;
    if (marker === 0xe1) checkUpright(view, at + 4, length - 2, name);
    if (marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker)) {
      if (!readableFrames.has(marker) || length < 8 || bytes[at + 4] !== 8)
        throw invalid(
          name,
          'is a kind of JPEG that PDF does not know',
          'Save it as baseline JPEG with 8 bits.',
        );
      frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: bytes[at + 9]! };
    }
    at += 2 + length;
  }
  if (frame === undefined || frame.width === 0 || frame.height === 0)
    throw invalid(name, 'does not say how large it is', 'Export it again.');
  const { width, height, components } = frame;
  if (components !== 1 && components !== 3)
    throw invalid(name, `has ${components} colour components (CMYK?)`, 'Save it as RGB or grey.');
  checkPixels(width, height, name);
  if (!endsWithMarker(bytes, at)) throw invalid(name, 'is cut off: its end is missing', 'Export it again.');
  return { kind: 'raster', name, width, height, format: 'jpeg', data: bytes, components };
}

function invalid(name: string, what: string, hint: string): PressError {
  return new PressError([problem('IMAGE_INVALID', `${name} ${what}.`, { file: name }, hint)]);
}

/** True when an end-of-image marker follows the scan. */
function endsWithMarker(bytes: Uint8Array, scan: number): boolean {
  for (let i = bytes.length - 2; i > scan; i--) if (bytes[i] === 0xff && bytes[i + 1] === 0xd9) return true;
  return false;
}

/** Exif orientation (tag 0x0112) other than upright: viewers of PDF ignore it, so the photo would lie on its side. */
function checkUpright(view: DataView, start: number, length: number, name: string): void {
  const exif = 0x45786966;
  if (length < 14 || view.getUint32(start) !== exif) return;
  const tiff = start + 6;
  const end = start + length;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > end) return;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    if (view.getUint16(entry + 8, little) > 1)
      throw invalid(name, 'is stored turned (Exif orientation)', 'Open it in an editor and save it upright.');
    return;
  }
}
