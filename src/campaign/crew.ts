import { setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { PressError, type Problem } from '../diagnostics/index.ts';
import { type BenchFolders, openBench } from './bench.ts';
import type { Entry } from './entry.ts';
import { openStore } from './out.ts';
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

/** Whoever made a batch died of it, or was silent for too long. */
export class Lost extends Error {}

/** What a thread of a crew is told at its start: plain data. */
export interface Station {
  readonly bench: BenchFolders;
  /** Address of the store. */
  readonly out: string;
  /** Not 0: end with the file in hand. */
  readonly stopped: Int32Array;
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
  const own = openBench(bench);
  return {
    async run(batch, take) {
      for await (const entries of storeBatch(batch, own, store, () => isStopped)) await take(entries);
    },
    stop() {
      isStopped = true;
    },
    async close() {
      own.press.close();
      await store.close();
    },
  };
}

/** Threads of this process. What they run, and the MB that each may take, is another in tests. */
export async function threadCrew(
  bench: BenchFolders,
  out: string,
  workers: number,
  { file, megabytes = heapOf(workers) }: { readonly file?: URL; readonly megabytes?: number } = {},
): Promise<Crew & { readonly pool: Piscina }> {
  const { Piscina } = await import('piscina');
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const station: Station = { bench, out, stopped };
  const isSource = import.meta.url.endsWith('.ts');
  const own = new URL(isSource ? './thread.ts' : './thread.js', import.meta.url);
  const pool = new Piscina({
    filename: fileURLToPath(file ?? own),
    minThreads: workers,
    maxThreads: workers,
    // A thread that waits for its next batch still hears what its store says.
    atomics: 'disabled',
    workerData: station,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // Node 20 reads no TypeScript: where this runs from its sources, in tests, a loader is brought in.
    ...(isSource ? { execArgv: ['--import', loader()] } : {}),
  });
  // A thread that dies while it has nothing to do is replaced, and that is all.
  pool.on('error', () => {});
  return {
    pool,
    run: (batch, take) => runOn(pool, batch, take),
    stop() {
      Atomics.store(stopped, 0, 1);
    },
    async close() {
      await pool.destroy();
    },
  };
}

const loader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** MB that JavaScript may take in a thread: one that asks for more dies alone, before the machine swaps. */
function heapOf(workers: number): number {
  const share = totalmem() / 1_048_576 / (workers + 1);
  return Math.round(Math.min(2048, Math.max(512, share)));
}

async function runOn(
  pool: Piscina,
  batch: Batch,
  take: (entries: readonly Entry[]) => Promise<void>,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const silence = new AbortController();
  setMaxListeners(0, silence.signal);
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
    const report = await (
      pool.run(order, { transferList: [port2], signal: silence.signal }) as Promise<Report>
    ).catch((error: unknown) => new Lost(error instanceof Error ? error.message : String(error)));
    await Promise.race([said, new Promise((resolve) => setTimeout(resolve, lastWords).unref())]);
    await taken;
    if (report instanceof Lost) throw report;
    if (report.problems !== undefined) throw new PressError(report.problems);
  } finally {
    clearTimeout(watch);
    port1.close();
  }
}
