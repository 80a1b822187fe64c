import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Row } from '../../src/campaign/plan/row.ts';
import { parseQueueAddress, withoutSecrets } from '../../src/campaign/queue/queue-address.ts';
import {
  foldersIn,
  isAsked,
  isLeftBehind,
  jobId,
  jobOptionsOf,
  parseJob,
  planHash,
  planOptionsOf,
  rowsOfJob,
  runsOf,
} from '../../src/campaign/queue/queue-job.ts';
import { openQueueServer } from '../../src/campaign/queue/queue-server.ts';
import { judgeRedis } from '../../src/campaign/queue/redis-settings.ts';
import { Watchdog } from '../../src/campaign/queue/watchdog.ts';
import { isInside } from '../../src/campaign/store/disk.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { rowOf, scratch } from './rows.ts';

describe('the address of a queue', () => {
  it.each([
    ['redis://host', 'redis', 'redis://host', 'redis://host'],
    ['rediss://me:hidden@host:6380/2', 'redis', 'rediss://host:6380/2', 'rediss://me:hidden@host:6380/2'],
    ['valkey://host:1', 'redis', 'valkey://host:1', 'redis://host:1'],
    ['valkeys://:hidden@host', 'redis', 'valkeys://host', 'rediss://:hidden@host'],
    [
      'postgres://me:hidden@host:5432/db',
      'postgres',
      'postgres://host:5432/db',
      'postgres://me:hidden@host:5432/db',
    ],
    [
      'postgresql://host/db?password=hidden',
      'postgres',
      'postgresql://host/db',
      'postgresql://host/db?password=hidden',
    ],
  ])('%s is of %s, and is shown as %s', (text, kind, shown, url) => {
    expect(parseQueueAddress(text)).toMatchObject({ kind, shown, url });
    expect(shown).not.toContain('hidden');
  });

  it.each([
    '',
    'host',
    'redis:',
    'redis://',
    'http://host',
    'amqp://me:hidden@host',
    'redis//:hidden@x',
    'redis://:hidden@host/queue',
    'redis://host/1/2',
  ])('is refused, and not repeated: %s', (text) => {
    expect(() => parseQueueAddress(text)).toThrow('QUEUE_ADDRESS');
    expect(() => parseQueueAddress(text)).not.toThrow('hidden');
  });

  it('takes its secrets out of what others say, as written and as meant', () => {
    const address = parseQueueAddress('postgres://me:a%2Fb@host/db?sslpassword=c');
    const said = 'no a/b, a%2Fb or c at postgres://me:a%2Fb@host/db?sslpassword=c';
    expect(withoutSecrets(said, address)).not.toMatch(/a\/b|a%2Fb|:a/);
    expect(parseQueueAddress('redis://host:6379/15').shown).toBe('redis://host:6379/15');
    expect(withoutSecrets('of host', parseQueueAddress('redis://host'))).toBe('of host');
  });
});

describe('a server of queues', () => {
  const shown = 'redis://host';
  it('that throws away what it was given is refused', () => {
    for (const policy of ['allkeys-lru', 'volatile-ttl', 'allkeys-random'])
      expect(() => judgeRedis({ policy, appends: 'yes' }, { shown })).toThrow('QUEUE_EVICTS');
  });
  it.each([
    ['noeviction', 'yes', []],
    ['noeviction', 'no', ['QUEUE_FORGETS']],
    ['noeviction', undefined, ['QUEUE_FORGETS']],
    [undefined, 'yes', ['QUEUE_EVICTS']],
    [undefined, undefined, ['QUEUE_EVICTS', 'QUEUE_FORGETS']],
  ])('with policy %s and appendonly %s is told of with %o', (policy, appends, codes) => {
    expect(judgeRedis({ policy, appends }, { shown }).map(({ code }) => code)).toEqual(codes);
  });
  it.each(['redis://127.0.0.1:1', 'postgres://127.0.0.1:1/db'])(
    'that is not there is told of: %s',
    async (text) => {
      await expect(openQueueServer(text)).rejects.toMatchObject({
        problems: [{ code: 'QUEUE_UNREACHABLE', message: expect.stringContaining('ECONNREFUSED') }],
      });
    },
  );
});

