import { setTimeout as wait } from 'node:timers/promises';
import { harmless, PressError, type Problem, problem, problemsOf, warning } from '../../diagnostics/index.ts';
import { makeAll } from '../make/run.ts';
import type { Row } from '../plan/row.ts';
import type { Entry } from '../store/entry.ts';
import { OpenSites } from './open-sites.ts';
import { withoutSecrets } from './queue-address.ts';
import { giveBack, isGivenBack } from './queue-given-back.ts';
import { isOfOtherKind, isUnreadable, paused, removeUnreadable } from './queue-health.ts';
import { isAsked, type JobData, parseJob, rowsOfJob } from './queue-job.ts';
import {
  type BatchJob,
  type BatchQueue,
  type BatchWorker,
  openQueueServer,
  type QueueServer,
} from './queue-server.ts';
import { isAbandoned, type Site, wayOut } from './queue-site.ts';
import { reasonOf } from './redis-settings.ts';
import { within } from './waits.ts';
import { Watchdog } from './watchdog.ts';

export interface WorkerOptions {
  /** `redis://…` or `postgres://…` */
  readonly queue: string;
  /** Folder that its campaigns and their outputs lie in; nothing outside it is read or written for a job. */
  readonly root: string;
  /** Threads, each a batch at a time; 0: in this one. */
  readonly workers: number;
  /** Ends after nothing waited or was made anywhere for so long, s; undefined: waits for ever. */
  readonly idle?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onBatch?: ((entries: number, failed: number) => void) | undefined;
  readonly onWarning?: ((problem: Problem) => void) | undefined;
  /** How often the queue is looked at, how long it may give nothing though something waits, ms; for tests. */
  readonly times?: { readonly look: number; readonly deaf: number };
}

export interface WorkerResult {
  readonly batches: number;
  readonly made: number;
  readonly failed: number;
}

const usual = { look: 2_000, deaf: 15_000 };
/** What is told of one code is told so often at most, ms. */
const tellMs = 30_000;

/**
 * Makes batches from a queue until it is told to end.
 * @throws PressError QUEUE_*; what was made is written down, what was in hand is left to others
 */
export async function workQueue(options: WorkerOptions): Promise<WorkerResult> {
  const server = await openQueueServer(options.queue);
  for (const told of server.warnings) options.onWarning?.(told);
  try {
    return await new QueueWorker(server, options).run();
  } finally {
    await server.close();
  }
}

export class QueueWorker {
  readonly #server: QueueServer;
  readonly #options: WorkerOptions;
  readonly #watchdog: Watchdog;
  readonly #sites: OpenSites;
  #result = { batches: 0, made: 0, failed: 0 };
  #refusal: PressError | undefined;
  /** That it was given what cannot be read. */
  #isUnreadable = false;
  #isPaused = false;
  /** Ids of jobs that were taken out. */
  readonly #left = new Set<string>();
  readonly #toldAt = new Map<string, number>();

  constructor(server: QueueServer, options: WorkerOptions) {
    this.#server = server;
    this.#options = options;
    this.#sites = new OpenSites(options.root, options.workers);
    this.#watchdog = new Watchdog((options.times ?? usual).deaf, Date.now());
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted === true || this.#refusal !== undefined;
  }

