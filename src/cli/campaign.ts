import { keepHeapFlat, loadCampaign, planOf } from '../campaign/index.ts';
import { type DeskFlags, desk, refuseEarly, refuseOthers } from './campaign-desk.ts';
import { dryRun } from './campaign-dry-run.ts';
import { type CampaignFlags, planOptions, workersOf } from './campaign-flags.ts';
import { sharedOut } from './campaign-parts.ts';
import { runAndTell } from './campaign-run.ts';
import { interrupted } from './interrupt.ts';
import type { Streams } from './streams.ts';
import { tellAll } from './teller.ts';

/** Makes a campaign; the exit code: that of the run, or 1 where what follows it could not be made whole. */
export async function campaign(
  path: string,
  flags: CampaignFlags & DeskFlags,
  streams: Streams,
): Promise<number> {
  refuseEarly(flags);
  const options = planOptions(flags);
  const workers = workersOf(flags);
  const plan = await planOf(loadCampaign(path), options);
  if (flags.dryRun === true) return dryRun(plan, { ...options, workers }, flags.json === true, streams);
  tellAll(plan.problems, streams.err);
  if (flags.shard === undefined) await refuseOthers(plan, flags);
  keepHeapFlat();
  const { folders, guides } = options;
  const run = { out: flags.out, workers, verify: flags.verify === true, folders, guides };
  const { part, more, runs } = sharedOut(path, plan, flags, options);
  const code = await runAndTell(part, { ...run, ...more }, flags.json === true, streams, runs && { runs });
  // Of a shard nobody can say what the campaign came to: `campaign proof` is for when all are merged.
  if (code === interrupted || flags.shard !== undefined) return code;
  return Math.max(code, await desk(plan, flags, streams));
}
