/**
 * Another number in words, one that stands in the place of another, and a small one that is gone: who reads three tablets for two takes
 * another dose, in whichever words it is said.
 */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';

const fault = (source: string, translated: string, to: string, from = 'en') =>
  faultOfText(source, from, translated, to, []);

describe('another number, in words', () => {
  it.each([
    [
      'Take two tablets every 6 hours.',
      'Tome tres comprimidos cada 6 horas.',
      'es',
      'tres comprimido',
      'two tablet',
    ],
    ['Take it three times a day.', 'Prenez-le deux fois par jour.', 'fr', 'deux fois', 'three times'],
    ['Take it three times a day.', 'Nehmen Sie es zweimal täglich.', 'de', 'zweimal', 'three times'],
    ['Take it twice a day.', 'Принимайте трижды в день.', 'ru', 'трижды', 'twice'],
    ['Take it 3 times a day.', 'تناوله مرتين يوميًا.', 'ar', 'مرتين', '3 times'],
    ['Wait three days.', 'חכו יומיים.', 'he', 'יומיים', 'three days'],
    ['Wait two weeks.', '等三周。', 'zh-Hans', '三周', 'two weeks'],
    ['Take it twice a day.', '하루 세 번 드세요.', 'ko', '세 번', 'twice'],
    ['Wait an hour and a half.', 'ढाई घंटे रुकें।', 'hi', 'ढाई घंटे', 'an hour and a half'],
    ['A fever over 38.5 °C', 'Fieber über 38 °C', 'de', '38 °', '38.5 °'],
    ['See it after 1 month.', 'Revenez après 1 semaine.', 'fr', '1 semaine', '1 month'],
    [
      'Come in two weeks, twice a day.',
      'Revenez dans deux semaines, trois fois par jour.',
      'fr',
      'trois fois',
      'twice',
    ],
    ['Wait half an hour.', 'Espere hora y media.', 'es', 'hora y media', 'half an hour'],
    ['Wait 45 minutes.', 'Attendez une demi-heure.', 'fr', 'demi-heure', '45 minutes'],
    ['Nehmen Sie zwei Tabletten.', 'Take three tablets.', 'en', 'three tablet', 'zwei tablette', 'de'],
    ['خذ حبتين.', 'Take three pills.', 'en', 'three pills', 'حبتين', 'ar'],
  ])('is told: %s: %s', (from, to, tag, said, meant, of = 'en') => {
    expect(fault(from, to, tag, of)).toBe(`says “${said}”, and its source “${meant}”`);
  });

  it.each([
    ['It is twice as likely in three days.', 'Es doppelt so wahrscheinlich in drei Tagen.', 'de'],
    ['A couple of days, then three hours.', 'Zwei Tage, dann drei Stunden.', 'de'],
    ['Take it twice a day.', 'À prendre matin et soir.', 'fr'],
    ['Take it twice a day.', '朝晩飲んでください。', 'ja'],
    ['Take it for 6 months.', 'Принимайте полгода.', 'ru'],
    ['Take it for 7 days.', 'Tómelo una semana.', 'es'],
    ['Take it every other day.', 'Kila siku ya pili.', 'sw'],
    ['Un comprimé matin et soir', 'One tablet twice a day', 'en', 'fr'],
    ['In two days or 48 hours', 'خلال يومين', 'ar'],
  ])('is not told where it may be right: %s: %s', (from, to, tag, of = 'en') => {
    expect(fault(from, to, tag, of)).toBeUndefined();
  });
});

describe('a small number', () => {
  it.each([
    ['Take 2 tablets with water.', 'Tome comprimidos con agua.', 'es', '2 tablet'],
    ['Take half a tablet.', 'Prenda una compressa.', 'it', 'half a tablet'],
    ['Take it twice a day.', 'Nehmen Sie es täglich.', 'de', 'twice'],
    ['Wait 6 hours.', '待ってください。', 'ja', '6 hours'],
    ['Wait two days.', 'انتظر يومًا.', 'ar', 'two days'],
  ])('is not lost where it measures: %s: %s', (from, to, tag, lost) => {
    expect(fault(from, to, tag)).toBe(`lacks “${lost}”, which its source has`);
  });
});

