import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { readBytes } from '../../files/index.ts';
import { bounds } from '../schema/schema.ts';
import type { Campaign } from './load-campaign.ts';

/** A file that says what a campaign makes, as it was when the plan was made. */
export interface SaidIn {
  readonly folder: string;
  /** Below it. */
  readonly file: string;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/** The campaign's own file and its spreadsheet. */
export function saidIn({ folder, source, data }: Campaign): readonly SaidIn[] {
  const files = [basename(source.file), ...(data.places === undefined ? [] : [data.places.file])];
  return files.map((file) => ({ folder, file, sha256: hashIn(folder, file) }));
}

/** Those that say something else now, or are not there any more. */
export function changedSince(said: readonly SaidIn[]): readonly SaidIn[] {
  return said.filter(({ folder, file, sha256 }) => {
    try {
      return hashIn(folder, file) !== sha256;
    } catch {
      return true;
    }
  });
}

const hashIn = (folder: string, file: string): string =>
  createHash('sha256')
    .update(readBytes(folder, file, bounds.spreadsheet))
    .digest('hex');
