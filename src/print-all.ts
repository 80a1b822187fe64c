import { setImmediate } from 'node:timers/promises';
import type { Guide } from './content/index.ts';
import { type Problem, problemsOf } from './diagnostics/index.ts';
import {
  type Folders,
  fileName,
  isSameSetting,
  type Job,
  type Plate,
  Press,
  type Printed,
  parseOptions,
  sourceDate,
} from './press/index.ts';

/** One of several files: its product and locale, and what differs from the defaults. */
export type PrintJob = Pick<Job, 'product' | 'locale'> & Partial<Job>;

/** What became of one of several files. */
export interface PrintStep {
  readonly name: string;
  /** Undefined: it could not be made, for `problems`. */
  readonly printed: Printed | undefined;
  readonly problems: readonly Problem[];
  /** How many of all are done, this one among them. */
  readonly done: number;
  readonly of: number;
}

/**
 * Prints files of a guide one after the other, those of one setting from one plate, and lets the event loop go on between
 * them. Nothing is written. Who breaks off, or aborts the signal, gets no more; what was given stays.
 * @param jobs as `print` takes them, but for folders
 * @throws PressError USAGE for options that are none; the signal's reason where it is aborted
 */
export async function* printAll(
  guide: Guide,
  jobs: readonly PrintJob[],
  options: { readonly signal?: AbortSignal; readonly folders?: Partial<Folders> } = {},
): AsyncGenerator<PrintStep, void, undefined> {
  const parsed = jobs.map((job) => parseOptions(job, { date: sourceDate(process.env) }).job);
  const press = new Press(options.folders);
  let plate: Plate | undefined;
  try {
    for (const [i, job] of parsed.entries()) {
      await setImmediate();
      options.signal?.throwIfAborted();
      const step = { name: fileName(guide.data.id, job, job), done: i + 1, of: parsed.length };
      try {
        if (plate === undefined || !isSameSetting(plate.setting, job)) {
          plate = undefined;
          plate = press.plate(guide, job);
        }
        const printed = press.print(plate, job);
        yield { ...step, printed, problems: printed.warnings };
      } catch (error) {
        yield { ...step, printed: undefined, problems: problemsOf(error) };
      }
    }
  } finally {
    press.close();
  }
}
