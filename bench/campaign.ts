import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Campaigns from '../src/campaign/index.ts';
import { Figures, type Kind, kinds } from './campaign/figures.ts';
import { startPeers } from './campaign/peers.ts';
import { campaignOf, shapes } from './campaign/texts.ts';
import { peerVersion } from './peer.ts';
import { load, say } from './rounds.ts';

/**
 * A campaign as real ones are, to a folder of this machine, on all its cores, in turns with the peer, which sets the same
 * text on as many processes. Files a second in all and by kind of row, the memory of the process and of each worker; then
 * everything is read again and proved again. Ends with 1 where a file was not made or not proved.
 *
 *   npm run bench -- campaign [--files 10000] [--minutes 60] [--quick]
 *
 * `--quick`: one product in four languages, 600 files; as many places for each plate as in the whole.
 */
const number = (name: string, usual: number, most: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  say(`--${name} is a whole number from 1 to ${most}.`);
  process.exit(2);
};
const isQuick = process.argv.includes('--quick');
const files = number('files', isQuick ? 600 : 10_000, 50_000);
const minutes = number('minutes', 60, 600);
const shape = shapes[isQuick ? 'quick' : 'whole'];
const workers = availableParallelism();
const free = statfsSync(tmpdir());
if (free.bavail * free.bsize < files * 300_000) {
  say(`${tmpdir()} has no room for ${files} files: 0.3 MB each.`);
  process.exit(2);
}

const dist = join(resolve(import.meta.dirname, '..'), 'dist/campaign/index.js');
const { keepHeapFlat, loadCampaign, planOf, runPlan, threadCrew, verifyCampaign } = (await import(
  dist
)) as typeof Campaigns;
const thread = new URL('./campaign/thread.mjs', import.meta.url);

const folder = campaignOf(files, shape);
const out = mkdtempSync(join(tmpdir(), 'bench-out-'));
process.on('exit', () => {
  for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
});
const stop = new AbortController();
process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
const bound = setTimeout(() => stop.abort(), minutes * 60_000);

// As the command does.
keepHeapFlat();
const plan = await planOf(loadCampaign(folder));
const rows = new Map(plan.batches.flatMap((batch) => batch.rows).map((row) => [row.file, row]));
const peers = await startPeers(workers, shape);
const figures = new Figures();

/** Files that are made between two turns of the peer. */
const slice = Math.max(60, Math.round(files / 12));
/** Resident memory, MiB, after each file. */
const resident: number[] = [];
const bare: string[] = [];
let [active, since, pages] = [0, 0, 0];
let resting: Promise<void> | undefined;

/** Waits while it is the peer's turn. */
async function turn(): Promise<void> {
  if (since >= slice)
    resting ??= (async () => {
      while (active > 0) await new Promise((done) => setTimeout(done, 5));
      await peers.turn();
      process.stderr.write(`${resident.length} of ${plan.totals.files} files\n`);
      since = 0;
      resting = undefined;
    })();
  await resting;
}

const began = performance.now();
const result = await runPlan(plan, {
  out,
  workers,
  signal: stop.signal,
  onProgress(told) {
    if (told.kind !== 'file') return;
    since++;
    resident.push(process.memoryUsage.rss() / 1_048_576);
    const { entry } = told;
    if (entry.outcome !== 'made') return;
    pages += entry.pages;
    const dial = rows.get(entry.file)?.place?.helpline?.dial;
    const printed = entry.numbers.find((each) => each.dial === dial)?.printings ?? 0;
    if (printed < entry.pages) bare.push(entry.file);
  },
  crew: async (bench, where, count) => {
    const crew = await threadCrew(bench, where, count, { file: thread });
    return {
      ...crew,
      async run(batch, take, onMade) {
        await turn();
        active++;
        try {
          await crew.run(batch, take, onMade);
        } finally {
          active--;
        }
      },
    };
  },
});
const { memory, folder: stored } = peers.spent;
const seconds = (performance.now() - began - memory.ms - stored.ms) / 1000;
if (memory.files === 0) await peers.turn();
peers.end();
clearTimeout(bound);
figures.close();

const rateOf = ({ files, ms }: typeof memory) => (files / ms) * 1000;
const row = (name: string, count: number, perSecond: number) =>
  say(
    `| ${name} | ${count} | ${perSecond.toFixed(1)} | ${[stored, memory].map((peer) => (perSecond / rateOf(peer)).toFixed(2)).join(' | ')} |`,
  );
const names: Readonly<Record<Kind, string>> = {
  number: 'another number',
  name: 'laid out for its own name',
  layout: 'the first of a layout',
};
say(
  `\nA campaign of ${result.files} files (${plan.totals.places} places, ${shape.tags.length} locales, ${shape.products.length} products, a fifth with own names), proved, synced and recorded, by ${workers} workers in ${seconds.toFixed(1)} s; Node ${process.versions.node}; ${load()}`,
);
say(
  `The peer is Typst (npm ${peerVersion}), ${workers} processes, the texts of the same products, tagged for PDF/UA-1; its files are synced to a folder, as ours are, or kept in memory\n`,
);
say('| | files | files a second | times Typst | times Typst that stores nothing |\n|---|---|---|---|---|');
row('all', result.made, result.made / seconds);
for (const kind of kinds) {
  const { files: count, ms } = figures.made[kind];
  if (count > 0) row(names[kind], count, (workers * 1000) / (ms / count + figures.storing));
}
row('Typst', stored.files, rateOf(stored));
row('Typst, kept in memory', memory.files, rateOf(memory));
say(`\nTo store and record a file takes a worker ${figures.storing.toFixed(2)} ms of that.`);

const step = Math.min(1000, Math.ceil(files / 10));
const against = (values: readonly number[]) =>
  values.length > 2 ? `; the last against the second ${percent(values.at(-1)! / values[1]! - 1)}` : '';
const percent = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(1)} %`;
const list = (values: readonly number[]) =>
  `${values.map((value) => value.toFixed(0)).join(' ')}${against(values)}`;
const means = Array.from({ length: Math.max(1, Math.floor(resident.length / step)) }, (_, i) => {
  const part = resident.slice(i * step, (i + 1) * step);
  return part.reduce((sum, value) => sum + value, 0) / part.length;
});
say(`\nMemory, MiB, by ${step} files\nthe process, resident: ${list(means)}`);
for (const [i, held] of figures.held(step).entries())
  say(`worker ${i + 1}, what stays when it has collected, by ${step} of its files: ${list(held)}`);

const verified = await verifyCampaign({ out, plan, workers });
const wrong = verified.problems.filter(({ severity }) => severity === 'error');
say(
  `\n${verified.proved} of ${result.files} files read again and proved again, each with its place's number; ${pages} pages, and ${bare.length} files that print it less often than they have pages`,
);
for (const { file, problems } of result.failed.slice(0, 5)) say(`not made: ${file} ${problems[0]?.message}`);
for (const { message } of wrong.slice(0, 5)) say(`not right: ${message}`);
if (result.stopped) say(`stopped: ${result.open} files were not made`);
if (verified.proved !== result.files || bare.length > 0 || wrong.length > 0) process.exitCode = 1;
