import { describe, expect, it, vi } from 'vitest';
import {
  type Bench,
  type Entry,
  type Guides,
  type MadeEntry,
  makeBatch,
  type Result,
  type Row,
  type Store,
  type StoredFile,
  storeBatch,
} from '../../src/campaign/index.ts';
import { withHelpline } from '../../src/content/index.ts';
import { PressError, problem } from '../../src/diagnostics/index.ts';
import { Press } from '../../src/press/index.ts';
import { parseRecord } from '../../src/proof/index.ts';
import { bench, guidesOf, rowOf, sha } from './rows.ts';

const batchOf = (rows: readonly Row[]) => ({ id: sha('batch'), kind: 'patched' as const, rows });
const guides = guidesOf();
const shared = bench(guides);

async function made(rows: readonly Row[], on: Bench = shared): Promise<Result[]> {
  const results: Result[] = [];
  for await (const result of makeBatch(batchOf(rows), on)) results.push(result);
  return results;
}

/** A bench that counts what is set anew. */
function counting(): { on: Bench; set: () => number } {
  let count = 0;
  const counted: Guides = (row) => {
    count++;
    return guides(row);
  };
  return { on: bench(counted), set: () => count };
}

const rows = ['800-315-1376', '800-315-2001', '800-315-2002'].map((number, i) => rowOf(`p${i}`, number));

describe('a batch', () => {
  it('keeps of its first file what is read of it, where more of its plate follow, and of none that is set for its place', async () => {
    const keptOf = async (kind: 'patched' | 'set', some: readonly Row[]) => {
      const on = bench(guides);
      const files = makeBatch({ id: sha('batch'), kind, rows: some }, on);
      await files.next();
      return on.press.proofs!.pieces.size.values;
    };
    expect(await keptOf('patched', rows)).toBeGreaterThan(0);
    expect(await keptOf('patched', rows.slice(1))).toBe(0);
    expect(await keptOf('set', rows)).toBe(0);
  });

  it('gives each row its PDF, as a full print gives it, and its proof', async () => {
    const press = new Press();
    for (const [i, { entry, files }] of (await made(rows)).entries()) {
      const row = rows[i]!;
      const printed = press.run(guides(row), { ...row.setting, ...row.impression });
      expect(files[0]).toEqual({ name: row.file, content: printed.bytes, sha256: sha(printed.bytes) });
      expect(files[1]!.name).toBe(row.file.replace('.pdf', '.proof.json'));
      expect(files[1]!.sha256).toBe(sha(files[1]!.content));
      const record = parseRecord(JSON.parse(Buffer.from(files[1]!.content).toString()), '');
      expect(record.sha256).toBe(files[0]!.sha256);
      expect(entry).toMatchObject({
        outcome: 'made',
        file: row.file,
        input: row.input,
        sha256: sha(printed.bytes),
        bytes: printed.bytes.length,
        pages: 1,
        translation: 'source',
      });
      const { numbers } = entry as MadeEntry;
      expect(numbers.find(({ display }) => display === row.place?.helpline?.display)).toMatchObject({
        dial: row.place!.helpline!.dial,
      });
      expect(numbers.every(({ printings }) => printings > 0)).toBe(true);
    }
    press.close();
  });

  it('sets one plate for numbers of one shape, also over batches, and another for another shape', async () => {
    const { on, set } = counting();
    await made(rows, on);
    await made([rowOf('p9', '800-315-2009')], on);
    expect(set()).toBe(1);
    await made([rowOf('q', '1-800-315-2010'), rowOf('r', '800-315-2011'), rowOf('s', '1-800-315-2012')], on);
    expect(set()).toBe(2);
  });

  it('sets no plate twice for two ways of printing it', async () => {
    const { on, set } = counting();
    const screen = rowOf('a', undefined);
    const office = {
      ...screen,
      file: 'en/office.pdf',
      impression: { ...screen.impression, purpose: 'office' as const },
    };
    const results = await made([screen, office], on);
    expect(set()).toBe(1);
    expect(results.map(({ entry }) => entry.outcome)).toEqual(['made', 'made']);
    expect(results[0]!.files[0]!.sha256).not.toBe(results[1]!.files[0]!.sha256);
  });

  it('sets a plate for each setting and each publisher', async () => {
    const { on, set } = counting();
    const publisher = (name: string) => ({ place: { id: name, publisher: { name } } });
    await made(
      [
        rowOf('a', undefined, publisher('A')),
        rowOf('b', undefined, publisher('B')),
        rowOf('c', undefined, { setting: { ...rows[0]!.setting, paper: 'a4' } }),
      ],
      on,
    );
    expect(set()).toBe(3);
  });

  it('goes on where a row fails, first, last or between, and says why by its codes', async () => {
    const bad = rowOf('bad', '800-315-13');
    const results = await made([bad, rows[0]!, { ...bad, file: 'en/bad2.pdf' }, rows[1]!, bad]);
    expect(results.map(({ entry }) => entry.outcome)).toEqual(['failed', 'made', 'failed', 'made', 'failed']);
    for (const { entry, files } of results) {
      if (entry.outcome === 'made') continue;
      expect(files).toEqual([]);
      expect(entry.problems[0]).toMatchObject({ code: 'HELPLINE_INVALID' });
    }
  });

  it('tells a fault of the program as one of its row, with no trace', async () => {
    const on = bench((row) => {
      if (row.file === 'en/p1.pdf') throw new TypeError('x is not a function');
      return withHelpline(guides({ ...row, place: undefined }), 'main', row.place!.helpline!);
    });
    const results = await made([rows[1]!, rows[0]!], on);
    expect(results.map(({ entry }) => entry.outcome)).toEqual(['failed', 'made']);
    expect(results[0]!.entry).toMatchObject({ problems: [{ code: 'INTERNAL' }] });
    expect(JSON.stringify(results[0]!.entry)).not.toContain('    at ');
  });
});

