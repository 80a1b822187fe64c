import { describe, expect, it } from 'vitest';
import type { Batch, Entry, Row } from '../../src/campaign/index.ts';
import type { Crew } from '../../src/campaign/make/crew.ts';
import { Lost } from '../../src/campaign/make/pool.ts';
import { makeAll } from '../../src/campaign/make/run.ts';
import { Waiting } from '../../src/campaign/make/waiting.ts';
import { madeEntry, rowOf } from './rows.ts';

const row = (id: string, locale: string): Row => {
  const plain = rowOf(id, undefined);
  return { ...plain, setting: { ...plain.setting, locale } };
};

/** `en:a,b` is a batch of two rows in English; its id is what it is written as. */
const batch = (id: string): Batch => {
  const [locale = '', names = ''] = id.split(':');
  return { id, kind: 'patched', rows: names.split(',').map((name) => row(name, locale)) };
};

describe('batches that wait', () => {
  const taker = (...ids: string[]) => {
    const waiting = new Waiting(ids.map(batch));
    return (maker: number) => waiting.take(maker)?.batch.id;
  };

  it('go to who makes their language, one after another, then to who has none left', () => {
    const take = taker('en:a', 'en:b', 'es:a', 'es:b', 'hi:a');
    expect([0, 1, 0, 1, 1, 0, 0].map(take)).toEqual([
      'en:a',
      'es:a',
      'en:b',
      'es:b',
      'hi:a',
      undefined,
      undefined,
    ]);
  });

  it('are shared where there is one language, and at the end', () => {
    const take = taker('en:a', 'en:b', 'es:a', 'es:b', 'es:c');
    expect([0, 1, 0, 0, 1].map(take)).toEqual(['en:a', 'es:a', 'en:b', 'es:b', 'es:c']);
  });

  it('come first when they are given back', () => {
    const waiting = new Waiting(['en:a', 'en:b'].map(batch));
    const first = waiting.take(0)!;
    waiting.giveBack([{ ...first, tries: 1 }]);
    expect([waiting.take(0), waiting.take(0)]).toMatchObject([
      { batch: { id: 'en:a' }, tries: 1 },
      { batch: { id: 'en:b' }, tries: 0 },
    ]);
    expect([waiting.isEmpty, waiting.take(0)]).toEqual([true, undefined]);
  });
});

describe('while the last files of a batch are stored', () => {
  /** Batches in hand, what was told of each, and a word for each step. */
  function crewOf(stored: (batch: Batch, told: string[]) => Promise<void> | void) {
    const told: string[] = [];
    const crew: Crew = {
      async run(batch, take, onMade = () => {}) {
        told.push(`begins ${batch.id}`);
        await Promise.resolve();
        onMade();
        await new Promise((done) => setImmediate(done));
        await stored(batch, told);
        await take(batch.rows.map(({ file }) => madeEntry(file)));
        told.push(`stored ${batch.id}`);
      },
      stop: () => told.push('stops'),
      async close() {},
    };
    return { crew, told };
  }
  const run = async (crew: Crew, ids: string[], signal?: AbortSignal) => {
    const made: string[] = [];
    await makeAll(
      crew,
      ids.map(batch),
      1,
      signal === undefined ? {} : { signal },
      async (_, entries: readonly Entry[]) => {
        made.push(...entries.map(({ file, outcome }) => `${file} ${outcome}`));
      },
    );
    return made;
  };

  it('the next one is made, and no third', async () => {
    const { crew, told } = crewOf(() => {});
    const made = await run(crew, ['en:a,b', 'en:c,d', 'en:e,f']);
    expect(told).toEqual([
      'begins en:a,b',
      'begins en:c,d',
      'stored en:a,b',
      'begins en:e,f',
      'stored en:c,d',
      'stored en:e,f',
    ]);
    expect(made).toHaveLength(6);
  });

  it('a store that fails ends the run when the next is stored', async () => {
    const { crew, told } = crewOf(({ id }) => {
      if (id === 'en:a,b') throw new Error('no room');
    });
    await expect(run(crew, ['en:a,b', 'en:c,d', 'en:e,f', 'en:g,h'])).rejects.toThrow('no room');
    expect(told.filter((step) => !step.startsWith('stored'))).not.toContain('begins en:g,h');
    expect(told).toContain('stored en:c,d');
  });

  it('one who is lost has them made again, alone: the next is begun when they are stored', async () => {
    let isLost = false;
    const { crew, told } = crewOf(({ id }) => {
      if (id !== 'en:a,b' || isLost) return;
      isLost = true;
      throw new Lost('gone');
    });
    const made = await run(crew, ['en:a,b', 'en:c,d', 'en:e,f']);
    expect(made).toHaveLength(6);
    const again = told.lastIndexOf('begins en:a,b');
    expect(told.indexOf('stored en:c,d')).toBeLessThan(again);
    expect(told.slice(again, again + 3)).toEqual(['begins en:a,b', 'stored en:a,b', 'begins en:e,f']);
  });

  it('a stop lets them be stored, and begins nothing', async () => {
    const stop = new AbortController();
    const { crew, told } = crewOf(() => stop.abort());
    const made = await run(crew, ['en:a,b', 'en:c,d', 'en:e,f'], stop.signal);
    expect(made).toHaveLength(4);
    expect(told).not.toContain('begins en:e,f');
  });

  it('a row by itself is alone: who dies of it is known', async () => {
    const { crew, told } = crewOf(() => {});
    await run(crew, ['en:a', 'en:b,c']);
    expect(told).toEqual(['begins en:a', 'stored en:a', 'begins en:b,c', 'stored en:b,c']);
  });
});
