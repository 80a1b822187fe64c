import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openS3Store, type Plan, runOverQueue, runPlan } from '../../src/campaign/index.ts';
import type { Problem } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn, rowsOf } from './campaigns.ts';
import { madeIn, pressFilesIn } from './made.ts';
import { scratch, sha } from './rows.ts';
import { program } from './servers/found.ts';
import type { Server } from './servers/process.ts';
import { type QueueUnderTest, startRedis } from './servers/queues.ts';
import { environment, s3AddressOf, startS3 } from './servers/s3.ts';
import { until, WorkerProcess } from './servers/workers.ts';

const redis = program('redis');
const moto = program('moto');
const top = scratch();
const folder = campaignFolder(3, { locales: ['en', 'es', 'fr', 'de'] });
const campaign = join(folder, 'campaign.yaml');
let plan: Plan;
let expected: Map<string, string>;
let serial = 0;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
async function startQueue(more?: readonly string[]): Promise<QueueUnderTest> {
  const queue = await startRedis(redis!, more);
  ends.push(() => queue.server.end());
  return queue;
}
function startWorker(
  queue: string,
  more: readonly string[] = [],
  variables?: Record<string, string>,
): WorkerProcess {
  const worker = new WorkerProcess(['--queue', queue, '--root', tmpdir(), ...more], variables);
  ends.push(() => worker.stop());
  return worker;
}

function startRun(queue: string, out = join(top, `out-${++serial}`), signal?: AbortSignal) {
  const warnings: Problem[] = [];
  const run = { out, warnings, made: 0, result: undefined as unknown as ReturnType<typeof runOverQueue> };
  run.result = runOverQueue(
    { campaign, options: {}, out, plan },
    {
      queue,
      signal,
      onWarning: (told) => warnings.push(told),
      onProgress: ({ kind }) => {
        if (kind === 'file') run.made++;
      },
    },
  );
  run.result.catch(() => {});
  return run;
}

beforeAll(async () => {
  plan = await planIn(folder);
  const out = join(top, 'undisturbed');
  await runPlan(plan, { out, workers: 0 });
  expected = pressFilesIn(out);
}, 300_000);

function expectWhole(out: string): void {
  expect(pressFilesIn(out)).toEqual(expected);
  expect(madeIn(join(out, 'campaign.manifest')).toSorted()).toEqual(
    rowsOf(plan)
      .map(({ file }) => file)
      .toSorted(),
  );
}

describe.skipIf(redis === undefined)('a campaign is complete and the same, each file recorded once,', () => {
  it.each([
    ['keeps nothing', ['--appendonly', 'no']],
    ['keeps what it was given', ['--appendonly', 'yes']],
  ])(
    'where the server is killed in the middle, and started again, and %s',
    async (_, more) => {
      const { server, address } = await startQueue(more);
      const worker = startWorker(address);
      const run = startRun(address);
      await until(() => run.made > 0, 'a file');
      await server.end('SIGKILL');
      await server.start();
      expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
      expectWhole(run.out);
      expect(run.warnings.some(({ code }) => code === 'QUEUE_FORGETS')).toBe(more.includes('no'));
      worker.kill('SIGTERM');
      expect(await worker.end()).toBe(0);
    },
    240_000,
  );

  it('where one of two workers is cut off with a batch in hand, and comes back when another made it', async () => {
    const { address } = await startQueue();
    const cut = startWorker(address);
    const run = startRun(address);
    await until(() => run.made > 0, 'a file');
    cut.kill('SIGSTOP');
    const other = startWorker(address);
    expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
    cut.kill('SIGCONT');
    cut.kill('SIGTERM');
    expect(await cut.end()).toBe(0);
    // Where it finds so before it ends, it is told that another has its batch, and not that the server is away.
    expect(cut.said).not.toMatch(/could not renew lock/);
    expectWhole(run.out);
    other.kill('SIGTERM');
    expect(await other.end()).toBe(0);
  }, 240_000);

  it.skipIf(moto === undefined)(
    'in a bucket, where a worker is killed',
    async () => {
      const s3: Server = await startS3('moto', moto!);
      ends.push(() => s3.end());
      Object.assign(process.env, environment);
      const { address } = await startQueue();
      const out = s3AddressOf(s3, 'campaign');
      const first = startWorker(address, [], environment);
      const run = startRun(address, out);
      await until(() => run.made > 0, 'a file');
      first.kill();
      startWorker(address, [], environment);
      expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
      const store = await openS3Store(out, environment);
      for (const [name, hash] of expected) expect(sha((await store.get(name))!), name).toBe(hash);
      expect(first.said).not.toContain(environment.AWS_SECRET_ACCESS_KEY);
    },
    240_000,
  );
});

