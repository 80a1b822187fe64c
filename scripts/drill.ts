/**
 * Campaigns that are disturbed: each must end complete, byte-equal to one that was not, and with nothing made twice. Prints
 * figures; the exit code is 1 where one does not.
 *
 *   npm run drill [-- kills|full|read-only|worker|shards|queue …] [--files 1000] [--kills 50]
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type * as Campaigns from '../src/campaign/index.ts';
import { drillQueue } from './drill/queue.ts';
import {
  campaignOf,
  differences,
  filesIn,
  halves,
  newFolder,
  type Run,
  recorded,
  start,
} from './drill/runs.ts';

const dist = join(resolve(import.meta.dirname, '..'), 'dist/campaign/index.js');
const option = (name: string, value: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? value : Number(process.argv[at + 1]);
};
const [files, kills] = [option('files', 1000), option('kills', 50)];

const say = (text: string) => process.stdout.write(`${text}\n`);
let isWrong = false;
function judge(name: string, wrong: readonly string[], figures: string): void {
  if (wrong.length > 0) isWrong = true;
  say(`${wrong.length === 0 ? 'ok ' : 'NOT'} ${name}: ${figures}`);
  for (const fault of wrong.slice(0, 10)) say(`      ${fault}`);
}

// A fixed seed: what went wrong once goes wrong again.
let seed = 20_261_126;
function random(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return (seed / 2_147_483_648) * below;
}

const campaign = campaignOf(files / 2);
const whole = newFolder('whole');
const began = performance.now();
await start(campaign, whole).ended;
const expected = filesIn(whole);
say(
  `${files} files undisturbed: ${((performance.now() - began) / 1000).toFixed(1)} s, two workers, load ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}`,
);

/** Ends a run of a campaign until all is there, and says what came of it. */
async function finish(name: string, out: string, figures: string): Promise<void> {
  const last = start(campaign, out);
  const code = await last.ended;
  const { made, kept } = last.events.at(-1) ?? {};
  const wrong = [...(code === 0 ? [] : [`the last run ended with ${code}`]), ...differences(out, expected)];
  judge(name, wrong, `${figures}; the last run made ${made} and found ${kept}`);
}

/** Kills a run at a random moment: while it starts, or some files later. True: it was killed, and had not ended. */
async function killed(run: Run, mean: number): Promise<boolean> {
  const after = random(4) < 1 ? -1 : Math.floor(random(2 * mean));
  const there = new Promise<void>((done) => {
    run.child.stdout!.on('data', () => {
      const last = run.events.findLast(({ done: count }) => count !== undefined)?.done ?? 0;
      if (after >= 0 && last >= after) done();
    });
  });
  await Promise.race([
    there,
    setTimeout(after < 0 ? random(1500) : 60_000, undefined, { ref: false }),
    run.ended,
  ]);
  await setTimeout(random(60));
  run.child.kill('SIGKILL');
  return (await run.ended) === null;
}

async function drillKills(): Promise<void> {
  const out = newFolder('kills');
  const wrong: string[] = [];
  let [count, temporary] = [0, 0];
  const at: number[] = [];
  for (let i = 0; i < kills; i++) {
    if (await killed(start(campaign, out), files / kills / 3)) count++;
    wrong.push(...halves(out, expected));
    temporary += [...filesIn(out).keys()].filter((name) => name.includes('.campaign.')).length;
    at.push(readdirSync(out).includes('campaign.manifest') ? recorded(out).length : 0);
  }
  const marks = [0.25, 0.5, 0.75, 1].map((part) => at[Math.ceil(kills * part) - 1]).join(', ');
  judge('at each kill all was whole', wrong, `${count} SIGKILLs`);
  await finish(
    'killed again and again',
    out,
    `${count} SIGKILLs; after each quarter of them ${marks} files were recorded; ${temporary} temporary files were left and swept`,
  );
}

