/** A server that lets a user in and keeps nothing of a queue: it was tried again for ten minutes. */
import { Redis } from 'ioredis';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { openQueueServer } from '../../src/campaign/queue/queue-server.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { program } from './servers/found.ts';
import { startPostgres, startRedis } from './servers/queues.ts';

const postgres = program('postgres');

it.skipIf(postgres === undefined)(
  'a database whose user may make no schema is refused at once, and taken where the right is given',
  async () => {
    const { server, address } = await startPostgres(postgres!);
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      await client.query('CREATE ROLE weak LOGIN');
      const own = address.replace('press:', 'weak:');
      await expect(openQueueServer(own)).rejects.toMatchObject({
        problems: [{ code: 'QUEUE_DENIED', hint: expect.stringContaining('GRANT CREATE ON DATABASE') }],
      });
      await client.query('GRANT CREATE ON DATABASE postgres TO weak');
      await (await openQueueServer(own)).close();
    } finally {
      await client.end();
      await server.end();
    }
  },
  120_000,
);

it.skipIf(postgres === undefined)(
  'a database that lets a user in, and where no queue can be kept, is refused at once',
  async () => {
    const { server, address } = await startPostgres(postgres!);
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
    const refused = (code: string, message: RegExp, hint: RegExp) => ({
      problems: [{ code, message: expect.stringMatching(message), hint: expect.stringMatching(hint) }],
    });
    try {
      await client.connect();
      await (await openQueueServer(address)).close();
      // Somebody else's queue is there: a right to make another does not help.
      await client.query('CREATE ROLE weak LOGIN');
      const weak = address.replace('press:', 'weak:');
      const denied = refused(
        'QUEUE_DENIED',
        /does not let this in/,
        /bullmq there, it is to be of that name/,
      );
      await expect(openQueueServer(weak)).rejects.toMatchObject(denied);
      await client.query('GRANT CREATE ON DATABASE postgres TO weak');
      await expect(openQueueServer(weak)).rejects.toMatchObject(denied);
      await client.query('UPDATE bullmq.migration SET min_client_version = 99');
      await expect(openQueueServer(address)).rejects.toMatchObject(
        refused('QUEUE_DAMAGED', /of a later BullMQ/, /a database of its own/),
      );
      await client.query('ALTER ROLE press SET default_transaction_read_only = on');
      await expect(openQueueServer(address)).rejects.toMatchObject(
        refused('QUEUE_DENIED', /keeps nothing: .*read-only transaction\.$/, /copy of another server/),
      );
    } finally {
      await client.end();
      await server.end();
    }
  },
  120_000,
);

const redis = program('redis');

describe.skipIf(redis === undefined)('a Redis', () => {
  /** A server, what its own user says to it, and its address for another user. */
  async function started(more: readonly string[]) {
    const { server, address } = await startRedis(redis!, more);
    const client = new Redis(address);
    const as = (user: string) => address.replace(/\/\/:[^@]*@/, `//${user}@`);
    return { server, address, client, as };
  }
  const denied = (message: RegExp, hint: RegExp) => ({
    problems: [
      {
        code: 'QUEUE_DENIED',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      },
    ],
  });

  it('that is a copy of another one, or full, is refused at once, and taken when it keeps something', async () => {
    const { server, address, client } = await started(['--appendonly', 'yes']);
    try {
      await client.replicaof('127.0.0.1', '1');
      await expect(openQueueServer(address)).rejects.toMatchObject(
        denied(/keeps nothing: READONLY You can't write against a read only replica\.$/, /copy of another/),
      );
      await client.replicaof('NO', 'ONE');
      await client.config('SET', 'maxmemory', '1');
      await expect(openQueueServer(address)).rejects.toMatchObject(
        denied(/keeps nothing: OOM/, /memory is full/),
      );
      await client.config('SET', 'maxmemory', '0');
      await (await openQueueServer(address)).close();
      expect(await client.keys('*')).toEqual([]);
    } finally {
      client.disconnect();
      await server.end();
    }
  }, 60_000);

  it('that lets a user do too little is refused at once, with the rights that are enough', async () => {
    const { server, client, as } = await started(['--appendonly', 'yes']);
    const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
    try {
      const rights = (...own: string[]) => client.acl('SETUSER', 'press', 'reset', 'on', '>pw', '&*', ...own);
      const enough = /ACL SETUSER name (.*)$/;
      for (const few of [
        ['~bull:*', '+@all', '-@admin', '-@dangerous'],
        ['~bull:*', '+@all', '-@scripting'],
        ['~other:*', '+@all'],
      ]) {
        await rights(...few);
        await expect(openQueueServer(as('press:pw'))).rejects.toMatchObject(denied(/NOPERM/, enough));
      }
      const found = await openQueueServer(as('press:pw')).catch((error: PressError) => error);
      const hint = found instanceof PressError ? found.problems[0]!.hint! : '';
      await rights(...enough.exec(hint)![1]!.split(' '));
      const opened = await openQueueServer(as('press:pw'));
      const failures: Error[] = [];
      const queue = opened.queue((error) => failures.push(error));
      expect(await queue.getJobCounts()).toMatchObject({ waiting: 0 });
      await queue.close();
      await opened.close();
      expect(failures).toEqual([]);
      // The driver's own words are no lines of the press.
      expect(log).not.toHaveBeenCalled();
    } finally {
      log.mockRestore();
      client.disconnect();
      await server.end();
    }
  }, 60_000);
});
