import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { PressError, problem, problemsOf } from '../../diagnostics/index.ts';
import { isThere } from '../../files/index.ts';
import { type Crew, inlineCrew, threadCrew } from '../make/crew.ts';
import { readLedger } from '../make/ledger.ts';
import { type Plan, type Row, rowsOf } from '../plan/row.ts';
import { isInside } from '../store/disk.ts';
import { isLocked } from '../store/lock.ts';
import { manifestName } from '../store/manifest.ts';
import { type Out, openOut, type Recorder } from '../store/out.ts';
import { isStoreAddress } from '../store/s3-address.ts';
import { planAgain } from './plan-again.ts';
import { foldersIn, isAsked, type JobData, planHash, planOptionsOf } from './queue-job.ts';
import { workerManifest } from './tail.ts';

/** A campaign that a worker works for: what it makes its files with, and where it writes down that it did. */
export interface Site {
  readonly key: string;
  /** All rows of the plan, in its order. */
  readonly rows: readonly Row[];
  readonly crew: Crew;
  readonly recorder: Recorder;
  /** Those of some rows that nobody made yet, by all manifests that are there. */
  open(rows: readonly Row[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Equal for jobs that one site serves. */
export function siteKey({ plan, campaign, out, options }: JobData): string {
  return JSON.stringify([plan, campaign, out, options]);
}

/**
 * Loads the campaign of a job, and makes sure that it is the one that was meant.
 * @param root folder that campaigns and outputs of this machine lie in
 * @throws PressError QUEUE_OUTSIDE, QUEUE_OTHER_FILES, and what opening the store throws
 */
export async function openSite(job: JobData, root: string, workers: number): Promise<Site> {
  const { campaign, options, out: address } = job;
  const paths = [campaign, ...(isStoreAddress(address) ? [] : [address]), ...foldersIn(options)];
  for (const path of paths) if (!isInside(root, path)) throw outside(path, root);
  const plan = await loaded(campaign, job);
  if (planHash(plan) !== job.plan) throw otherFiles(campaign, 'its files would be other ones');
  const { guides, folders } = planOptionsOf(options);
  const bench = { campaign: plan.folder, guides, folders };
  const out = await openOut(address);
  const crew = await (workers === 0 ? inlineCrew(bench, address) : threadCrew(bench, address, workers));
  const id = `${hostname()
    .replace(/[^A-Za-z0-9-]/g, '-')
    .slice(0, 40)}-${process.pid}-${randomBytes(4).toString('hex')}`;
  const recorder = await out.begin(workerManifest(id), plan.id, []);
  return {
    key: siteKey(job),
    rows: rowsOf(plan),
    crew,
    recorder,
    open: (rows) => openRows(rows, plan, out),
    async close() {
      await crew.close();
      await recorder.close();
      await out.store.close();
    },
  };
}

async function loaded(campaign: string, { options }: JobData) {
  try {
    return await planAgain(campaign, options);
  } catch (error) {
    const [first] = problemsOf(error);
    throw otherFiles(campaign, `it cannot be loaded: ${first?.code} ${first?.message.replace(/\.$/, '')}`);
  }
}

async function openRows(rows: readonly Row[], plan: Plan, out: Out): Promise<Row[]> {
  const ledger = await readLedger(out, () => undefined, undefined, plan);
  const open: Row[] = [];
  for (const row of rows) if ((await ledger.there(row, out.store, false)) === undefined) open.push(row);
  return open;
}

/**
 * Whether a job is of a run that ended before it was made: into a folder that is here, as its manifest shows, and whose lock
 * nobody holds. Of a bucket nobody knows.
 */
export function isAbandoned(data: unknown, root: string): boolean {
  const { out = '' } = (data ?? {}) as Partial<JobData>;
  if (!isAsked(data) || isStoreAddress(out) || !isInside(root, out)) return false;
  return isThere(out, manifestName) && !isLocked(join(out, `${manifestName}.lock`));
}

function outside(path: string, root: string): PressError {
  return new PressError([
    problem(
      'QUEUE_OUTSIDE',
      `A job is for ${path}, which is not in ${root}, where this worker works.`,
      {},
      'Start it in a folder above its campaigns and their output, or name that folder with --root.',
    ),
  ]);
}

/** Of what waits though nobody can make it any more. */
export const wayOut =
  'Was its run killed, and did its files change since? Run it again: that takes it back. Is it gone? Empty the server: who runs a campaign gives it again what is not made.';

function otherFiles(campaign: string, reason: string): PressError {
  return new PressError([
    problem(
      'QUEUE_OTHER_FILES',
      `This machine does not have the campaign that it is to work for, ${campaign}: ${reason}.`,
      {},
      `Give it the same folder at the same path, the same version of helpline-press, and the same Node.js; then start it again. Its batch is left to others. ${wayOut}`,
    ),
  ]);
}
