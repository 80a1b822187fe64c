import { availableParallelism } from 'node:os';
import { PressError, type Problem, problem, warning } from '../../diagnostics/index.ts';
import { type Batch, type Plan, type Row, rowsOf } from '../plan/row.ts';
import { changedSince } from '../plan/said.ts';
import type { Entry, FailedEntry } from '../store/entry.ts';
import { manifestName } from '../store/manifest.ts';
import { type Out, openOut } from '../store/out.ts';
import type { BenchFolders } from './bench.ts';
import { type Crew, inlineCrew, type Take, threadCrew } from './crew.ts';
import { eachOf } from './each-of.ts';
import { type Ledger, readLedger } from './ledger.ts';
import { checkOthers, otherMakerOf } from './other-campaign.ts';
import { Pace } from './pace.ts';
import { Lost } from './pool.ts';
import type { CampaignProgress, RunResult } from './progress.ts';
import { type Task, Waiting } from './waiting.ts';
import { failedEntry } from './work.ts';

export interface RunOptions extends Omit<BenchFolders, 'campaign'> {
  /** A folder, or `s3://…`. */
  readonly out: string;
  /** Threads; 0: in this one; undefined: one a core. */
  readonly workers?: number | undefined;
  /** Ends the files in hand; what was made is recorded. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CampaignProgress) => void) | undefined;
  /** Looks at each byte of what earlier runs made, and not at sizes alone. */
  readonly verify?: boolean | undefined;
  /** Of a shard: what it adds its entries to. */
  readonly manifest?: string | undefined;
  /** Of a shard: names of the files of the whole campaign. */
  readonly whole?: ReadonlySet<string> | undefined;
  /** What is told of the manifests of earlier runs: lines that are damaged. */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
  /** Another crew than that of the workers; for tests. */
  readonly crew?: ((bench: BenchFolders, out: string, workers: number) => Promise<Crew>) | undefined;
}

/** So often a batch is done again after those who made it died; then each of its rows is done by itself. */
const mostTries = 3;
/** So many in a row who died, with no file made between: it is not the rows. */
const mostLost = 20;

/**
 * Makes what a plan asks for and is not there yet. Files are put whole, then recorded; killed at any moment, the same again
 * makes the rest.
 * @throws PressError CAMPAIGN_RUNNING, CAMPAIGN_CHANGED, CAMPAIGN_WORKER, OUTPUT_UNWRITABLE, STORE_*: what was made before
 *   is safe, and recorded
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  const out = await openOut(options.out);
  try {
    return await runInto(out, plan, options);
  } finally {
    await out.store.close();
  }
}

async function runInto(out: Out, plan: Plan, options: RunOptions): Promise<RunResult> {
  const began = performance.now();
  const { onProgress = () => {}, signal } = options;
  const ledger = await readLedger(out, ({ campaign }) => campaign, options.onWarning, plan);
  const rows = rowsOf(plan);
  const batches = await openBatches(plan.batches, ledger, out, options.verify === true);
  const { onWarning = () => {} } = options;
  await checkOthers(plan.id, rowsOf({ batches }), ledger, out.store, onWarning);
  const toMake = batches.reduce((sum, batch) => sum + batch.rows.length, 0);
  const workers = Math.min(options.workers ?? availableParallelism(), batches.length);
  const kept = rows.length - toMake;
  onProgress({ kind: 'begun', files: rows.length, kept, toMake, workers });
  const recorder = await out.begin(
    options.manifest ?? manifestName,
    plan.id,
    rows.map(({ file }) => file),
  );
  let made = 0;
  const failed: FailedEntry[] = [];
  try {
    if (batches.length > 0 && signal?.aborted !== true) {
      const pace = new Pace(countOf(batches), Math.max(1, workers));
      const record = async (kind: Batch['kind'], entries: readonly Entry[], seconds: number) => {
        await recorder.append(entries);
        pace.add(kind, entries.length, seconds);
        for (const entry of entries) {
          if (entry.outcome === 'made') made++;
          else failed.push(entry);
          const done = made + failed.length;
          const perSecond = done / ((performance.now() - began) / 1000);
          const secondsLeft = pace.secondsLeft();
          onProgress({ kind: 'file', entry, done, failed: failed.length, toMake, perSecond, secondsLeft });
        }
      };
      const { guides, folders } = options;
      const bench: BenchFolders = { campaign: plan.folder, guides, folders };
      const crew = await (options.crew ?? ofWorkers)(bench, options.out, workers);
      try {
        await makeAll(crew, batches, workers, options, record);
      } finally {
        await crew.close();
      }
    }
  } finally {
    await recorder.close();
  }
  for (const { file } of changedSince(plan.said ?? [])) onWarning(changedMeanwhile(file));
  return {
    files: rows.length,
    made,
    kept,
    failed,
    open: toMake - made - failed.length,
    outdated: await outdatedOf(failed, ledger, out),
    left: await leftOf(ledger, options.whole ?? new Set(rows.map(({ file }) => file)), plan.id, out),
    stopped: signal?.aborted === true,
    seconds: (performance.now() - began) / 1000,
  };
}

export type Record = (kind: Batch['kind'], entries: readonly Entry[], seconds: number) => Promise<void>;

/**
 * Has a crew make the batches; each of the crew takes the next when it is done with one. A batch whose maker dies is done
 * again, after three times row by row. The crew is not closed.
 */
