/** A database whose user may not keep a queue there: it was tried again for ten minutes. */
import pg from 'pg';
import { expect, it } from 'vitest';
import { openQueueServer } from '../../src/campaign/queue/queue-server.ts';
import { program } from './servers/found.ts';
import { startPostgres } from './servers/queues.ts';

const postgres = program('postgres');

it.skipIf(postgres === undefined)(
  'is refused at once, and taken where the right is given',
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
