import { join } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';
import { isThere, readBytes } from '../files/index.ts';
import { decodePicture } from '../image/index.ts';
import { writeWhole } from '../press/index.ts';
import { refuseShipped } from './form.ts';

/** Bytes of the largest picture that the page sends. */
export const largestLogo = 4_000_000;

const ending = /\.(svg|png|jpe?g)$/i;

/**
 * Puts a picture into the guide's folder, for the form to name: one that can be printed, and over no other.
 * @param named its name where it comes from; letters that some systems do not take become hyphens
 * @throws PressError USAGE, IMAGE_INVALID, IMAGE_TOO_LARGE, OUTPUT_UNWRITABLE
 */
export function addLogo(folder: string, named: string, bytes: Uint8Array): { readonly name: string } {
  refuseShipped(folder);
  const stem = named
    .replace(ending, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const [kind] = ending.exec(named) ?? [];
  if (kind === undefined)
    throw usage(`"${named.slice(0, 80)}" is no picture by its name.`, 'SVG, PNG and JPEG are taken.');
  const name = `${stem === '' ? 'logo' : stem}${kind.toLowerCase()}`;
  decodePicture(bytes, name);
  if (isThere(folder, name)) {
    if (Buffer.compare(readBytes(folder, name), bytes) !== 0)
      throw usage(`There is another ${name} in the folder of the guide.`, 'Give the picture another name.');
    return { name };
  }
  writeWhole([{ path: join(folder, name), content: bytes }]);
  return { name };
}

const usage = (message: string, hint: string) => new PressError([problem('USAGE', message, {}, hint)]);
