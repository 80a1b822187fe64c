import type { Command } from 'commander';
import type { Bundling } from '../campaign/index.ts';
import type { DeskFlags } from './campaign-desk.ts';
import type { CampaignFlags } from './campaign-flags.ts';
import type { MergeFlags } from './campaign-merge.ts';
import type { VerifyFlags } from './campaign-verify.ts';
import { ownFolder } from './folders.ts';
import type { Streams } from './streams.ts';

type Done = (code: number) => void;

/** What files are bundled by, as the help says it. */
const bundlings: Readonly<Record<Bundling, true>> = { place: true, locale: true, product: true };

/**
 * Adds `campaign` and what it does to the command; what it comes to is given to `done`. What does the work is loaded when it
 * is asked for.
 */
export function addCampaign(program: Command, streams: Streams, done: Done): void {
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
      const { campaign } = await import('./campaign.ts');
      done(await campaign(path, flags, streams));
    })
    .option('--bundle <by>', `one tagged PDF of several files: ${Object.keys(bundlings).join(', ')}`)
    .option('--zip', 'an archive of the files: of all, or of what --bundle names');
  addProof(command, streams, done);
  addVerify(command, streams, done);
  addMerge(command, streams, done);
}

/** What `campaign` knows too (--out, --guides …) it has taken already: flags are those of both. */
function addProof(campaign: Command, streams: Streams, done: Done): void {
  campaign
    .command('proof')
    .description("the campaign's proof anew: every number to call, what failed, drafts, a second reader")
    .argument('<campaign>', 'campaign.yaml, or the folder that it is in')
    .option('--json', 'results for machines')
    .action(async (path: string, _: object, command: Command) => {
      const { proofAnew } = await import('./campaign-desk.ts');
      done(await proofAnew(path, command.optsWithGlobals<DeskFlags>(), streams));
    });
}

function addVerify(campaign: Command, streams: Streams, done: Done): void {
  campaign
    .command('verify')
    .description('reads everything again that was made: against the manifest, the proofs and the campaign')
    .argument('<campaign>', 'campaign.yaml, the folder that it is in, or only where the files went')
    .option('--json', 'results for machines')
    .action(async (what: string, _: object, command: Command) => {
      const { verify } = await import('./campaign-verify.ts');
      done(await verify(what, command.optsWithGlobals<VerifyFlags>(), streams));
    });
}

function addMerge(campaign: Command, streams: Streams, done: Done): void {
  campaign
    .command('merge')
    .description('proves that what shards or workers made is the whole campaign, and writes one manifest')
    .argument('<campaign>', 'campaign.yaml, or the folder that it is in')
    .option('--json', 'results for machines')
    .action(async (path: string, _: object, command: Command) => {
      const { merge } = await import('./campaign-merge.ts');
      done(await merge(path, command.optsWithGlobals<MergeFlags>(), streams));
    });
}
