import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, isEntry, Manifest, manifestsIn, readManifest } from '../../src/campaign/index.ts';
import { manifestLine, parseLine } from '../../src/campaign/store/manifest-line.ts';
import type { PressError, Problem } from '../../src/diagnostics/index.ts';
import { madeEntry, scratch, sha } from './rows.ts';

const folder = scratch();
let serial = 0;
const newPath = () => join(folder, `run-${++serial}`, 'campaign.manifest');

async function read(path: string): Promise<(Entry | Problem)[]> {
  const all: (Entry | Problem)[] = [];
  for await (const one of readManifest(path)) all.push(one);
  return all;
}

async function written(entries: readonly Entry[]): Promise<string> {
  const path = newPath();
  const manifest = await Manifest.open(path);
  await manifest.append(entries);
  await manifest.close();
  return path;
}

const failed: Entry = {
  outcome: 'failed',
  file: 'ar/مكان.pdf',
  input: sha('x'),
  problems: [
    {
      code: 'TEXT_OVERFLOW',
      message: 'Too long.\nBy two lines.',
      hint: 'Shorten it.',
      place: { locale: 'ar' },
    },
  ],
};

describe('a manifest', () => {
  it('gives what was added, in order, over several runs', async () => {
    const path = await written([madeEntry('a.pdf'), failed]);
    const again = await Manifest.open(path);
    await Promise.all([again.append([madeEntry('b.pdf')]), again.append([madeEntry('c.pdf')])]);
    await again.close();
    expect(await read(path)).toEqual([madeEntry('a.pdf'), failed, madeEntry('b.pdf'), madeEntry('c.pdf')]);
  });

  it('has one line an entry: the sum of the JSON, a space, the JSON', async () => {
    const path = await written([madeEntry('a.pdf')]);
    const json = JSON.stringify(madeEntry('a.pdf'));
    expect(readFileSync(path, 'utf8')).toBe(`${sha(json).slice(0, 8)} ${json}\n`);
  });

  it('knows no file above its folder: no run writes there', () => {
    const read = (file: string) => parseLine(Buffer.from(manifestLine(madeEntry(file)).trimEnd()));
    for (const file of ['', '/etc/a.pdf', '../a.pdf', 'en/../../a.pdf', '\\a.pdf'])
      expect(read(file)).toBeUndefined();
    for (const file of ['a..b.pdf', 'en/..a/b.pdf']) expect(read(file)).toEqual(madeEntry(file));
  });

  it('that cannot be read is told with a code', async () => {
    const path = newPath();
    mkdirSync(path, { recursive: true });
    await expect(read(path)).rejects.toThrow('FILE_NOT_FOUND');
  });

  it('drops a last line that was not written to its end, wherever it ends, and goes on after the line before', async () => {
    const whole = manifestLine(madeEntry('a.pdf'));
    const torn = manifestLine(failed);
    for (const length of [1, 8, 9, 10, Buffer.byteLength(torn) - 1]) {
      const path = await written([]);
      writeFileSync(path, Buffer.concat([Buffer.from(whole), Buffer.from(torn).subarray(0, length)]));
      expect(await read(path)).toEqual([madeEntry('a.pdf')]);
      const manifest = await Manifest.open(path);
      await manifest.append([madeEntry('b.pdf')]);
      await manifest.close();
      expect(await read(path)).toEqual([madeEntry('a.pdf'), madeEntry('b.pdf')]);
    }
  });

  it('is empty where its first line is torn, and where a kill left nothing of it', async () => {
    const path = await written([]);
    writeFileSync(path, manifestLine(failed).slice(0, 20));
    expect(await read(path)).toEqual([]);
    const manifest = await Manifest.open(path);
    await manifest.close();
    expect(readFileSync(path)).toHaveLength(0);
  });

  it('cuts a torn line that is longer than what is read at a time', async () => {
    const path = await written([madeEntry('a.pdf')]);
    appendFileSync(path, 'x'.repeat(200_000));
    await (await Manifest.open(path)).close();
    expect(await read(path)).toEqual([madeEntry('a.pdf')]);
  });

  it('tells a broken line in the middle with its place, and gives the others', async () => {
    const path = await written([madeEntry('a.pdf'), madeEntry('b.pdf'), madeEntry('c.pdf')]);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('b.pdf', 'd.pdf'));
    const all = await read(path);
    expect(all.filter(isEntry).map(({ file }) => file)).toEqual(['a.pdf', 'c.pdf']);
    expect(all[1]).toMatchObject({
      code: 'CAMPAIGN_MANIFEST',
      severity: 'warning',
      place: { file: path, line: 2 },
    });
  });

  it('is read with the line ends of another system', async () => {
    const path = await written([madeEntry('a.pdf'), madeEntry('b.pdf')]);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    expect(await read(path)).toEqual([madeEntry('a.pdf'), madeEntry('b.pdf')]);
  });

  it('tells ten broken lines, and how many more there are', async () => {
    const path = await written([madeEntry('a.pdf')]);
    appendFileSync(path, 'what is this\n'.repeat(500));
    const told = (await read(path)).filter((one) => !isEntry(one)) as Problem[];
    expect(told).toHaveLength(11);
    expect(told.at(-1)).toMatchObject({ message: 'So are 490 more lines of the manifest.' });
  });

  it('knows a last line that is broken, and whole: it was promised', async () => {
    const path = await written([madeEntry('a.pdf')]);
    appendFileSync(path, 'what is this\n');
    expect((await read(path)).map((one) => isEntry(one))).toEqual([true, false]);
  });

  it('is read in pieces: lines longer than what is read at a time, and one that ends where a piece ends', async () => {
    const long = { ...failed, problems: [{ code: 'X', message: 'é'.repeat(90_000) }] };
    const fit = manifestLine(madeEntry('p.pdf')).length;
    const name = `${'q'.repeat(65_536 - fit)}p.pdf`;
    const path = await written([madeEntry(name), long, madeEntry('a.pdf')]);
    expect(Buffer.from(readFileSync(path)).indexOf(0x0a)).toBe(65_535);
    expect(await read(path)).toEqual([madeEntry(name), long, madeEntry('a.pdf')]);
  });

  it('gives a line back that no change of a byte is taken for', () => {
    const line = Buffer.from(manifestLine(madeEntry('a.pdf')).trimEnd());
    expect(parseLine(line)).toEqual(madeEntry('a.pdf'));
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(line);
        changed[at] = changed[at]! ^ by;
        return parseLine(changed) === undefined;
      }),
      { seed: 4 },
    );
  });

  it.each([
    ['another outcome', { ...madeEntry('a.pdf'), outcome: 'lost' }],
    ['no hash', { ...madeEntry('a.pdf'), sha256: undefined }],
    ['a hash that is none', { ...madeEntry('a.pdf'), sha256: 'abc' }],
    ['no input', { ...madeEntry('a.pdf'), input: undefined }],
    ['a size that is none', { ...madeEntry('a.pdf'), bytes: -1 }],
    ['no file', { ...madeEntry('a.pdf'), file: '' }],
  ])('takes no line of another kind, though its sum is right: %s', (_, entry) => {
    expect(parseLine(Buffer.from(manifestLine(entry as Entry).trimEnd()))).toBeUndefined();
  });

  it('cuts off what could not be written whole, and says so', async () => {
    const path = await written([madeEntry('a.pdf')]);
    const manifest = await Manifest.open(path);
    truncateSync(path);
    await manifest.close();
    const refused = await manifest
      .append([madeEntry('b.pdf')])
      .catch((error: PressError) => error.problems[0]);
    expect(refused).toMatchObject({ code: 'OUTPUT_UNWRITABLE', place: { file: path } });
  });

  it.each([
    ['taken away', (of: string) => rmSync(of, { recursive: true })],
    ['moved', (of: string) => renameSync(of, `${of}-moved`)],
    [
      'moved, and another run began there',
      (of: string) => {
        renameSync(of, `${of}-moved`);
        mkdirSync(of);
        writeFileSync(join(of, 'campaign.manifest'), '');
      },
    ],
  ])('is written no further where its folder was %s: nobody would find it', async (_, disturb) => {
    const path = await written([madeEntry('a.pdf')]);
    const manifest = await Manifest.open(path);
    await manifest.append([madeEntry('b.pdf')]);
    disturb(dirname(path));
    const refused = await manifest
      .append([madeEntry('c.pdf')])
      .catch((error: PressError) => error.problems[0]);
    expect(refused).toMatchObject({ code: 'OUTPUT_UNWRITABLE', place: { file: path } });
    await manifest.close();
  });

  it('is refused where its folder is a file', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    const refused = await Manifest.open(join(path, 'campaign.manifest')).catch(
      (error: PressError) => error.problems[0],
    );
    expect(refused).toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
  });
});

describe('the manifests of a folder', () => {
  it('are that of the campaign and those of its shards, and no other file', async () => {
    const inside = join(folder, 'several');
    for (const name of ['campaign', 'campaign.2-of-3', 'campaign.1-of-3']) {
      const manifest = await Manifest.open(join(inside, `${name}.manifest`));
      await manifest.close();
    }
    for (const name of ['campaign.manifest.lock', 'other.manifest', 'campaign.pdf', 'campaign..manifest'])
      writeFileSync(join(inside, name), '');
    const names = (await manifestsIn(inside)).map((path) => path.slice(inside.length + 1));
    expect(names).toEqual(['campaign.1-of-3.manifest', 'campaign.2-of-3.manifest', 'campaign.manifest']);
  });

  it('are none where there is no folder', async () => {
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    expect(await manifestsIn(join(folder, 'nowhere'))).toEqual([]);
  });
});