  async run(): Promise<WorkerResult> {
    const { signal, idle, times = usual } = this.#options;
    const queue = this.#server.queue(() => {});
    let worker = this.#listen();
    const stop = () => this.#sites.stop();
    signal?.addEventListener('abort', stop, { once: true });
    let busyAt = Date.now();
    try {
      while (!this.#isStopped) {
        await wait(times.look, undefined, signal === undefined ? {} : { signal }).catch(() => {});
        // A server that is away says nothing: then nothing is known, and nothing is done about it.
        const counts = await queue
          .getJobCounts('waiting', 'active', 'delayed', 'prioritized')
          .catch((error: unknown) => this.#look(error));
        const now = Date.now();
        if (counts === undefined) busyAt = now;
        if (counts === undefined || this.#isStopped) continue;
        await this.#lookAfter(queue);
        const isNothing = this.#isPaused || Object.values(counts).every((count) => count === 0);
        if (!isNothing || !this.#watchdog.isIdle) busyAt = now;
        if (idle !== undefined && now - busyAt >= idle * 1000) break;
        if (!this.#watchdog.isDeaf(this.#isPaused ? 0 : (counts.waiting ?? 0), now)) continue;
        this.#tell(
          warning(
            'QUEUE_UNREACHABLE',
            'This worker was given nothing though something waits; it connects anew.',
            {},
            'The connection had come back deaf. Nothing is lost.',
          ),
        );
        await within(5_000, worker.close(true));
        worker = this.#listen();
      }
      stop();
      // What is in hand ends with its file, and what is left of it goes back.
      await within(60_000, worker.close());
    } finally {
      signal?.removeEventListener('abort', stop);
      await within(5_000, queue.close());
      await this.#sites.close();
    }
    if (this.#refusal !== undefined) throw this.#refusal;
    return this.#result;
  }

  /** Tells of a queue that is paused, and takes out what nobody can read. */
  async #lookAfter(queue: BatchQueue): Promise<void> {
    try {
      const isPaused = await queue.isPaused();
      if (isPaused && !this.#isPaused) this.#tell(paused(this.#server.address));
      this.#isPaused = isPaused;
      if (!this.#isUnreadable) return;
      this.#isUnreadable = false;
      const clear = (id: string) => this.#server.clear(id);
      await removeUnreadable(queue, clear, (id) => this.#tellUnreadable(id));
    } catch {
      // The server went away: who is given it again looks again.
    }
  }

  #tellUnreadable(id: string): void {
    const message = `A job of this queue cannot be read (${harmless(id).slice(0, 80)}), and is taken out.`;
    this.#tell(warning('QUEUE_FAILED', message, {}, notLost));
  }

  #listen(): BatchWorker {
    const { workers } = this.#options;
    return this.#server.worker(
      (job, token) => this.#take(job, token),
      Math.max(1, workers),
      (error) => this.#onError(error),
    );
  }

  async #take(job: BatchJob, token: string | undefined): Promise<void> {
    this.#watchdog.take(Date.now());
    try {
      const isEnded = !this.#isStopped && (await this.#make(job));
      if (!isEnded) await giveBack(job, token);
    } catch (error) {
      if (isGivenBack(error)) throw error;
      if (this.#isLeft(job, error)) return;
      if (error instanceof PressError && error.problems.some(({ code }) => refusals.includes(code))) {
        this.#refusal ??= error;
        await giveBack(job, token);
      }
      const said = problemsOf(error)
        .map(({ code, message }) => `${code} ${message}`)
        .join(' ');
      this.#tell(
        warning('QUEUE_FAILED', `A batch failed: ${said}`, {}, 'It is tried again, here or elsewhere.'),
      );
      throw new Error(said);
    } finally {
      this.#watchdog.finish(Date.now());
    }
  }

  /** Gives whether the whole of it is made, or failed for good. */
  async #make(job: BatchJob): Promise<boolean> {
    if (!isAsked(job.data)) return this.#drop();
    const data = parseJob(job.data);
    if (data === undefined) throw otherVersion();
    const open = this.#sites.take(data);
    try {
      const site = await open.site;
      const all = rowsOfJob(data.rows, site.rows);
      if (all === undefined) throw otherVersion();
      const isRetaken = data.again || job.attemptsStarted > 1;
      const rows = isRetaken ? await site.open(all) : all;
      const ended = await this.#makeRows(rows, data, site);
      this.#result.batches++;
      return ended === rows.length;
    } catch (error) {
      // Where its folder was taken away, what is open of it leads nowhere: the next batch opens it anew.
      if (problemsOf(error).some(({ code }) => code === 'OUTPUT_UNWRITABLE')) this.#sites.forget(open);
      throw error;
    } finally {
      this.#sites.release(open);
    }
  }

  /**
   * Whether a job that this worker cannot make is one that a run left which ended: nobody waits for it, and every worker would
   * end of it. It is taken out, once: who gives it again waits for it.
   */
  #isLeft({ id = '', data }: BatchJob, error: unknown): boolean {
    const isOther = problemsOf(error).some(({ code }) => code === 'QUEUE_OTHER_FILES');
    if (!isOther || this.#left.has(id) || !isAbandoned(data, this.#options.root)) return false;
    this.#left.add(id);
    const message = `A batch of a run into ${harmless(data.out)} that ended before it was made is taken out.`;
    this.#tell(warning('QUEUE_FAILED', message, {}, 'Run that campaign again: it makes what is missing.'));
    return true;
  }

  /** Nobody waits for it, and every worker would be given it. */
  #drop(): true {
    const message = 'A job of this queue does not say what it is for; it is left out.';
    this.#tell(warning('QUEUE_FAILED', message, {}, notLost));
    return true;
  }

