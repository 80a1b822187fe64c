/**
 * What a translation counts, and how long it says that something takes, is what its source says, in words too: a leaflet that says a day for
 * a week is believed.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { faultOfText } from '../../src/locale/broken.ts';
import { publicLocales } from '../../src/locale/index.ts';
import { numberWords } from '../../src/locale/quantities/number-words.ts';

const root = resolve(import.meta.dirname, '../..');
const fault = (source: string, translated: string, to: string, from = 'en') =>
  faultOfText(source, from, translated, to, []);

describe('a number of things', () => {
  const source = loadGuide(resolve(root, 'guides/heroin-detox')).data.kicker!;
  const translated = publicLocales.filter((tag) => tag !== 'en');
  const kicker = (tag: string) =>
    (
      JSON.parse(readFileSync(resolve(root, `locales/${tag}/heroin-detox.json`), 'utf8')) as {
        kicker: string;
      }
    ).kicker;

  it.each(translated)('is another one in words: %s', (tag) => {
    const right = kicker(tag);
    expect(fault(source, right, tag)).toBeUndefined();
    const words = numberWords[tag.split('-')[0]!]!;
    const five = words[5]!
      .replaceAll('_', ' ')
      .split(' ')
      .toSorted((a, b) => b.length - a.length)
      .find((word) => right.toLowerCase().includes(word))!;
    // In the form that Swahili has for things.
    const other = words[4]!.split(' ').find((word) => tag !== 'sw' || word.startsWith('ma'))!;
    const wrong = right.toLowerCase().replace(five, other);
    expect(wrong).not.toBe(right.toLowerCase());
    expect(fault(source, wrong, tag)).toMatch(/^says “.+”, and its source “five”$/);
  });

  it.each([
    ['Call 3 people.', 'Llame a dos personas.', 'es', 'dos', '3'],
    ['Three things help.', 'Zwei Dinge helfen.', 'de', 'zwei', 'three'],
    ['Choose one of the four ways.', 'Choisissez l’une des six façons.', 'fr', 'six', 'four'],
    ['One in four people gets sick.', 'Una de cada cinco personas se enferma.', 'es', 'cinco', 'four'],
    ['Two people call after 7 p.m.', 'Tres personas llaman después de las 19 h.', 'es', 'tres', 'two'],
    ['Cinco cosas ayudan.', 'Four things help.', 'en', 'four', 'cinco'],
  ])('%s is not %s', (source, translated, to, made, meant) => {
    const from = to === 'en' ? 'es' : 'en';
    expect(fault(source, translated, to, from)).toBe(`says “${made}”, and its source “${meant}”`);
  });

  it.each([
    // It is there in digits, or beside others.
    ['Five things help.', 'Cinco cosas y dos más ayudan.', 'es'],
    ['Five things help.', '5 Dinge helfen.', 'de'],
    // It is said by no number.
    ['Both of the two ways help.', 'Les deux aident.', 'fr'],
    ['The two of you can call.', 'Sie beide können anrufen.', 'de'],
    ['One of the two doors is open.', 'L’une ou l’autre porte est ouverte.', 'fr'],
    // The other one stands in the source, too.
    ['Two or three people help.', 'Un par de personas, o tres, ayudan.', 'es'],
    // A part of a longer number, or of another word.
    ['A clock of twenty four hours.', 'Une horloge de vingt-quatre heures.', 'fr'],
    ['Call either of the two lines, please.', '어느 전화든 거십시오.', 'ko'],
    ['The second of two steps.', '第二步。', 'zh-Hans'],
  ])('%s is %s', (source, translated, to) => {
    expect(fault(source, translated, to)).toBeUndefined();
  });
});

describe('one of a span of time', () => {
  const source = 'One dose lasts 4–6 hours. Withdrawal lasts about a week, sometimes longer.';

  it.each([
    ['es', 'Una dosis dura de 4 a 6 horas. La abstinencia dura cerca de un mes, a veces más.'],
    ['es', 'Una dosis dura de 4 a 6 horas. La abstinencia dura cerca de una hora, a veces más.'],
    ['fr', 'Une dose agit 4 à 6 heures. Le manque dure environ un an, parfois plus.'],
    ['de', 'Eine Dosis wirkt 4–6 Stunden. Der Entzug dauert etwa einen Tag, manchmal länger.'],
    ['pl', 'Jedna dawka działa 4–6 godzin. Zespół odstawienny trwa około dnia, czasem dłużej.'],
    ['ru', 'Одна доза действует 4–6 часов. Синдром отмены длится около месяца, иногда дольше.'],
    ['ar', 'يدوم أثر الجرعة الواحدة من 4 إلى 6 ساعات. ويدوم الانسحاب نحو شهر، وأحيانًا أطول.'],
    ['zh-Hans', '一剂作用4–6小时。戒断反应持续约一个月，有时更久。'],
    ['ja', '1回分の効果は4〜6時間です。離脱症状は約1か月続きます。'],
    ['th', 'การเสพหนึ่งครั้งออกฤทธิ์นาน 4–6 ชั่วโมง อาการถอนยาอยู่นานราวหนึ่งเดือน'],
    ['sw', 'Kipimo kimoja hudumu kwa muda wa saa 4–6. Dalili za kuacha hudumu takriban mwezi mmoja.'],
  ])('is another one: %s, %s', (to, translated) => {
    expect(fault(source, translated, to)).toMatch(/^says “.+”, and its source “a week”$/);
  });

  it('is another one: once a month for once a week', () => {
    expect(fault('Call once a week.', 'Llame una vez al mes.', 'es')).toBe(
      'says “mes”, and its source “a week”',
    );
  });

  it.each([
    // By another that is as long, by its number, or by no name of a span.
    ['Wait a day.', 'Attendez 24 heures.', 'fr'],
    ['Wait a week.', 'Esperen 7 días.', 'es'],
    ['Wait a month (30 days).', 'Attendez 30 jours.', 'fr'],
    ['Wait a year.', 'Attendez 12 mois.', 'fr'],
    ['Once a day.', 'Раз в сутки.', 'ru'],
    ['Take it once a week.', 'Wöchentlich einnehmen.', 'de'],
    ['Wait a minute.', 'Espere un momento.', 'es'],
    // What the source speaks of otherwise.
    ['Come for an hour on Monday.', 'Kommen Sie am Montag, dem ersten Tag, kurz vorbei.', 'de'],
    ['Wait a day, until May 5.', '请等到5月5日。', 'zh-Hans'],
    ['Come back in a week, on Monday.', '一周后的星期一再来。', 'zh-Hans'],
    ['Rest for a day at the weekend.', 'Reposez-vous une journée en fin de semaine.', 'fr'],
    // Both are spoken of.
    ['Rest a week each month.', 'Descanse una semana cada mes.', 'es'],
  ])('%s is %s', (source, translated, to) => {
    expect(fault(source, translated, to)).toBeUndefined();
  });
});

describe('a range', () => {
  it.each([
    ['It lasts 4–6 hours.', 'Dura de 6 a 4 horas.', 'es', '6 a 4', '4-6'],
    ['It lasts 4 to 6 hours.', 'Es dauert 6–4 Stunden.', 'de', '6-4', '4 to 6'],
    ['It lasts 1.5–2 hours.', 'Es dauert 2–1,5 Stunden.', 'de', '2-1,5', '1.5-2'],
    ['It lasts 4–6 hours.', 'يدوم من 6 إلى 4 ساعات.', 'ar', '6 إلى 4', '4-6'],
  ])('turned round: %s, %s', (source, translated, to, made, meant) => {
    expect(fault(source, translated, to)).toBe(`says “${made}”, and its source “${meant}”`);
  });

  it.each([
    ['It lasts 4–6 hours.', 'Dura de 4 a 6 horas.', 'es'],
    // What goes down in the source; no order; digits that a text from right to left keeps together.
    ['Count 10 to 1.', 'Cuente de 10 a 1.', 'es'],
    ['Ways 4 and 6 help.', 'Wege 6 und 4 helfen.', 'de'],
    ['It lasts 4–6 hours.', 'זה נמשך 6-4 שעות.', 'he'],
    ['See 4/6 to 6/4.', 'Véase 4/6 a 6/4.', 'es'],
  ])('%s is %s', (source, translated, to) => {
    expect(fault(source, translated, to)).toBeUndefined();
  });
});

it.each([
  ['es', 'una tasa del  %', true],
  ['tr', 'yüzde  % oranı', true],
  ['fa', 'نرخ  ٪', true],
  ['es', 'una tasa del 100 %', false],
  ['tr', '%100 oranı', false],
  ['fa', 'نرخ ۱۰۰٪', false],
  ['de', 'eine volle Quote', false],
])('a share has its number: %s, %s', (to, translated, isLost) => {
  expect(fault('a rate of 100%', translated, to)).toBe(
    isLost ? 'has % without the number that its source has' : undefined,
  );
});

it('a % of no number is for people to read', () => {
  expect(fault('A high percentage of people', 'Un gran % de la gente', 'es')).toBeUndefined();
  expect(fault('The % of people, some 40%', 'El % de personas, un 40 %', 'es')).toBeUndefined();
});