describe('a job', () => {
  const job = {
    campaign: '/c/campaign.yaml',
    options: {},
    out: '/c/out',
    plan: 'a'.repeat(64),
    kind: 'set',
    rows: [[0, 3]],
    again: false,
  };
  it('is read where it is whole', () => {
    expect(parseJob(job)).toEqual(job);
    const options = { guides: '/g', date: '2026-01-01', templates: ['/t'], locales: ['/l'] };
    expect(parseJob({ ...job, options })).toMatchObject({ options });
  });
  it('says folders as another machine has them: those of the press by name', () => {
    const own = shippedFolders();
    const options = {
      guides: '/g',
      date: '2026-01-01',
      folders: { templates: ['/t', own.templates].flat(), locales: ['/l'] },
    };
    const said = jobOptionsOf(options);
    expect(said).toEqual({ guides: '/g', date: '2026-01-01', templates: ['/t', 'shipped'], locales: ['/l'] });
    expect(planOptionsOf(said)).toEqual(options);
    // A worker looks whether each of them is its own to read.
    expect(foldersIn({ ...said, fonts: ['/f', 'shipped'] })).toEqual(['/g', '/t', '/l', '/f']);
    expect(foldersIn({})).toEqual([]);
    expect(jobOptionsOf({ guides: undefined, date: undefined })).toEqual({});
    expect(jobOptionsOf({ folders: { templates: own.templates, locales: own.locales } })).toEqual({});
    expect(jobOptionsOf({ folders: { templates: '/t' } })).toEqual({ templates: ['/t'] });
  });
  it.each([
    ['no plan', { ...job, plan: undefined }],
    ['a plan that is none', { ...job, plan: 'a' }],
    ['no rows', { ...job, rows: [] }],
    ['rows backwards', { ...job, rows: [[3, 2]] }],
    ['rows below none', { ...job, rows: [[-1, 2]] }],
    ['another kind', { ...job, kind: 'other' }],
    ['a field that is none', { ...job, more: 1 }],
    ['an option that is none', { ...job, options: { shell: 'x' } }],
    ['nothing', undefined],
  ])('is not read with %s', (_, data) => {
    expect(parseJob(data)).toBeUndefined();
  });

  it('says its rows in runs, and they come back', () => {
    expect(runsOf([])).toEqual([]);
    expect(runsOf([0])).toEqual([[0, 0]]);
    expect(runsOf([0, 1, 2, 5, 7, 8])).toEqual([
      [0, 2],
      [5, 5],
      [7, 8],
    ]);
    const rows = Array.from({ length: 60 }, (_, i) => rowOf(`p${i}`, undefined));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(59)), (numbers) => {
        numbers.sort((a, b) => a - b);
        expect(rowsOfJob(runsOf(numbers), rows)).toEqual(numbers.map((n) => rows[n]));
      }),
      { seed: 3 },
    );
    expect(rowsOfJob([[59, 60]], rows)).toBeUndefined();
    expect(rowsOfJob([[59, 59]], rows)).toEqual([rows[59]]);
  });

  const plan = (...rows: Row[]): Plan =>
    ({ id: 'p', folder: '/', batches: [{ id: 'b', kind: 'set', rows }], problems: [] }) as unknown as Plan;
  const [a, b] = [rowOf('a', undefined), rowOf('b', undefined)];
  it('has an id that BullMQ takes, of the plan and of what its rows are made of', () => {
    const source = { campaign: '/c.yaml', options: {}, out: '/out', plan: planHash(plan(a, b)) };
    const id = jobId(source, [a, b]);
    expect(id).toMatch(/^[0-9a-f]{12}-[0-9a-f]{32}$/);
    expect(jobId(source, [a])).not.toBe(id);
    expect(jobId(source, [a, { ...b, input: a.input }])).not.toBe(id);
    expect(jobId(source, [a, { ...b, file: 'c.pdf' }])).not.toBe(id);
    // Two runs of one campaign into two folders wait for files of their own.
    expect(jobId({ ...source, out: '/out-2' }, [a, b])).not.toBe(id);
    expect(jobId({ ...source, options: { guides: '/g' } }, [a, b])).not.toBe(id);
  });
  it.each([
    ['the same folder, before its files changed', { plan: 'b' }, true],
    ['the same folder, for another campaign', { plan: 'b', campaign: '/d.yaml' }, true],
    ['another folder, before its files changed', { plan: 'b', out: '/out-2' }, true],
    ['this plan', {}, false],
    ['this plan, into another folder', { out: '/out-2' }, false],
    ['another folder, with other options', { plan: 'b', out: '/out-2', options: { date: '2026' } }, false],
    ['another campaign', { plan: 'b', out: '/out-2', campaign: '/d.yaml' }, false],
  ])('was left by a run into %s', (_, more, is) => {
    const own = { campaign: '/c.yaml', options: {}, out: '/out', plan: 'a' };
    expect(isLeftBehind({ ...job, ...own, ...more }, own)).toBe(is);
  });
  it('is nobody’s where it does not say what it is for, in no version of the press', () => {
    for (const data of [undefined, null, 'x', 7, {}, { ...job, out: '' }, { ...job, plan: 1 }])
      expect(isAsked(data)).toBe(false);
    expect(isAsked({ campaign: '/c', out: '/o', plan: 'of another version', rows: 'others' })).toBe(true);
  });
  it('is of another plan where a name or an input differs', () => {
    expect(planHash(plan(a, b))).not.toBe(planHash(plan(b, a)));
    expect(planHash(plan(a, { ...b, input: a.input }))).not.toBe(planHash(plan(a, b)));
    expect(planHash(plan({ ...a, quantity: 7 }, b))).toBe(planHash(plan(a, b)));
  });
});

