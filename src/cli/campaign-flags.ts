import { resolve } from 'node:path';
import type { PlanOptions } from '../campaign/index.ts';
import { PressError, problem } from '../diagnostics/index.ts';
import { asTyped } from '../files/index.ts';
import { sourceDate } from '../press/index.ts';
import { foldersOf } from './folders.ts';

/** Options of `campaign`, as given. */
export interface CampaignFlags {
  readonly out: string;
  readonly workers?: string;
  readonly guides?: string;
  readonly templates?: string;
  readonly locales?: string;
  readonly fonts?: string;
  readonly shard?: string;
  readonly queue?: string;
  readonly dryRun?: boolean;
  readonly verify?: boolean;
  readonly json?: boolean;
}

/** What a campaign is planned with, of what the command says. */
export function planOptions({
  guides,
  templates,
  locales,
  fonts,
}: Pick<CampaignFlags, 'guides' | 'templates' | 'locales' | 'fonts'>): PlanOptions {
  return {
    ...(templates === undefined && locales === undefined && fonts === undefined
      ? {}
      : { folders: foldersOf({ templates, locales, fonts }) }),
    ...(guides === undefined ? {} : { guides: resolve(asTyped(guides)) }),
    date: sourceDate(process.env),
  };
}

/** @throws PressError USAGE */
export function workersOf({ workers }: Pick<CampaignFlags, 'workers'>): number | undefined {
  if (workers === undefined || /^\d{1,3}$/.test(workers))
    return workers === undefined ? undefined : Number(workers);
  throw new PressError([problem('USAGE', `--workers ${workers}: a number of threads, 0 to 999.`)]);
}
