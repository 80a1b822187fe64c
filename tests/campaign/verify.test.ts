import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Entry,
  loadCampaign,
  Manifest,
  type Plan,
  planOf,
  runPlan,
  type VerifyOptions,
  verifyCampaign,
} from '../../src/campaign/index.ts';
import { manifestLine, parseLine } from '../../src/campaign/store/manifest-line.ts';
import type { Proof } from '../../src/proof/index.ts';
import { campaignFolder, planIn, rowsOf } from './campaigns.ts';
import { scratch, sha } from './rows.ts';

const top = scratch();
const folder = campaignFolder(4);
const plan = await planIn(folder);
const whole = join(top, 'whole');
await runPlan(plan, { out: whole, workers: 0 });
const [first, second] = rowsOf(plan).map(({ file }) => file) as [string, string];
const proofOf = (file: string) => file.replace('.pdf', '.proof.json');
let serial = 0;

function copy(): string {
  const out = join(top, `copy-${++serial}`);
  cpSync(whole, out, { recursive: true });
  return out;
}

async function found(out: string, more: Partial<VerifyOptions> = {}) {
  const { files, proved, problems } = await verifyCampaign({ out, workers: 0, ...more });
  return { files, proved, told: problems.map(({ code, place }) => `${code} ${place.file}`) };
}

/** The plan with other rows. */
const changed = (
  change: (rows: Plan['batches'][number]['rows']) => Plan['batches'][number]['rows'],
): Plan => ({
  ...plan,
  batches: plan.batches.map((batch) => ({ ...batch, rows: change(batch.rows) })),
});

