import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { PressError, type Problem } from '../diagnostics/index.ts';
import { Benches, type BenchFolders } from './bench.ts';
import type { Entry } from './entry.ts';
import { openStore } from './out.ts';
import { Lost, openThreads, type PoolOptions, type Threads } from './pool.ts';
import type { Batch } from './row.ts';
import { storeBatch } from './work.ts';

/** Those who make files, each a batch at a time. */
export interface Crew {
  /**
   * Makes a batch; `take` gets the entries of files that are safe in the store, each once.
   * @throws Lost where the one that made it is gone: it may be done again; PressError where the run is to end
   */
  run(batch: Batch, take: (entries: readonly Entry[]) => Promise<void>): Promise<void>;
  /** Each ends with the file in hand. */
  stop(): void;
  close(): Promise<void>;
}

/** What it is given for each batch. Over the port it gives its entries, and null when there are no more. */
export interface Order {
  readonly batch: Batch;
  readonly port: MessagePort;
}

/** What ended its run, if anything did. */
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
  return { stop, close, alive, run: (batch, take) => runOn(threads, batch, take) };
}

async function runOn(
  threads: Threads,
  batch: Batch,
  take: (entries: readonly Entry[]) => Promise<void>,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const silence = new AbortController();
  const watch = setTimeout(() => silence.abort(), longestSilence);
  let taken: Promise<void> = Promise.resolve();
  const said = new Promise<void>((resolve) => {
    port1.on('close', resolve).on('message', (entries: readonly Entry[] | null) => {
      watch.refresh();
      if (entries === null) resolve();
      else {
        taken = taken.then(() => take(entries));
        // It is waited for below.
        taken.catch(() => {});
      }
    });
  });
  try {
    const order: Order = { batch, port: port2 };
    const report = await threads
      .ask<Report>(order, { transfer: [port2], signal: silence.signal })
      .catch((error: Lost) => error);
    await Promise.race([said, new Promise((resolve) => setTimeout(resolve, lastWords).unref())]);
    await taken;
    if (report instanceof Lost) throw report;
    if (report.problems !== undefined) throw new PressError(report.problems);
  } finally {
    clearTimeout(watch);
    port1.close();
  }
}
