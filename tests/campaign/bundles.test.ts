/** One file for the desk: which files go into which bundle, a bundle of the press, an archive. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  FolderStore,
  type MadeEntry,
  makeBatch,
  openOut,
  type Plan,
  type Row,
  runPlan,
  writeBundles,
} from '../../src/campaign/index.ts';
import { archivesOf, bundlesOf } from '../../src/campaign/make/bundles.ts';
import { Inputs } from '../../src/campaign/plan/inputs.ts';
import type { StoredFile } from '../../src/campaign/store/store.ts';
import { zipBounds, zipOf } from '../../src/campaign/store/zip.ts';
import { loadGuide } from '../../src/content/index.ts';
import { bundleLimit, shippedFolders } from '../../src/press/index.ts';
import { inspect, parseRecord, proveAgain } from '../../src/proof/index.ts';
import { planIn } from './campaigns.ts';
import { folderWith } from './folder.ts';
import { bench, guideFolder, madeEntry, numbersOfGuide, outOf, rowOf, scratch, sha } from './rows.ts';

const planOf = (...rows: readonly Row[]): Plan => ({
  id: 'clinics',
  folder: '/nowhere',
  batches: [{ id: 'a', kind: 'patched', rows: rows.map((row) => ({ ...row, guide: 'heroin-detox' })) }],
  totals: {} as Plan['totals'],
  numbers: numbersOfGuide(),
  problems: [],
});
const row = (
  id: string,
  more: Partial<Row['setting']> = {},
  impression: Partial<Row['impression']> = {},
): Row => {
  const plain = rowOf(id, '202-555-0101');
  const setting = { ...plain.setting, ...more };
  const file = `${setting.locale}/${setting.product}/${id}.${setting.paper}.${impression.purpose ?? 'screen'}.pdf`;
  return { ...plain, file, setting, impression: { ...plain.impression, ...impression } };
};
const pagesOf = (plan: Plan, pages: number) =>
  new Map(plan.batches.flatMap(({ rows }) => rows.map(({ file }) => [file, { pages }] as const)));
const namesOf = (plan: Plan, by: Parameters<typeof bundlesOf>[2], pages = 1) =>
  bundlesOf(plan, pagesOf(plan, pages), by, (product) => product === 'pamphlet-trifold').map(
    ({ name, title, rows }) => [name, title, rows.length],
  );

it('bundles what has a place, a locale or a product in common', () => {
  const plan = planOf(row('a'), row('b'), row('a', { locale: 'es' }), row('b', { product: 'handout' }));
  expect(namesOf(plan, 'place')).toEqual([
    ['bundles/place/a.screen', 'clinics – a', 2],
    ['bundles/place/b.screen', 'clinics – b', 2],
  ]);
  expect(namesOf(plan, 'locale')).toEqual([
    ['bundles/locale/en.screen', 'clinics – en', 3],
    ['bundles/locale/es.screen', 'clinics – es', 1],
  ]);
  expect(namesOf(plan, 'product')).toEqual([
    ['bundles/product/poster.screen', 'clinics – poster', 3],
    ['bundles/product/handout.screen', 'clinics – handout', 1],
  ]);
});

it('keeps apart what goes through a printer in another way, and nothing on screen', () => {
  const office = { purpose: 'office' } as const;
  const trifold = { product: 'pamphlet-trifold' };
  const plan = planOf(
    row('a'),
    row('a', { paper: 'a4' }),
    row('a', {}, office),
    row('a', { product: 'handout' }, office),
    row('a', { paper: 'a4' }, office),
    row('a', trifold, office),
    row('a', trifold, { ...office, duplex: 'long' }),
  );
  expect(namesOf(plan, 'place').map(([name, , count]) => [name, count])).toEqual([
    ['bundles/place/a.screen', 2],
    ['bundles/place/a.office.letter', 2],
    ['bundles/place/a.office.a4', 1],
    ['bundles/place/a.office.letter.short', 1],
    ['bundles/place/a.office.letter.long', 1],
  ]);
});

it('goes on with another bundle where one is full', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => row(id));
  const half = bundleLimit / 2;
  expect(namesOf(planOf(...rows), 'locale', half)).toEqual([
    ['bundles/locale/en.screen', 'clinics – en', 2],
    ['bundles/locale/en.screen-2', 'clinics – en – part 2', 2],
  ]);
  expect(namesOf(planOf(...rows), 'locale', half + 1).map(([, , count]) => count)).toEqual([1, 1, 1, 1]);
});

it('goes on with another where one has 99 pieces: the name of a page begins with the number of its piece', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => row(`r${i}`));
  const counts = (count: number) => namesOf(planOf(...rows(count)), 'locale').map(([, , each]) => each);
  expect(counts(99)).toEqual([99]);
  expect(counts(100)).toEqual([99, 1]);
});

it('names a further archive of a place as none of another place is', () => {
  const rows = [row('p'), row('p', { locale: 'es' }), row('p-2')];
  const plan = planOf(...rows);
  const made = (bytes: number) =>
    new Map(rows.map(({ file }) => [file, madeEntry(file, { bytes }) as MadeEntry]));
  const names = (bytes: number, by?: 'place') =>
    archivesOf(plan, made(bytes), by).map(({ name, rows }) => `${name} ${rows.length}`);
  const places = ['bundles/place/p 1', 'bundles/place/p.part-2 1', 'bundles/place/p-2 1'];
  expect(names(zipBounds.bytes / 2, 'place')).toEqual(places);
  expect(names(1000, 'place')).toEqual(['bundles/place/p 2', 'bundles/place/p-2 1']);
  expect(names(zipBounds.bytes / 2)).toEqual(['clinics 1', 'clinics.part-2 1', 'clinics.part-3 1']);
});

it('leaves out what is not made', () => {
  const plan = planOf(row('a'), row('b'));
  const made = new Map([[row('a').file, { pages: 1 }]]);
  expect(
    bundlesOf(plan, made, 'locale', () => false).map(({ rows }) => rows.map(({ place }) => place?.id)),
  ).toEqual([['a']]);
});

it('writes bundles that are proved again from their records, and archives of the same bytes each time', async () => {
  const inputs = new Inputs(shippedFolders(), scratch());
  const guide = loadGuide(guideFolder);
  const [a, b] = [
    row('a'),
    { ...row('b'), place: { id: 'b', helpline: { display: '202-555-0177', dial: '+12025550177' } } },
  ].map((each) => ({
    ...each,
    input: inputs.of({ ...each, guide, place: each.place && { values: each.place } }),
  })) as [Row, Row];
  const plan = planOf(a, b, row('c'));
  const store = new FolderStore(scratch());
  const entries: MadeEntry[] = [];
  for await (const { entry, files } of makeBatch({ ...plan.batches[0]!, rows: [a, b] }, bench())) {
    await store.put(files);
    entries.push(entry as MadeEntry);
  }
  const { bundles, problems } = await writeBundles(plan, outOf(store, entries), { by: 'locale' });
  expect(problems).toEqual([]);
  expect(bundles.map(({ name, pieces }) => [name, pieces])).toEqual([
    ['bundles/locale/en.screen.pdf', [a.file, b.file]],
  ]);
  const bytes = (await store.get('bundles/locale/en.screen.pdf'))!;
  const record = JSON.parse(
    Buffer.from((await store.get('bundles/locale/en.screen.proof.json'))!).toString('utf8'),
  );
  expect(proveAgain(bytes, undefined, parseRecord(record)).verdict).toBe('proved');
  expect(record.bundle.pieces.map((piece: { label: string }) => piece.label)).toEqual([
    expect.stringMatching(/^a: What you must know/),
    expect.stringMatching(/^b: What you must know/),
  ]);
  expect(inspect(bytes).metadata).toMatchObject({ title: 'clinics – en', language: 'en' });

  // A bundle says what the files say that were made, or nothing.
  const other = planOf({ ...a, input: sha('of another guide') });
  const before = [{ ...entries[0]!, input: sha('of another guide') }];
  await expect(writeBundles(other, outOf(store, before), { by: 'place' })).rejects.toThrow(
    'CAMPAIGN_CHANGED',
  );
  expect(await store.get('bundles/place/a.screen.pdf')).toBeUndefined();

  const zips = await writeBundles(plan, outOf(store, entries), { by: undefined });
  expect(zips.bundles.map(({ name }) => name)).toEqual(['clinics.zip']);
  const again = await writeBundles(plan, outOf(store, entries), { by: undefined });
  expect(again.bundles).toEqual(zips.bundles);
  const listed = execFileSync(
    'python3',
    [
      '-c',
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))',
      join(store.root, 'clinics.zip'),
    ],
    { encoding: 'utf8' },
  );
  const beside = (file: string) => file.replace('.pdf', '.proof.json');
  expect(listed.trim().split('\n')).toEqual([a.file, beside(a.file), b.file, beside(b.file)]);

  writeFileSync(join(store.root, a.file), 'damaged');
  const damaged = await writeBundles(plan, outOf(store, entries), { by: 'place', zip: true });
  expect(damaged.bundles.map(({ name }) => name)).toEqual(['bundles/place/b.zip']);
  expect(damaged.problems.map(({ code }) => code)).toEqual(['PDF_OTHER']);
});

it('tells pieces of one title apart in their bookmarks, and places of one name', async () => {
  const folder = folderWith({
    'campaign.yaml':
      'id: clinics\nguides: [heroin-detox]\nproducts: [poster]\npapers: [letter, a4]\nplaces: { file: places.csv }\n',
    'places.csv': 'id,helpline,name\nnorth,202-555-0101,Clinic\nsouth,202-555-0102,Clinic\n',
  });
  const plan = await planIn(folder);
  const path = join(folder, 'out');
  await runPlan(plan, { out: path, workers: 0 });
  const out = await openOut(path);
  const labelsOf = async (by: 'place' | 'product', name: string) => {
    await writeBundles(plan, out, { by });
    const record = JSON.parse(readFileSync(join(path, 'bundles', by, `${name}.proof.json`), 'utf8'));
    return record.bundle.pieces.map(({ label }: { label: string }) => label.replace(/What[^(]*/, '… '));
  };
  expect(await labelsOf('place', 'north.screen')).toEqual(['… (letter)', '… (a4)']);
  expect(await labelsOf('product', 'poster.screen')).toEqual([
    'Clinic (north): … (letter)',
    'Clinic (south): … (letter)',
    'Clinic (north): … (a4)',
    'Clinic (south): … (a4)',
  ]);
});