describe('verify', () => {
  it('finds nothing wrong with what was made, with the campaign and without', async () => {
    expect(await found(copy())).toEqual({ files: 4, proved: 4, told: [] });
    expect(await found(copy(), { plan })).toEqual({ files: 4, proved: 4, told: [] });
  });

  it('finds that nothing was made where there is no manifest: the folder may be mistyped', async () => {
    const out = join(top, 'not-there');
    expect(await found(out)).toEqual({ files: 0, proved: 0, told: [`CAMPAIGN_OPEN ${out}`] });
    expect((await found(out, { plan })).told).toHaveLength(4);
  });

  it('says the same from threads', async () => {
    const out = copy();
    rmSync(join(out, first));
    expect(await found(out, { workers: 2 })).toEqual({
      files: 4,
      proved: 3,
      told: [`CAMPAIGN_FILE_MISSING ${first}`],
    });
  });

  it('finds a file and a proof that are missing', async () => {
    const out = copy();
    rmSync(join(out, first));
    rmSync(join(out, proofOf(second)));
    expect(await found(out)).toEqual({
      files: 4,
      proved: 2,
      told: [`CAMPAIGN_FILE_MISSING ${first}`, `CAMPAIGN_FILE_MISSING ${proofOf(second)}`],
    });
  });

  it('finds a byte that is another', async () => {
    const out = copy();
    const path = join(out, first);
    const bytes = readFileSync(path);
    // Within the comment that marks a PDF as binary: no reader cares, and it is another file.
    bytes[11] = bytes[11]! ^ 1;
    writeFileSync(path, bytes);
    const { proved, told } = await found(out);
    expect(proved).toBe(3);
    expect(told).toContain(`CAMPAIGN_FILE_CHANGED ${first}`);
  });

  it("finds two files, with their proofs, that have each other's names", async () => {
    const out = copy();
    for (const name of [(file: string) => file, proofOf]) {
      cpSync(join(whole, name(first)), join(out, name(second)));
      cpSync(join(whole, name(second)), join(out, name(first)));
    }
    const { proved, told } = await found(out);
    expect(proved).toBe(2);
    expect(told).toEqual([`CAMPAIGN_FILE_CHANGED ${first}`, `CAMPAIGN_FILE_CHANGED ${second}`]);
  });

  it('finds the number of another place where all else agrees', async () => {
    const out = copy();
    const other = changed((rows) =>
      rows.map((row, i) =>
        i > 0
          ? row
          : { ...row, place: { ...row.place!, helpline: { display: '202-555-9999', dial: '+12025559999' } } },
      ),
    );
    expect((await found(out, { plan: other })).told).toEqual([`HELPLINE_WRONG ${first}`]);
    const without = changed((rows) =>
      rows.map((row, i) => (i > 0 ? row : { ...row, place: { id: row.place!.id } })),
    );
    expect((await found(out, { plan: without })).told).toEqual([`HELPLINE_WRONG ${first}`]);
  });

  it('finds a proof that holds its file to other words than it was held to, and takes other line ends', async () => {
    const out = copy();
    const path = join(out, proofOf(first));
    const text = readFileSync(path, 'utf8');
    const other = text.replace('"See above"', '"See abowe"');
    expect(other).not.toBe(text);
    writeFileSync(path, other);
    expect(await found(out)).toEqual({
      files: 4,
      proved: 3,
      told: [`CAMPAIGN_FILE_CHANGED ${first}`],
    });
    writeFileSync(path, text.replace('\n', '\r\n'));
    expect(await found(out)).toEqual({ files: 4, proved: 4, told: [] });
  });

  it('finds nothing wrong with proofs that no line says anything of, as of earlier versions', async () => {
    const out = copy();
    const path = join(out, 'campaign.manifest');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const older = lines.map((line) => {
      const { held, ...entry } = parseLine(Buffer.from(line)) as Extract<Entry, { outcome: 'made' }>;
      expect(held).toMatch(/^[0-9a-f]{16}$/);
      return manifestLine(entry);
    });
    writeFileSync(path, older.join(''));
    expect(await found(out)).toEqual({ files: 4, proved: 4, told: [] });
  });

  it('finds a line that says other numbers, pages or another translation than the file holds', async () => {
    for (const more of [{ numbers: [] }, { pages: 2 }, { translation: 'reviewed' }, {}]) {
      const out = copy();
      const path = join(out, 'campaign.manifest');
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
      const entries = lines.map((line) => parseLine(Buffer.from(line))!);
      const edited = entries.map((entry) => (entry.file === first ? { ...entry, ...more } : entry) as Entry);
      writeFileSync(path, edited.map(manifestLine).join(''));
      const isEdited = Object.keys(more).length > 0;
      expect((await found(out)).told).toEqual(isEdited ? [`CAMPAIGN_MANIFEST ${first}`] : []);
    }
  });

  it('finds a file of another language, product or purpose than its row', async () => {
    const asking = (
      more: Partial<Plan['batches'][number]['rows'][number]['setting']>,
      purpose: 'screen' | 'office',
    ) =>
      changed((rows) =>
        rows.map((row, i) =>
          i > 0
            ? row
            : { ...row, setting: { ...row.setting, ...more }, impression: { ...row.impression, purpose } },
        ),
      );
    for (const plan of [
      asking({ locale: 'es' }, 'screen'),
      asking({ product: 'sticker' }, 'screen'),
      asking({}, 'office'),
    ])
      expect((await found(copy(), { plan })).told).toEqual([`CAMPAIGN_FILE_CHANGED ${first}`]);
    expect((await found(copy(), { plan: asking({ theme: 'clay' }, 'screen') })).told).toEqual([]);
  });

  it.each(['{', '{}', '[]', 'null', ''])('finds a proof that is none: %j', async (text) => {
    const out = copy();
    writeFileSync(join(out, proofOf(first)), text);
    const { proved, told } = await found(out);
    expect(proved).toBe(3);
    expect(told.length).toBeGreaterThan(0);
  });

  it('finds the proof of another file, and one that no longer says what its file must hold', async () => {
    const out = copy();
    cpSync(join(whole, proofOf(second)), join(out, proofOf(first)));
    const record = JSON.parse(readFileSync(join(whole, proofOf(second)), 'utf8')) as object;
    writeFileSync(join(out, proofOf(second)), JSON.stringify({ ...record, expectation: undefined }));
    const { proved, told } = await found(out);
    expect(proved).toBe(2);
    expect(told.some((line) => line === `PDF_OTHER ${first}`)).toBe(true);
    expect(told.some((line) => line.endsWith(second) || line.endsWith(proofOf(second)))).toBe(true);
  });

  it('finds a word that is another in what a proof says of its file', async () => {
    const text = readFileSync(join(whole, proofOf(first)), 'utf8');
    const record = JSON.parse(text) as Proof;
    const [check, ...checks] = record.checks;
    for (const more of [
      { checks: [{ ...check!, detail: `${check!.detail} ` }, ...checks] },
      { checks },
      { checks: [...checks, check] },
      { notices: [] },
      { verdict: 'not proved' },
      { passed: false },
      { more: true },
      { made: { ...record.made, more: true } },
    ]) {
      const out = copy();
      writeFileSync(join(out, proofOf(first)), JSON.stringify({ ...record, ...more }));
      expect((await found(out)).told).toEqual([`CAMPAIGN_FILE_CHANGED ${first}`]);
    }
    // A record of another form: nobody knows here what it means.
    const other = copy();
    writeFileSync(join(other, proofOf(first)), JSON.stringify({ ...record, format: 3 }));
    expect((await found(other)).told).toEqual([`EXPECTATION_INVALID ${first}`]);
    // The same on another machine, or in the words of another version of the press.
    for (const more of [
      { made: { ...record.made, node: '22.0.0' } },
      { made: { ...record.made, package: 'helpline-press 0.0.1' }, notices: [] },
    ]) {
      const out = copy();
      writeFileSync(join(out, proofOf(first)), JSON.stringify({ ...record, ...more }, null, 2));
      expect((await found(out)).told).toEqual([]);
    }
  });

  it('knows no file that no manifest knows, and leaves alone what campaigns write beside', async () => {
    const out = copy();
    writeFileSync(join(out, 'en/other.PDF'), 'theirs');
    writeFileSync(join(out, 'campaign-numbers.pdf'), 'ours');
    writeFileSync(join(out, 'notes.txt'), 'theirs');
    const { problems } = await verifyCampaign({ out, workers: 0 });
    expect(problems).toMatchObject([
      { code: 'CAMPAIGN_FILE_UNKNOWN', severity: 'warning', place: { file: 'en/other.PDF' } },
    ]);
  });

  it('leaves alone what macOS keeps beside files on a disk without room for it, and nothing else of such a name', async () => {
    const out = copy();
    const beside = (file: string) => file.replace(/[^/]+$/, '._$&');
    for (const file of [first, proofOf(first)])
      writeFileSync(join(out, beside(file)), Buffer.from('0005160700020000', 'hex'));
    expect((await found(out)).told).toEqual([]);
    writeFileSync(join(out, beside(first)), '%PDF-1.7');
    expect((await found(out)).told).toEqual([`CAMPAIGN_FILE_UNKNOWN ${beside(first)}`]);
  });

  it('says what was not made, what failed, what is old and what is of no row any more', async () => {
    const out = copy();
    const manifest = await Manifest.open(join(out, 'campaign.manifest'));
    await manifest.append([{ outcome: 'failed', file: second, input: sha('x'), problems: [] }]);
    await manifest.close();
    const [, , third, fourth] = rowsOf(plan);
    const other = changed((rows) => [
      ...rows.slice(0, 2),
      { ...third!, input: sha('another') },
      { ...fourth!, file: 'en/new.pdf' },
    ]);
    expect((await found(out, { plan: other })).told).toEqual([
      `CAMPAIGN_OPEN ${second}`,
      `CAMPAIGN_OUTDATED ${third!.file}`,
      `CAMPAIGN_LEFT ${fourth!.file}`,
      'CAMPAIGN_OPEN en/new.pdf',
    ]);
    expect((await found(out)).told).toEqual([`CAMPAIGN_OPEN ${second}`]);
  });

  it('finds an earlier file that was put back, also where the manifest of a part knows it', async () => {
    const out = copy();
    // What was made by parts stays in their manifests, and what is made later in one piece is in another.
    renameSync(join(out, 'campaign.manifest'), join(out, 'campaign.1-of-1.manifest'));
    const later = await planOf(loadCampaign(folder), { date: '2026-12-24T00:00:00Z' });
    expect((await runPlan(later, { out, workers: 0 })).made).toBe(4);
    expect(await found(out, { plan: later })).toEqual({ files: 4, proved: 4, told: [] });
    for (const name of [first, proofOf(first)]) cpSync(join(whole, name), join(out, name));
    expect(await found(out, { plan: later })).toEqual({
      files: 4,
      proved: 3,
      told: [`CAMPAIGN_FILE_CHANGED ${first}`],
    });
  });

  it('tells a damaged line of the manifest', async () => {
    const out = copy();
    const path = join(out, 'campaign.manifest');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"bytes":', '"bytez":'));
    const { told } = await found(out);
    expect(told[0]).toBe(`CAMPAIGN_MANIFEST ${path}`);
  });

  it('stops where it is asked to', async () => {
    const result = await verifyCampaign({ out: copy(), workers: 0, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ files: 4, proved: 0, stopped: true });
  });
});
