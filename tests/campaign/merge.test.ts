import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type MadeEntry, mergeCampaign, type Plan, partOf, runPlan } from '../../src/campaign/index.ts';
import { manifestLine, parseLine } from '../../src/campaign/store/manifest-line.ts';
import type { Problem } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn, rowsOf } from './campaigns.ts';
import { scratch } from './rows.ts';

const top = scratch();
const plan = await planIn(campaignFolder(6, { locales: ['en', 'es'], own: 3 }));
const files = rowsOf(plan).map(({ file }) => file);
const parts = [1, 2, 3].map((number) => partOf(plan, { number, count: 3 }));
const whole = join(top, 'whole');
for (const { plan: part, ...options } of parts) await runPlan(part, { ...options, out: whole, workers: 0 });

let serial = 0;
function copy(): string {
  const out = join(top, `copy-${++serial}`);
  cpSync(whole, out, { recursive: true });
  return out;
}
const manifest = (out: string, number: number) => join(out, `campaign.${number}-of-3.manifest`);
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');
const entryOf = (line: string) => parseLine(Buffer.from(line)) as MadeEntry;
const fileOfPart = (number: number) => rowsOf(parts[number - 1]!.plan)[0]!.file;
const pathOf = (out: string, file: string) => join(out, file);

async function faults(out: string, of: Plan = plan) {
  const before = existsSync(join(out, 'campaign.manifest'));
  const merged = await mergeCampaign(of, out);
  if (merged.problems.some(({ severity }) => severity === 'error')) {
    expect(merged.manifest).toBeUndefined();
    expect(existsSync(join(out, 'campaign.manifest'))).toBe(before);
  }
  return merged.problems.map(({ code, place, hint }) => ({ code, file: place.file, hint }));
}

describe('parts that make the whole', () => {
  it('are merged into one manifest: each row once, in the order of the plan', async () => {
    const out = copy();
    expect(await mergeCampaign(plan, out)).toEqual({
      files: 12,
      manifests: 3,
      twice: 0,
      manifest: 'campaign.manifest',
      problems: [],
    });
    expect(linesOf(join(out, 'campaign.manifest')).map((line) => entryOf(line).file)).toEqual(files);
    expect(await runPlan(plan, { out, workers: 0 })).toMatchObject({ made: 0, kept: 12, left: [] });
    expect(await mergeCampaign(plan, out)).toMatchObject({ manifests: 4, twice: 0, problems: [] });
  });

  it('may have made a file twice, the same, and failed at it before', async () => {
    const out = copy();
    const [line] = linesOf(manifest(out, 1));
    appendFileSync(manifest(out, 2), `${line}\n`);
    const { file, input } = entryOf(linesOf(manifest(out, 3))[0]!);
    const problems = [{ code: 'X', message: 'no' }];
    appendFileSync(manifest(out, 2), manifestLine({ outcome: 'failed', file, input, problems }));
    expect(await mergeCampaign(plan, out)).toMatchObject({ twice: 1, problems: [] });
    expect(linesOf(join(out, 'campaign.manifest'))).toHaveLength(12);
  });
});

