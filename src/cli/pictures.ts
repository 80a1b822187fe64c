import { basename, dirname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { PressError, problem } from '../diagnostics/index.ts';
import { isThere } from '../files/index.ts';
import { producer } from '../press/index.ts';
import type { Proof } from '../proof/index.ts';
import { encodePng, openReader, type PageReader } from '../raster/index.ts';
import type { PrintFlags } from './jobs.ts';

/** Pixels an inch where nobody says: text of 9 pt can be read. */
export const usualDpi = 150;
/** Below, nothing can be made out; above, no printer shows more. */
const [leastDpi, mostDpi] = [24, 600];

/** What `--dpi` says. @throws InvalidArgumentError */
export function dpiOf(text: string): number {
  const dpi = Number(text);
  if (/^\d{1,4}$/.test(text) && dpi >= leastDpi && dpi <= mostDpi) return dpi;
  throw new InvalidArgumentError(`${leastDpi} to ${mostDpi} are possible.`);
}

/** The reader that the flags ask for, if they do. @throws PressError READER_MISSING, USAGE */
export async function readerFor({
  png,
  dpi,
}: Pick<PrintFlags, 'png' | 'dpi'>): Promise<PageReader | undefined> {
  if (png === true) return openReader();
  if (dpi === undefined) return undefined;
  throw new PressError([
    problem(
      'USAGE',
      '--dpi is of pictures, and none are asked for.',
      {},
      'Give --png too, or leave --dpi out.',
    ),
  ]);
}

/** A file before it is written. */
interface Finished {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly proof: Pick<Proof, 'sha256'>;
}

/** Pictures of a file's pages, drawn from its bytes: `<name>.1.png`, `<name>.2.png`. Each says which file it is of. */
export function picturesOf({ path, bytes, proof }: Finished, reader: PageReader, dpi: number) {
  const texts = { Software: producer(), Source: `${basename(path)} SHA-256 ${proof.sha256}` };
  return [...reader.draw(bytes, dpi)].map((picture, index) => ({
    path: pathOf(path, index + 1),
    content: encodePng(picture, texts),
  }));
}

/** Pictures of an earlier file of that name: of pages that it no longer has, or that are drawn no more; another number may stand on them. */
export function picturesLeft(path: string, pages: number): string[] {
  const left: string[] = [];
  for (let page = pages + 1; isThere(dirname(path), basename(pathOf(path, page))); page++)
    left.push(pathOf(path, page));
  return left;
}

const pathOf = (path: string, page: number) => path.replace(/\.pdf$/, `.${page}.png`);
