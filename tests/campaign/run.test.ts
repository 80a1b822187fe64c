import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Batch,
  type CampaignProgress,
  type Crew,
  type Entry,
  Lost,
  Manifest,
  type Plan,
  type RunOptions,
  readManifest,
  runPlan,
  threadCrew,
} from '../../src/campaign/index.ts';
import { PressError, type Problem, problem } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn, rowsOf } from './campaigns.ts';
import { madeEntry, rowOf, scratch, sha } from './rows.ts';

const top = scratch();
let serial = 0;
const newOut = () => join(top, `out-${++serial}`);

/** Every file below a folder but the manifest, by name. */
function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(
    names
      .filter((name) => name !== 'campaign.manifest')
      .toSorted()
      .map((name) => [name, sha(readFileSync(join(folder, name)))]),
  );
}

async function linesIn(out: string): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const one of readManifest(join(out, 'campaign.manifest'))) all.push(one as Entry);
  return all;
}

const inline = { workers: 0 };
const folder = campaignFolder(6, { own: 3 });
const plan = await planIn(folder);
const whole = newOut();
const wholeRun = await runPlan(plan, { ...inline, out: whole });
const expected = filesIn(whole);

/** A copy of what a whole run made. */
function copyOfWhole(): string {
  const out = newOut();
  cpSync(whole, out, { recursive: true });
  return out;
}

