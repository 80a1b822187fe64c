import type { Command } from 'commander';
import { keepHeapFlat, loadCampaign, planOf } from '../campaign/index.ts';
import { addCampaignProof, type DeskFlags, desk, deskOptions, refuseEarly } from './campaign-desk.ts';
import { dryRun } from './campaign-dry-run.ts';
import { type CampaignFlags, planOptions, workersOf } from './campaign-flags.ts';
import { addCampaignMerge } from './campaign-merge.ts';
import { sharedOut } from './campaign-parts.ts';
import { runAndTell } from './campaign-run.ts';
import { addCampaignVerify } from './campaign-verify.ts';
import { ownFolder } from './folders.ts';
import { interrupted } from './interrupt.ts';
import type { Streams } from './streams.ts';
import { tellAll } from './teller.ts';

/** Adds `campaign` to the command; what it comes to is given to `done`. */
export function addCampaign(program: Command, streams: Streams, done: (code: number) => void): void {
  const command = program
    .command('campaign')
    .description('many files from one campaign.yaml: places from a spreadsheet, each with its own number')
    .argument('<campaign>', 'campaign.yaml, or the folder that it is in')
    .option('--out <folder>', 'where the files go', 'out')
    .option('--workers <n>', 'threads (default: one a core)')
    .option('--guides <folder>', 'where guides are that are not below the campaign')
    .addOption(ownFolder('templates'))
    .addOption(ownFolder('locales'))
    .addOption(ownFolder('fonts'))
    .option('--shard <part>', 'one part of several: 3/8; env/8 takes the number from the scheduler')
    .option('--queue <address>', 'have workers make it: redis://…, rediss://…, postgres://…')
    .option('--dry-run', 'check everything, and say how many files, how long and how large')
    .option('--verify', 'look at each byte of what is there already, and not at sizes alone')
    .option('--json', 'what happens as lines of JSON')
    .option('--no-proof', "without the campaign's proof at its end")
    .action(async (path: string, flags: CampaignFlags & DeskFlags) => {
      done(await campaign(path, flags, streams));
    });
  deskOptions(command);
  addCampaignProof(command, streams, done);
  addCampaignVerify(command, streams, done);
  addCampaignMerge(command, streams, done);
}

async function campaign(path: string, flags: CampaignFlags & DeskFlags, streams: Streams): Promise<number> {
  refuseEarly(flags);
  const options = planOptions(flags);
  const workers = workersOf(flags);
  const plan = await planOf(loadCampaign(path), options);
  if (flags.dryRun === true) return dryRun(plan, { ...options, workers }, flags.json === true, streams);
  tellAll(plan.problems, streams.err);
  keepHeapFlat();
  const { folders, guides } = options;
  const run = { out: flags.out, workers, verify: flags.verify === true, folders, guides };
  const { part, more, runs } = sharedOut(path, plan, flags, options);
  const code = await runAndTell(part, { ...run, ...more }, flags.json === true, streams, runs && { runs });
  // Of a shard nobody can say what the campaign came to: `campaign proof` is for when all are merged.
  if (code === interrupted || flags.shard !== undefined) return code;
  return Math.max(code, await desk(plan, flags, streams));
}
