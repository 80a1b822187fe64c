import { setFlagsFromString } from 'node:v8';

/**
 * Flags of V8 for a process that makes thousands of files (`docs/speed.md`). What is made at a place in the code whose first
 * objects were kept is made old from then on, and stays, with all that it leads to, until all of memory is swept: here the
 * first of everything is kept, and of what follows hardly any. And memory is swept when it holds 1.4 times what is alive.
 *
 * Where each core has a worker, threads that help one of them to collect are taken from another: the next four keep each
 * to its own. (`--single-threaded-gc` says that and more, and V8 dies of it where it is set while memory is being marked.)
 * So are those that compile, in each worker the same again: a function is compiled anew when it has run four times as long as
 * is usual, and takes less of what it calls into itself, which is compiled in half of the time and hardly slower.
 */
const flags = [
  '--no-allocation-site-pretenuring',
  '--heap-growing-percent=40',
  '--no-parallel-scavenge',
  '--no-parallel-compaction',
  '--no-parallel-pointer-update',
  '--no-concurrent-sweeping',
  // V8 says aloud that it has no such flag any more: in Node 22 and later.
  ...(Number.parseInt(process.versions.v8, 10) < 12 ? ['--interrupt-budget=300000'] : []),
  '--max-inlined-bytecode-size-cumulative=400',
];

/** Keeps the memory of a process, with all its threads, near what is alive, and each thread to itself. Whoever owns the process decides. */
export function keepHeapFlat(): void {
  for (const flag of flags) setFlagsFromString(flag);
}