  async #makeRows(rows: readonly Row[], { kind, plan }: JobData, { crew, recorder }: Site): Promise<number> {
    let ended = 0;
    if (rows.length === 0) return 0;
    const record = async (_: unknown, entries: readonly Entry[]) => {
      await recorder.append(entries);
      const failed = entries.filter(({ outcome }) => outcome === 'failed').length;
      ended += entries.length;
      this.#result.made += entries.length - failed;
      this.#result.failed += failed;
      this.#options.onBatch?.(entries.length, failed);
    };
    // A batch that breaks off is no reason for the others of this machine to end.
    const own = { run: crew.run.bind(crew), stop() {}, close: async () => {} };
    await makeAll(own, [{ id: plan, kind, rows }], 1, {}, record);
    return ended;
  }

  #onError(error: Error): void {
    // The queue itself, or a job of it.
    if (isOfOtherKind(error) || isUnreadable(error)) this.#isUnreadable = true;
    if (isUnreadable(error)) return;
    void this.#look(error);
    const said = reasonOf(withoutSecrets(error.message, this.#server.address));
    this.#tell(
      isTaken(error)
        ? warning('QUEUE_FAILED', 'A batch in hand is no longer kept for this worker.', {}, madeTwice)
        : warning('QUEUE_UNREACHABLE', `The queue: ${said}`, {}, 'It is tried again.'),
    );
  }

  /** Whether what the server keeps is a queue, after a call failed. */
  async #look(error: unknown): Promise<undefined> {
    if (!isOfOtherKind(error)) return;
    await this.#server.check().catch((found) => {
      if (found instanceof PressError) this.#refusal ??= found;
    });
  }

  #tell(told: Problem): void {
    const now = Date.now();
    if (now - (this.#toldAt.get(told.code) ?? 0) < tellMs) return;
    this.#toldAt.set(told.code, now);
    this.#options.onWarning?.(told);
  }
}

const notLost =
  'Nothing is lost: a campaign gives what is not made yet again. Is the queue used for something else too?';

/** Whoever was away for longer than a batch is kept for it finds that another has it now. The words are BullMQ's. */
const isTaken = ({ message }: Error): boolean => /^could not renew lock\b/i.test(message);
const madeTwice =
  'This machine was held up, or the server was emptied: another worker may make the batch too, and the files are the same.';

/** What a worker cannot mend: it ends, and its batch is left to others. */
const refusals: readonly string[] = [
  'QUEUE_OTHER_FILES',
  'QUEUE_OUTSIDE',
  'CAMPAIGN_CHANGED',
  'STORE_ADDRESS',
  'STORE_CREDENTIALS',
  'STORE_DENIED',
];

function otherVersion(): PressError {
  return new PressError([
    problem(
      'QUEUE_OTHER_FILES',
      'A job of this queue is none of this version of helpline-press.',
      {},
      `Give all machines the same version. The batch is left to others. ${wayOut}`,
    ),
  ]);
}
