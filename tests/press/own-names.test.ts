/** Whoever hands a piece out is named in the smallest text of a page: in every language its letters keep the floor. */
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide, withPublisher } from '../../src/content/index.ts';
import { publicLocales } from '../../src/locale/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const press = new Press();
afterAll(() => press.close());

describe.each(['poster', 'wallet-card'])('a name in the language of a %s is printed', (product) => {
  it.each(publicLocales)('in %s', (locale) => {
    const words = press.run(guide, { ...defaultJob, product, locale }).proof.expectation!.texts;
    const name = words.find(({ key }) => key === 'helplines.main.call')!.text.replace(/[.?!؟。！？]$/u, '');
    const named = withPublisher(guide, { name, language: locale });
    const { proof } = press.run(named, { ...defaultJob, product, locale });
    expect(proof.verdict).toBe('proved');
    expect(proof.expectation!.texts.map(({ text }) => text)).toContain(name);
  });
});
