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

describe('a page that has no room for its number', () => {
  const later = (name: string) =>
    ({ ...page([[minSize]], { name }), width: 612, height: 792 }) as DisplayList;
  const full = {
    page: loud[0]!,
    height: 800,
    items: [{ kind: 'text', owner: { kind: 'content' }, rect: { x: 0, y: 100, width: 9, height: 300 } }],
  } as unknown as DisplayList;
  const handout = { ...poster, id: 'handout' };

  it('is told as one that is too long, with how far it is filled and what takes it', () => {
    const [first] = quietProblems(handout, [full, later('sheet-2')], guide, () => ['Take a1.']);
    expect(first).toMatchObject({
      code: 'TEXT_OVERFLOW',
      message: expect.stringMatching(/down to 50% of its height.*stand on sheet-2/),
      hint: expect.stringMatching(/^Shorten the title.* Take a1\.$/),
    });
  });

  it('lacks it where it stands nowhere, or only on pages before, or on one that is loud too', () => {
    expect(codes(full)).toEqual(['HELPLINE_MISSING']);
    expect(codes(later('sheet-0'), full)).toEqual(['HELPLINE_MISSING']);
    expect(codes(full, later(loud[0]!))).toEqual(['HELPLINE_MISSING']);
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
