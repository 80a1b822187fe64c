import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of the faults of a room, by their numbers. */
export interface Progress {
  /** What noticed it. */
  readonly noticed: Record<number, string>;
  /** How many tests passed with it. */
  readonly tried: Record<number, number>;
  /** What tests that pass its place cost, seconds. */
  readonly spent: Record<number, number>;
  /** Faults that a file of tests passes outside of its tests. */
  readonly outside: Record<string, number[]>;
  /** Files of tests that were run to their end. */
  readonly done: string[];
}

export function readProgress(folder: string): Progress {
  const path = join(folder, 'progress.json');
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Progress)
    : { noticed: {}, tried: {}, spent: {}, outside: {}, done: [] };
}

export function writeProgress(folder: string, progress: Progress): void {
  writeFileSync(join(folder, 'progress.json'), JSON.stringify(progress));
}
