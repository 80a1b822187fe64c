import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { program } from '../../tests/campaign/servers/found.ts';
import { type QueueUnderTest, startPostgres, startRedis } from '../../tests/campaign/servers/queues.ts';
import { filesIn, newFolder } from './runs.ts';

const cli = join(resolve(import.meta.dirname, '../..'), 'dist/cli.js');

/** What drills are given. */
export interface Drilled {
  readonly campaign: string;
  readonly expected: ReadonlyMap<string, string>;
  judge(name: string, wrong: readonly string[], figures: string): void;
  say(text: string): void;
}

interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

function command(...args: string[]): Command {
  const child = spawn(process.execPath, [cli, ...args], { stdio: 'ignore', detached: true });
  return { child, ended: new Promise((done) => child.on('close', (code) => done(code))) };
}

const worker = (address: string) => command('worker', '--queue', address, '--root', '/tmp', '--workers', '1');

/** Files that the record of the run names, as often as it does. */
function lines(out: string): string[] {
  try {
    return readFileSync(join(out, 'campaign.manifest'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"outcome":"made"'))
      .map((line) => (JSON.parse(line.slice(9)) as { file: string }).file);
  } catch {
    return [];
  }
}

/** Waits until so much of a campaign is recorded. */
async function reached(out: string, count: number): Promise<void> {
  for (let i = 0; i < 6000 && lines(out).length < count; i++) await setTimeout(100);
}

type Disturb = (queue: QueueUnderTest, workers: Command[]) => Promise<string>;

/** A campaign over a queue with two workers; something happens when a third is made. */
async function drill(
  name: string,
  queue: QueueUnderTest,
  { campaign, expected, judge }: Drilled,
  disturb: Disturb,
): Promise<void> {
  const out = newFolder('queue');
  const files = [...expected.keys()].filter((file) => file.endsWith('.pdf')).length;
  const workers = [worker(queue.address), worker(queue.address)];
  const began = performance.now();
  const run = command('campaign', campaign, '--out', out, '--queue', queue.address, '--no-proof');
  await reached(out, files / 3);
  const figures = await disturb(queue, workers);
  const code = await run.ended;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const merged = await command('campaign', 'merge', campaign, '--out', out).ended;
  for (const { child } of workers) child.kill('SIGKILL');
  await queue.server.end();
  const [there, recorded] = [filesIn(out), lines(out)];
  judge(
    name,
    [
      ...(code === 0 ? [] : [`the run ended with ${code}`]),
      ...(merged === 0 ? [] : [`merge ended with ${merged}`]),
      ...[...expected]
        .filter(([file, hash]) => there.get(file) !== hash)
        .map(([file]) => `${file} is not the same`),
      ...[...there.keys()].filter((file) => !expected.has(file)).map((file) => `${file} is left over`),
      ...(recorded.length === files && new Set(recorded).size === files
        ? []
        : [`${recorded.length} lines for ${files} files`]),
    ],
    `${figures}; ${files} files in ${seconds} s`,
  );
}

/** The server is gone for three seconds. */
const killServer: Disturb = async ({ server }) => {
  await server.end('SIGKILL');
  await setTimeout(3000);
  await server.start();
  return 'the server killed with a third made, and started after 3 s';
};

const cutOff: Disturb = async (_, [first]) => {
  // A worker is two processes.
  process.kill(-first!.child.pid!, 'SIGSTOP');
  await setTimeout(25_000);
  process.kill(-first!.child.pid!, 'SIGCONT');
  return 'one of two workers stopped with a third made, and let go on after 25 s';
};

const killWorkers: Disturb = async ({ address }, workers) => {
  for (let i = 0; i < 5; i++) {
    workers[i % 2]!.child.kill('SIGKILL');
    workers[i % 2] = worker(address);
    await setTimeout(2500);
  }
  return '5 SIGKILLs of workers, each replaced';
};

export async function drillQueue(drilled: Drilled): Promise<void> {
  const [redis, valkey, postgres] = (['redis', 'valkey', 'postgres'] as const).map(program);
  const skipped = (name: string) => drilled.say(`--  ${name}: skipped, it is not installed (.ci/servers)`);
  if (redis === undefined) skipped('Redis');
  else {
    const kept = ['--appendonly', 'yes'];
    await drill('Redis killed, which keeps its queue', await startRedis(redis, kept), drilled, killServer);
    await drill(
      'Redis killed, which forgets',
      await startRedis(redis, ['--appendonly', 'no']),
      drilled,
      killServer,
    );
    await drill('workers of a queue killed', await startRedis(redis, kept), drilled, killWorkers);
    await drill('a worker cut off', await startRedis(redis, kept), drilled, cutOff);
  }
  if (valkey === undefined) skipped('Valkey');
  else await drill('Valkey killed', await startRedis(valkey), drilled, killServer);
  if (postgres === undefined) skipped('PostgreSQL');
  else await drill('PostgreSQL killed', await startPostgres(postgres), drilled, killServer);
}
