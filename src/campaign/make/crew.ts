import { setTimeout as wait } from 'node:timers/promises';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { PressError, type Problem } from '../../diagnostics/index.ts';
import type { Batch } from '../plan/row.ts';
import type { Entry } from '../store/entry.ts';
import { openStore } from '../store/out.ts';
import { Benches, type BenchFolders } from './bench.ts';
import { Lost, openThreads, type PoolOptions, type Threads } from './pool.ts';
import { storeBatch } from './work.ts';

export type Take = (entries: readonly Entry[]) => Promise<void>;

/** Those who make files, each a batch at a time. */
export interface Crew {
  /**
   * Makes a batch; `take` gets the entries of files that are safe in the store, each once. `onMade` is told when whoever
   * makes it has time for another one, while the last of its files are stored.
   * @throws Lost where the one that made it is gone: it may be done again; PressError where the run is to end
   */
  run(batch: Batch, take: Take, onMade?: () => void): Promise<void>;
  /** Each ends with the file in hand. */
  stop(): void;
  close(): Promise<void>;
}

/** What it is given for each batch. Over the port it gives its entries, and in the end what ended it, if anything did. */
export interface Order {
  readonly batch: Batch;
  readonly port: MessagePort;
}

/** The last that is said of a batch, when all of it is stored. */
export interface Report {
  readonly problems?: readonly Problem[];
}

/** How long a thread may be silent, ms: no file takes a hundredth of that. */
const longestSilence = 300_000;
/** How long what a dead thread had said is waited for, ms. */
const lastWords = 2_000;

/** Files are made in this thread. */
export async function inlineCrew(bench: BenchFolders, out: string): Promise<Crew> {
  let isStopped = false;
  const store = await openStore(out);
  const benches = new Benches(bench);
  return {
    async run(batch, take) {
      for await (const entries of storeBatch(batch, benches.of(batch), store, () => isStopped))
        await take(entries);
    },
    stop() {
      isStopped = true;
    },
    async close() {
      benches.close();
      await store.close();
    },
  };
}

/** Threads of this process. */
export async function threadCrew(
  bench: BenchFolders,
  out: string,
  workers: number,
  options: PoolOptions = {},
): Promise<Crew & Pick<Threads, 'alive'>> {
  const threads = await openThreads(bench, out, workers, options);
  const { stop, close, alive } = threads;
  return { stop, close, alive, run: (batch, take, onMade) => runOn(threads, batch, take, onMade) };
}

async function runOn(
  threads: Threads,
  batch: Batch,
  take: Take,
  onMade: () => void = () => {},
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const silence = new AbortController();
  const watch = setTimeout(() => silence.abort(), longestSilence);
  let taken: Promise<void> = Promise.resolve();
  const said = new Promise<Report | undefined>((resolve) => {
    silence.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    port1
      .on('close', () => resolve(undefined))
      .on('message', (told: readonly Entry[] | Report) => {
        watch.refresh();
        if (!isEntries(told)) return resolve(told);
        taken = taken.then(() => take(told));
        // It is waited for below.
        taken.catch(() => {});
      });
  });
  try {
    const order: Order = { batch, port: port2 };
    const about = batch.rows[0]?.setting.locale;
    const lost = await threads
      .ask<void>(order, {
        about,
        transfer: [port2],
        signal: silence.signal,
      })
      .then(onMade, (error: Lost) => error);
    // Of one that is gone what it said last may still be on its way.
    const last = lost === undefined ? undefined : wait(lastWords, undefined, { ref: false });
    const report = await Promise.race([said, ...(last === undefined ? [] : [last])]);
    await taken;
    if (report === undefined) throw lost ?? new Lost('the thread is gone, or nothing was heard of it');
    if (report.problems !== undefined) throw new PressError(report.problems);
  } finally {
    clearTimeout(watch);
    port1.close();
  }
}

const isEntries = (told: readonly Entry[] | Report): told is readonly Entry[] => Array.isArray(told);
