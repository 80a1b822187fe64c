import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { languageOf, loadLocale, publicLocales } from '../../src/locale/index.ts';

const root = resolve(import.meta.dirname, '../..');
const guide = loadGuide(resolve(root, 'guides/heroin-detox'));
const load = (tag: string) => loadLocale(tag, guide, resolve(root, 'locales'));

describe('the pseudo-locales', () => {
  const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

  it('en-XA is a third longer, with accents, and keeps marks, values and numbers', () => {
    const longer = load('en-XA');
    let [before, after] = [0, 0];
    for (const [key, { text }] of guide.texts) {
      const changed = longer.text(key);
      before += letters(text.replace(/\]\([^)]*\)/g, ''));
      after += letters(changed.replace(/\]\([^)]*\)/g, ''));
      const kept = (value: string) => value.match(/\*\*|\]\([^)]*\)|\d+/g) ?? [];
      expect(kept(changed)).toEqual(kept(text));
    }
    expect(after / before).toBeGreaterThan(1.33);
    expect(after / before).toBeLessThan(1.37);
    expect(longer.text('closing.heading')).toMatch(/[çéñšûŝ]/);
    expect(longer.word('call', { number: '800-315-1376' })).toContain('800-315-1376');
  });

  it('en-XB is English, laid out from right to left', () => {
    expect(languageOf('en-XB').direction).toBe('rtl');
    expect(load('en-XB').text('closing.heading')).toBe('Success is possible.');
  });

  it('are drafts, and not among the locales that "all" means', () => {
    for (const tag of ['en-XA', 'en-XB']) {
      expect(load(tag).translation.status).toBe('machine-draft');
      expect(publicLocales).not.toContain(tag);
    }
    expect(publicLocales).toHaveLength(40);
  });
});
