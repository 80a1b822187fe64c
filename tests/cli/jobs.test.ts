import { describe, expect, it } from 'vitest';
import { jobsOf } from '../../src/cli/index.ts';
import { Press, shippedFolders } from '../../src/press/index.ts';

const flags = {
  edition: 'standard',
  duplex: 'short',
  for: 'screen',
  theme: 'dawn',
  locale: 'en',
  out: 'out',
};
const made = (product: string, paper: string) =>
  jobsOf({ ...flags, product, paper }, 'en', new Press(shippedFolders())).map(
    (job) => `${job.product} ${job.paper}`,
  );

/** What nobody asked for by name is left out; what was asked for by name is made, or its error told. */
describe('papers', () => {
  it('of all are those that each product is made on', () => {
    expect(made('poster', 'all')).toEqual(
      ['letter', 'tabloid', 'a4', 'a3', 'a2', 'a1'].map((paper) => `poster ${paper}`),
    );
    expect(made('handout,pamphlet-trifold', 'all').filter((job) => job.startsWith('pamphlet'))).toEqual([
      'pamphlet-trifold letter',
      'pamphlet-trifold a4',
    ]);
  });

  it('that are named go to those of all products that are made on them', () => {
    const all = made('all', 'a5,tabloid');
    expect(all).toEqual(expect.arrayContaining(['handout a5', 'poster tabloid']));
    expect(all.filter((job) => /^(?:handout|poster) /.test(job))).toEqual(['handout a5', 'poster tabloid']);
  });

  it('that are named stay where the product is named too', () => {
    expect(made('poster', 'a5')).toEqual(['poster a5']);
  });
});
