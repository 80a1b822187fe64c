import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribute, divisionAt, textLength } from '../../src/template/distribute.ts';
import { locale } from './templates.ts';

/** Every way to cut a list into runs, some of them empty. */
function cuts(weights: readonly number[], count: number): number[][][] {
  if (count === 1) return [[[...weights]]];
  return Array.from({ length: weights.length + 1 }, (_, at) =>
    cuts(weights.slice(at), count - 1).map((rest) => [weights.slice(0, at), ...rest]),
  ).flat();
}
const longest = (groups: readonly (readonly number[])[]) =>
  Math.max(...groups.map((group) => group.reduce((sum, each) => sum + each, 0)));

describe('a list is divided', () => {
  it.each([
    [[1, 1, 1, 9], 2, [[1, 1, 1], [9]]],
    [[9, 1, 1, 1], 2, [[9], [1, 1, 1]]],
    [
      [5, 5, 5, 5],
      2,
      [
        [5, 5],
        [5, 5],
      ],
    ],
    [[4, 2, 3, 1, 5], 3, [[4], [2, 3], [1, 5]]],
    [[9, 1, 1, 1], 3, [[9], [1], [1, 1]]],
    [[1, 1, 9], 3, [[1], [1], [9]]],
    [[7], 1, [[7]]],
    [[], 2, [[], []]],
  ])('%j in %i: %j', (weights, count, groups) => {
    expect(distribute(weights, count, (weight) => weight)).toEqual(groups);
  });

  it('in order, all of it, and no other way has a shorter longest group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (weights, count) => {
          const groups = distribute(weights, count, (weight) => weight);
          expect(groups.flat()).toEqual(weights);
          expect(groups.length).toBe(count);
          expect(groups.every(({ length }) => length > 0)).toBe(weights.length >= count);
          expect(longest(groups)).toBe(Math.min(...cuts(weights, count).map(longest)));
        },
      ),
    );
  });
});

describe('a list is divided otherwise', () => {
  const weight = (each: number) => each;
  const all = (weights: readonly number[], count: number) =>
    Array.from({ length: 30 }, (_, at) => divisionAt(weights, count, weight, at));

  it('first by the best, then each other way without an empty run, the shortest longest run first', () => {
    const weights = [4, 2, 3, 1, 5];
    const ways = all(weights, 3);
    const best = distribute(weights, 3, weight);
    expect(ways[0]).toEqual(best);
    const others = ways.slice(1, 6);
    expect(new Set([best, ...others].map((groups) => JSON.stringify(groups))).size).toBe(6);
    for (const groups of others) {
      expect(groups.flat()).toEqual(weights);
      expect(groups.every(({ length }) => length > 0)).toBe(true);
    }
    const costs = others.map(longest);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(ways.slice(6)).toEqual(Array(24).fill(best));
  });

  it('in as many ways as there are of four runs', () => {
    const ways = all([1, 2, 3, 4, 5, 6], 4).map((groups) => JSON.stringify(groups));
    expect(new Set(ways).size).toBe(10);
  });

  it('as evenly as can be, of the divisions with the shortest longest run', () => {
    // The last run is 6 in each; the first two are 1 and 5, 3 and 3, or 5 and 1.
    expect(divisionAt([1, 2, 1, 2, 6], 3, weight, 0)).toEqual([[1, 2], [1, 2], [6]]);
    // The longest run counts, not the shortest: 12 is less than 14.
    expect(divisionAt([7, 3, 4, 8, 6], 3, weight, 0)).toEqual([[7, 3], [4, 8], [6]]);
    expect(divisionAt([6, 2, 1, 2, 1], 3, weight, 0)).toEqual([[6], [2, 1], [2, 1]]);
  });

  it.each([
    ['one run', [1, 2, 3], 1],
    ['as many runs as items', [1, 2, 3], 3],
    ['more runs than items', [1, 2], 3],
    ['no items', [], 2],
    ['more runs than are looked at', [1, 2, 3, 4, 5, 6], 5],
  ])('in no other way: %s', (_, weights, count) => {
    const best = distribute(weights, count, weight);
    for (const groups of all(weights, count)) expect(groups).toEqual(best);
  });
});

describe('the length of what is divided', () => {
  const title = locale.text('title').length;

  it('is that of all texts below, and some room for each', () => {
    const text = { key: 'title' };
    expect(textLength(text, locale)).toBe(title + 20);
    expect(textLength([text, text], locale)).toBe(2 * (title + 20));
    expect(textLength({ id: 'a', number: 1, line: text, blocks: [{ kind: 'quote', text }] }, locale)).toBe(
      2 * (title + 20),
    );
  });

  it('counts a picture as some lines', () => {
    expect(textLength({ id: 'a', kind: 'figure', image: 'door.svg', alt: { key: 'title' } }, locale)).toBe(
      160 + title + 20,
    );
  });

  it('counts no names, numbers, or nothing', () => {
    for (const value of ['title', 12, true, null, undefined, {}, []])
      expect(textLength(value, locale)).toBe(0);
    expect(textLength({ none: null, key: undefined }, locale)).toBe(0);
  });
});
