import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Plan, runOverQueue, runPlan } from '../../src/campaign/index.ts';
import type { Problem } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn } from './campaigns.ts';
import { madeIn, pressFilesIn } from './made.ts';
import { scratch } from './rows.ts';
import { program } from './servers/found.ts';
import { type QueueUnderTest, startPostgres, startRedis } from './servers/queues.ts';
import { until, WorkerProcess } from './servers/workers.ts';

const top = scratch();
const folder = campaignFolder(4, { locales: ['en', 'es', 'fr', 'de', 'it', 'pt-BR'], own: 4 });
const campaign = join(folder, 'campaign.yaml');
let plan: Plan;
let expected: Map<string, string>;

beforeAll(async () => {
  plan = await planIn(folder);
  await runPlan(plan, { out: join(top, 'undisturbed'), workers: 0 });
  expected = pressFilesIn(join(top, 'undisturbed'));
}, 300_000);

const running: WorkerProcess[] = [];
afterEach(async () => {
  for (const worker of running.splice(0)) await worker.stop();
});
function startWorker(address: string, ...more: string[]): WorkerProcess {
  const worker = new WorkerProcess(['--queue', address, '--root', tmpdir(), ...more]);
  running.push(worker);
  return worker;
}

const starters = {
  redis: (path: string) => startRedis(path),
  valkey: (path: string) => startRedis(path),
  postgres: startPostgres,
} as const;

describe.each(['redis', 'valkey', 'postgres'] as const)('a campaign over %s', (name) => {
  const path = program(name);
  let queue: QueueUnderTest;
  beforeAll(async () => {
    if (path !== undefined) queue = await starters[name](path);
  }, 120_000);
  afterAll(() => queue?.server.end());

  it.skipIf(path === undefined)(
    'is complete and the same where a worker is killed with batches in hand',
    async () => {
      const out = join(top, `killed-${name}`);
      const first = startWorker(queue.address);
      const warnings: Problem[] = [];
      let made = 0;
      const run = runOverQueue(
        { campaign, options: {}, out, plan },
        {
          queue: queue.address,
          onWarning: (told) => warnings.push(told),
          onProgress: ({ kind }) => {
            if (kind === 'file') made++;
          },
        },
      );
      await until(() => made > 0, 'a file');
      first.kill();
      const second = startWorker(queue.address);
      expect(await run).toMatchObject({ files: 24, made: 24, failed: [], open: 0 });
      expect(pressFilesIn(out)).toEqual(expected);
      expect(new Set(madeIn(join(out, 'campaign.manifest'))).size).toBe(24);
      expect(madeIn(join(out, 'campaign.manifest'))).toHaveLength(24);
      second.kill('SIGTERM');
      expect(await second.end()).toBe(0);
      expect(second.said).toContain('files made, 0 failed');
      expect(first.said + second.said + JSON.stringify(warnings)).not.toMatch(/only-for-tests|not-asked-for/);
      // Nothing is left in the queue, and nothing is made again.
      expect(
        await runOverQueue({ campaign, options: {}, out, plan }, { queue: queue.address }),
      ).toMatchObject({
        kept: 24,
        made: 0,
      });
    },
    240_000,
  );
});
