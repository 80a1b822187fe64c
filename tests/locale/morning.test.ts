import { expect, it } from 'vitest';
import { publicLocales } from '../../src/locale/index.ts';
import { saysMorning } from '../../src/locale/ways/morning.ts';

/** In the morning, and in the evening, as each language says it: twice a day. */
const said: Readonly<Record<string, string>> = {
  en: 'in the Morning',
  es: 'por la mañana',
  'zh-Hans': '早晚',
  'zh-Hant': '早晚',
  vi: 'buổi sáng',
  ko: '아침저녁',
  fil: 'sa umaga',
  ru: 'утром',
  ar: 'صباحًا',
  ht: 'nan maten',
  fr: 'matin et soir',
  pl: 'rano',
  'pt-BR': 'de manhã',
  it: 'al mattino',
  ja: '朝晩',
  de: 'morgens',
  fa: 'صبح',
  uk: 'вранці',
  hi: 'सुबह',
  ne: 'बिहान',
  ur: 'صبح',
  bn: 'সকালে',
  gu: 'સવારે',
  pa: 'ਸਵੇਰੇ',
  ta: 'காலையில்',
  te: 'ఉదయం',
  th: 'เช้า',
  lo: 'ຕອນເຊົ້າ',
  km: 'ព្រឹក',
  my: 'မနက်',
  am: 'ጠዋት',
  hy: 'առավոտյան',
  ka: 'დილით',
  he: 'בבוקר',
  el: 'το πρωί',
  so: 'subaxdii',
  sw: 'asubuhi',
  ps: 'سهار',
  tr: 'sabah',
  ro: 'dimineața',
};

it('is said in every language', () => {
  expect(Object.keys(said).sort()).toEqual([...publicLocales].sort());
});

it.each(Object.entries(said))('in %s: %s', (tag, text) => {
  expect(saysMorning(text, tag)).toBe(true);
  expect(saysMorning(text.normalize('NFD'), tag)).toBe(true);
  expect(saysMorning('…', tag)).toBe(false);
});

it.each([
  ['pl', 'nad ranem'],
  ['uk', 'зранку'],
  ['uk', 'щоранку'],
  ['de', 'früh und abends'],
])('in %s in other words: %s', (tag, text) => {
  expect(saysMorning(text, tag)).toBe(true);
});

it('is not known in other languages', () => {
  expect(saysMorning('in the morning', 'xx')).toBe(false);
});
