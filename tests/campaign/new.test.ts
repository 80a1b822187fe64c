import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import {
  type Batch,
  campaignJsonSchema,
  loadCampaign,
  newCampaign,
  planOf,
  runPlan,
} from '../../src/campaign/index.ts';
import { trialsOf } from '../../src/campaign/make/trials.ts';
import { run } from '../../src/cli/index.ts';
import { folderWith } from './folder.ts';
import { rowOf } from './rows.ts';

/** Runs the command; what it writes is collected. */
async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const code = await run(args, { out: stream('out'), err: stream('err') });
  return { code, ...said };
}

it('makes a campaign that is planned as it is, without a warning', async () => {
  const folder = join(folderWith({}), 'Gesundheitsämter 2027');
  const { code, out } = await command('new', 'campaign', folder);
  expect(code).toBe(0);
  expect(out.trim().split('\n')).toEqual(
    ['campaign.yaml', 'logos/west.svg', 'places.csv'].map((name) => join(folder, name)),
  );
  const plan = await planOf(loadCampaign(folder));
  expect(plan).toMatchObject({
    id: 'gesundheitsamter-2027',
    totals: { files: 12, places: 3, set: 4 },
    problems: [],
  });
});

it('numbers that nobody has: set aside for fiction', async () => {
  for (const name of ['starter', 'sample']) {
    const csv = readFileSync(`campaigns/${name}/places.csv`, 'utf8');
    const numbers = csv.match(/\d{3}-\d{3}-\d{4}/g)!;
    expect(numbers.length).toBeGreaterThanOrEqual(3);
    for (const number of numbers) expect(number).toMatch(/^\d{3}-555-01\d\d$/);
  }
});

it('touches nothing that is there', async () => {
  const folder = folderWith({ 'places.csv': 'mine' });
  const { code, err } = await command('new', 'campaign', folder);
  expect(code).toBe(2);
  expect(err).toContain(join(folder, 'places.csv'));
  expect(readFileSync(join(folder, 'places.csv'), 'utf8')).toBe('mine');
  expect(existsSync(join(folder, 'campaign.yaml'))).toBe(false);
  expect(() => newCampaign(folder)).toThrow('USAGE');
});

it('says in a dry run how many, how long and how large, and writes nothing', async () => {
  const folder = folderWith({
    'campaign.yaml':
      'id: two\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\nplaces: { file: places.csv }\nquantities: [{ copies: 30 }]\n',
    'places.csv': 'id,helpline,name\na,202-555-0101,\nb,202-555-0102,B\n',
  });
  const said = await command('campaign', folder, '--dry-run', '--out', join(folder, 'out'));
  expect(said.code).toBe(0);
  expect(said.out).toMatch(/two: 2 files of 2 places, with 2 numbers to call\./);
  expect(said.out).toMatch(/copies +60\n/);
  expect(said.out).toMatch(/About .*1 MB with the proofs/);
  expect(existsSync(join(folder, 'out'))).toBe(false);
  const { out, code } = await command('campaign', join(folder, 'campaign.yaml'), '--dry-run', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    id: 'two',
    totals: { files: 2, patched: 1, set: 1, copies: 60 },
    batches: 2,
    estimate: { samples: [{ kind: 'patched' }, { kind: 'set' }], problems: [] },
  });
});

it('tells in a dry run what would fail on paper', async () => {
  const folder = folderWith({
    'campaign.yaml':
      'id: one\nguides: [heroin-detox]\nproducts: [pamphlet-trifold]\nlocales: [en]\nplaces: { file: places.csv }\n',
    'places.csv': `id,name,address\na,A,"${'Some Very Long Street, '.repeat(60)}"\n`,
  });
  const { code, err } = await command('campaign', folder, '--dry-run');
  expect(code).toBe(1);
  expect(err).toContain('TEXT_OVERFLOW');
});