describe.skipIf(redis === undefined)('a worker ends, and leaves its batch to others,', () => {
  let queue: QueueUnderTest;
  beforeAll(async () => {
    queue = await startRedis(redis!);
  });
  afterAll(() => queue?.server.end());

  it('where it has other files than the campaign', async () => {
    const run = startRun(queue.address);
    const path = join(folder, 'places.csv');
    const places = readFileSync(path, 'utf8');
    writeFileSync(path, places.replace('202-555-1001', '202-555-1999'));
    const other = startWorker(queue.address);
    expect(await other.end()).toBe(1);
    expect(other.said).toContain('QUEUE_OTHER_FILES');
    writeFileSync(path, places);
    startWorker(queue.address);
    expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
    expectWhole(run.out);
  }, 240_000);

  it('where it is asked for what lies outside its folder; and a run that is stopped takes back what waits', async () => {
    const ending = new AbortController();
    const run = startRun(queue.address, undefined, ending.signal);
    const elsewhere = startWorker(queue.address, ['--root', scratch()]);
    expect(await elsewhere.end()).toBe(1);
    expect(elsewhere.said).toContain('QUEUE_OUTSIDE');
    ending.abort();
    expect(await run.result).toMatchObject({ made: 0, open: 12, stopped: true });
    const idle = startWorker(queue.address, ['--idle', '1', '--json']);
    expect(await idle.end()).toBe(0);
    expect(idle.said).toContain('{"batches":0,"made":0,"failed":0}');
  }, 240_000);
});

describe.skipIf(redis === undefined)('a worker goes on', () => {
  const key = 'bull:helpline-press';
  it('after a run that was killed left what nobody can make any more, and what says nothing', async () => {
    const { address } = await startQueue();
    const connection = new Redis(address);
    ends.push(async () => connection.disconnect());
    // As of another plan: that of the campaign before its files changed.
    const [out, plan] = [join(top, `out-${++serial}`), 'a'.repeat(64)];
    const left = { campaign, options: {}, out, plan, kind: 'set', rows: [[0, 1]], again: false };
    const jobs = new Queue('helpline-press', { connection });
    await jobs.add('batch', left, { jobId: 'left' });
    await jobs.add('batch', { of: 'somebody else' }, { jobId: 'nobodys' });
    await jobs.add('batch', {}, { jobId: 'halved' });
    await connection.del(`${key}:halved`);
    const run = startRun(address, out);
    await until(async () => (await jobs.getJob('left')) === undefined, 'what was left goes');
    const worker = startWorker(address);
    expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
    expectWhole(run.out);
    worker.kill('SIGTERM');
    expect(await worker.end()).toBe(0);
    expect(worker.said).toContain('does not say what it is for');
  }, 240_000);

  it('before the next run begins, where a run left what nobody can make; and ends where that run goes on', async () => {
    const { address } = await startQueue();
    const connection = new Redis(address);
    ends.push(async () => connection.disconnect());
    const jobs = new Queue('helpline-press', { connection });
    const out = join(top, `out-${++serial}`);
    mkdirSync(out);
    writeFileSync(join(out, 'campaign.manifest'), '');
    const left = {
      campaign,
      options: {},
      out,
      plan: 'a'.repeat(64),
      kind: 'set',
      rows: [[0, 1]],
      again: false,
    };
    await jobs.add('batch', left, { jobId: 'left', removeOnComplete: true });
    const worker = startWorker(address);
    await until(async () => (await jobs.getJob('left')) === undefined, 'what was left goes');
    const run = startRun(address, out);
    expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
    expectWhole(out);
    expect(worker.said).toContain(`A batch of a run into ${out} that ended`);
    // Who gives it again waits for it.
    await jobs.add('batch', left, { jobId: 'left', removeOnComplete: true });
    expect(await worker.end()).toBe(1);
    expect(worker.said).toContain('QUEUE_OTHER_FILES');
    const lock = join(out, 'campaign.manifest.lock');
    writeFileSync(lock, `${hostname()} ${process.pid}\n`);
    const other = startWorker(address);
    expect(await other.end()).toBe(1);
    expect(other.said).not.toContain('that ended');
  }, 240_000);

  it('for two runs of one campaign at once, into two folders, and one again whose folder was taken away', async () => {
    const { address } = await startQueue();
    const runs = [startRun(address), startRun(address)];
    startWorker(address);
    for (const run of runs) expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
    for (const run of runs) expectWhole(run.out);
    rmSync(runs[0]!.out, { recursive: true });
    const again = startRun(address, runs[0]!.out);
    expect(await again.result).toMatchObject({ made: 12, failed: [], open: 0 });
    expectWhole(again.out);
  }, 240_000);

  it('where the server lost what waits, and not the names of it', async () => {
    const { address } = await startQueue();
    const connection = new Redis(address);
    ends.push(async () => connection.disconnect());
    const run = startRun(address);
    await until(async () => (await connection.llen(`${key}:wait`)) > 0, 'a batch');
    await connection.del(`${key}:wait`);
    startWorker(address);
    expect(await run.result).toMatchObject({ made: 12, failed: [], open: 0 });
    expectWhole(run.out);
  }, 240_000);
});

describe.skipIf(redis === undefined)('a queue', () => {
  it('that evicts is refused, and a password that is wrong is not told', async () => {
    const { address } = await startQueue(['--maxmemory-policy', 'allkeys-lru']);
    await expect(startRun(address).result).rejects.toMatchObject({ problems: [{ code: 'QUEUE_EVICTS' }] });
    const wrong = address.replace('only-for-tests', 'something-else');
    const refused = await startRun(wrong).result.catch(String);
    expect(refused).toContain('QUEUE_DENIED');
    expect(refused).not.toContain('something-else');
  });

  it('that nobody works for is told of', async () => {
    const { address } = await startQueue();
    const ending = new AbortController();
    const run = startRun(address, undefined, ending.signal);
    await until(() => run.warnings.some(({ code }) => code === 'QUEUE_NO_WORKER'), 'a warning');
    ending.abort();
    await run.result;
  }, 60_000);
});
