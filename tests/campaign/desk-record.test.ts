import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Plan, Row } from '../../src/campaign/index.ts';
import {
  outdatedDesk,
  recordDesk,
  refuseOthersDesk,
  wrongDesk,
} from '../../src/campaign/make/desk-record.ts';
import { FolderStore } from '../../src/campaign/store/folder-store.ts';
import { sha256Of } from '../../src/campaign/store/hash.ts';

const row = (place: string, input: string) => ({ file: `en/${place}.pdf`, input: sha256Of(input) }) as Row;
const planOf = (...rows: Row[]) => ({ batches: [{ id: '', kind: 'patched', rows }] }) as unknown as Plan;
const [north, south] = [row('north', '1'), row('south', '1')];

let out: string;
let store: FolderStore;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'desk-'));
  store = new FolderStore(out);
});

async function make(plan: Plan, name: string, rows?: readonly Row[]): Promise<void> {
  const content = Buffer.from(name);
  const file = { name, content, sha256: sha256Of(content) };
  await store.put([file]);
  await recordDesk(plan, store, [{ ...file, rows }]);
}

const told = async (plan: Plan) => (await outdatedDesk(plan, store)).map(({ place }) => place.file);

test('a bundle whose place has another number now, or is none any more, is told; the others are not', async () => {
  const plan = planOf(north, south);
  await make(plan, 'bundles/place/north.screen.pdf', [north]);
  await make(plan, 'bundles/place/north.screen.proof.json', [north]);
  await make(plan, 'bundles/place/south.screen.pdf', [south]);
  expect(await told(plan)).toEqual([]);
  expect(await told(planOf(row('north', '2'), south))).toEqual(['bundles/place/north.screen.pdf']);
  expect(await told(planOf(north))).toEqual(['bundles/place/south.screen.pdf']);
  expect(await told(planOf(north, south, row('west', '1')))).toEqual([]);
  rmSync(join(out, 'bundles/place/south.screen.pdf'));
  expect(await told(planOf(north))).toEqual([]);
});

test('a paper is of all that the campaign makes: one that a later run did not make anew is told', async () => {
  await make(planOf(north, south), 'campaign.report-2.pdf');
  await make(planOf(north), 'campaign.report.pdf');
  expect(await told(planOf(north))).toEqual(['campaign.report-2.pdf']);
});

test('a paper that was made before a file was there is told: it lacks a number that somebody is to call', async () => {
  const plan = planOf(north, south);
  const content = Buffer.from('all numbers');
  const paper = { name: 'campaign.numbers.csv', content, sha256: sha256Of(content) };
  await store.put([paper]);
  await recordDesk(plan, store, [{ ...paper, made: [north] }]);
  const toldOf = async (...made: Row[]) =>
    (await wrongDesk(plan, store, (row) => made.includes(row))).map(({ code, place }) => [code, place.file]);
  expect(await toldOf(north)).toEqual([]);
  expect(await toldOf(north, south)).toEqual([['CAMPAIGN_OUTDATED', 'campaign.numbers.csv']]);
  await recordDesk(plan, store, [{ ...paper, made: [north, south] }]);
  expect(await toldOf(north, south)).toEqual([]);
  // Of earlier versions it is not known.
  await recordDesk(plan, store, [paper]);
  expect(await toldOf(north)).toEqual([]);
});

test('a bundle or archive that lacks a file which was made since is told, once for all of its place', async () => {
  const setting = { locale: 'en', product: 'poster' };
  const of = (file: string) => ({ ...row(file, '1'), setting, place: { id: 'north' }, quantity: 1 }) as Row;
  const [one, two, three] = [of('one'), of('two'), of('three')];
  const plan = { ...planOf(one, two, three), id: 'clinics' };
  await make(plan, 'bundles/place/north.screen.pdf', [one]);
  await make(plan, 'bundles/place/north.office.letter.pdf', [two]);
  await make(plan, 'bundles/place/north.zip', [one, two, three]);
  await make(plan, 'bundles/place/northwest.screen.pdf', [one]);
  await make(plan, 'clinics.zip', [one, two]);
  await make(plan, 'clinics.part-2.zip', [three]);
  const toldOf = async (...made: Row[]) =>
    (await wrongDesk(plan, store, (each) => made.includes(each))).map(({ message }) => message);
  expect(await toldOf(one, two)).toEqual([]);
  expect(await toldOf(one, two, three)).toEqual([
    'bundles/place/north.office.letter.pdf was made before en/three.pdf was: no bundle or archive of its kind has that.',
  ]);
});

test('a paper that lists other copies than are asked for now is told', async () => {
  const of = (quantity: number) => ({ ...north, quantity }) as Row;
  const content = Buffer.from('all numbers');
  const paper = { name: 'campaign.numbers.csv', content, sha256: sha256Of(content) };
  await store.put([paper]);
  await recordDesk(planOf(of(1)), store, [{ ...paper, made: [of(1)] }]);
  const toldOf = async (plan: Plan) => (await wrongDesk(plan, store, () => true)).map(({ code }) => code);
  expect(await toldOf(planOf(of(1)))).toEqual([]);
  expect(await toldOf(planOf(of(2)))).toEqual(['CAMPAIGN_OUTDATED']);
});

