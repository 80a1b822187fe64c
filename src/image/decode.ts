import { createHash } from 'node:crypto';
import { PressError, problem } from '../diagnostics/index.ts';
import { decodeJpeg } from './jpeg.ts';
import { decodePng } from './png.ts';
import { decodeSvg } from './svg.ts';
import type { Picture } from './types.ts';

const LARGEST_FILE = 40 * 1024 * 1024;
/** Bounds of the cache: pictures, and bytes of their samples. */
const MOST_KEPT = 200;
const MOST_BYTES = 256 * 1024 * 1024;

const taken = 'SVG, PNG and JPEG are taken.';
/** File types that are recognised only to name them; by their first bytes as Latin-1. */
const refusedTypes: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^GIF8/, 'a GIF'],
  [/^RIFF[\s\S]{4}WEBP/, 'a WebP'],
  [/^%PDF-/, 'a PDF'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF'],
  [/^BM/, 'a BMP'],
  [/^[\s\S]{4}ftyp/, 'an AVIF or HEIC'],
  [/^%!PS/, 'PostScript'],
  [/^\x1f\x8b/, 'compressed (SVGZ?)'],
];

const kept = new Map<string, Picture>();
let keptBytes = 0;

/**
 * A picture from the bytes of its file; the type is told by the bytes, not by the name. The same bytes under the same
 * name give the same object again.
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE
 */
export function decodePicture(bytes: Uint8Array, name: string): Picture {
  if (bytes.length > LARGEST_FILE)
    throw new PressError([
      problem(
        'IMAGE_TOO_LARGE',
        `${name} is ${Math.round(bytes.length / 1048576)} MB; the limit is 40 MB.`,
        { file: name },
        'Scale it down.',
      ),
    ]);
  const key = `${createHash('sha256').update(bytes).digest('base64')} ${name}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const picture = decode(bytes, name);
  keep(key, picture);
  return picture;
}

function decode(bytes: Uint8Array, name: string): Picture {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return decodePng(bytes, name);
  // A copy: the picture holds on to the bytes, and the caller may use its buffer again.
  if (head.startsWith('\xff\xd8')) return decodeJpeg(Uint8Array.from(bytes), name);
  if (/^(?:\xef\xbb\xbf)?\s*</.test(head)) return decodeSvg(bytes, name);
  const what = refusedTypes.find(([pattern]) => pattern.test(head))?.[1] ?? 'not a known image';
  throw new PressError([problem('IMAGE_INVALID', `${name} is ${what}.`, { file: name }, taken)]);
}

function sizeOf(picture: Picture): number {
  if (picture.kind === 'raster') return picture.data.length;
  return picture.shapes.reduce((sum, { path }) => sum + path.points.byteLength + path.verbs.length, 0);
}

/** Keeps a picture and drops the oldest ones beyond the bounds. */
function keep(key: string, picture: Picture): void {
  kept.set(key, picture);
  keptBytes += sizeOf(picture);
  for (const [oldKey, old] of kept) {
    if (kept.size <= MOST_KEPT && keptBytes <= MOST_BYTES) break;
    kept.delete(oldKey);
    keptBytes -= sizeOf(old);
  }
}
