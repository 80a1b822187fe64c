import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Entry, Plan } from '../../src/campaign/index.ts';
import { QueueCrew } from '../../src/campaign/queue/queue-crew.ts';
import type { QueueServer } from '../../src/campaign/queue/queue-server.ts';
import { problemsOf } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn } from './campaigns.ts';
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

// What waits does so at once with the others.
describe.concurrent('a campaign whose sheet was changed while it waits', () => {
  /** What becomes of it; with patience: how it is after so many ms. */
  const waiting = async (change: (path: string) => void, workers: number, patience?: number) => {
    const folder = campaignFolder(2);
    const plan = await planIn(folder);
    const server = {
      address: { shown: 'redis://host' },
      check: async () => {},
      queue: () => ({
        addBulk: async () => {},
        isPaused: async () => false,
        getRanges: async () => [],
        getWorkersCount: async () => workers,
        getJobState: async () => 'waiting',
        remove: async () => 0,
        close: async () => {},
      }),
    } as unknown as QueueServer;
    const told: string[] = [];
    const tail = { async *news() {} };
    const source = { campaign: join(folder, 'campaign.yaml'), options: {}, out: '/out', plan };
    const crew = new QueueCrew(source, server, tail, ({ code }) => told.push(code), 1);
    change(join(folder, 'places.csv'));
    const asked = plan.batches.map((batch) => crew.run(batch, async () => {}));
    const failed = Promise.race(asked.map((each) => each.then(() => 'made', problemsOf)));
    const result = await (patience === undefined ? failed : Promise.race([failed, wait(patience, 'waits')]));
    crew.stop();
    await Promise.allSettled(asked);
    await crew.close();
    return { told, result };
  };
  const changed = (path: string) =>
    writeFileSync(path, readFileSync(path, 'utf8').replace('202-555-1001', '202-555-1999'));

  it('ends where no worker is left: each that had another plan ended of it', async () => {
    const { told, result } = await waiting(changed, 0);
    expect(told).toEqual(['QUEUE_NO_WORKER']);
    expect(result).toMatchObject([{ code: 'CAMPAIGN_CHANGED' }]);
  });

  it('ends where it cannot be read any more', async () => {
    const { result } = await waiting((path) => writeFileSync(path, 'id\n'), 0);
    expect(result).toMatchObject([{ code: 'CAMPAIGN_CHANGED' }]);
  });

  it.each([
    ['while a worker is there, which may have the right one', changed, 1],
    ['where it is as it was', () => {}, 0],
  ])('waits %s', async (_, change, workers) => {
    expect((await waiting(change, workers, 12_000)).result).toBe('waits');
  });
});
