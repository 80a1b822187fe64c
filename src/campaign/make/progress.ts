import type { Entry, FailedEntry } from '../store/entry.ts';

/** What happens while a campaign runs, as it happens; plain data. */
export type CampaignProgress =
  | {
      readonly kind: 'begun';
      /** Files of the plan, those of them that an earlier run made as they are to be, and those to make now. */
      readonly files: number;
      readonly kept: number;
      readonly toMake: number;
      readonly workers: number;
    }
  | ({ readonly kind: 'file'; readonly entry: Entry } & CampaignPace)
  /** A worker died; its batch is done again. `file`: it died three times of this one, which failed. */
  | { readonly kind: 'worker-lost'; readonly reason: string; readonly file?: string }
  /** It was asked to stop: the files in hand are ended. */
  | { readonly kind: 'stopping' };

export interface CampaignPace {
  /** Files that were made or failed in this run, and those of them that failed. */
  readonly done: number;
  readonly failed: number;
  readonly toMake: number;
  /** Files a second since the run began. */
  readonly perSecond: number;
  /** Undefined: nobody knows yet. */
  readonly secondsLeft: number | undefined;
}

/** What became of a run. */
export interface RunResult {
  /** Files of the plan. */
  readonly files: number;
  readonly made: number;
  /** Made by an earlier run, and as they are to be. */
  readonly kept: number;
  readonly failed: readonly FailedEntry[];
  /** Files that were not come to, because the run was stopped. */
  readonly open: number;
  /** Files that failed now, and of which an earlier one, that is no longer right, is still there. */
  readonly outdated: readonly string[];
  /** Files that earlier runs made and that are of no row any more. They are never deleted. */
  readonly left: readonly string[];
  /** It was stopped by its signal. */
  readonly stopped: boolean;
  readonly seconds: number;
}
