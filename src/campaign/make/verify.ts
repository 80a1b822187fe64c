import { availableParallelism } from 'node:os';
import { type Problem, problem, warning } from '../../diagnostics/index.ts';
import { Kept } from '../../proof/index.ts';
import { type Plan, type Row, rowsOf } from '../plan/row.ts';
import { isAppleDouble } from '../store/apple-double.ts';
import type { Entry } from '../store/entry.ts';
import { isOfCampaign, pdfOf } from '../store/names.ts';
import { type Out, openOut } from '../store/out.ts';
import type { Store } from '../store/store.ts';
import { wrongDesk } from './desk-record.ts';
import { sumOf } from './holds.ts';
import { type Ledger, readLedger } from './ledger.ts';
import { isMade } from './outcomes.ts';
import { openThreads } from './pool.ts';
import { numbersOf } from './row-numbers.ts';
import { type Claim, type Prints, verifyFile } from './verify-file.ts';

export interface VerifyOptions {
  /** A folder, or `s3://…`. */
  readonly out: string;
  /** What must be there; undefined: what the manifests say. */
  readonly plan?: Plan | undefined;
  /** Threads; 0: in this one; undefined: one a core. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Files that were looked at, of how many. */
  readonly onProgress?: ((done: number, files: number) => void) | undefined;
}

export interface Verification {
  /** Files that were made, by the manifests. */
  readonly files: number;
  /** Those of them that are there, are the ones that were made, and are proved again. */
  readonly proved: number;
  /** Errors of what is not as it must be, warnings of what nobody asks for. */
  readonly problems: readonly Problem[];
  readonly stopped: boolean;
}

/** Files that a thread takes at a time. */
const many = 16;

/**
 * Reads everything again that a campaign made: each file against its manifest and its proof, and proves it again. With a
 * plan it also says what was not made, and what is no longer what the campaign asks for.
 * @throws PressError where the folder or bucket cannot be read
 */
export async function verifyCampaign(options: VerifyOptions): Promise<Verification> {
  const { plan, signal } = options;
  const out = await openOut(options.out);
  try {
    const damaged: Problem[] = [];
    const ledger = await readLedger(out, saidIn, (told) => damaged.push(told));
    const { claims, problems } = claimsOf(ledger, plan);
    // A folder that is mistyped has nothing wrong in it either.
    if (plan === undefined && claims.length + problems.length === 0) problems.push(nothing(options.out));
    const found = await verifyAll(claims, out, options);
    const wrong = found.flatMap((each) => each ?? []);
    return {
      files: claims.length,
      proved: found.filter((each) => each?.length === 0).length,
      problems: [
        ...damaged,
        ...problems,
        ...wrong,
        ...(await wrongDesk(plan, out.store, (row) => isMade(row, ledger))),
        ...(await strangers(ledger, out.store)),
      ],
      stopped: signal?.aborted === true,
    };
  } finally {
    await out.store.close();
  }
}

/** Sums of what a file is said to hold and to be held to, and the campaign that it is of. */
interface Remembered {
  readonly holds: string;
  readonly held: string | undefined;
  readonly campaign: string | undefined;
}

const saidIn = (entry: Entry): Remembered => ({
  holds: entry.outcome === 'made' ? sumOf(entry) : '',
  held: entry.outcome === 'made' ? entry.held : undefined,
  campaign: entry.campaign,
});

/** What was made, and what by the plan is not as it should be, without a look at the files. */
function claimsOf(
  ledger: Ledger<Remembered>,
  plan: Plan | undefined,
): { readonly claims: Claim[]; readonly problems: Problem[] } {
  const rows = new Map(plan && rowsOf(plan).map((row) => [row.file, row]));
  const claims: Claim[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [file, said] of ledger.all()) {
    const row = rows.get(file);
    const made = said.filter((each) => each.outcome === 'made');
    seen.add(file);
    if (made.length > 0) {
      const isOld = row !== undefined && !made.some(({ input }) => input === row.input);
      if (isOld) problems.push(outdated(file));
      if (row === undefined && plan !== undefined) problems.push(left(file, made[0]!.kept.campaign, plan.id));
      const now = isOld ? undefined : row;
      const dial = now && plan && numbersOf(now, plan)[0].dial;
      // What another manifest says of earlier inputs is of an earlier file: one that was put back is not what is wanted.
      const wanted = now === undefined ? made : made.filter(({ input }) => input === now.input);
      claims.push({
        file,
        said: wanted.map(({ sha256, kept }) => ({ sha256, holds: kept.holds, held: kept.held })),
        dial,
        prints: now && printsOf(now),
      });
    } else if (row !== undefined || plan === undefined) problems.push(failed(file));
  }
  for (const file of rows.keys()) if (!seen.has(file)) problems.push(open(file));
  return { claims, problems };
}

