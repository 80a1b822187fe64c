import { PressError, problem } from '../diagnostics/index.ts';
import { decodeJpeg } from './jpeg.ts';
import { decodePng } from './png.ts';
import { decodeSvg } from './svg.ts';
import type { Palette } from './svg-tokens.ts';
import type { Picture } from './types.ts';

const LARGEST_FILE = 40 * 1024 * 1024;

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

/** Is it a drawing, by how it begins? */
export function isSvg(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*</.test(headOf(bytes));
}

const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 512)).toString('latin1');

/**
 * A picture from the bytes of its file; the type is told by the bytes, not by the name.
 * @param palette the colours of the theme, which an SVG may name
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE
 */
export function decodePicture(bytes: Uint8Array, name: string, palette?: Palette): Picture {
  if (bytes.length > LARGEST_FILE)
    throw new PressError([
      problem(
        'IMAGE_TOO_LARGE',
        `${name} is ${Math.round(bytes.length / 1048576)} MB; the limit is 40 MB.`,
        { file: name },
        'Scale it down.',
      ),
    ]);
  const head = headOf(bytes);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return decodePng(bytes, name);
  // A copy: the picture holds on to the bytes, and the caller may use its buffer again.
  if (head.startsWith('\xff\xd8')) return decodeJpeg(Uint8Array.from(bytes), name);
  if (isSvg(bytes)) return decodeSvg(bytes, name, palette);
  const what = refusedTypes.find(([pattern]) => pattern.test(head))?.[1] ?? 'not a known image';
  throw new PressError([problem('IMAGE_INVALID', `${name} is ${what}.`, { file: name }, taken)]);
}