describe('the watchdog', () => {
  it('barks when something waits and nothing is taken, once a time', () => {
    const dog = new Watchdog(100, 0);
    expect(dog.isDeaf(1, 99)).toBe(false);
    expect(dog.isDeaf(1, 100)).toBe(true);
    expect(dog.isDeaf(1, 199)).toBe(false);
    expect(dog.isDeaf(1, 200)).toBe(true);
  });
  it('is quiet while nothing waits, or something is in hand, and counts from there', () => {
    const dog = new Watchdog(100, 0);
    expect(dog.isDeaf(0, 500)).toBe(false);
    expect(dog.isDeaf(1, 599)).toBe(false);
    dog.take(600);
    dog.take(601);
    dog.finish(602);
    expect(dog.isIdle).toBe(false);
    expect(dog.isDeaf(9, 5000)).toBe(false);
    dog.finish(5001);
    expect(dog.isIdle).toBe(true);
    expect(dog.isDeaf(9, 5100)).toBe(false);
    expect(dog.isDeaf(9, 5101)).toBe(true);
  });
});

describe('a worker’s folder', () => {
  const top = scratch();
  for (const name of ['root', 'other', 'root-2']) mkdirSync(join(top, name));
  symlinkSync(join(top, 'other'), join(top, 'root', 'link'));
  const root = join(top, 'root');
  it.each([
    ['root', true],
    ['root/a/campaign.yaml', true],
    ['root/..x', true],
    ['other', false],
    ['root-2', false],
    ['root/../other', false],
    ['root/link', false],
    ['root/link/new/out', false],
  ])('%s is inside: %s', (path, is) => {
    expect(isInside(root, `${top}/${path}`)).toBe(is);
  });
  it('holds no path that is not absolute', () => {
    expect(isInside(process.cwd(), 'campaign.yaml')).toBe(false);
  });
});
