import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import type { DisplayList } from '../../src/paint/index.ts';
import { quietProblems } from '../../src/press/floors.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { defaultJob, isSameSetting, settingOf } from '../../src/press/job.ts';
import { loadProduct } from '../../src/product/index.ts';
import { whole } from '../content/folder.ts';

const guide = loadGuide(whole);
const poster = loadProduct('poster', shippedFolders().templates);
const { minSize, loud } = poster.helpline;

/** A page that prints numbers in runs of these sizes, pt. */
function page(
  sizes: readonly (readonly number[])[],
  { number = 'main', kind = 'content', name = loud[0]! } = {},
): DisplayList {
  const items = sizes.map((runs) => ({
    kind: 'text',
    number,
    owner: { kind },
    runs: runs.map((size) => ({ size })),
  }));
  return { page: name, items } as unknown as DisplayList;
}
const codes = (...pages: readonly DisplayList[]) =>
  quietProblems(poster, pages, guide).map(({ code }) => code);

describe('a page that is loud', () => {
  it.each([
    [[[minSize]], []],
    [[[minSize - 0.004]], []],
    [[[minSize - 0.006]], ['HELPLINE_TOO_SMALL']],
    [[[minSize + 1]], []],
    [[[minSize + 1, minSize - 1]], ['HELPLINE_TOO_SMALL']],
    [[[minSize - 1], [minSize]], []],
    [[], ['HELPLINE_MISSING']],
  ])('prints the number in runs of %j pt: %j', (sizes, told) => {
    expect(codes(page(sizes))).toEqual(told);
  });

  it('prints it as content, the main one, and is one of those that the product names', () => {
    expect(codes(page([[minSize]], { number: 'crisis' }))).toEqual(['HELPLINE_MISSING']);
    expect(codes(page([[minSize]], { kind: 'artifact' }))).toEqual(['HELPLINE_MISSING']);
    expect(codes(page([], { name: 'another' }))).toEqual([]);
  });
});

describe('what is set for one job', () => {
  const job = { ...defaultJob, product: 'poster', locale: 'en' };
  const other = {
    product: 'pamphlet-trifold',
    locale: 'es',
    paper: 'a4',
    orientation: 'portrait',
    edition: 'large',
    theme: 'dusk',
    qr: 'https://example.org',
  };

  it('serves another whose settings are the same, whatever it is for', () => {
    const also = {
      ...job,
      purpose: 'office',
      duplex: 'long',
      allowDrafts: true,
      date: '2026-01-01T00:00:00Z',
    };
    expect(isSameSetting(job, also as unknown as typeof job)).toBe(true);
    expect(Object.keys(settingOf(job)).sort()).toEqual(Object.keys(other).sort());
  });

  it.each(Object.entries(other))('and none with another %s: %s', (field, value) => {
    expect(isSameSetting(job, { ...job, [field]: value })).toBe(false);
  });
});
