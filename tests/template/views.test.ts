import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import type { PageFacts } from '../../src/template/index.ts';
import { views } from '../../src/template/views.ts';
import { facts, guide, locale, root } from './templates.ts';

const scene = { alt: 'A door', upright: true, open: false };
/** Each fact that a view may depend on, changed alone. */
const changes: readonly Partial<PageFacts>[] = [
  {},
  { form: 'long' },
  { links: 'addresses' },
  { tight: true },
  { turns: new Map([['opening', 0]]) },
  { turns: new Map([['closing', 2]]) },
  { discreet: true },
  { paper: { ...facts.paper, name: 'a4' } },
  { edition: 'large-print' },
  { product: 'handout' },
  { scenes: { cover: scene } },
  { theme: { name: 'moss', band: 'straight' } },
  { qr: 'https://example.org/' },
  { contents: true },
  { notes: 2 },
  { small: new Set(['together']) },
  { near: true },
  { full: true },
];

describe('what a template sees of a guide', () => {
  const other = loadGuide(`${root}/guides/heroin-detox`);
  const jobs = [
    [guide, locale],
    [other, loadLocale('en', other, `${root}/locales`)],
    [other, loadLocale('ar', other, `${root}/locales`)],
  ] as const;

  it('does not depend on what it saw before', () => {
    const shared = views();
    const seen = new Set<string>();
    for (const change of changes)
      for (const [own, words] of jobs) {
        const asked = { ...facts, ...change };
        for (const each of [asked, facts, asked]) {
          const view = shared(own, words, each);
          expect(view).toEqual(views()(own, words, each));
          seen.add(JSON.stringify(view));
        }
      }
    // Nothing in the list is without effect, but the long form where a guide has no blocks of its own for it.
    expect(seen.size).toBeGreaterThan(jobs.length * (changes.length - 2));
  });

  it('is an address beside how it is read, and all else of what has it', () => {
    const { sources } = views()(guide, locale, facts) as Record<string, unknown>;
    const read = (sources as readonly Record<string, unknown>[]).filter(
      ({ address }) => address !== undefined,
    );
    expect(read.length).toBeGreaterThan(0);
    for (const source of read)
      expect(source).toMatchObject({
        name: expect.anything(),
        addressText: { html: expect.stringMatching(/^<bdi dir="ltr">[a-z]/) },
      });
  });

  it('is looked up once, however it is arranged', () => {
    const shared = views();
    const { sections } = shared(guide, locale, facts);
    expect(shared(guide, locale, { ...facts, near: true }).sections).toBe(sections);
    expect(shared(guide, locale, { ...facts, tight: true }).sections).not.toBe(sections);
  });
});