it('stops after the bundle in hand, which is recorded; where none can be written it ends with the first', async () => {
  const folder = folderWith({
    'campaign.yaml':
      'id: clinics\nguides: [heroin-detox]\nproducts: [poster]\nplaces: { file: places.csv }\n',
    'places.csv': 'id,helpline\nnorth,202-555-0101\nsouth,202-555-0102\n',
  });
  const plan = await planIn(folder);
  const path = join(folder, 'out');
  await runPlan(plan, { out: path, workers: 0 });
  const out = await openOut(path);
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const { bundles } = await writeBundles(plan, out, { by: 'place', signal: stop.signal, onProgress });
  expect(bundles.map(({ name }) => name)).toEqual(['bundles/place/north.screen.pdf']);
  expect(Object.keys(JSON.parse(readFileSync(join(path, 'campaign.desk.json'), 'utf8')).files)).toEqual([
    'bundles/place/north.screen.pdf',
    'bundles/place/north.screen.proof.json',
  ]);
  // What is whole and of the same inputs stays; what is none of it is made anew.
  const north = join(path, 'bundles/place/north.screen.pdf');
  const bytes = readFileSync(north);
  const written: string[] = [];
  class Watched extends FolderStore {
    override put(files: readonly StoredFile[]): Promise<void> {
      written.push(...files.map(({ name }) => name));
      return super.put(files);
    }
  }
  const watched = { ...out, store: new Watched(path) };
  const again = await writeBundles(plan, watched, { by: 'place' });
  expect(again.bundles.map(({ name }) => name)).toEqual([
    'bundles/place/north.screen.pdf',
    'bundles/place/south.screen.pdf',
  ]);
  expect(again.bundles[0]).toEqual(bundles[0]);
  expect(written.filter((name) => name.endsWith('.pdf'))).toEqual(['bundles/place/south.screen.pdf']);
  for (const damaged of [north, north.replace('.pdf', '.proof.json')]) {
    writeFileSync(damaged, 'damaged');
    await writeBundles(plan, out, { by: 'place' });
    expect(readFileSync(north).equals(bytes)).toBe(true);
  }
  const other = { ...plan, batches: plan.batches.map((batch) => ({ ...batch, rows: batch.rows.slice(1) })) };
  written.length = 0;
  await writeBundles(other, watched, { by: 'locale' });
  await writeBundles(plan, watched, { by: 'locale' });
  expect(written.filter((name) => name.endsWith('.pdf'))).toEqual([
    'bundles/locale/en.screen.pdf',
    'bundles/locale/en.screen.pdf',
  ]);
  rmSync(join(path, 'bundles/locale'), { recursive: true });
  writeFileSync(join(path, 'bundles/locale'), 'in the way');
  const told: string[] = [];
  await expect(
    writeBundles(plan, out, { by: 'locale', onProgress: (name) => told.push(name) }),
  ).rejects.toMatchObject({ problems: [{ code: 'OUTPUT_UNWRITABLE' }] });
  expect(told).toEqual([]);
});

it('refuses an archive beyond its bounds, and writes UTF-8 names', () => {
  const bytes = zipOf([{ name: 'ar/مركز.pdf', content: new Uint8Array([1, 2, 3]) }]);
  expect(Buffer.from(bytes).includes(Buffer.from('ar/مركز.pdf'))).toBe(true);
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(6, true) & 0x800).toBe(0x800);
  const many = Array.from({ length: zipBounds.files + 1 }, (_, i) => ({
    name: `${i}`,
    content: new Uint8Array(0),
  }));
  expect(() => zipOf(many)).toThrow(RangeError);
  expect(zipOf(many.slice(1)).length).toBeGreaterThan(0);
});

it('knows entries of other inputs for what they are: not made', async () => {
  const plan = planOf(row('a'));
  const entries = [madeEntry(row('a').file)];
  expect(await writeBundles(plan, outOf(new FolderStore(scratch()), entries), { by: 'place' })).toEqual({
    bundles: [],
    problems: [],
  });
});