test('one byte that is another one is told; a record that is none, or that names what lies elsewhere, is none', async () => {
  const plan = planOf(north);
  await make(plan, 'campaign.numbers.csv');
  expect(await wrongDesk(undefined, store)).toEqual([]);
  writeFileSync(join(out, 'campaign.numbers.csv'), 'campaign.numbers.csw');
  expect(await wrongDesk(undefined, store)).toMatchObject([
    { code: 'CAMPAIGN_FILE_CHANGED', place: { file: 'campaign.numbers.csv' } },
  ]);
  const other = { '../secret': { sha256: sha256Of(''), of: sha256Of('') } };
  for (const text of ['{', '[]', JSON.stringify({ format: 1, files: other })]) {
    writeFileSync(join(out, 'campaign.desk.json'), text);
    expect(await wrongDesk(undefined, store)).toMatchObject([
      { code: 'CAMPAIGN_FILE_UNKNOWN', place: { file: 'campaign.numbers.csv' } },
    ]);
    expect(await told(plan)).toEqual(['campaign.numbers.csv']);
  }
  await make(plan, 'campaign.numbers.csv');
  expect(await wrongDesk(undefined, store)).toEqual([]);
});

test('a bundle or archive that no record knows is told: it may show a number that no longer holds', async () => {
  const plan = { ...planOf(north, south), id: 'clinics' };
  await make(plan, 'bundles/place/north.screen.pdf', [north]);
  await make(plan, 'clinics.zip');
  expect(await told(plan)).toEqual([]);
  writeFileSync(join(out, 'campaign.desk.json'), '<<<<<<< HEAD\n{}\n');
  expect(await told(plan)).toEqual(['bundles/place/north.screen.pdf', 'clinics.zip']);
  expect(await wrongDesk(plan, store)).toMatchObject([
    { code: 'CAMPAIGN_FILE_UNKNOWN', severity: 'error', hint: expect.stringMatching(/run that was killed/) },
    { code: 'CAMPAIGN_FILE_UNKNOWN', severity: 'error' },
  ]);
  await make(plan, 'bundles/place/north.screen.pdf', [north]);
  await make(plan, 'clinics.zip');
  expect(await told(plan)).toEqual([]);
});

test('a paper that no record knows is told: with the record taken away nobody sees what was changed in it', async () => {
  const plan = planOf(north);
  const papers = ['contact.es-2.pdf', 'numbers.csv', 'proof.json', 'report-2.pdf'].map(
    (each) => `campaign.${each}`,
  );
  for (const name of papers) await make(plan, name);
  expect(await wrongDesk(undefined, store)).toEqual([]);
  rmSync(join(out, 'campaign.desk.json'));
  writeFileSync(join(out, 'campaign.manifest'), '');
  expect((await wrongDesk(undefined, store)).map(({ place }) => place.file)).toEqual(papers);
});

test('papers of another campaign are not replaced, nor told as outdated, as long as one of them is there', async () => {
  const [clinics, schools] = [
    { ...planOf(north), id: 'clinics' },
    { ...planOf(south), id: 'schools' },
  ];
  await make(clinics, 'campaign.report.pdf');
  await refuseOthersDesk(clinics, store);
  await expect(refuseOthersDesk(schools, store)).rejects.toMatchObject({
    problems: [{ code: 'CAMPAIGN_OTHER', place: { file: 'campaign.report.pdf' } }],
  });
  expect(await told(schools)).toEqual([]);
  expect(await wrongDesk(schools, store)).toEqual([]);
  rmSync(join(out, 'campaign.report.pdf'));
  await refuseOthersDesk(schools, store);
  await make(schools, 'campaign.report.pdf');
  expect(await told({ ...planOf(north), id: 'schools' })).toEqual(['campaign.report.pdf']);
});

test('a record that does not say whose it is, is of this campaign: an earlier version wrote it', async () => {
  const plan = { ...planOf(north), id: 'clinics' };
  await make(plan, 'campaign.report.pdf');
  const path = join(out, 'campaign.desk.json');
  const { campaign, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  expect(campaign).toBe('clinics');
  writeFileSync(path, JSON.stringify(rest));
  await refuseOthersDesk({ id: 'schools' }, store);
  expect(await told({ ...planOf(south), id: 'schools' })).toEqual(['campaign.report.pdf']);
});

test('what macOS keeps beside a bundle is none, and is told of by nobody', async () => {
  const plan = { ...planOf(north, south), id: 'clinics' };
  await make(plan, 'bundles/place/north.screen.pdf', [north]);
  writeFileSync(join(out, 'bundles/place/._north.screen.pdf'), Buffer.from('00051607', 'hex'));
  expect(await told(plan)).toEqual([]);
  expect(await wrongDesk(plan, store)).toEqual([]);
});
