/** The thread of the press, but that files of certain names kill it: one ends it, one takes all memory. */
import { createRequire } from 'node:module';
import type { Order } from '../../src/campaign/make/crew.ts';

export default async function poisoned({ batch, port }: Order): Promise<void> {
  const at = batch.rows.findIndex(({ file }) => /exit|memory/.test(file));
  if (at >= 0 && batch.rows[at]!.file.includes('exit')) process.exit(7);
  const heap: unknown[] = [];
  while (at >= 0) heap.push(new Array(100_000).fill(heap.length));
  // As late as can be: it takes seconds.
  const { work } = createRequire(import.meta.url)(
    '../../src/campaign/make/thread.ts',
  ) as typeof import('../../src/campaign/make/thread.ts');
  return work({ batch, port });
}
