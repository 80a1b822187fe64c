import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale, nearestLanguage } from '../../src/locale/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { LanguageSettings } from '../../src/press/settings.ts';
import { languagesWith, termsOf } from '../../src/press/terms.ts';
import { Faces } from '../../src/text/index.ts';
import { changed } from '../content/folder.ts';

const root = join(import.meta.dirname, '../..');
const { fonts, locales } = shippedFolders();
const bees = () =>
  loadGuide(
    changed(['title: Every', 'terms:\n  th: [ผึ้งหลวง]\n  zh: [蜂王浆]\n  en: [bee bread]\ntitle: Every']),
  );

describe('terms of a guide', () => {
  it.each([
    ['th', ['ผึ้งหลวง']],
    ['th-TH', ['ผึ้งหลวง']],
    ['zh-Hans', ['蜂王浆']],
    ['zh-CN', ['蜂王浆']],
    ['zh-Hant', []],
    ['lo', []],
    ['en', ['bee bread']],
    ['en-XA', ['bee bread']],
    ['es', []],
  ])('are those of the language and script of %s', (tag, terms) => {
    expect(termsOf(bees(), tag)).toEqual(terms);
  });

  it('are kept whole beside the words of the language, and change nothing else of it', () => {
    const settings = new LanguageSettings(new Faces(), fonts);
    const language = languagesWith(bees(), settings);
    const { breaking, ...rest } = language('th');
    const { breaking: plain, ...own } = settings.of('th');
    expect(plain.whole).toEqual(nearestLanguage('th').breaking.whole);
    expect(breaking).toEqual({ ...plain, whole: [...plain.whole!, 'ผึ้งหลวง'] });
    expect(rest).toEqual(own);
    expect(language('lo')).toBe(settings.of('lo'));
    expect(language('zh-Hans').breaking).toMatchObject({
      strictness: 'strict',
      whole: expect.arrayContaining(['蜂王浆']),
    });
    expect(language('th')).toBe(language('th'));
  });

  it('are not another guide’s', () => {
    const settings = new LanguageSettings(new Faces(), fonts);
    languagesWith(bees(), settings)('th');
    const other = languagesWith(loadGuide(changed()), settings);
    expect(other('th').breaking.whole).not.toContain('ผึ้งหลวง');
  });

  it('of the shipped guide stand in its translations, and none is in the table of languages', () => {
    const guide = loadGuide(join(root, 'guides/heroin-detox'));
    const table = readFileSync(join(root, 'src/locale/languages.ts'), 'utf8');
    expect(Object.keys(guide.data.terms!).sort()).toEqual([
      'km',
      'ko',
      'lo',
      'my',
      'th',
      'zh-Hans',
      'zh-Hant',
    ]);
    for (const [tag, terms] of Object.entries(guide.data.terms!)) {
      const locale = loadLocale(tag, guide, locales);
      const all = [...guide.texts.keys()].map((key) => locale.text(key)).join('\n');
      for (const term of terms) {
        expect(all, tag).toContain(term);
        expect(table, tag).not.toContain(term);
      }
    }
  });
});
