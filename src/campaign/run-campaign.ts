import * as z from 'zod';
import { PressError, type Problem, problem, problemsOf } from '../diagnostics/index.ts';
import type { Folders } from '../press/index.ts';
import type { CampaignProgress, RunResult } from './make/progress.ts';
import { runPlan } from './make/run.ts';
import { loadCampaign } from './plan/load-campaign.ts';
import { planOf } from './plan/plan.ts';

/** How a campaign is run. */
export interface CampaignOptions {
  /** Where the files go: a folder, or `s3://bucket/prefix`. */
  readonly out: string;
  /** Threads: one a core where nothing is said; 0: in the thread that calls, which is busy meanwhile. */
  readonly workers?: number;
  /** Ends the files in hand, and the run: what was made is recorded, and the next run goes on. */
  readonly signal?: AbortSignal;
  /** Is told of each file as soon as it is safe. What it throws ends the run; a promise is waited for at the end of the run. */
  readonly onProgress?: (progress: CampaignProgress) => void;
  /** Looks at each byte of what earlier runs made, and not at sizes alone. */
  readonly verify?: boolean;
  readonly folders?: Partial<Folders>;
  /** Folder with guides, each in a folder of its name, beside those of the campaign and those that are shipped. */
  readonly guides?: string;
  /** Date that the files bear; undefined: their guide's. */
  readonly date?: string;
}

/** What became of a campaign. */
export interface CampaignResult extends RunResult {
  /**
   * What nothing was refused for, and somebody should look at: numbers of the sheet that several places have, rows that are
   * hidden in it, lines of a manifest that are damaged, a sheet that was changed while the campaign ran.
   */
  readonly warnings: readonly Problem[];
}

/**
 * Makes the files of a `campaign.yaml`, each proved: those that are not there yet as they are to be. A file that cannot be
 * made is in the result, and the others are made.
 * @throws PressError with everything that is wrong with the campaign; then nothing is written. OUTPUT_UNWRITABLE,
 *   CAMPAIGN_*, STORE_* where it cannot go on: what was made is safe
 */
export async function runCampaign(campaign: string, options: CampaignOptions): Promise<CampaignResult> {
  try {
    const { out, workers, signal, onProgress, verify, folders, guides, date } = checked(campaign, options);
    const plan = await planOf(loadCampaign(campaign), { ...(folders && { folders }), guides, date });
    const caller = new Caller(onProgress ?? (() => {}));
    const warnings: Problem[] = [...plan.problems];
    const result = await runPlan(plan, {
      out,
      onWarning: (told) => warnings.push(told),
      workers,
      signal,
      verify,
      folders,
      guides,
      onProgress: (progress) => caller.tell(progress),
    });
    await caller.end();
    return { ...result, warnings };
  } catch (error) {
    if (error instanceof PressError) throw error;
    throw new PressError(problemsOf(error));
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isText);

const folderNames = { templates: true, locales: true, fonts: true } satisfies Record<keyof Folders, true>;

/** What each option is that need not be said. */
const wanted = {
  workers: {
    is: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1000,
    what: 'number of threads',
  },
  signal: { is: (value) => value instanceof AbortSignal, what: 'AbortSignal' },
  onProgress: { is: (value) => typeof value === 'function', what: 'function' },
  verify: { is: (value) => typeof value === 'boolean', what: 'boolean' },
  folders: {
    is: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.keys(value).every((name) => Object.hasOwn(folderNames, name)) &&
      Object.values(value).every((each) => each === undefined || isText(each) || isTexts(each)),
    what: `object of paths: ${Object.keys(folderNames).join(', ')}`,
  },
  guides: { is: isText, what: 'folder' },
  date: { is: (value) => z.iso.datetime().safeParse(value).success, what: 'date: 2026-11-27T00:00:00Z' },
} as const satisfies Partial<
  Record<keyof CampaignOptions, { readonly is: (value: unknown) => boolean; readonly what: string }>
>;

/** @throws PressError USAGE */
function checked(campaign: unknown, options: CampaignOptions): CampaignOptions {
  const given = (options ?? {}) as Partial<CampaignOptions>;
  const faults = [
    ...(isText(campaign) ? [] : ['The campaign is no path.']),
    ...(isText(given.out) ? [] : ['The option "out" is missing, or no text.']),
    ...(Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((name) =>
      given[name] === undefined || wanted[name].is(given[name])
        ? []
        : [`The option "${name}" is no ${wanted[name].what}.`],
    ),
    ...Object.keys(given)
      .filter((name) => name !== 'out' && !Object.hasOwn(wanted, name))
      .map((name) => `There is no option "${name}".`),
  ];
  if (faults.length === 0) return options;
  const hint = "runCampaign('campaign.yaml', { out: 'out', workers: 2 })";
  throw new PressError(faults.map((fault) => problem('USAGE', fault, {}, hint)));
}

/**
 * Tells the caller how it goes. What the caller's own function throws, or promises and does not keep, is not a fault of the
 * press; it ends the run.
 */
class Caller {
  readonly #onProgress: (progress: CampaignProgress) => unknown;
  readonly #promised = new Set<Promise<void>>();
  #fault: PressError | undefined;

  constructor(onProgress: (progress: CampaignProgress) => unknown) {
    this.#onProgress = onProgress;
  }

  tell(progress: CampaignProgress): void {
    if (this.#fault !== undefined) throw this.#fault;
    try {
      const said = this.#onProgress(progress);
      if (said instanceof Object && 'then' in said) this.#wait(said);
    } catch (error) {
      throw faultOf(error);
    }
  }

  #wait(promise: object): void {
    const kept = Promise.resolve(promise).then(
      () => {},
      (error) => {
        this.#fault ??= faultOf(error);
      },
    );
    this.#promised.add(kept);
    void kept.then(() => this.#promised.delete(kept));
  }

  /** When all that was promised is done. */
  async end(): Promise<void> {
    await Promise.all(this.#promised);
    if (this.#fault !== undefined) throw this.#fault;
  }
}

function faultOf(error: unknown): PressError {
  const fault = `The function onProgress threw: ${saidBy(error)}.`;
  return new PressError([problem('USAGE', fault, {}, 'The run ended with that file.')]);
}

/** Anything may be thrown, also what is no text and cannot be made one. */
function saidBy(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return 'what cannot be said';
  }
}