describe('a number in the place of another', () => {
  it.each([
    ['The risk is 1 in 5.', 'Das Risiko ist 5 zu 5.', 'de', '5', '1'],
    ['It is room 3, 4th floor.', 'Es la sala 4, planta 4.', 'es', '4', '3'],
    ['Come on 3 May, room 14.', 'Kommen Sie am 14. Mai, Raum 14.', 'de', '14', '3'],
    ['“0” is below, “1” is beside.', '“۰” پایین است، “۰” کنار است.', 'fa', '0', '1'],
  ])('is told: %s: %s', (from, to, tag, more, less) => {
    expect(fault(from, to, tag)).toBe(`has the number ${more} in the place of ${less}, which its source has`);
  });

  it.each([
    ['Come at 2 p.m. with 14 people.', 'Venez à 14 h avec 14 personnes.', 'fr'],
    ['Step 3 of four', 'Schritt 3 von 4', 'de'],
    ['Take 2 of 3, then two.', 'Tome 2 de 3, luego 2.', 'es'],
    ['At 12:00 a.m., 0 of 5', '0:00 น. 0 ใน 5', 'th'],
  ])('is not told where it is right: %s: %s', (from, to, tag) => {
    expect(fault(from, to, tag)).toBeUndefined();
  });
});

describe('a text is read whatever its letters are made of', () => {
  it.each([
    ['Take it for two weeks.', 'İlacı 14 gün alın.', 'tr'],
    ['Wait six hours.', 'ALTI SAAT BEKLEYİN.', 'tr'],
    ['Take it for 6 months.', 'BİR BUÇUK DEĞİL, YARIM YIL', 'tr'],
    ['Wait four days.', '나흘 기다리세요.'.normalize('NFD'), 'ko'],
    ['Come on November 23, 2026.', '2026년 11월 23일에 오세요.'.normalize('NFD'), 'ko'],
    ['Take five tablets for ten days.', 'Zehn Tage lang fünf Tabletten.'.normalize('NFD'), 'de'],
    ['Within 24 hours', 'در یک شبانه‌روز', 'fa'],
  ])('%s: %s', (from, to, tag) => {
    expect(fault(from, to, tag)).toBeUndefined();
  });

  it.each([
    [
      'Take it for two weeks.',
      'İlacı 15 gün alın.',
      'tr',
      'has the number 15, which its source does not have',
    ],
    ['Wait six hours.', 'YEDİ SAAT BEKLEYİN.', 'tr', 'says “yedi saat”, and its source “six hours”'],
    ['Wait four days.', '사흘 기다리세요.'.normalize('NFD'), 'ko', 'says “사흘”, and its source “four days”'],
    ['Wait two days.', 'یک شبانه‌روز صبر کنید.', 'fa', 'lacks “two days”, which its source has'],
    [
      'Wait an hour and a half.',
      '2時間半待ちます。',
      'ja',
      'has the number 2, which its source does not have',
    ],
  ])('and is no other: %s: %s', (from, to, tag, told) => {
    expect(fault(from, to, tag)).toBe(told);
  });
});

describe('a number that stands more often than in its source', () => {
  it.each([
    // As often in all: what stands less often is told.
    ['Take 3 of 4.', 'Tome 4 de 4.', '4', '3'],
    // One more in all: what its source has, and the translation nowhere.
    ['Of 12, 1 in 5, in 12 months', '5 von 5, in 12 Monaten, von 12', '5', '1'],
    // The first of them is told.
    ['Take 3 of 5 of 4.', 'Tome 4 de 4 de 4.', '4', '3'],
    ['Take 3 of 4, at once.', 'Tome 4 de 4, y 4.', '4', '3'],
    ['H1N1: 3 of 4', 'H1N1: 4 de 4', '4', '3'],
  ])('is told: %s: %s', (from, to, more, less) => {
    expect(fault(from, to, 'es')).toBe(
      `has the number ${more} in the place of ${less}, which its source has`,
    );
  });

  it.each([
    ['Take 3 of 4.', 'Tome 3 de 4, o sea 3.', 'es'],
    ['Take 3 of 4.', 'Tome tres de 4, sí, de 4.', 'es'],
    // One is what many languages say without a number, and another.
    ['Take 1 of 4.', 'Tome 4 de 4, y de 4.', 'es'],
    ['1 in 5, in 12 months', '5人に1人、1年間', 'ja'],
    ['Call 4 people.', 'Llame.', 'es'],
    ['H3N2: 3 of 2', 'H2N2: 3 de 2', 'es'],
    ['Open at 4 p.m. for 16 of 20', 'Abierto a las 16 para 16 de 20', 'es'],
  ])('may stand so: %s: %s', (from, to, tag) => {
    expect(fault(from, to, tag)).toBeUndefined();
  });
});