describe('a run', () => {
  it('makes each file of the plan with its proof, and records each once', async () => {
    const names = rowsOf(plan).map(({ file }) => file);
    expect(wholeRun).toMatchObject({
      files: 6,
      made: 6,
      kept: 0,
      failed: [],
      open: 0,
      stopped: false,
      left: [],
    });
    expect([...expected.keys()]).toEqual(
      names.flatMap((n) => [n, n.replace('.pdf', '.proof.json')]).toSorted(),
    );
    const lines = await linesIn(whole);
    expect(lines.map(({ file }) => file).toSorted()).toEqual(names.toSorted());
    for (const line of lines)
      expect(line).toMatchObject({ outcome: 'made', sha256: expected.get(line.file) });
  });

  it('makes nothing again that is there', async () => {
    const out = copyOfWhole();
    const before = readFileSync(join(out, 'campaign.manifest'));
    expect(await runPlan(plan, { ...inline, out })).toMatchObject({ made: 0, kept: 6 });
    expect(readFileSync(join(out, 'campaign.manifest'))).toEqual(before);
    expect(filesIn(out)).toEqual(expected);
  });

  it.each([
    ['its PDF is not there', (out: string, name: string) => rmSync(join(out, name))],
    [
      'its proof is not there',
      (out: string, name: string) => rmSync(join(out, name.replace('.pdf', '.proof.json'))),
    ],
    [
      'its proof is empty',
      (out: string, name: string) => truncateSync(join(out, name.replace('.pdf', '.proof.json'))),
    ],
    ['its PDF is shorter', (out: string, name: string) => truncateSync(join(out, name), 1000)],
    [
      'its line is damaged',
      (out: string, name: string) => {
        const path = join(out, 'campaign.manifest');
        writeFileSync(path, readFileSync(path, 'utf8').replace(`"file":"${name}"`, `"file":"${name}x"`));
      },
    ],
    [
      'it failed',
      async (out: string, name: string) => {
        const manifest = await Manifest.open(join(out, 'campaign.manifest'));
        const { input } = rowsOf(plan).find(({ file }) => file === name)!;
        await manifest.append([{ outcome: 'failed', file: name, input, problems: [] }]);
        await manifest.close();
      },
    ],
  ])('makes a file again, and no other, where %s', async (_, spoil) => {
    const out = copyOfWhole();
    const { file } = rowsOf(plan)[2]!;
    await spoil(out, file);
    const warnings: Problem[] = [];
    const again = await runPlan(plan, { ...inline, out, onWarning: (w) => warnings.push(w) });
    expect(again).toMatchObject({ made: 1, kept: 5 });
    expect(filesIn(out)).toEqual(expected);
    expect((await linesIn(out)).at(-1)).toMatchObject({ outcome: 'made', file });
    expect(warnings.map(({ code }) => code)).toEqual(_.includes('damaged') ? ['CAMPAIGN_MANIFEST'] : []);
  });

  it('sees a changed byte only where it is asked to look at each', async () => {
    const out = copyOfWhole();
    const path = join(out, rowsOf(plan)[1]!.file);
    const bytes = readFileSync(path);
    bytes[500] = bytes[500]! ^ 1;
    writeFileSync(path, bytes);
    expect(await runPlan(plan, { ...inline, out })).toMatchObject({ made: 0 });
    expect(await runPlan(plan, { ...inline, out, verify: true })).toMatchObject({ made: 1 });
    expect(filesIn(out)).toEqual(expected);
  });

  it.each([
    ['of another file', (own: string, other: string) => cpSync(other, own)],
    ['cut off', (own: string) => truncateSync(own, 1000)],
  ])('sees a proof that is %s where it is asked to look at each', async (_, spoil) => {
    const out = copyOfWhole();
    const [own, other] = rowsOf(plan).map(({ file }) => join(out, file.replace('.pdf', '.proof.json')));
    spoil(own!, other!);
    expect(await runPlan(plan, { ...inline, out })).toMatchObject({ made: 0 });
    expect(await runPlan(plan, { ...inline, out, verify: true })).toMatchObject({ made: 1 });
    expect(filesIn(out)).toEqual(expected);
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe in the place of a manifest', async () => {
    const out = copyOfWhole();
    expect(spawnSync('mkfifo', [join(out, 'campaign.w-1.manifest')]).status).toBe(0);
    expect(await problemsOf(runPlan(plan, { ...inline, out }))).toMatchObject([
      { code: 'FILE_NOT_FOUND', place: { file: join(out, 'campaign.w-1.manifest') } },
    ]);
  });

  it.skipIf(process.platform === 'win32')('does not begin anew where a manifest leads nowhere', async () => {
    const out = copyOfWhole();
    symlinkSync(join(out, 'gone'), join(out, 'campaign.w-1.manifest'));
    expect(await problemsOf(runPlan(plan, { ...inline, out }))).toMatchObject([
      { code: 'FILE_NOT_FOUND', place: { file: join(out, 'campaign.w-1.manifest') } },
    ]);
  });

  it('asks the file where two manifests do not agree on it', async () => {
    const out = copyOfWhole();
    const [row, other] = rowsOf(plan);
    const shard = await Manifest.open(join(out, 'campaign.1-of-2.manifest'));
    await shard.append([madeEntry(row!.file, { input: sha('another') })]);
    await shard.close();
    expect(await runPlan(plan, { ...inline, out })).toMatchObject({ made: 0 });
    // The same size and another content: the manifest that knows that one wrote it last.
    const path = join(out, other!.file);
    const bytes = readFileSync(path).fill(0x20, 100);
    writeFileSync(path, bytes);
    const later = await Manifest.open(join(out, 'campaign.1-of-2.manifest'));
    await later.append([madeEntry(other!.file, { input: sha('another'), sha256: sha(bytes) })]);
    await later.close();
    expect(await runPlan(plan, { ...inline, out })).toMatchObject({ made: 1 });
    expect(new Map([...filesIn(out)].filter(([name]) => !name.endsWith('.manifest')))).toEqual(expected);
  });

  it('makes what changed in its spreadsheet, and tells what is left of rows that are gone', async () => {
    const out = copyOfWhole();
    const changed = campaignFolder(6, { own: 3 });
    const sheet = join(changed, 'places.csv');
    const text = readFileSync(sheet, 'utf8');
    writeFileSync(sheet, text.replace('202-555-1001', '202-555-2001').replace(/p0003.*\n/, ''));
    const result = await runPlan(await planIn(changed), { ...inline, out });
    const gone = 'en/poster/p0003.heroin-detox.letter.screen.pdf';
    expect(result).toMatchObject({ files: 5, made: 1, kept: 4, left: [gone] });
    expect(existsSync(join(out, gone))).toBe(true);
    rmSync(join(out, gone));
    expect(await runPlan(await planIn(changed), { ...inline, out })).toMatchObject({ made: 0, left: [] });
  });

  it('tells a file that failed now and of which an earlier one is there', async () => {
    const out = copyOfWhole();
    const rows = rowsOf(plan).map((row, i) =>
      i > 0 ? row : { ...row, input: sha('new'), setting: { ...row.setting, product: 'no-such' } },
    );
    const crew = { ...inline, crew: failing };
    const result = await runPlan(planOfRows(rows), { ...crew, out });
    expect(result).toMatchObject({ made: 0, outdated: [rows[0]!.file] });
    expect(result.failed).toHaveLength(1);
    expect(filesIn(out)).toEqual(expected);
    // Also by a run after that.
    expect(await runPlan(planOfRows(rows), { ...crew, out })).toMatchObject({ outdated: [rows[0]!.file] });
  });

  it('ends where what files are made of changes meanwhile, and makes them with the next', async () => {
    const own = campaignFolder(3);
    cpSync(join(import.meta.dirname, '../../guides/heroin-detox'), join(own, 'heroin-detox'), {
      recursive: true,
    });
    const before = await planIn(own);
    const guide = join(own, 'heroin-detox/guide.yaml');
    writeFileSync(guide, `${readFileSync(guide, 'utf8')}\n# changed\n`);
    const out = newOut();
    const refused = await problemsOf(runPlan(before, { ...inline, out }));
    expect(refused).toMatchObject([{ code: 'CAMPAIGN_CHANGED' }]);
    expect(filesIn(out).size).toBe(0);
    expect(await runPlan(await planIn(own), { ...inline, out })).toMatchObject({ made: 3 });
  });

  it('is refused while another one writes the same manifest, and takes over what a killed one left', async () => {
    const out = copyOfWhole();
    const lock = join(out, 'campaign.manifest.lock');
    writeFileSync(lock, `${hostname()} 1\n`);
    expect(await problemsOf(runPlan(plan, { ...inline, out }))).toMatchObject([{ code: 'CAMPAIGN_RUNNING' }]);
    writeFileSync(lock, 'elsewhere 5\n');
    expect(await problemsOf(runPlan(plan, { ...inline, out }))).toMatchObject([{ code: 'CAMPAIGN_RUNNING' }]);
    writeFileSync(lock, `${hostname()} 4194301\n`);
    expect(await runPlan(plan, { ...inline, out })).toMatchObject({ kept: 6 });
    expect(existsSync(lock)).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')(
    'takes over what one left that ended and that nobody asked for since',
    async () => {
      const out = copyOfWhole();
      // A shell that becomes something else asks for none of what it began.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
      try {
        const pid = await new Promise<string>((resolve) =>
          parent.stdout.once('data', (said) => resolve(`${said}`)),
        );
        while (!/ Z /.test(readFileSync(`/proc/${Number(pid)}/stat`, 'utf8')))
          await new Promise((resolve) => setTimeout(resolve, 20));
        writeFileSync(join(out, 'campaign.manifest.lock'), `${hostname()} ${pid}`);
        expect(await runPlan(plan, { ...inline, out })).toMatchObject({ kept: 6 });
      } finally {
        parent.kill();
      }
    },
  );

  it('is refused while another one of the same process writes there, by whatever path', async () => {
    const out = newOut();
    const link = newOut();
    mkdirSync(out);
    symlinkSync(out, link);
    let second: Promise<unknown> | undefined;
    const onProgress = ({ kind }: CampaignProgress) => {
      if (kind === 'file') second ??= problemsOf(runPlan(plan, { ...inline, out: link }));
    };
    expect(await runPlan(plan, { ...inline, out, onProgress })).toMatchObject({ made: 6 });
    expect(await second).toMatchObject([{ code: 'CAMPAIGN_RUNNING' }]);
    expect(await runPlan(plan, { ...inline, out: link })).toMatchObject({ kept: 6 });
  });

  it('is refused where what a killed run left cannot be taken away', async () => {
    const out = copyOfWhole();
    mkdirSync(join(out, 'campaign.manifest.lock'));
    expect(await problemsOf(runPlan(plan, { ...inline, out }))).toMatchObject([
      { code: 'OUTPUT_UNWRITABLE' },
    ]);
    expect(filesIn(out)).toEqual(expected);
  });

  it('tells what happens: what there is to do, then each file', async () => {
    const told: CampaignProgress[] = [];
    const out = copyOfWhole();
    rmSync(join(out, rowsOf(plan)[0]!.file));
    await runPlan(plan, { ...inline, out, onProgress: (p) => told.push(p) });
    expect(told).toMatchObject([
      { kind: 'begun', files: 6, kept: 5, toMake: 1, workers: 0 },
      { kind: 'file', done: 1, failed: 0, toMake: 1, secondsLeft: 0, entry: { file: rowsOf(plan)[0]!.file } },
    ]);
  });

  it('ends with the file in hand when it is stopped, and goes on with the next run', async () => {
    const out = newOut();
    const controller = new AbortController();
    const told: string[] = [];
    const onProgress = ({ kind }: CampaignProgress) => {
      told.push(kind);
      if (kind === 'file') controller.abort();
    };
    const result = await runPlan(plan, { ...inline, out, signal: controller.signal, onProgress });
    expect(result.stopped).toBe(true);
    expect(result.made + result.open).toBe(6);
    expect(result.open).toBeGreaterThan(0);
    expect(told).toContain('stopping');
    expect((await linesIn(out)).length).toBe(result.made);
    expect(await runPlan(plan, { ...inline, out })).toMatchObject({ kept: result.made, made: result.open });
    expect(filesIn(out)).toEqual(expected);
  });

  it('does nothing where it was stopped before', async () => {
    const out = newOut();
    const result = await runPlan(plan, { ...inline, out, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ made: 0, open: 6, stopped: true });
  });

  it('is refused where its folder is a file', async () => {
    const out = newOut();
    writeFileSync(out, '');
    const refused = await problemsOf(runPlan(plan, { ...inline, out }));
    expect(refused).toMatchObject([{ code: 'OUTPUT_UNWRITABLE' }]);
  });
});

async function problemsOf(work: Promise<unknown>): Promise<readonly Problem[]> {
  return work.then(
    () => [],
    (error: unknown) => {
      expect(error).toBeInstanceOf(PressError);
      return (error as PressError).problems;
    },
  );
}

function planOfRows(rows: readonly ReturnType<typeof rowOf>[], size = rows.length): Plan {
  const batches: Batch[] = [];
  for (let at = 0; at < rows.length; at += size)
    batches.push({ id: sha(`batch ${at}`), kind: 'patched', rows: rows.slice(at, at + size) });
  return { ...plan, batches };
}

/** A crew that fails each row. */
const failing: RunOptions['crew'] = async () =>
  crewOf(async (batch, take) => {
    for (const { file, input } of batch.rows)
      await take([{ outcome: 'failed', file, input, problems: [{ code: 'X', message: 'x' }] }]);
  });

function crewOf(run: Crew['run'], stop: () => void = () => {}): Crew {
  return { run, stop, close: async () => {} };
}

const entryOf = ({ file, input }: { file: string; input: string }) => madeEntry(file, { input });

describe('those who die', () => {
  const rows = Array.from({ length: 10 }, (_, i) => rowOf(`r${i}`, undefined));

  it('are replaced: what they had not made is done again, and nothing twice', async () => {
    const seen: string[][] = [];
    let deaths = 2;
    const crew = async () =>
      crewOf(async (batch, take) => {
        seen.push(batch.rows.map(({ file }) => file));
        await take([entryOf(batch.rows[0]!)]);
        if (deaths-- > 0) throw new Lost('killed');
        for (const row of batch.rows.slice(1)) await take([entryOf(row)]);
      });
    const told: CampaignProgress[] = [];
    const result = await runPlan(planOfRows(rows), {
      out: newOut(),
      workers: 1,
      crew,
      onProgress: (p) => told.push(p),
    });
    expect(result).toMatchObject({ made: 10, failed: [], open: 0 });
    expect(seen.map(({ length }) => length)).toEqual([10, 9, 8]);
    expect(told.filter(({ kind }) => kind === 'worker-lost')).toEqual([
      { kind: 'worker-lost', reason: 'killed' },
      { kind: 'worker-lost', reason: 'killed' },
    ]);
  });

  it('die of one row: it fails, by itself, and the others are made', async () => {
    const seen: number[] = [];
    const crew = async () =>
      crewOf(async (batch, take) => {
        seen.push(batch.rows.length);
        if (batch.rows.some(({ file }) => file === 'en/r4.pdf')) throw new Lost('out of memory');
        await take(batch.rows.map(entryOf));
      });
    const out = newOut();
    const result = await runPlan(planOfRows(rows, 5), { out, workers: 1, crew });
    expect(result).toMatchObject({ made: 9, open: 0 });
    expect(result.failed).toMatchObject([{ file: 'en/r4.pdf', problems: [{ code: 'CAMPAIGN_WORKER' }] }]);
    expect(seen).toEqual([5, 5, 5, 1, 1, 1, 1, 1, 1, 1, 5]);
    expect((await linesIn(out)).filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
  });

  it('without end are no fault of rows: the run ends', async () => {
    const crew = async () =>
      crewOf(async () => {
        throw new Lost('no such module');
      });
    const many = Array.from({ length: 60 }, (_, i) => rowOf(`s${i}`, undefined));
    const out = newOut();
    const refused = await problemsOf(runPlan(planOfRows(many, 3), { out, workers: 2, crew }));
    expect(refused).toMatchObject([{ code: 'CAMPAIGN_WORKER' }]);
    expect((await linesIn(out)).length).toBeLessThan(20);
  });

  it('where the store takes nothing any more the run ends, and what was made is recorded', async () => {
    let stopped = 0;
    const crew = async () =>
      crewOf(
        async (batch, take) => {
          await take([entryOf(batch.rows[0]!)]);
          throw new PressError([problem('OUTPUT_UNWRITABLE', 'The disk is full.')]);
        },
        () => stopped++,
      );
    const out = newOut();
    const refused = await problemsOf(runPlan(planOfRows(rows, 5), { out, workers: 1, crew }));
    expect(refused).toMatchObject([{ code: 'OUTPUT_UNWRITABLE' }]);
    expect(stopped).toBe(1);
    expect((await linesIn(out)).map(({ file }) => file)).toEqual(['en/r0.pdf']);
  });
});

describe('threads', () => {
  it('make the same files as this thread does, and stop when they are told', async () => {
    const out = newOut();
    const result = await runPlan(plan, { out, workers: 2 });
    expect(result).toMatchObject({ made: 6, failed: [] });
    expect(filesIn(out)).toEqual(expected);
  });

  it.each(['exit', 'memory'])(
    'are replaced when they die of a row (%s), and the others are made',
    async (way) => {
      const rows = rowsOf(plan)
        .slice(0, 3)
        .map((row, i) => (i === 1 ? { ...row, file: `en/${way}.pdf` } : row));
      const crew: RunOptions['crew'] = (bench, out, workers) =>
        threadCrew(bench, out, workers, {
          file: new URL('./poisoned-thread.ts', import.meta.url),
          megabytes: 300,
        });
      const out = newOut();
      const result = await runPlan(planOfRows(rows), { out, workers: 1, crew });
      expect(result).toMatchObject({ made: 2, open: 0 });
      expect(result.failed).toMatchObject([
        { file: `en/${way}.pdf`, problems: [{ code: 'CAMPAIGN_WORKER' }] },
      ]);
    },
  );

  it('that die before they begin keep nobody waiting', async () => {
    const crew: RunOptions['crew'] = (bench, out, workers) =>
      threadCrew(bench, out, workers, { file: new URL('./stillborn-thread.ts', import.meta.url) });
    const result = await runPlan(planOfRows(rowsOf(plan).slice(0, 1)), { out: newOut(), workers: 1, crew });
    expect(result.failed).toMatchObject([{ problems: [{ code: 'CAMPAIGN_WORKER' }] }]);
  });

  it('say what is wrong where they cannot write', async () => {
    const out = newOut();
    mkdirSync(out);
    writeFileSync(join(out, 'en'), 'no folder');
    const refused = await problemsOf(runPlan(plan, { out, workers: 1 }));
    expect(refused).toMatchObject([{ code: 'OUTPUT_UNWRITABLE' }]);
  });
});
