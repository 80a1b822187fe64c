import { expect, it } from 'vitest';
import { problemsOf } from '../content/folder.ts';
import { openStand } from './stand.ts';

it('pieces of a bundle are 99 at most, as the names of pages begin with their numbers', () => {
  const stand = openStand();
  const plate = stand.plate();
  const of = (count: number) =>
    problemsOf(() =>
      stand.press.bundle(
        Array.from({ length: count }, () => ({ plate })),
        { name: 'all.pdf', title: 'All of it' },
      ),
    );
  expect(of(99)).toEqual([]);
  expect(of(100)).toMatchObject([
    {
      code: 'BUNDLE_TOO_LONG',
      message: 'Its 100 pieces have 100 pages; a bundle has 120 pages and 99 pieces at most.',
      hint: 'Divide it into several.',
    },
  ]);
  stand.clear();
});