export async function makeAll(
  crew: Crew,
  batches: readonly Batch[],
  lanes: number,
  { signal, onProgress = () => {} }: Pick<RunOptions, 'signal' | 'onProgress'>,
  record: Record,
): Promise<void> {
  const waiting = new Waiting(batches);
  const faults: unknown[] = [];
  let lostInRow = 0;
  const stop = () => {
    crew.stop();
    try {
      onProgress({ kind: 'stopping' });
    } catch (error) {
      // Whoever gives the signal is nobody that could take it.
      faults.push(error);
    }
  };
  signal?.addEventListener('abort', stop, { once: true });
  const one = async ({ batch, tries }: Task, onMade: () => void) => {
    const done = new Set<string>();
    let since = performance.now();
    try {
      const take: Take = async (entries) => {
        lostInRow = 0;
        const now = performance.now();
        await record(batch.kind, entries, (now - since) / 1000);
        since = now;
        for (const { file } of entries) done.add(file);
      };
      await crew.run(batch, take, onMade);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      const rows = batch.rows.filter(({ file }) => !done.has(file));
      if (++lostInRow >= mostLost) throw new PressError([lostProblem(error, undefined)]);
      // What it made before it died it did not die of.
      const died = done.size > 0 ? 1 : tries + 1;
      const isAlone = rows.length === 1 && died >= mostTries;
      onProgress({
        kind: 'worker-lost',
        reason: error.message,
        ...(isAlone ? { file: rows[0]!.file } : {}),
      });
      if (isAlone) await record(batch.kind, [failedEntry(rows[0]!, [lostProblem(error, rows[0])])], 0);
      else waiting.giveBack(again({ ...batch, rows }, died));
    }
  };
  /** Until the next can be made, and until all is stored. */
  const begun = (task: Task): { readonly made: Promise<void>; readonly stored: Promise<void> } => {
    let onMade = () => {};
    const made = new Promise<void>((resolve) => {
      onMade = resolve;
    });
    const stored = one(task, isFresh(task) ? onMade : () => {}).catch((error) => {
      faults.push(error);
      crew.stop();
    });
    return { made: Promise.race([made, stored]), stored };
  };
  const lane = async (_: unknown, at: number) => {
    let storing = Promise.resolve();
    for (;;) {
      const isOver = signal?.aborted === true || faults.length > 0;
      const task = isOver ? undefined : waiting.take(at);
      if (task === undefined || !isFresh(task)) await storing;
      if (task === undefined && (isOver || waiting.isEmpty)) return;
      if (task === undefined) continue;
      const { made, stored } = begun(task);
      await made;
      await storing;
      storing = stored;
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  if (faults.length > 0) throw faults[0];
}

/** Its files are stored while the next is made. One that somebody died of is alone: it is known who dies next. */
const isFresh = ({ batch, tries }: Task) => tries === 0 && batch.rows.length > 1;

function ofWorkers(bench: BenchFolders, out: string, workers: number): Promise<Crew> {
  return workers === 0 ? inlineCrew(bench, out) : threadCrew(bench, out, workers);
}

/** A batch that somebody died of: whole, and after three times row by row, each of which has three tries too. */
function again(batch: Batch, tries: number): Task[] {
  if (batch.rows.length === 0) return [];
  if (tries < mostTries) return [{ batch, tries }];
  return batch.rows.map((row) => ({ batch: { ...batch, rows: [row] }, tries: 0 }));
}

function lostProblem(error: Lost, row: Row | undefined): Problem {
  return problem(
    'CAMPAIGN_WORKER',
    row === undefined
      ? `Workers die before they make a file: ${error.message}.`
      : `Those who made this file died of it, several times: ${error.message}.`,
    {},
    row === undefined
      ? 'Is there enough memory? Try --workers 1, or 0 to make files in the main thread.'
      : 'Print it by itself to see why; it may take more memory than there is.',
  );
}

/** Whoever corrects a number meanwhile sees a run that ends well, and files with the one before. */
const changedMeanwhile = (file: string): Problem =>
  warning(
    'CAMPAIGN_CHANGED',
    `${file} was changed while the campaign ran: the files are of what it said before.`,
    { file },
    'Run the same again: what it says now is made, and nothing else.',
  );

/** The batches with the rows that are to be made; none that is empty. */
async function openBatches(
  batches: readonly Batch[],
  ledger: Ledger<unknown>,
  { store }: Out,
  deep: boolean,
): Promise<Batch[]> {
  const rows = rowsOf({ batches });
  const done = new Set<string>();
  await eachOf(rows, async (row) => {
    if ((await ledger.there(row, store, deep)) !== undefined) done.add(row.file);
  });
  return batches
    .map((batch) => ({ ...batch, rows: batch.rows.filter(({ file }) => !done.has(file)) }))
    .filter((batch) => batch.rows.length > 0);
}

async function outdatedOf(
  failed: readonly FailedEntry[],
  ledger: Ledger<unknown>,
  { store }: Out,
): Promise<string[]> {
  const found: string[] = [];
  await eachOf(failed, async ({ file }) => {
    if (ledger.hasMade(file) && (await store.head(file)) !== undefined) found.push(file);
  });
  return found.toSorted();
}

async function leftOf(
  ledger: Ledger<string | undefined>,
  wanted: ReadonlySet<string>,
  id: string,
  { store }: Out,
): Promise<string[]> {
  const found: string[] = [];
  await eachOf(ledger.made(), async (file) => {
    if (wanted.has(file) || otherMakerOf(file, id, ledger) !== undefined) return;
    if ((await store.head(file)) !== undefined) found.push(file);
  });
  return found.toSorted();
}

function countOf(batches: readonly Batch[]): { patched: number; set: number } {
  const count = { patched: 0, set: 0 };
  for (const { kind, rows } of batches) count[kind] += rows.length;
  return count;
}
