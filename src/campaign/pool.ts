import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

/** Threads of `thread.ts`; one that dies is replaced. `stop` ends each with the file in hand. */
export async function openPool(
  bench: BenchFolders,
  out: string,
  workers: number,
  { file, megabytes = heapOf(workers) }: PoolOptions = {},
): Promise<{ readonly pool: Piscina; readonly stop: () => void }> {
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
  return { pool, stop: () => Atomics.store(stopped, 0, 1) };
}

const loader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** MB that JavaScript may take in a thread: one that asks for more dies alone, before the machine swaps. */
function heapOf(workers: number): number {
  const share = totalmem() / 1_048_576 / (workers + 1);
  return Math.round(Math.min(2048, Math.max(512, share)));
}
