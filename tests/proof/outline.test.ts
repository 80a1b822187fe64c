/** Bookmarks lead to each other in one order, whichever way a viewer goes through them. */
import { expect, it } from 'vitest';
import { prove } from '../../src/proof/index.ts';
import { expectation, leafletWith } from './leaflet.ts';

const dest = '/Dest [3 0 R /XYZ 10 280 null]';
const title = '/Title (Coming off heroin)';

/** What is wrong with a leaflet of two bookmarks of one heading. */
function faults(root: string, first: string, second: string, third?: string, count = 2): string[] {
  const file = leafletWith({
    27: { value: `<< /Type /Outlines ${root} /Count ${count} >>` },
    28: { value: `<< ${title} ${dest} ${first} >>` },
    61: { value: `<< ${title} ${dest} ${second} >>` },
    ...(third === undefined ? {} : { 62: { value: `<< ${title} ${dest} ${third} >>` } }),
  });
  const { status, detail } = prove(file, expectation).checks.find(({ code }) => code === 'PDF_STRUCTURE')!;
  return status === 'failed' ? [detail] : [];
}

const root = '/First 28 0 R /Last 61 0 R';
const [first, second] = ['/Parent 27 0 R /Next 61 0 R', '/Parent 27 0 R /Prev 28 0 R'];

it('are right as the press writes them', () => {
  expect(faults(root, first, second)).toEqual([]);
  expect(faults(root, first, second, undefined, 0)).toEqual([expect.stringContaining('are counted')]);
  const below = (count: number, all: number) =>
    faults(root, `${first} /First 62 0 R /Last 62 0 R /Count ${count}`, second, '/Parent 28 0 R', all);
  expect([below(1, 3), below(-1, 2)]).toEqual([[], []]);
  expect([below(1, 2), below(-1, 3), below(2, 3)].map(({ length }) => length)).toEqual([1, 1, 1]);
});

it.each([
  [
    'whose last one is another',
    ['/First 28 0 R /Last 28 0 R', first, second],
    'not the one that is named so',
  ],
  ['that do not lead back', [root, first, '/Parent 27 0 R'], 'does not lead back'],
  ['that lead back to another', [root, `${first} /Prev 61 0 R`, second], 'does not lead back'],
  [
    'in another order than they were written',
    ['/First 61 0 R /Last 28 0 R', '/Parent 27 0 R /Prev 61 0 R', '/Parent 27 0 R /Next 28 0 R'],
    'does not lead back',
  ],
  ['that name another parent', [root, first, '/Parent 28 0 R /Prev 28 0 R'], 'names another parent'],
  [
    'with a last one below of another level',
    [root, `${first} /First 62 0 R /Last 61 0 R /Count -1`, second, '/Parent 28 0 R'],
    'not the one that is named so',
  ],
] as const)('are told %s', (_, [outline, one, other, third], fault) => {
  expect(faults(outline, one, other, third)).toEqual([expect.stringContaining(fault)]);
});