/** A small disk in memory; undefined where none can be mounted. */
function smallDisk(
  size: string,
):
  | { readonly out: string; readonly remount: (options: string) => boolean; readonly clear: () => void }
  | undefined {
  const out = newFolder('disk');
  const mount = (...args: string[]) => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${size}`, 'none', out)) return undefined;
  return {
    out,
    remount: (options) => mount('-o', `remount,${options}`, out),
    clear: () => {
      spawnSync('umount', [out]);
    },
  };
}

async function drillFull(): Promise<void> {
  const disk = smallDisk('9m');
  if (disk === undefined) {
    say('--  a full disk: skipped, no disk can be mounted here');
    return;
  }
  const { out, remount, clear } = disk;
  const runs = [start(campaign, out)];
  await runs[0]!.ended;
  runs.push(start(campaign, out));
  await runs[1]!.ended;
  const codes = runs.map(({ events }) => events.at(-1)?.problems?.[0]?.code ?? 'none');
  const names = [...filesIn(out).keys()];
  judge(
    'a full disk',
    [
      ...codes.filter((code) => code !== 'OUTPUT_UNWRITABLE').map((code) => `it was told as ${code}`),
      ...halves(out, expected),
      ...names.filter((name) => name.includes('.campaign.')).map((name) => `${name} takes room`),
    ],
    `9 MB were full with ${names.length} files, twice; told as ${codes[0]}`,
  );
  remount('size=2g');
  await finish('with room again', out, 'the same folder, larger');
  clear();
}

async function drillReadOnly(): Promise<void> {
  const disk = smallDisk('2g');
  if (disk === undefined) {
    say('--  a disk that can only be read: skipped, none can be mounted here');
    return;
  }
  const { out, remount, clear } = disk;
  await killed(start(campaign, out), files / 3);
  const before = filesIn(out).size;
  if (!remount('ro')) say('--  it cannot be made read-only here');
  const refused = start(campaign, out);
  await refused.ended;
  const code = refused.events.at(-1)?.problems?.[0]?.code ?? 'none';
  judge(
    'a disk that can only be read',
    [...(code === 'OUTPUT_UNWRITABLE' ? [] : [`it was told as ${code}`]), ...halves(out, expected)],
    `${before} files were there, and stayed; told as ${code}`,
  );
  remount('rw');
  await finish('that can be written again', out, 'the same folder');
  clear();
}

async function drillWorker(): Promise<void> {
  const { loadCampaign, planOf, runPlan, threadCrew } = (await import(dist)) as typeof Campaigns;
  const out = newFolder('worker');
  let [dead, lost] = [0, 0];
  let crew: Awaited<ReturnType<typeof threadCrew>> | undefined;
  const result = await runPlan(await planOf(loadCampaign(campaign)), {
    out,
    workers: 2,
    onProgress: (progress) => {
      if (progress.kind === 'worker-lost') lost++;
      if (progress.kind !== 'file' || progress.done % Math.ceil(files / 12) !== 0 || dead === 10) return;
      const threads = crew?.alive() ?? [];
      if (threads.length === 0) return;
      dead++;
      void threads[Math.floor(random(threads.length))]!.terminate();
    },
    crew: async (bench, where, workers) => {
      crew = await threadCrew(bench, where, workers);
      return crew;
    },
  });
  const wrong = [...result.failed.map(({ file }) => `${file} failed`), ...differences(out, expected)];
  judge(
    'workers that die',
    wrong,
    `${dead} threads ended by force, ${lost} of them with a batch in hand; ${result.made} made`,
  );
}

async function drillShards(): Promise<void> {
  const out = newFolder('shards');
  const shards = ['1/2', '2/2'].map((shard) => start(campaign, out, { workers: 1, shard }));
  const [, second] = shards;
  await killed(second!, files / 8);
  const code = await shards[0]!.ended;
  const before = recorded(out).length;
  const again = start(campaign, out, { workers: 1, shard: '2/2' });
  const codes = [code, await again.ended];
  judge(
    'two shards of which one dies',
    [
      ...codes.filter((each) => each !== 0).map((each) => `a shard ended with ${each}`),
      ...differences(out, expected),
    ],
    `${before} files were recorded when the second was gone; run again, it made ${again.events.at(-1)?.made} and found ${again.events.at(-1)?.kept}`,
  );
}

const drills: Readonly<Record<string, () => Promise<void> | void>> = {
  kills: drillKills,
  full: drillFull,
  'read-only': drillReadOnly,
  worker: drillWorker,
  shards: drillShards,
  queue: () => drillQueue({ campaign, expected, judge, say }),
};
const asked = process.argv.slice(2).filter((argument) => argument in drills);
for (const [name, drill] of Object.entries(drills))
  if (asked.length === 0 || asked.includes(name)) await drill();
for (const folder of [campaign, whole]) rmSync(folder, { recursive: true, force: true });
process.exitCode = isWrong ? 1 : 0;
