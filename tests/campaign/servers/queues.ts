import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, launch, Server } from './process.ts';

/** A server of queues, its address, and its folder, which outlives it. */
export interface QueueUnderTest {
  readonly server: Server;
  readonly address: string;
}

const redisPassword = 'only-for-tests';

/** Redis or Valkey; with an append-only file, or as Debian sets it up: a picture of the memory now and then. */
export async function startRedis(
  path: string,
  more: readonly string[] = ['--appendonly', 'yes'],
): Promise<QueueUnderTest> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'redis-'));
  const fixed = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--requirepass',
    redisPassword,
    '--save',
    '',
  ];
  const server = await Server.run(port, () => launch(path, [...fixed, ...more]));
  return { server, address: `redis://:${redisPassword}@127.0.0.1:${port}` };
}

/** PostgreSQL runs as nobody with rights: as its own user where this is root. */
export async function startPostgres(bin: string): Promise<QueueUnderTest> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'postgres-'));
  const uid = process.getuid?.() === 0 ? Number(spawnSync('id', ['-u', 'postgres']).stdout) : undefined;
  if (uid !== undefined) chownSync(dir, uid, uid);
  const as = uid === undefined ? {} : { uid };
  const data = join(dir, 'data');
  const args = ['-D', data, '-U', 'press', '--auth=trust', '--no-sync', '-E', 'UTF8', '--no-locale'];
  const { status, stderr } = spawnSync(join(bin, 'initdb'), args, { ...as, cwd: dir, encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb: ${stderr}`);
  const server = await Server.run(port, () =>
    launch(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', dir], {
      ...as,
      cwd: dir,
    }),
  );
  // It listens before it lets anybody in.
  const isReady = () =>
    spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0;
  while (!isReady()) await wait(50);
  return { server, address: `postgres://press:not-asked-for@127.0.0.1:${port}/postgres` };
}
