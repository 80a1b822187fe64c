import { describe, expect, it } from 'vitest';
import { hyphenated } from '../../src/text/index.ts';

const shown = (text: string, language: string) => hyphenated(text, language).replaceAll('\u00ad', '|');

describe('words are divided', () => {
  it.each([
    ['en', 'Withdrawal medication', 'With|drawal med|ica|tion'],
    ['de', 'Entzugserscheinungen', 'Ent|zugs|er|schei|nun|gen'],
    ['es-MX', 'desintoxicación', 'des|in|to|xi|ca|ción'],
    ['pt-BR', '“recuperação”,', '“re|cu|pe|ra|ção”,'],
    ['ru', 'зависимость', 'за|ви|си|мость'],
  ])('in %s', (language, text, wanted) => {
    expect(shown(text, language)).toBe(wanted);
  });

  it.each([
    ['a number', '800-315-1376 1-800-662-HELP'],
    ['an address', 'example.org/medication medication@example.org'],
    ['a name in capitals', 'SAMHSA MEDICATION'],
    ['short words', 'after detox'],
    ['what has a hyphen', 'well-considered'],
    ['what holds digits', 'medication2026'],
  ])('but not %s', (_, text) => {
    expect(hyphenated(text, 'en')).toBe(text);
  });

  it.each(['th', 'ar', 'hi', 'zh-Hans', 'so', 'und'])('nor in %s, which has no patterns', (language) => {
    expect(hyphenated('medication desintoxicación', language)).toBe('medication desintoxicación');
  });

  it.each([
    [[24, 2, 3], 'Glücks|spiel|sucht|be|ra|tung'],
    [[25, 2, 3], 'Glücksspielsuchtberatung'],
    [[24, 6, 9], 'Glücks|spiel|suchtberatung'],
    [[24, 7, 8], 'Glücksspiel|sucht|beratung'],
    [[24, 6, 6], 'Glücks|spiel|sucht|be|ratung'],
  ] as const)('within limits: %j', (limits, wanted) => {
    expect(hyphenated('Glücksspielsuchtberatung', 'de', limits).replaceAll('\u00ad', '|')).toBe(wanted);
  });

  it('by nothing but soft hyphens, which are no text', () => {
    const text = 'Withdrawal from opioid medication, in unfamiliar surroundings.';
    expect(hyphenated(text, 'en').replaceAll('\u00ad', '')).toBe(text);
  });
});