/** A store in memory that records what is put at one stroke, and refuses as it is told. */
function memory(refuse: (files: readonly StoredFile[]) => PressError | undefined = () => undefined) {
  const puts: (readonly string[])[] = [];
  const store: Store = {
    async put(files) {
      const refused = refuse(files);
      if (refused !== undefined) throw refused;
      puts.push(files.map(({ name }) => name));
    },
    head: async () => undefined,
    get: async () => undefined,
    async *list() {},
    close: async () => {},
  };
  return { store, puts };
}

async function stored(rows: readonly Row[], store: Store, isStopped = () => false): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const some of storeBatch(batchOf(rows), shared, store, isStopped)) entries.push(...some);
  return entries;
}

const many = Array.from({ length: 140 }, (_, i) => rowOf(`m${i}`, `800-315-${3000 + i}`));

describe('a batch that is stored', () => {
  it('gives each entry once, in order, after its PDF and proof were put together', async () => {
    // However slow the machine is: a second's work is put as well.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const { store, puts } = memory();
    const entries = await stored(many, store);
    expect(entries.map(({ file }) => file)).toEqual(many.map(({ file }) => file));
    expect(puts.flat()).toEqual(many.flatMap(({ file }) => [file, file.replace('.pdf', '.proof.json')]));
    expect(puts.length).toBeGreaterThan(2);
    for (const put of puts) expect(put.length).toBeLessThanOrEqual(128);
    // Nothing is made while the last are put: they are few.
    expect(puts.at(-1)!.length).toBe(2 * 18);
    vi.restoreAllMocks();
  });

  it('puts all that is left at one stroke where others are made meanwhile', async () => {
    // However slow the machine is: a second's work is put as well.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const { store, puts } = memory();
    const told: number[] = [];
    for await (const some of storeBatch(
      batchOf(many.slice(0, 128)),
      shared,
      store,
      () => false,
      () => told.push(puts.length),
    ))
      expect(some.length).toBeLessThanOrEqual(64);
    expect(puts.map(({ length }) => length)).toEqual([128, 128]);
    expect(told).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('ends after the file in hand when it is stopped, and stores what was made', async () => {
    const { store, puts } = memory();
    let asked = 0;
    const entries = await stored(many, store, () => ++asked === 3);
    expect(entries.map(({ file }) => file)).toEqual(many.slice(0, 3).map(({ file }) => file));
    expect(puts).toHaveLength(1);
  });

  it('fails the one row whose name is refused, and stores the others', async () => {
    const refused = rows[1]!.file;
    const { store, puts } = memory((files) =>
      files.some(({ name }) => name === refused)
        ? new PressError([problem('CAMPAIGN_FILE_NAME', 'No.', { file: refused }, 'Another.')])
        : undefined,
    );
    const entries = await stored(rows, store);
    expect(entries.map(({ outcome }) => outcome)).toEqual(['made', 'failed', 'made']);
    expect(entries[1]).toEqual({
      outcome: 'failed',
      file: refused,
      input: rows[1]!.input,
      problems: [{ code: 'CAMPAIGN_FILE_NAME', message: 'No.', place: { file: refused }, hint: 'Another.' }],
    });
    expect(puts).toHaveLength(2);
  });

  it('breaks off where the store takes nothing, with what was stored before given', async () => {
    let puts = 0;
    const { store } = memory(() =>
      ++puts > 1 ? new PressError([problem('OUTPUT_UNWRITABLE', 'Full.')]) : undefined,
    );
    const entries: Entry[] = [];
    const run = async () => {
      for await (const some of storeBatch(batchOf(many), shared, store, () => false)) entries.push(...some);
    };
    await expect(run()).rejects.toMatchObject({ problems: [{ code: 'OUTPUT_UNWRITABLE' }] });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ file }) => file)).toEqual(many.slice(0, entries.length).map(({ file }) => file));
  });
});
