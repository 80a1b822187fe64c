/**
 * Two workers over a queue against one: files a second of rows that are laid out each (CPU-bound), from when each worker has
 * made as many as the other's workers had, so that neither their start nor what V8 compiles counts. In turn, on this machine.
 * `npm run build && npx tsx bench/queue.ts [files]`; what follows are flags of Node for the workers, such as `--single-threaded`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { program } from '../tests/campaign/servers/found.ts';
import { startRedis } from '../tests/campaign/servers/queues.ts';

const cli = join(resolve(import.meta.dirname, '..'), 'dist/cli.js');
const [count = '800', ...flags] = process.argv.slice(2);
const files = Number(count);
const rounds = 5;
const redis = program('redis');
if (redis === undefined) throw new Error('It needs redis-server: .ci/servers installs it.');

// Digits in a name may be taken for a number to call, and refused.
const letters = (i: number) => String.fromCharCode(65 + (i % 26), 65 + (Math.floor(i / 26) % 26));
const folder = mkdtempSync(join(tmpdir(), 'bench-queue-'));
const places = Array.from({ length: files }, (_, i) => `p${i},202-555-${1000 + i},Clinic ${letters(i)}`);
writeFileSync(join(folder, 'places.csv'), `id,helpline,name\n${places.join('\n')}\n`);
writeFileSync(
  join(folder, 'campaign.yaml'),
  'id: bench\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\npurposes: [screen]\nplaces: { file: places.csv }\n',
);

const start = (flags: readonly string[], ...args: string[]): ChildProcess =>
  spawn(process.execPath, [...flags, cli, ...args], { stdio: 'ignore' });

function made(out: string): number {
  try {
    return readFileSync(join(out, 'campaign.manifest'), 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}

/** Files a second with so many workers, from when each of them has made a quarter of what one of them would make. */
async function rate(workers: number): Promise<number> {
  const { server, address } = await startRedis(redis!);
  const out = join(folder, `out-${workers}`);
  const all = Array.from({ length: workers }, () =>
    start(flags, 'worker', '--queue', address, '--root', tmpdir(), '--workers', '1'),
  );
  let isOver = false;
  for (const worker of all)
    worker.on('close', (code) => {
      if (!isOver) throw new Error(`A worker ended with ${code}.`);
    });
  const run = start([], 'campaign', folder, '--out', out, '--queue', address, '--no-proof');
  const ended = new Promise<void>((done) =>
    run.on('close', (code) => {
      if (code !== 0) throw new Error(`The campaign ended with ${code}.`);
      done();
    }),
  );
  const warm = (workers * files) / 4;
  while (made(out) < warm) await setTimeout(50);
  const [from, began] = [made(out), performance.now()];
  while (made(out) < files) await setTimeout(50);
  const result = (files - from) / ((performance.now() - began) / 1000);
  await ended;
  isOver = true;
  for (const worker of all) worker.kill('SIGKILL');
  await server.end();
  rmSync(out, { recursive: true });
  return result;
}

const ratios: number[] = [];
for (let i = 0; i < rounds; i++) {
  const load = loadavg()[0]!.toFixed(1);
  const one = await rate(1);
  const two = await rate(2);
  ratios.push(two / one);
  process.stdout.write(
    `one ${one.toFixed(1)}, two ${two.toFixed(1)} files a second: ${(two / one).toFixed(2)} times; load ${load} before\n`,
  );
}
process.stdout.write(`median ${ratios.toSorted((a, b) => a - b)[(rounds - 1) / 2]!.toFixed(2)}\n`);
rmSync(folder, { recursive: true });