describe('parts that do not', () => {
  it('lack what a part that did not run should have made, and which part that is is said', async () => {
    const out = copy();
    rmSync(manifest(out, 2));
    const lacking = rowsOf(parts[1]!.plan).map(({ file }) => file);
    expect(lacking.length).toBeGreaterThan(2);
    const found = await faults(out);
    expect(found.map(({ file }) => file).toSorted()).toEqual(lacking.toSorted());
    for (const { code, hint } of found) {
      expect(code).toBe('CAMPAIGN_OPEN');
      expect(hint).toContain('--shard 2/3');
    }
  });

  it('have a row that failed', async () => {
    const out = copy();
    const [line, ...rest] = linesOf(manifest(out, 1));
    const { file, input } = entryOf(line!);
    const failed = manifestLine({ outcome: 'failed', file, input, problems: [] });
    writeFileSync(manifest(out, 1), `${failed}${rest.map((l) => `${l}\n`).join('')}`);
    expect(await faults(out)).toMatchObject([{ code: 'CAMPAIGN_OPEN', file }]);
  });

  it('were made of other inputs', async () => {
    const out = copy();
    const other = {
      ...plan,
      batches: plan.batches.map((batch, i) =>
        i > 0
          ? batch
          : {
              ...batch,
              rows: batch.rows.map((row) => ({ ...row, input: 'f'.repeat(64) })),
            },
      ),
    };
    const found = await faults(out, other);
    expect(found).toHaveLength(plan.batches[0]!.rows.length);
    expect(found[0]!.code).toBe('CAMPAIGN_OUTDATED');
  });

  it('made a file that is not the same each time', async () => {
    const out = copy();
    const entry = entryOf(linesOf(manifest(out, 1))[0]!);
    appendFileSync(manifest(out, 2), manifestLine({ ...entry, sha256: 'a'.repeat(64) }));
    expect(await faults(out)).toMatchObject([{ code: 'CAMPAIGN_DIFFERS', file: entry.file }]);
  });

  it.each([
    ['the PDF is gone', 'CAMPAIGN_FILE_MISSING', (path: string) => rmSync(path)],
    [
      'the proof is gone',
      'CAMPAIGN_FILE_MISSING',
      (path: string) => rmSync(path.replace('.pdf', '.proof.json')),
    ],
    [
      'a byte is another',
      'CAMPAIGN_FILE_CHANGED',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes[700] = bytes[700]! ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    [
      'the proof is that of another file',
      'CAMPAIGN_FILE_CHANGED',
      (path: string) =>
        cpSync(
          path.replace(fileOfPart(2), fileOfPart(3)).replace('.pdf', '.proof.json'),
          path.replace('.pdf', '.proof.json'),
        ),
    ],
    [
      'the proof is cut off',
      'CAMPAIGN_FILE_CHANGED',
      (path: string) => writeFileSync(path.replace('.pdf', '.proof.json'), '{'),
    ],
    ['it is longer', 'CAMPAIGN_FILE_CHANGED', (path: string) => appendFileSync(path, ' ')],
  ])('do not stand as they were recorded: %s', async (_, code, spoil) => {
    const out = copy();
    const file = fileOfPart(2);
    spoil(pathOf(out, file));
    expect(await faults(out)).toMatchObject([{ code, file }]);
  });

  it('have two files in each other’s place', async () => {
    const out = copy();
    const [a, b] = [fileOfPart(1), fileOfPart(3)];
    renameSync(pathOf(out, a), join(out, 'x'));
    renameSync(pathOf(out, b), pathOf(out, a));
    renameSync(join(out, 'x'), pathOf(out, b));
    const found = await faults(out);
    expect(found.map(({ code }) => code)).toEqual(['CAMPAIGN_FILE_CHANGED', 'CAMPAIGN_FILE_CHANGED']);
  });

  it.each(['en/poster/stranger.pdf', 'stranger.proof.json'])(
    'have a stranger among them: %s',
    async (name) => {
      const out = copy();
      writeFileSync(join(out, name), 'x');
      expect(await faults(out)).toEqual([
        { code: 'CAMPAIGN_FILE_UNKNOWN', file: name, hint: expect.any(String) },
      ]);
    },
  );

  it('but what macOS keeps beside a file is none', async () => {
    const out = copy();
    writeFileSync(join(out, 'en/poster/._stranger.pdf'), Buffer.from('00051607', 'hex'));
    expect(await faults(out)).toEqual([]);
  });

  it('but what a campaign writes about itself is none', async () => {
    const out = copy();
    writeFileSync(join(out, 'campaign.proof.pdf'), 'x');
    mkdirSync(join(out, 'bundles/place'), { recursive: true });
    writeFileSync(join(out, 'bundles/place/p0001.pdf'), 'x');
    writeFileSync(join(out, 'notes.txt'), 'x');
    expect(await faults(out)).toEqual([]);
  });

  it('have a manifest with a damaged line', async () => {
    const out = copy();
    const path = manifest(out, 3);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"outcome"', '"outcame"'));
    expect((await faults(out)).map(({ code }) => code).toSorted()).toEqual([
      'CAMPAIGN_MANIFEST',
      'CAMPAIGN_OPEN',
    ]);
  });

  it('have a line that says other numbers than its row has, until that is made again', async () => {
    const out = copy();
    const path = manifest(out, 3);
    const [line, ...lines] = linesOf(path);
    const entry = entryOf(line!);
    const numbers = [{ ...entry.numbers[0]!, display: '202-555-9999', dial: '+12025559999' }];
    writeFileSync(path, `${manifestLine({ ...entry, numbers })}${lines.map((each) => `${each}\n`).join('')}`);
    expect((await faults(out)).map(({ code, file }) => [code, file])).toEqual([
      ['CAMPAIGN_MANIFEST', entry.file],
      ['CAMPAIGN_OPEN', entry.file],
    ]);
    const told: Problem[] = [];
    const again = { out, workers: 0, onWarning: (problem: Problem) => told.push(problem) };
    expect(await runPlan(plan, again)).toMatchObject({ made: 1, kept: 11 });
    expect(told).toMatchObject([{ code: 'CAMPAIGN_MANIFEST', place: { file: entry.file } }]);
    const merged = await mergeCampaign(plan, out);
    expect(merged).toMatchObject({ manifest: 'campaign.manifest' });
    expect(merged.problems).toMatchObject([{ code: 'CAMPAIGN_MANIFEST', severity: 'warning' }]);
    const last = linesOf(join(out, 'campaign.manifest')).map(entryOf);
    expect(last.find(({ file }) => file === entry.file)!.numbers).toEqual(entry.numbers);
  });

  it('are merged by nobody while a run writes there', async () => {
    const out = copy();
    writeFileSync(join(out, 'campaign.manifest.lock'), `elsewhere ${process.pid}\n`);
    await expect(mergeCampaign(plan, out)).rejects.toMatchObject({
      problems: [{ code: 'CAMPAIGN_RUNNING' }],
    });
  });
});
