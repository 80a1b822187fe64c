import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import type { BenchFolders } from './bench.ts';

/** What a thread is told at its start: plain data. */
export interface Station {
  readonly bench: BenchFolders;
  /** Address of the store. */
  readonly out: string;
  /** Not 0: end with the file in hand. */
  readonly stopped: Int32Array;
}

/** What threads run, and the MB that each may take, where that is another than the press's own: in tests. */
export interface PoolOptions {
  readonly file?: URL;
  readonly megabytes?: number;
}

/** Threads that do tasks, each one at a time. */
export interface Threads {
  /**
   * Has a thread do a task, which no other does meanwhile; it is started where none is free.
   * @throws Lost where the thread is gone, or its signal ended it: the next task gets another one
   */
  ask<T>(task: unknown, how: Asking): Promise<T>;
  /** Each ends with the file in hand. */
  stop(): void;
  close(): Promise<void>;
  /** Those that run now. */
  alive(): Worker[];
}

interface Asking {
  /** Which function of the module; its default where nothing is said. */
  readonly name?: string;
  /** What it is about: it goes to the thread that did the last such task, if that is free. */
  readonly about?: string | undefined;
  readonly transfer?: MessagePort[];
  readonly signal: AbortSignal;
}

/** Whoever did a task died of it, or was silent for too long. */
export class Lost extends Error {}

/**
 * Threads of `thread.ts`. Each has a pool of its own, which goes with it: a pool of several does not replace a thread that
 * dies while it starts, and what waits for that one waits for ever.
 */
export async function openThreads(
  bench: BenchFolders,
  out: string,
  workers: number,
  { file, megabytes = heapOf(workers) }: PoolOptions = {},
): Promise<Threads> {
  const { Piscina } = await import('piscina');
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const station: Station = { bench, out, stopped };
  const isSource = import.meta.url.endsWith('.ts');
  const own = new URL(isSource ? './thread.ts' : './thread.js', import.meta.url);
  const open = () => {
    const pool = new Piscina({
      filename: fileURLToPath(file ?? own),
      minThreads: 1,
      maxThreads: 1,
      // A thread that waits for its next batch still hears what its store says.
      atomics: 'disabled',
      workerData: station,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: young },
      // Node 20 reads no TypeScript: where this runs from its sources, in tests, a loader is brought in.
      ...(isSource ? { execArgv: ['--import', loader()] } : {}),
    });
    // A thread that dies while it has nothing to do is told where it is asked next.
    pool.on('error', () => {});
    all.add(pool);
    return pool;
  };
  const all = new Set<Piscina>();
  const free: { readonly pool: Piscina; readonly about: string | undefined }[] = [];
  const freeFor = (about: string | undefined): Piscina | undefined => {
    const at = free.findLastIndex((each) => each.about === about);
    return (at < 0 ? free.pop() : free.splice(at, 1)[0])?.pool;
  };
  return {
    async ask<T>(task: unknown, { name, about, transfer = [], signal }: Asking): Promise<T> {
      const pool = freeFor(about) ?? open();
      const gone = new AbortController();
      // What waits for a thread that dies before it begins is told by nobody else.
      const end = () => setImmediate(() => gone.abort());
      pool.once('workerDestroy', end);
      try {
        const options = { transferList: transfer, signal: AbortSignal.any([signal, gone.signal]) };
        const done = await (pool.run(task, { ...options, ...(name && { name }) }) as Promise<T>);
        pool.off('workerDestroy', end);
        free.push({ pool, about });
        return done;
      } catch (error) {
        all.delete(pool);
        void pool.destroy();
        throw new Lost(error instanceof Error ? error.message : String(error));
      }
    },
    stop() {
      Atomics.store(stopped, 0, 1);
    },
    async close() {
      await Promise.all([...all].map((pool) => pool.destroy()));
    },
    alive: () => [...all].flatMap(({ threads }) => threads),
  };
}

const loader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * MB for new objects, of which V8 uses a third at a time. A file leaves two: with twice what is usual they are looked
 * through half as often, and fewer of them still live then.
 */
const young = 96;

/**
 * MB that JavaScript may take in a thread: one that asks for more dies alone, before the machine swaps. Where V8 may take
 * 2,048 it lets a heap grow to four times what is alive before it collects; below, to less than twice (`MaxGrowingFactor`
 * of its MemoryController). A file needs a tenth of either.
 */
function heapOf(workers: number): number {
  const share = totalmem() / 1_048_576 / (workers + 1);
  return Math.round(Math.min(1024, Math.max(512, share)));
}
