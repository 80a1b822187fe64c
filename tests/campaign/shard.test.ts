import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf, batchesOfShard, costs, parseShard, plateOf, type Row } from '../../src/campaign/index.ts';

/** Rows of some places, each in some locales; each fifth place has a name of its own. */
function rowsOf(places: number, locales: number): Row[] {
  const rows: Row[] = [];
  for (let l = 0; l < locales; l++)
    for (let i = 0; i < places; i++)
      rows.push({
        file: `l${l}/place-${i}.pdf`,
        input: `${l} ${i}`,
        guide: 'guide',
        setting: {
          product: 'poster',
          locale: `l${l}`,
          paper: 'letter',
          orientation: undefined,
          edition: 'standard',
          theme: 'calm',
          qr: undefined,
        },
        impression: { purpose: 'screen', duplex: 'short', allowDrafts: false, date: undefined },
        place: {
          id: `place-${i}`,
          helpline: { display: `800-315-${1000 + i}`, dial: `+1800315${1000 + i}` },
          ...(i % 5 === 0 ? { publisher: { name: `County ${i}` } } : {}),
        },
        quantity: 1,
      });
  return rows;
}

const filesOf = (rows: readonly Row[], number: number, count: number) =>
  batchesOfShard(batchesOf(rows), { number, count }).flatMap((batch) => batch.rows.map(({ file }) => file));

describe('the parts of a campaign', () => {
  it('have every row once, whatever their count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 30 }),
        (places, locales, count) => {
          const rows = rowsOf(places, locales);
          const files = Array.from({ length: count }, (_, i) => filesOf(rows, i + 1, count)).flat();
          expect(files.sort()).toEqual(rows.map(({ file }) => file).sort());
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  it('are the plan itself where there is one', () => {
    const batches = batchesOf(rowsOf(150, 2));
    expect(batchesOfShard(batches, { number: 1, count: 1 })).toEqual(batches);
  });

  it('may be empty where there are fewer rows than parts', () => {
    const sizes = Array.from({ length: 5 }, (_, i) => filesOf(rowsOf(2, 1), i + 1, 5).length);
    expect(sizes.reduce((a, b) => a + b)).toBe(2);
  });

  it('do not depend on the order of the rows', () => {
    const rows = rowsOf(30, 3);
    expect(filesOf([...rows].reverse(), 2, 4).sort()).toEqual(filesOf(rows, 2, 4).sort());
  });

  it('cost the same, within a row and a plate, and set no plate twice but where they are cut', () => {
    const rows = rowsOf(200, 8);
    const count = 7;
    const parts = Array.from({ length: count }, (_, i) =>
      batchesOfShard(batchesOf(rows), { number: i + 1, count }),
    );
    const costOf = (batches: ReturnType<typeof batchesOf>) =>
      batches.reduce((sum, { kind, rows }) => sum + rows.length * costs[kind], 0);
    const plates = parts.map((batches) => new Set(batches.flatMap(({ rows }) => rows.map(plateOf))));
    const all = parts.map((batches, i) => costOf(batches) + plates[i]!.size * costs.plate);
    expect(Math.max(...all) - Math.min(...all)).toBeLessThan(costs.plate + 2 * costs.set);
    expect(plates.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(16 + count - 1);
  });

  it('keep nearly all their rows where a place is added', () => {
    const before = rowsOf(200, 6);
    const added = before.filter(({ place }) => place?.id !== 'place-77');
    const partOf = (rows: readonly Row[]) =>
      new Map(
        Array.from({ length: 8 }, (_, i) => filesOf(rows, i + 1, 8).map((file) => [file, i] as const)).flat(),
      );
    const [first, second] = [partOf(added), partOf(before)];
    const moved = [...first].filter(([file, part]) => second.get(file) !== part);
    expect(first.size).toBe(199 * 6);
    expect(moved.length).toBeLessThanOrEqual(14);
  });
});

describe('--shard', () => {
  it.each([
    ['1/1', {}, 1, 1],
    ['1/8', {}, 1, 8],
    ['8/8', {}, 8, 8],
    ['10000/10000', {}, 10_000, 10_000],
    ['env/8', { JOB_COMPLETION_INDEX: '0' }, 1, 8],
    ['env/8', { JOB_COMPLETION_INDEX: '7' }, 8, 8],
    ['env/8', { AWS_BATCH_JOB_ARRAY_INDEX: '3' }, 4, 8],
    ['env', { AWS_BATCH_JOB_ARRAY_INDEX: '3', AWS_BATCH_JOB_ARRAY_SIZE: '5' }, 4, 5],
    ['env/8', { SLURM_ARRAY_TASK_ID: '0' }, 1, 8],
    ['env/8', { PARALLEL_SEQ: '1' }, 1, 8],
    ['env/8', { PARALLEL_SEQ: '8' }, 8, 8],
  ])('%s with %o is part %i of %i', (text, environment, number, count) => {
    expect(parseShard(text, environment)).toEqual({ number, count });
  });

  it.each([
    ['0/8', {}, 'number 0 of 8'],
    ['9/8', {}, 'number 9 of 8'],
    ['1/0', {}, 'asks for 0 parts'],
    ['1/10001', {}, 'asks for 10001 parts'],
    ['3', {}, 'no part of a whole'],
    ['3/', {}, 'no part of a whole'],
    ['a/b', {}, 'no part of a whole'],
    ['-1/8', {}, 'no part of a whole'],
    ['1/8 ', {}, 'no part of a whole'],
    ['env/8', {}, 'finds none'],
    ['env/8', { JOB_COMPLETION_INDEX: '8' }, 'number 9 of 8'],
    ['env/8', { PARALLEL_SEQ: '0' }, 'number 0 of 8'],
    ['env/8', { SLURM_ARRAY_TASK_ID: 'x' }, 'SLURM_ARRAY_TASK_ID is no number'],
    [
      'env/8',
      { SLURM_ARRAY_TASK_ID: '1', JOB_COMPLETION_INDEX: '1' },
      'finds JOB_COMPLETION_INDEX and SLURM_ARRAY_TASK_ID',
    ],
    ['env', { JOB_COMPLETION_INDEX: '1' }, 'does not know of how many'],
    ['env', { AWS_BATCH_JOB_ARRAY_INDEX: '1', AWS_BATCH_JOB_ARRAY_SIZE: 'x' }, 'does not know of how many'],
  ])('%s with %o is refused', (text, environment, said) => {
    expect(() => parseShard(text, environment)).toThrow(said);
  });
});