function nothing(out: string): Problem {
  return problem(
    'CAMPAIGN_OPEN',
    `No manifest in ${out} says that anything was made.`,
    { file: out },
    'Give the folder that the files went to, or the campaign, with --out.',
  );
}

function printsOf({ setting: { locale, product, edition }, impression: { purpose } }: Row): Prints {
  return { locale, product, edition, purpose };
}

async function verifyAll(
  claims: readonly Claim[],
  { store }: Out,
  options: VerifyOptions,
): Promise<(readonly Problem[] | undefined)[]> {
  const { signal, onProgress = () => {}, plan } = options;
  const workers = Math.min(options.workers ?? availableParallelism(), Math.ceil(claims.length / many));
  const found: (readonly Problem[] | undefined)[] = new Array(claims.length).fill(undefined);
  let done = 0;
  const take = (at: number, problems: readonly (readonly Problem[] | undefined)[]) => {
    for (const [i, each] of problems.entries()) found[at + i] = each;
    done += problems.length;
    onProgress(done, claims.length);
  };
  if (workers === 0) {
    const kept = new Kept();
    for (const [at, claim] of claims.entries())
      if (signal?.aborted !== true) take(at, [await verifyFile(claim, store, kept)]);
    return found;
  }
  const threads = await openThreads({ campaign: plan?.folder ?? '.' }, options.out, workers);
  signal?.addEventListener('abort', threads.stop, { once: true });
  const ask = (some: readonly Claim[]) =>
    threads.ask<(readonly Problem[] | undefined)[]>(some, {
      name: 'verify',
      signal: AbortSignal.timeout(longest),
    });
  const starts = claims.keys();
  const lane = async () => {
    for (const at of starts) {
      if (at % many !== 0 || signal?.aborted === true) continue;
      const some = claims.slice(at, at + many);
      const all = await ask(some).catch(() => undefined);
      if (all !== undefined) take(at, all);
      // Whoever died of one of them is asked for each by itself.
      else
        for (const [i, claim] of some.entries())
          take(at + i, await ask([claim]).catch(() => [[costly(claim.file)]]));
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, lane));
  } finally {
    signal?.removeEventListener('abort', threads.stop);
    await threads.close();
  }
  return found;
}

/** How long some files may take, ms: a hundred times what they do. */
const longest = 300_000;

/** PDFs that stand among those of the campaign, and that no manifest knows. */
async function strangers(ledger: Ledger<Remembered>, store: Store): Promise<Problem[]> {
  const found: Problem[] = [];
  for await (const name of store.list('')) {
    const file = pdfOf(name);
    if (file === undefined || isOfCampaign(name) || ledger.hasMade(file)) continue;
    if (!(await isAppleDouble(name, store)))
      found.push(
        warning(
          'CAMPAIGN_FILE_UNKNOWN',
          `${name} was made by no run of this campaign.`,
          { file: name },
          'Do not hand it out with the others; take it away.',
        ),
      );
  }
  return found;
}

function failed(file: string): Problem {
  return problem(
    'CAMPAIGN_OPEN',
    `${file} could not be made.`,
    { file },
    'Run the campaign again to see why.',
  );
}

function open(file: string): Problem {
  return problem(
    'CAMPAIGN_OPEN',
    `${file} was not made yet.`,
    { file },
    'Run the campaign again: it makes what is missing.',
  );
}

function outdated(file: string): Problem {
  const message = `${file} was made before something that it is made of was changed.`;
  return problem('CAMPAIGN_OUTDATED', message, { file }, 'Do not hand it out; run the campaign again.');
}

function left(file: string, campaign: string | undefined, id: string): Problem {
  if (campaign !== undefined && campaign !== id) {
    const message = `${file} is of another campaign: "${campaign}".`;
    return warning('CAMPAIGN_OTHER', message, { file }, 'Give each campaign a folder of its own.');
  }
  const message = `${file} is of no row of the campaign any more.`;
  return warning('CAMPAIGN_LEFT', message, { file }, 'Take it away if it is not wanted.');
}

function costly(file: string): Problem {
  const message = `Reading ${file} takes more time or memory than any file of the press does.`;
  return problem(
    'PDF_TOO_COSTLY',
    message,
    { file },
    'It is not a file as it was printed. Do not hand it out.',
  );
}
