import { expect, it } from 'vitest';
import { parseQueueAddress } from '../../src/campaign/queue/queue-address.ts';
import type { BatchQueue, BatchWorker, QueueServer, Work } from '../../src/campaign/queue/queue-server.ts';
import { QueueWorker } from '../../src/campaign/queue/queue-worker.ts';
import type { Problem } from '../../src/diagnostics/index.ts';

/** A server whose workers are given nothing though something waits, but for the last that is made. */
function deafServer(waiting: () => number | Error, isPaused: boolean) {
  const made: { work: Work; isClosed: boolean }[] = [];
  const server: QueueServer = {
    address: parseQueueAddress('redis://host'),
    warnings: [],
    queue: () =>
      ({
        getJobCounts: async () => {
          const count = waiting();
          if (count instanceof Error) throw count;
          return { waiting: count, active: 0, delayed: 0, prioritized: 0 };
        },
        isPaused: async () => isPaused,
        close: async () => {},
      }) as unknown as BatchQueue,
    worker(work) {
      const own = { work, isClosed: false };
      made.push(own);
      const close = async () => {
        own.isClosed = true;
      };
      return { close, isRunning: () => true } satisfies BatchWorker;
    },
    check: async () => {},
    clear: async () => {},
    close: async () => {},
  };
  return { server, made };
}

async function looked(waiting: (look: number) => number | Error, looks: number, isPaused = false) {
  const ending = new AbortController();
  let count = 0;
  const { server, made } = deafServer(() => {
    if (++count === looks) ending.abort();
    return waiting(count);
  }, isPaused);
  const told: Problem[] = [];
  const worker = new QueueWorker(server, {
    queue: '',
    root: '/',
    workers: 1,
    signal: ending.signal,
    times: { look: 5, deaf: 1 },
    onWarning: (problem) => told.push(problem),
  });
  await worker.run();
  return { made, told };
}

it('is replaced by one with a new connection, and that is told', async () => {
  const { made, told } = await looked((look) => (look === 2 ? 5 : 0), 4);
  expect(made.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  expect(told).toHaveLength(1);
  expect(told[0]!.message).toContain('given nothing though something waits');
});

const well: readonly (readonly [string, () => number | Error])[] = [
  ['nothing waits', () => 0],
  ['the server is away', () => new Error('ECONNREFUSED')],
];
it.each(well)('is left alone where %s', async (_, waiting) => {
  const { made, told } = await looked(waiting, 4);
  expect(made).toHaveLength(1);
  expect(told).toEqual([]);
});

it('is left alone where the queue is paused, which is told once', async () => {
  const { made, told } = await looked(() => 5, 6, true);
  expect(made).toHaveLength(1);
  expect(told.map(({ code }) => code)).toEqual(['QUEUE_PAUSED']);
});
