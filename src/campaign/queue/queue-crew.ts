import { setTimeout as wait } from 'node:timers/promises';
import { PressError, type Problem, problem, warning } from '../../diagnostics/index.ts';
import type { Crew } from '../make/crew.ts';
import { type Batch, type Plan, rowsOf } from '../plan/row.ts';
import type { Entry } from '../store/entry.ts';
import { Absence } from './absence.ts';
import { planAgain } from './plan-again.ts';
import { withoutSecrets } from './queue-address.ts';
import { isOfOtherKind, paused, readJob } from './queue-health.ts';
import {
  isLeftBehind,
  type JobData,
  type JobOptions,
  type JobSource,
  jobId,
  planHash,
  runsOf,
} from './queue-job.ts';
import type { BatchQueue, QueueServer } from './queue-server.ts';
import type { Tail } from './tail.ts';
import { someAtATime, within } from './waits.ts';

/** What the workers of other machines are told of a campaign. */
export interface QueuedCampaign {
  /** Its file, absolute, the same on every machine. */
  readonly campaign: string;
  readonly options: JobOptions;
  /** A folder, absolute, or `s3://…`. */
  readonly out: string;
  readonly plan: Plan;
}

/** How often what workers wrote is looked at, and how often the queue is, ms. */
const [lookMs, queueMs] = [300, 2_000] as const;
/** Nothing heard for so long, ms, and the server is given again what waits: it may have lost it. Each time twice as long. */
const [firstPatience, longestPatience] = [10_000, 120_000] as const;
/** Jobs given at one stroke. */
const atOnce = 500;
/** So often a batch is tried where the store, not a worker, fails. */
const attempts = 8;

interface Pending {
  readonly id: string;
  readonly batch: Batch;
  readonly left: Map<string, string>;
  readonly take: (entries: readonly Entry[]) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  isGiven: boolean;
}

/**
 * Workers of other machines as a crew. What they made is learned from the manifests that they write, never from the queue:
 * it may lose everything at any time, and is given it again.
 * @param tail opened before it was found out what is to be made
 */
export class QueueCrew implements Crew {
  readonly #source: JobSource;
  readonly #server: QueueServer;
  readonly #queue: BatchQueue;
  readonly #tail: Tail;
  readonly #tell: (problem: Problem) => void;
  readonly #absence: Absence;
  /** Where each file stands in the plan. */
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #pending = new Map<string, Pending>();
  readonly #byFile = new Map<string, Pending>();
  #isClosed = false;
  #isStopped = false;
  #loop: Promise<void> | undefined;
  /** When something was heard last of what workers made. */
  #heard = Date.now();
  #patience: number;
  #isLonely = false;
  #isPaused = false;

  /** @param patience nothing heard for so long, ms, and the server is given again what waits; for tests */
  constructor(
    campaign: QueuedCampaign,
    server: QueueServer,
    tail: Tail,
    tell: (problem: Problem) => void,
    patience: number = firstPatience,
  ) {
    this.#patience = patience;
    const { campaign: path, options, out, plan } = campaign;
    this.#source = { campaign: path, options, out, plan: planHash(plan) };
    this.#server = server;
    this.#tail = tail;
    this.#tell = tell;
    this.#absence = new Absence(server.address, tell);
    this.#numbers = new Map(rowsOf(plan).map(({ file }, i) => [file, i]));
    // What fails is told by the call that failed.
    this.#queue = server.queue(() => {});
  }

