import { describe, expect, it } from 'vitest';
import { askedLocale, languages, publicLocales } from '../../src/locale/index.ts';

describe('a locale is found as people and tools say it', () => {
  it.each([
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh_hant_HK', 'zh-Hant'],
    ['pt', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['en-GB', 'en'],
    ['fil-PH', 'fil'],
    ['tl', 'fil'],
    ['iw', 'he'],
    ['fa_IR.UTF-8', 'fa'],
    ['spanish', 'es'],
    ['Español', 'es'],
    ['espanol', 'es'],
    ['  RUSSIAN ', 'ru'],
    ['Haitian Creole', 'ht'],
    ['kreyol', 'ht'],
    ['Traditional Chinese', 'zh-Hant'],
    ['Chinese (Traditional)', 'zh-Hant'],
    ['chinese (simplified)', 'zh-Hans'],
    ['Portuguese (Brazil)', 'pt-BR'],
    ['Persian (Farsi)', 'fa'],
    ['Español (Spanish)', 'es'],
    ['Chinese (Mandarin)', 'zh-Hans'],
    ['chinese', 'zh-Hans'],
    ['Portuguese', 'pt-BR'],
    ['português', 'pt-BR'],
    ['हिन्दी', 'hi'],
    ['en-XA', 'en-XA'],
  ])('%s is %s', (asked, tag) => {
    expect(askedLocale(asked)).toEqual({ tag });
  });

  it('by each tag of the table, each of its names in English and each in itself', () => {
    const english = new Intl.DisplayNames(['en'], { type: 'language' });
    for (const tag of publicLocales)
      for (const name of [tag, tag.toUpperCase(), english.of(tag)!, languages[tag]!.name])
        expect(askedLocale(name), name).toEqual({ tag });
  });

  it.each([
    ['ca', 'That is Catalan, which there is not yet: docs/locales.md says how one is added, in a clone.'],
    ['sr', 'That is Serbian, which there is not yet: docs/locales.md says how one is added, in a clone.'],
    ['pt-PT', 'Of that language there is pt-BR (Português (Brasil)).'],
    ['pa-PK', 'Of that language there is pa (ਪੰਜਾਬੀ).'],
    ['zh-Latn', 'Of that language there is zh-Hans (简体中文), zh-Hant (繁體中文).'],
    ['Chinese (Cantonese)', expect.any(String)],
    ['Portuguese (Portugal)', expect.any(String)],
    ['Spanish (English)', expect.any(String)],
    ['spansh', 'Did you mean "es" (Español)?'],
    ['sp', 'Name a language by its tag or its name: helpline-press list locales.'],
    ['xx', 'Name a language by its tag or its name: helpline-press list locales.'],
    ['', 'Name a language by its tag or its name: helpline-press list locales.'],
    ['__proto__', 'Name a language by its tag or its name: helpline-press list locales.'],
  ])('%s is never taken for another language, script or region', (asked, hint) => {
    expect(askedLocale(asked)).toEqual({ hint });
  });

  it('among the rows that there are to choose from', () => {
    expect(askedLocale('zh-TW', ['zh-Hans', 'en'])).toEqual({
      hint: 'Of that language there is zh-Hans (简体中文).',
    });
    expect(askedLocale('creole', ['fr'])).not.toHaveProperty('tag');
  });
});