it('tells in a dry run which names are too long, in each language, for products that most names have room in', async () => {
  const long = 'The Greater Springfield and Surrounding Counties Mental Health and Substance Use Cooperative';
  const places = Array.from({ length: 8 }, (_, i) => `p${i},202-555-010${i},${i === 6 ? long : 'Clinic'}\n`);
  const folder = folderWith({
    'campaign.yaml':
      'id: one\nguides: [heroin-detox]\nproducts: [poster, rack-card-side]\nlocales: [en, ta]\nplaces: { file: places.csv, language: en }\n',
    'places.csv': `id,helpline,name\n${places.join('')}`,
  });
  const { code, err, out } = await command('campaign', folder, '--dry-run');
  expect(code).toBe(1);
  expect(err.split('\n').filter((line) => line.endsWith('cannot be made.'))).toEqual([
    'ta/rack-card-side/p6.heroin-detox.letter.screen.pdf cannot be made.',
  ]);
  expect(err).toContain('TEXT_OVERFLOW');
  expect(out).toContain('with the longest names: 4 files, 1 of them cannot be made.');
  const all = await planOf(loadCampaign(folder));
  const run = await runPlan(all, { out: join(folder, 'out'), workers: 0 });
  expect(run.failed.map(({ file }) => file)).toEqual(['ta/rack-card-side/p6.heroin-detox.letter.screen.pdf']);
});

it('tries so many files in a dry run at most, those that are laid out for their place first, and says how many are left', () => {
  const batch = (i: number, kind: 'patched' | 'set'): Batch => ({
    id: 'a',
    kind,
    rows: [rowOf(`p${i}`, '202-555-0101', { guide: `g${i}` })],
  });
  const { batches, left } = trialsOf({
    batches: Array.from({ length: 600 }, (_, i) => batch(i, i < 300 ? 'patched' : 'set')),
  });
  expect([batches.length, left]).toEqual([500, 100]);
  expect(batches.filter(({ kind }) => kind === 'set')).toHaveLength(300);
});

it('tries the longest number too, also where it is not that of the place with the longest name', () => {
  const row = (id: string, display: string, name: string) =>
    rowOf(id, display, {
      place: { id, helpline: { display, dial: '+12025550101' }, publisher: { name } } as never,
    });
  const rows = [
    row('a', '202-555-0101', 'A'),
    row('b', '202-555-0101 ext. 22', 'B'),
    row('c', '202-555-0101', 'Clinic of the county'),
  ];
  const tried = (some: typeof rows) =>
    trialsOf({ batches: [{ id: 'a', kind: 'set', rows: some }] }).batches.map(({ rows: [one] }) => one!.file);
  expect(tried(rows)).toEqual([rows[2]!.file, rows[1]!.file]);
  expect(tried([rows[0]!, rows[2]!])).toEqual([rows[2]!.file]);
});

it('has its schema as it ships', () => {
  expect(readFileSync('campaigns/campaign.schema.json', 'utf8')).toBe(campaignJsonSchema());
});

it('is the same campaign from a workbook as from CSV', async () => {
  const text = readFileSync('campaigns/sample/campaign.yaml', 'utf8');
  const logos = ['north', 'east', 'south', 'west'].map((name) => `logos/${name}.svg`);
  const files = Object.fromEntries(
    ['places.csv', 'places.xlsx', ...logos].map((name) => [name, readFileSync(`campaigns/sample/${name}`)]),
  );
  const [csv, xlsx] = ['places.csv', 'places.xlsx'].map((name) =>
    folderWith({ ...files, 'campaign.yaml': text.replace('file: places.csv', `file: ${name}`) }),
  );
  const [a, b] = [await planOf(loadCampaign(csv!)), await planOf(loadCampaign(xlsx!))];
  expect(a.totals).toMatchObject({ files: 480, places: 60, patched: 384, set: 96, numbers: 60 });
  expect(a.problems).toEqual([]);
  expect(b.batches.map(({ id }) => id)).toEqual(a.batches.map(({ id }) => id));
  rmSync(csv!, { recursive: true });
});
