import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type * as Campaigns from '../src/campaign/index.ts';
import { campaignOf, shapes } from './campaign/texts.ts';
import { peerVersion } from './peer.ts';
import { load, say } from './rounds.ts';

/**
 * A campaign as real ones are, to a folder of this machine, on all its cores, in turns with the peer, which sets the same
 * text on as many processes. Files a second in all and by kind of row, and the memory of the process.
 *
 *   npm run bench -- campaign [--quick] [--files 10000]
 */
const asked = process.argv.indexOf('--files');
const isQuick = process.argv.includes('--quick');
const files = asked < 0 ? (isQuick ? 600 : 10_000) : Number(process.argv[asked + 1]);
const shape = shapes[isQuick ? 'quick' : 'whole'];
const workers = availableParallelism();
const dist = join(resolve(import.meta.dirname, '..'), 'dist/campaign/index.js');
const { loadCampaign, planOf, runPlan, threadCrew } = (await import(dist)) as typeof Campaigns;

const folder = campaignOf(files, shape);
const out = mkdtempSync(join(tmpdir(), 'bench-out-'));
const plan = await planOf(loadCampaign(folder));

/** A process of the peer. */
interface Peer {
  readonly child: ChildProcess;
  /** What it says next. */
  readonly heard: () => Promise<string>;
}

const peers = Array.from({ length: workers }, (): Peer => {
  const script = join(import.meta.dirname, 'campaign/peer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, shape.tags.join()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return { child, heard: async () => String((await lines.next()).value) };
});
await Promise.all(peers.map(({ heard }) => heard()));

/** Each has its turn after so many files, and the peer sets so many a process then. */
const [slice, ofPeer] = [Math.max(60, Math.round(files / 12)), 12];
const peer = { files: 0, ms: 0 };

async function peersTurn(): Promise<void> {
  const start = performance.now();
  for (const { child } of peers) child.stdin!.write(`${ofPeer}\n`);
  await Promise.all(peers.map(({ heard }) => heard()));
  peer.files += ofPeer * peers.length;
  peer.ms += performance.now() - start;
}

const spent = { patched: { files: 0, ms: 0 }, set: { files: 0, ms: 0 } };
/** Resident memory, MiB, after each file, by the thousand or a tenth of all. */
const step = Math.min(1000, Math.ceil(files / 10));
const memory: number[][] = [];
let [active, since, made] = [0, 0, 0];
let resting: Promise<void> | undefined;

/** Waits while it is the peer's turn. */
async function turn(): Promise<void> {
  if (since >= slice)
    resting ??= (async () => {
      while (active > 0) await new Promise((done) => setTimeout(done, 5));
      await peersTurn();
      since = 0;
      resting = undefined;
    })();
  await resting;
}

const began = performance.now();
const result = await runPlan(plan, {
  out,
  workers,
  onProgress({ kind }) {
    if (kind !== 'file') return;
    since++;
    const at = Math.floor(made++ / step);
    memory[at] ??= [];
    memory[at].push(process.memoryUsage.rss() / 1_048_576);
  },
  crew: async (bench, where, count) => {
    const crew = await threadCrew(bench, where, count);
    return {
      ...crew,
      async run(batch, take) {
        await turn();
        active++;
        const start = performance.now();
        try {
          await crew.run(batch, take);
        } finally {
          active--;
          const of = spent[batch.kind];
          of.files += batch.rows.length;
          of.ms += performance.now() - start;
        }
      },
    };
  },
});
if (peer.files === 0) await peersTurn();
for (const { child } of peers) child.kill();

const ours = (performance.now() - began - peer.ms) / 1000;
const rate = ({ files: count, ms }: { files: number; ms: number }, lanes: number) =>
  (count / ms) * 1000 * lanes;
const ofTypst = (peer.files / peer.ms) * 1000;
const row = (name: string, count: number, perSecond: number) =>
  say(`| ${name} | ${count} | ${perSecond.toFixed(1)} | ${(perSecond / ofTypst).toFixed(2)} |`);
say(
  `\nA campaign of ${result.files} files (${plan.totals.places} places, ${shape.tags.length} locales, ${shape.products.length} products, a fifth with own names), proved, synced and recorded, by ${workers} workers; ${load()}`,
);
say(
  `the peer is Typst (npm ${peerVersion}), ${workers} processes, the same text, tagged for PDF/UA-1, kept in memory\n`,
);
say('| | files | files a second | times Typst |\n|---|---|---|---|');
row('all', result.made, result.made / ours);
row('another number', spent.patched.files, rate(spent.patched, workers));
row('laid out for its place', spent.set.files, rate(spent.set, workers));
row('Typst', peer.files, ofTypst);
if (result.failed.length > 0)
  say(`\n${result.failed.length} failed, the first: ${JSON.stringify(result.failed[0])}`);
say(`\nMemory of the process, all its threads, MiB, by ${step} files`);
const means = memory.map((some) => some.reduce((sum, value) => sum + value, 0) / some.length);
say(means.map((mean) => mean.toFixed(0)).join(' '));
const [, second] = means;
if (second !== undefined)
  say(`the last against the second: ${((means.at(-1)! / second - 1) * 100).toFixed(1)} %`);
for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