  run(batch: Batch, take: (entries: readonly Entry[]) => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = jobId(this.#source, batch.rows);
      const left = new Map(batch.rows.map(({ file, input }) => [file, input]));
      const pending = { id, batch, left, take, resolve, reject, isGiven: false };
      this.#pending.set(id, pending);
      for (const { file } of batch.rows) this.#byFile.set(file, pending);
      this.#loop ??= this.#run();
    });
  }

  /** Takes back what nobody began; who makes something ends it, and writes it down. */
  stop(): void {
    this.#isStopped = true;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#loop;
    await within(2_000, this.#queue.close());
  }

  async #run(): Promise<void> {
    let lookedAt = 0;
    // All that is to be made is known when the lanes have begun.
    await wait(0);
    await this.#onServer(() => this.#forgetLeft());
    while (!this.#isClosed) {
      try {
        await this.#hear();
        if (this.#isStopped) await this.#takeBack();
        if (Date.now() - lookedAt >= queueMs) {
          await this.#onServer(() => this.#look());
          lookedAt = Date.now();
        }
      } catch (error) {
        for (const pending of [...this.#pending.values()]) this.#end(pending, error);
      }
      await wait(lookMs);
    }
  }

  /** Takes what workers wrote since: what is news of one batch at one stroke, for each stroke is synced to the disk. */
  async #hear(): Promise<void> {
    const news = new Map<Pending, Entry[]>();
    for await (const entry of this.#tail.news()) {
      const pending = this.#byFile.get(entry.file);
      if (pending === undefined || pending.left.get(entry.file) !== entry.input) continue;
      this.#heard = Date.now();
      this.#patience = firstPatience;
      this.#isLonely = false;
      pending.left.delete(entry.file);
      this.#byFile.delete(entry.file);
      const own = news.get(pending);
      if (own === undefined) news.set(pending, [entry]);
      else own.push(entry);
    }
    for (const [pending, entries] of news) {
      await pending.take(entries);
      if (pending.left.size === 0) this.#end(pending);
    }
  }

  /** Gives what was not given yet, and all of it again when nothing is heard; looks for what was given up. */
  async #look(): Promise<void> {
    if (this.#pending.size === 0) return;
    await this.#lookForPause();
    const isSilent = Date.now() - this.#heard > this.#patience;
    const all = [...this.#pending.values()];
    // Not each call would fail where something else is kept there now.
    if (isSilent) await this.#server.check();
    if (isSilent) await this.#forgetLost(all.filter(({ isGiven }) => isGiven));
    await this.#give(all.filter(({ isGiven }) => isSilent || !isGiven));
    if (isSilent) {
      this.#heard = Date.now();
      this.#patience = Math.min(this.#patience * 2, longestPatience);
      await this.#lookForWorkers();
    }
    for (const id of await this.#queue.getRanges(['failed'], 0, -1)) {
      const pending = this.#pending.get(id);
      if (pending === undefined) continue;
      const job = await readJob(this.#queue, id);
      await this.#queue.remove(id);
      // Of one that cannot be read nobody knows why it failed: it is given again.
      if (job === undefined) pending.isGiven = false;
      else this.#end(pending, failed(withoutSecrets(job.failedReason, this.#server.address), pending.batch));
    }
  }

  /** Somebody who paused it meant to: it is told, and waited for. */
  async #lookForPause(): Promise<void> {
    const isPaused = await this.#queue.isPaused();
    if (isPaused && !this.#isPaused) this.#tell(paused(this.#server.address));
    this.#isPaused = isPaused;
  }

  /** An id that is there already is not added again: that is BullMQ's way, and wanted. */
  async #give(pending: readonly Pending[]): Promise<void> {
    for (let i = 0; i < pending.length; i += atOnce) {
      const some = pending.slice(i, i + atOnce);
      await this.#queue.addBulk(
        some.map((one) => ({
          name: 'batch',
          data: this.#dataOf(one),
          opts: {
            jobId: one.id,
            attempts,
            backoff: { type: 'exponential', delay: 1_000 },
            removeOnComplete: true,
            removeOnFail: false,
          },
        })),
      );
      for (const one of some) one.isGiven = true;
    }
  }

  #dataOf({ batch, left, isGiven }: Pending): JobData {
    const rows = runsOf(batch.rows.map(({ file }) => this.#numbers.get(file)!));
    return {
      ...this.#source,
      kind: batch.kind,
      rows,
      again: isGiven || left.size < batch.rows.length,
    };
  }

  /** What earlier runs left: what was given up is in the way of the same work; of what nobody can do workers would end. */
  async #forgetLeft(): Promise<void> {
    const given = await this.#queue.getRanges(['failed'], 0, -1);
    const failed = new Set(given);
    const waiting = await this.#queue.getRanges(['waiting', 'delayed'], 0, -1);
    await someAtATime([...given, ...waiting], async (id) => {
      // Of one that cannot be read nobody knows what was asked for.
      const job = await readJob(this.#queue, id);
      const isInTheWay = failed.has(id) && this.#pending.has(id);
      if (isInTheWay || isLeftBehind(job?.data, this.#source)) await this.#queue.remove(id);
    });
  }

  /** A server that was emptied in part knows a job by its name, does not add it again, and gives it to nobody. */
  async #forgetLost(given: readonly Pending[]): Promise<void> {
    if ((await this.#queue.getWorkersCount()) === 0) return;
    await someAtATime(given, async ({ id }) => {
      const state = await this.#queue.getJobState(id);
      if (state === 'unknown' || state === 'completed') await this.#queue.remove(id);
    });
  }

  /** Where no worker is there: each may have ended, for what it was to make is not what is planned any more. */
  async #lookForWorkers(): Promise<void> {
    if ((await this.#queue.getWorkersCount()) > 0) return;
    if (this.#isLonely) {
      await this.#checkPlan();
      return;
    }
    this.#isLonely = true;
    this.#tell(
      warning(
        'QUEUE_NO_WORKER',
        `${this.#pending.size} batches wait at ${this.#server.address.shown}, and no worker takes them.`,
        {},
        'Start some, on any machine that has the campaign at the same place: helpline-press worker --queue …',
      ),
    );
  }

  /** @throws PressError CAMPAIGN_CHANGED */
  async #checkPlan(): Promise<void> {
    const { campaign, options, plan } = this.#source;
    const now = await planAgain(campaign, options).catch(() => undefined);
    if (now !== undefined && planHash(now) === plan) return;
    const message =
      'The campaign was changed while it ran, its spreadsheet or what its files are made of: no worker makes what was planned.';
    const advice = 'Run the same again: what was made before the change and is no longer right is made anew.';
    throw new PressError([problem('CAMPAIGN_CHANGED', message, { file: campaign }, advice)]);
  }

  async #takeBack(): Promise<void> {
    const all = [...this.#pending.values()];
    await this.#onServer(async () => {
      // One that a worker has in hand cannot be taken back.
      await someAtATime(all, ({ id }) => this.#queue.remove(id).catch(() => {}));
    });
    for (const pending of all) this.#end(pending);
  }

  /** Does something with the server; that it is away for some time is no fault. */
  async #onServer(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.#absence.end();
    } catch (error) {
      if (error instanceof PressError) throw error;
      if (isOfOtherKind(error)) await this.#server.check();
      this.#absence.goOn(error);
    }
  }

  #end(pending: Pending, error?: unknown): void {
    this.#pending.delete(pending.id);
    for (const file of pending.left.keys()) this.#byFile.delete(file);
    if (error === undefined) pending.resolve();
    else pending.reject(error);
  }
}

function failed(reason: string, { rows }: Batch): PressError {
  return new PressError([
    problem(
      'QUEUE_FAILED',
      `A batch of ${rows.length} files was given up after ${attempts} tries (${rows[0]?.file} …): ${reason}`,
      {},
      'Mend that, and run the same again: what was made is not made twice.',
    ),
  ]);
}
