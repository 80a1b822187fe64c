import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fromDisk, type Place, PressError, problem } from '../diagnostics/index.ts';
import type { DocumentElement } from '../document/index.ts';
import type { Color } from '../geometry/index.ts';
import { decodePicture, type Picture, qrPicture } from '../image/index.ts';

/** Bytes of an image file; larger ones are refused before they are read. */
const largestImage = 40 * 1024 * 1024;

/** What `src` may name: folders by scheme (`guide:figures/table.svg`, `template:art/mark.svg`), and what codes open. */
export interface PictureSources {
  readonly guide: string;
  readonly template: string;
  /** What `qr:dial` stands for. */
  readonly dial: string;
  /** The address that was asked for; undefined: the code dials. */
  readonly qr: string | undefined;
}

/** Of QR codes and fold marks. */
export const ink: Color = [0x12, 0x2c, 0x3a];
const files = new Map<string, { modified: number; picture: Picture }>();

/**
 * The picture of an `img`: read once, kept as long as the file does not change.
 * @throws PressError FILE_NOT_FOUND, PATH_OUTSIDE, IMAGE_INVALID, IMAGE_TOO_LARGE, QR_TOO_LONG
 */
export function pictureOf(element: DocumentElement, sources: PictureSources): Picture {
  const src = element.attributes.src ?? '';
  const colon = src.indexOf(':');
  const [scheme, rest] = [src.slice(0, colon), src.slice(colon + 1)];
  if (scheme === 'qr' && rest === 'dial') return qrPicture(sources.dial, ink);
  if (scheme === 'qr' && rest === sources.qr) return qrPicture(rest, ink);
  if (scheme === 'qr')
    throw new PressError([
      problem(
        'HTML_ATTRIBUTE_UNKNOWN',
        `A template has no QR code of its own, and this one opens "${rest}".`,
        element.origin,
        'Write qr:{{qr}}: it dials the helpline, or opens the address that was asked for.',
      ),
    ]);
  if (scheme === 'guide' || scheme === 'template') return filePicture(sources[scheme], rest, element.origin);
  throw new PressError([
    problem(
      'HTML_ATTRIBUTE_UNKNOWN',
      `The image address "${src}" has no known scheme.`,
      element.origin,
      'Use guide:<path>, template:<path> or qr:<address>.',
    ),
  ]);
}

function filePicture(folder: string, path: string, place: Place): Picture {
  const file = inside(folder, path, place);
  const { mtimeMs, size } = statSync(file);
  const known = files.get(file);
  if (known !== undefined && known.modified === mtimeMs) return known.picture;
  if (size > largestImage)
    throw new PressError([
      problem(
        'IMAGE_TOO_LARGE',
        `${path} is ${Math.round(size / 1048576)} MB.`,
        place,
        'The limit is 40 MB.',
      ),
    ]);
  const bytes = fromDisk(file, () => readFileSync(file));
  const picture = decodePicture(bytes, path);
  if (files.size > 500) files.clear();
  files.set(file, { modified: mtimeMs, picture });
  return picture;
}

/** The real path of a file that must lie in a folder, symbolic links followed. */
function inside(folder: string, path: string, place: Place): string {
  const root = realpathSync(folder);
  const target = resolve(root, path);
  const outside = new PressError([
    problem('PATH_OUTSIDE', `The image ${path} lies outside its folder.`, place, `Move it into ${folder}.`),
  ]);
  if (!isWithin(root, target)) throw outside;
  let real: string;
  try {
    real = realpathSync(target);
  } catch {
    throw new PressError([
      problem('FILE_NOT_FOUND', `There is no image ${path}.`, place, `Looked in ${join(folder, path)}.`),
    ]);
  }
  if (!isWithin(root, real)) throw outside;
  return real;
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
}
