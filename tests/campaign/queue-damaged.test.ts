import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Plan, runOverQueue, runPlan } from '../../src/campaign/index.ts';
import { jobId, planHash } from '../../src/campaign/queue/queue-job.ts';
import type { Problem } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn } from './campaigns.ts';
import { pressFilesIn } from './made.ts';
import { scratch } from './rows.ts';
import { program } from './servers/found.ts';
import { startRedis } from './servers/queues.ts';
import { until, WorkerProcess } from './servers/workers.ts';

const redis = program('redis');
const top = scratch();
const folder = campaignFolder(2, { locales: ['en', 'es'] });
const campaign = join(folder, 'campaign.yaml');
const key = 'bull:helpline-press';
let plan: Plan;
let expected: Map<string, string>;
let serial = 0;

beforeAll(async () => {
  plan = await planIn(folder);
  const out = join(top, 'undisturbed');
  await runPlan(plan, { out, workers: 0 });
  expected = pressFilesIn(out);
}, 120_000);

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A server, what looks into it, and what a campaign and a worker do with it. */
async function stand() {
  const { server, address } = await startRedis(redis!);
  ends.push(() => server.end());
  const connection = new Redis(address);
  ends.push(async () => connection.disconnect());
  const startWorker = (...more: string[]) => {
    const worker = new WorkerProcess(['--queue', address, '--root', tmpdir(), ...more]);
    ends.push(() => worker.stop());
    return worker;
  };
  const out = join(top, `out-${++serial}`);
  const warnings: Problem[] = [];
  const source = { campaign, options: {}, out, plan };
  const startRun = () => {
    const result = runOverQueue(source, { queue: address, onWarning: (told) => warnings.push(told) });
    result.catch(() => {});
    return result;
  };
  const jobs = new Queue('helpline-press', { connection });
  const ids = plan.batches.map(({ rows }) => jobId({ ...source, plan: planHash(plan) }, rows));
  return { address, connection, jobs, ids, out, warnings, startWorker, startRun };
}

describe.skipIf(redis === undefined)('a job that cannot be read', () => {
  it('is told and taken out, and its batch is made all the same', async () => {
    const { connection, jobs, ids, out, startRun, startWorker } = await stand();
    for (const field of ['data', 'opts']) {
      await jobs.add('batch', {}, { jobId: `of-${field}` });
      await connection.hset(`${key}:of-${field}`, field, '{"rows');
    }
    const run = startRun();
    await until(async () => (await connection.exists(`${key}:${ids[0]}`)) === 1, 'a batch');
    await connection.hset(`${key}:${ids[0]}`, 'data', '{"rows');
    const worker = startWorker();
    expect(await run).toMatchObject({ made: 4, failed: [], open: 0 });
    expect(pressFilesIn(out)).toEqual(expected);
    expect(worker.said).toMatch(
      /QUEUE_FAILED: A job of this queue cannot be read \(.+\), and is taken out\./,
    );
    await until(
      async () => (await jobs.getRanges(['active', 'waiting'], 0, -1)).length === 0,
      'the end of it',
    );
  }, 240_000);

  it('is told and taken out where it is of another kind, and its batch is made all the same', async () => {
    const { connection, ids, out, startRun, startWorker } = await stand();
    const run = startRun();
    await until(async () => (await connection.exists(`${key}:${ids[0]}`)) === 1, 'a batch');
    await connection.del(`${key}:${ids[0]}`);
    await connection.rpush(`${key}:${ids[0]}`, 'somebody else’s');
    const worker = startWorker();
    expect(await run).toMatchObject({ made: 4, failed: [], open: 0 });
    expect(pressFilesIn(out)).toEqual(expected);
    expect(worker.said).toMatch(
      /QUEUE_FAILED: A job of this queue cannot be read \(.+\), and is taken out\./,
    );
  }, 240_000);

  it('and was given up is nothing that a campaign waits for', async () => {
    const { connection, jobs, out, warnings, startRun, startWorker } = await stand();
    await jobs.add('batch', {}, { jobId: 'of-somebody' });
    await connection.lrem(`${key}:wait`, 1, 'of-somebody');
    await connection.zadd(`${key}:failed`, 1, 'of-somebody');
    await connection.hset(`${key}:of-somebody`, 'data', '{"rows');
    const run = startRun();
    startWorker();
    expect(await run).toMatchObject({ made: 4, failed: [], open: 0 });
    expect(pressFilesIn(out)).toEqual(expected);
    expect(warnings.map(({ code }) => code)).not.toContain('QUEUE_UNREACHABLE');
  }, 120_000);
});

describe.skipIf(redis === undefined)('a database that a server does not have', () => {
  it('is refused, and nothing is kept in another one', async () => {
    const { address, connection, out } = await stand();
    const run = (db: string) =>
      runOverQueue({ campaign, options: {}, out, plan }, { queue: `${address}/${db}` });
    await expect(run('99')).rejects.toMatchObject({
      problems: [{ code: 'QUEUE_UNREACHABLE', message: expect.stringContaining('/99 cannot be reached') }],
    });
    await expect(run('queue')).rejects.toMatchObject({ problems: [{ code: 'QUEUE_ADDRESS' }] });
    expect(await connection.exists(`${key}:wait`, `${key}:id`)).toBe(0);
  }, 60_000);
});

describe.skipIf(redis === undefined)('a server with something else where the queue is', () => {
  it('is refused by campaigns and workers, which say what is in the way', async () => {
    const { connection, startRun, startWorker } = await stand();
    await connection.set(`${key}:wait`, 'somebody else’s');
    const worker = startWorker();
    await expect(startRun()).rejects.toMatchObject({
      problems: [
        { code: 'QUEUE_DAMAGED', message: expect.stringContaining(`${key}:wait is a string, and no list`) },
      ],
    });
    expect(await worker.end()).toBe(1);
    expect(worker.said).toContain('QUEUE_DAMAGED');
  }, 120_000);

  it('ends both where it comes to be so while they wait', async () => {
    const { connection, jobs, startRun, startWorker } = await stand();
    const run = startRun();
    await until(async () => (await connection.llen(`${key}:wait`)) > 0, 'a batch');
    await connection.set(`${key}:wait`, 'somebody else’s');
    await expect(run).rejects.toMatchObject({ problems: [{ code: 'QUEUE_DAMAGED' }] });
    await connection.del(`${key}:wait`);
    const worker = startWorker();
    await until(async () => (await jobs.getWorkersCount()) > 0, 'a worker');
    await connection.set(`${key}:active`, 'somebody else’s');
    expect(await worker.end()).toBe(1);
    expect(worker.said).toContain('QUEUE_DAMAGED');
  }, 120_000);
});

describe.skipIf(redis === undefined)('a queue that is paused', () => {
  it('is told of, by campaign and worker, and goes on when it is resumed as they say', async () => {
    const { connection, jobs, out, warnings, startRun, startWorker } = await stand();
    await jobs.pause();
    const run = startRun();
    const worker = startWorker();
    await until(() => warnings.some(({ code }) => code === 'QUEUE_PAUSED'), 'a warning');
    await until(() => worker.said.includes('QUEUE_PAUSED'), 'a warning of the worker');
    expect(worker.said).toContain(`HDEL ${key}:meta paused`);
    await connection.hdel(`${key}:meta`, 'paused');
    expect(await run).toMatchObject({ made: 4, failed: [], open: 0 });
    expect(pressFilesIn(out)).toEqual(expected);
    expect(warnings.filter(({ code }) => code === 'QUEUE_PAUSED')).toHaveLength(1);
  }, 120_000);
});
