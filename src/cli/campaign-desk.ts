import {
  type Bundling,
  bundlings,
  loadCampaign,
  madeIn,
  openOut,
  outdatedDesk,
  type Plan,
  planOf,
  refuseOthersDesk,
  writeBundles,
  writeReport,
} from '../campaign/index.ts';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { type CampaignFlags, planOptions } from './campaign-flags.ts';
import { interrupted, interruptible } from './interrupt.ts';
import { Progress, type Streams, say } from './streams.ts';
import { tellAll } from './teller.ts';

/** Options that say what is made of a campaign's files for the desk. */
export interface DeskFlags
  extends Pick<CampaignFlags, 'out' | 'guides' | 'templates' | 'locales' | 'fonts' | 'json'> {
  readonly bundle?: string;
  readonly zip?: boolean;
  /** False: `--no-proof`. */
  readonly proof?: boolean;
}

/** `campaign proof`: what follows a run, anew. The exit code, as of {@link desk}. */
export async function proofAnew(path: string, flags: DeskFlags, streams: Streams): Promise<number> {
  bundlingOf(flags);
  const plan = await planOf(loadCampaign(path), planOptions(flags));
  await refuseNothing(flags.out);
  return desk(plan, flags, streams);
}

/** Of a folder that is mistyped there would be a proof that nothing is made yet. @throws PressError CAMPAIGN_OPEN */
async function refuseNothing(address: string): Promise<void> {
  const out = await openOut(address);
  try {
    for await (const _ of out.manifests()) return;
  } finally {
    await out.store.close();
  }
  throw new PressError([
    problem(
      'CAMPAIGN_OPEN',
      `No campaign was made in ${address}.`,
      {},
      'Give the folder that its files went to with --out, or make them first: helpline-press campaign.',
    ),
  ]);
}

/**
 * That what follows a run would take the place of another campaign's is told before hours of it.
 * @throws PressError CAMPAIGN_OTHER
 */
export async function refuseOthers(plan: Plan, flags: DeskFlags): Promise<void> {
  if (flags.proof === false && flags.bundle === undefined && flags.zip !== true) return;
  const out = await openOut(flags.out);
  try {
    await refuseOthersDesk(plan, out.store);
  } finally {
    await out.store.close();
  }
}

/** @throws PressError USAGE */
function bundlingOf({ bundle }: DeskFlags): Bundling | undefined {
  const known = bundlings.find((by) => by === bundle);
  if (bundle === undefined || known !== undefined) return known;
  throw new PressError([
    problem('USAGE', `There are no bundles of a ${bundle}.`, {}, suggest(bundle, bundlings)),
  ]);
}

/** What can be told before anything is made. @throws PressError USAGE */
export function refuseEarly(flags: DeskFlags & Pick<CampaignFlags, 'shard'>): void {
  bundlingOf(flags);
  if (flags.shard === undefined || (flags.bundle === undefined && flags.zip !== true)) return;
  throw new PressError([
    problem(
      'USAGE',
      'A shard has a part of the files, and is not bundled.',
      {},
      'Merge the shards, then give --bundle or --zip to campaign proof.',
    ),
  ]);
}

/**
 * What follows a run: the campaign's proof, beside the files; bundles and archives where they are asked for. The exit code:
 * 0, or 1 when a paper or bundle could not be made, or the second reader found something; 130 when it was stopped.
 * @throws PressError USAGE, and where the files cannot be read or written
 */
export async function desk(plan: Plan, flags: DeskFlags, streams: Streams): Promise<number> {
  const by = bundlingOf(flags);
  const { folders, guides, date } = planOptions(flags);
  const out = await openOut(flags.out);
  const progress = new StepsTold(streams);
  const problems: Problem[] = [];
  const names: string[] = [];
  let wrong = 0;
  let isStopped = false;
  try {
    if (flags.proof !== false) {
      const asOf = date?.slice(0, 10);
      const onProgress = ({ name, done, of }: { name: string; done: number; of: number }) =>
        progress.tell(name, done, of);
      const written = await writeReport(plan, out, {
        folders,
        guides,
        asOf,
        onProgress,
      });
      names.push(...written.files);
      problems.push(...written.problems);
      const { secondReader } = written.report;
      wrong = secondReader.filter(({ passed, checked }) => checked && !passed).length;
      if (secondReader.some(({ checked }) => !checked))
        say(streams, 'No second reader looked at the files: npm install pdfjs-dist.\n');
    }
    if (by !== undefined || flags.zip === true) {
      const written = await interruptible((signal) => {
        signal.addEventListener('abort', () => {
          isStopped = true;
        });
        return writeBundles(plan, out, {
          by,
          zip: flags.zip,
          folders,
          guides,
          onProgress: (name, done, of) => progress.tell(name, done, of),
          signal,
        });
      });
      names.push(...written.bundles.map(({ name }) => name));
      problems.push(...written.problems);
    }
    const isNew = new Set(names);
    // What was just made has all that is there.
    const outdated = (await outdatedDesk(plan, out.store, await madeIn(plan, out))).filter(
      ({ place: { file } }) => file === undefined || !isNew.has(file),
    );
    problems.push(...outdated.map((each): Problem => ({ ...each, severity: 'warning' })));
  } finally {
    progress.end();
    await out.store.close();
  }
  tellAll(problems, streams.err);
  if (wrong > 0)
    streams.err.write(`The second reader found ${wrong} files wrong: see campaign.proof.json.\n`);
  if (flags.json === true)
    streams.out.write(`${JSON.stringify({ format: 1, kind: 'desk', files: names })}\n`);
  else for (const name of names) streams.out.write(`${name}\n`);
  if (isStopped) {
    say(
      streams,
      'Stopped. helpline-press campaign proof with the same makes the rest, and all of them anew.\n',
    );
    return interrupted;
  }
  return wrong > 0 || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Progress of several stretches of work, each with steps of its own. */
class StepsTold {
  readonly #streams: Streams;
  #progress: Progress | undefined;

  constructor(streams: Streams) {
    this.#streams = streams;
  }

  tell(name: string, done: number, of: number): void {
    if (done === 1) {
      this.end();
      this.#progress = this.#streams.err.isTTY === true ? new Progress(this.#streams.err, of) : undefined;
    }
    this.#progress?.step(name);
  }

  end(): void {
    this.#progress?.end();
    this.#progress = undefined;
  }
}
