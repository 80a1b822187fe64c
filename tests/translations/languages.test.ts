/** Which languages a guide is translated into, and how they are called. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicLocales } from '../../src/locale/index.ts';
import {
  canonicalTag,
  checkTag,
  languageName,
  presentLocales,
  sameTag,
  strayEntries,
  targetLocales,
} from '../../src/translations/locales.ts';
import { folderOf, problemsOf } from '../files/folder.ts';
import { localesWith, smallGuide } from './small.ts';

describe('a tag', () => {
  it.each([
    ['es-ES', 'es'],
    ['zh_CN', 'zh-Hans'],
    [' pt_br ', 'pt-BR'],
    // What the table lacks stays what it is, as the standards write it.
    ['CY', 'cy'],
    [' cy_gb ', 'cy-GB'],
    ['no tag at all', 'no tag at all'],
    ['', ''],
  ])('%j is written %j', (tag, canonical) => {
    expect(canonicalTag(tag)).toBe(canonical);
  });

  it('means the same as another where both mean one row', () => {
    expect(sameTag('zh_CN', 'zh-Hans')).toBe(true);
    expect(sameTag('cy_GB', 'cy-GB')).toBe(true);
    expect(sameTag('pt-PT', 'pt-BR')).toBe(false);
    expect(sameTag('cy', 'ga')).toBe(false);
  });

  it('is called as the language calls itself', () => {
    expect(languageName('es')).toBe('Español');
    expect(languageName('cy')).toBe('Cymraeg');
  });
});

describe('a guide may be translated', () => {
  const codes = (tag: string, locale = 'en') => {
    const guide = smallGuide(...(locale === 'en' ? [] : [['locale: en', `locale: ${locale}`] as const]));
    try {
      checkTag(tag, guide);
      return [];
    } catch {
      return problemsOf(() => checkTag(tag, guide)).map(({ code, place }) => `${code} ${place.locale}`);
    }
  };

  it('into what the table has, and into what the standards know', () => {
    for (const tag of ['es', 'zh-Hans', 'cy', 'pt-BR', 'pt-PT', 'gd']) expect(codes(tag)).toEqual([]);
    expect(codes('en', 'es')).toEqual([]);
  });

  it('not into its own language, nor into what is none, or is written otherwise', () => {
    expect(codes('en')).toEqual(['USAGE en']);
    expect(codes('es', 'es')).toEqual(['USAGE es']);
    for (const tag of ['ES', 'es_ES', 'xx', 'spanish', 'no tag', '', 'en-XA', 'en-XB', 'toString'])
      expect(codes(tag)).toEqual([`LOCALE_UNKNOWN ${tag}`]);
  });

  it('into all of the table but its own, and those for developers', () => {
    expect(targetLocales(smallGuide()).sort()).toEqual(publicLocales.filter((tag) => tag !== 'en').sort());
    const spanish = targetLocales(smallGuide(['locale: en', 'locale: es']));
    expect(spanish).toContain('en');
    expect(spanish).not.toContain('es');
    expect(spanish.some((tag) => tag.startsWith('en-X'))).toBe(false);
  });
});

describe('what lies among translations', () => {
  function found() {
    const guide = smallGuide();
    mkdirSync(join(guide.folder, 'locales'));
    for (const name of [
      'ar.json',
      'ar.state.json',
      'press.fr.json',
      'portugues.json',
      'en.json',
      'README.md',
    ])
      writeFileSync(join(guide.folder, 'locales', name), '{}');
    const locales = localesWith({
      'es/press.json': '{}',
      'cy/press.json': '{}',
      'ar/press.json': '{}',
      'spanish/press.json': '{}',
      'backup of old things/press.json': '{}',
      '.git/config': '',
      'zz.json': '{}',
    });
    return { guide, locales };
  }

  it('are the languages that anything is there of: the guide’s own first, then by name, each once', () => {
    const { guide, locales } = found();
    expect(presentLocales(guide, locales)).toEqual(['en', 'ar', 'cy', 'es']);
    expect(presentLocales(smallGuide(), folderOf())).toEqual(['en']);
  });

  it('is told where it is named as no language, with what was perhaps meant', () => {
    const { guide, locales } = found();
    const strays = strayEntries(guide, locales);
    expect(strays.map(({ code, severity, place }) => [code, severity, place.file])).toEqual([
      ['LOCALE_UNKNOWN', 'warning', join(locales, 'backup of old things')],
      ['LOCALE_UNKNOWN', 'warning', join(locales, 'spanish')],
      ['LOCALE_UNKNOWN', 'warning', join(guide.folder, 'locales/portugues.json')],
    ]);
    expect(strays[0]!.hint).toBe('Move it away from the translations.');
    const near = strayEntries(guide, localesWith({ 'zh-Hanss/press.json': '{}' }));
    expect(near.find(({ place }) => place.file?.endsWith('zh-Hanss'))?.hint ?? '').toContain('zh-Hans');
  });
});
