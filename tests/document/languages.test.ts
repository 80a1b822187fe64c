import { describe, expect, it } from 'vitest';
import { checkDirections, parseDocument } from '../../src/document/index.ts';
import { page, problemsOf } from './problems.ts';

const codes = (lang: string, text: string) =>
  problemsOf(page(`<p>${text}</p>`, `lang="${lang}"`)).map((p) => p.code);

describe('checkLanguages', () => {
  it.each([
    ['en', 'Where help starts — “now”', 'typographic signs'],
    ['ar', 'اتصل SAMHSA NLM NDS', 'acronyms'],
    ['ar', '800-315-1376', 'digits'],
    ['ar', '<b>SAMHSA, NLM</b>', 'acronyms alone'],
    ['ar', '<b>Ana</b>', 'three letters'],
    ['ja', '助けてください カタカナ', 'the three scripts of Japanese'],
    ['ko', '도움 漢字', 'both scripts of Korean'],
    ['zh-Hans', '帮助就在这里', 'simplified Chinese'],
    ['zh-TW', '幫助就在這裡', 'traditional Chinese'],
    ['pa-PK', 'مدد دستیاب ہے', 'the script of the region'],
    ['sr-Latn', 'Pomoć je tu', 'the script of the tag'],
    ['es', 'La palabra <b lang="ar">مساعدة</b> es ayuda', 'marked words'],
    ['ar', 'اكتب إلى help الآن من أي مكان', 'a few foreign letters'],
    ['ru', '<b>help@example.org</b>', 'an address of mail'],
    ['ar', '<b>www.example.org/help</b>', 'an address of the web'],
    ['th', '<b>https://example.org/help?a=b</b>', 'an address with its scheme'],
    ['ja', '<b>example.org</b>', 'a host'],
    ['und', 'без языка', 'text of no language, which the document itself may not be'],
  ])('passes in %s: %s (%s)', (lang, text) => {
    expect(codes(lang, text)).not.toContain('LANGUAGE_UNMARKED');
  });

  it.each([
    ['en', 'مساعدة', 'Arab'],
    ['en', 'たすけてください', 'Hira'],
    ['en', 'помощь здесь', 'Cyrl'],
    ['ar', 'Where help starts', 'Latn'],
    ['ru', 'Write to help@example.org', 'Latn'],
    ['ja', '도움이 필요해요', 'Hang'],
    ['zh', 'ช่วยเหลือ', 'Thai'],
    ['sr', 'Pomoć je tu', 'Latn'],
    ['th', 'Café où', 'Latn'],
    ['en', 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ', 'another script'],
  ])('finds in %s: %s, written in %s', (lang, text, script) => {
    const [only, ...others] = problemsOf(page(`<p>${text}</p>`, `lang="${lang}"`));
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      code: 'LANGUAGE_UNMARKED',
      message: expect.stringContaining(`written in ${script}.`),
    });
  });
});

describe('checkDirections', () => {
  const told = (attributes: string, body: string) =>
    checkDirections(parseDocument(page(body, attributes), { file: 'page.hbs' })).map(
      ({ code, message }) => `${code}: ${message.split(':')[0]}`,
    );

  it.each([
    ['lang="en" dir="ltr"', '<p>Help</p>'],
    ['lang="ar" dir="rtl"', '<p>مساعدة <bdi lang="en" dir="ltr">Help</bdi></p>'],
    ['lang="pa-PK" dir="rtl"', '<p>مدد</p>'],
    ['lang="en" dir="ltr"', '<p>Help <b lang="ar">مساعدة</b></p>'],
    ['lang="ar" dir="rtl"', '<p>800-315-1376</p>'],
    ['lang="en" dir="ltr"', '<p><bdi dir="rtl">800 – 900</bdi></p>'],
    ['lang="en-XB" dir="rtl"', '<p>Help</p>'],
    ['lang="sr-Latn" dir="ltr"', '<p>Pomoć</p>'],
  ])('takes %s with %s', (attributes, body) => {
    expect(told(attributes, body)).toEqual([]);
  });

  it.each([
    ['lang="en" dir="rtl"', '<p>Help</p><p>Help</p>', 'html'],
    ['lang="ar" dir="ltr"', '<p>مساعدة</p>', 'html'],
    ['lang="en" dir="ltr"', '<p dir="rtl">5 – 10 mg</p>', 'p'],
    ['lang="he" dir="rtl"', '<div><p dir="ltr"><b>עזרה</b></p></div>', 'p'],
    ['lang="pa-PK" dir="ltr"', '<p>مدد</p>', 'html'],
  ])('refuses %s with %s', (attributes, body, element) => {
    const dir = /dir="(.*?)"/.exec(element === 'html' ? attributes : body)![1];
    expect(told(attributes, body)).toEqual([`HTML_ATTRIBUTE_UNKNOWN: dir="${dir}" on <${element}>`]);
  });
});
