import { resolve } from 'node:path';
import {
  isStoreAddress,
  jobOptionsOf,
  type Plan,
  type PlanOptions,
  parseShard,
  partOf,
  type RunOptions,
  runOverQueue,
} from '../campaign/index.ts';
import { PressError, problem } from '../diagnostics/index.ts';
import { asTyped } from '../files/index.ts';
import type { CampaignFlags } from './campaign-flags.ts';
import type { RunsPlan } from './campaign-run.ts';

/** What of a plan this command makes, or has made, and how. */
interface SharedOut {
  readonly part: Plan;
  readonly more: Pick<RunOptions, 'manifest' | 'whole'>;
  /** Undefined: on this machine. */
  readonly runs: RunsPlan | undefined;
}

/** What `--shard` and `--queue` make of a campaign. @throws PressError USAGE, QUEUE_* */
export function sharedOut(
  path: string,
  plan: Plan,
  { shard, queue, out }: Pick<CampaignFlags, 'shard' | 'queue' | 'out'>,
  options: PlanOptions,
): SharedOut {
  if (shard !== undefined && queue !== undefined)
    throw new PressError([
      problem(
        'USAGE',
        '--shard and --queue are two ways of sharing a campaign out.',
        {},
        'Give one of them: a queue balances by itself, shards need no server.',
      ),
    ]);
  if (shard !== undefined) {
    const { plan: part, ...more } = partOf(plan, parseShard(shard, process.env));
    return { part, more, runs: undefined };
  }
  if (queue === undefined) return { part: plan, more: {}, runs: undefined };
  const campaign = {
    campaign: resolve(asTyped(path)),
    options: jobOptionsOf(options),
    out: isStoreAddress(out) ? out : resolve(asTyped(out)),
    plan,
  };
  return { part: plan, more: {}, runs: (_, run) => runOverQueue(campaign, { ...run, queue }) };
}
