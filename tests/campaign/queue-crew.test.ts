import { expect, it } from 'vitest';
import type { Entry, Plan } from '../../src/campaign/index.ts';
import { QueueCrew } from '../../src/campaign/queue/queue-crew.ts';
import type { QueueServer } from '../../src/campaign/queue/queue-server.ts';
import { madeEntry, rowOf } from './rows.ts';

it('takes what workers wrote at one stroke for each batch: each stroke is synced to the disk', async () => {
  const [first, second] = ['a', 'b'].map((name) => ({
    id: name,
    kind: 'patched' as const,
    rows: Array.from({ length: 20 }, (_, i) => rowOf(`${name}${i}`, `800-315-${2000 + i}`)),
  }));
  const plan = { id: 'a', folder: '/', batches: [first!, second!], problems: [] } as unknown as Plan;
  const written: Entry[] = [...first!.rows, ...second!.rows].map((row) =>
    madeEntry(row.file, { input: row.input }),
  );
  // An entry of another plan, and one that is said twice.
  written.push(madeEntry('en/other.pdf'), written[0]!);
  const given: unknown[] = [];
  const server = {
    address: { shown: 'redis://host' },
    queue: () => ({
      addBulk: async (jobs: unknown[]) => given.push(...jobs),
      isPaused: async () => false,
      getRanges: async () => [],
      close: async () => {},
    }),
  } as unknown as QueueServer;
  const tail = {
    async *news() {
      if (given.length > 0) yield* written.splice(0);
    },
  };
  const crew = new QueueCrew({ campaign: '/c.yaml', options: {}, out: '/out', plan }, server, tail, () => {});
  const strokes: string[][] = [];
  const take = async (entries: readonly Entry[]) => {
    strokes.push(entries.map(({ file }) => file));
  };
  await Promise.all([crew.run(first!, take), crew.run(second!, take)]);
  await crew.close();
  expect(given).toHaveLength(2);
  expect(strokes).toEqual([first!, second!].map(({ rows }) => rows.map(({ file }) => file)));
});
