/**
 * A number measures in a translation what it measures in its source: who reads 10 tablets of 2 mg for 2 tablets of 10 mg takes another
 * dose, though each number is there.
 */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';

const fault = (source: string, translated: string, to: string, from = 'en') =>
  faultOfText(source, from, translated, to, []);

const source = 'Take 2 tablets of 10 mg 3 times a day for 14 days.';
/** The same in the languages of the table, in digits. */
const said: Readonly<Record<string, string>> = {
  en: source,
  es: 'Tome 2 tabletas de 10 mg 3 veces al día durante 14 días.',
  fr: 'Prenez 2 comprimés de 10 mg 3 fois par jour pendant 14 jours.',
  de: 'Nehmen Sie 14 Tage lang 3-mal täglich 2 Tabletten zu 10 mg ein.',
  'pt-BR': 'Tome 2 comprimidos de 10 mg 3 vezes ao dia por 14 dias.',
  it: 'Prenda 2 compresse da 10 mg 3 volte al giorno per 14 giorni.',
  pl: 'Przyjmuj 2 tabletki po 10 mg 3 razy dziennie przez 14 dni.',
  ru: 'Принимайте по 2 таблетки 10 мг 3 раза в день в течение 14 дней.',
  uk: 'Приймайте по 2 таблетки 10 мг 3 рази на день протягом 14 днів.',
  ro: 'Luați 2 comprimate de 10 mg de 3 ori pe zi, timp de 14 zile.',
  tr: '14 gün boyunca günde 3 kez 10 mg’lık 2 tablet alın.',
  vi: 'Uống 2 viên 10 mg, 3 lần mỗi ngày, trong 14 ngày.',
  ko: '10mg짜리 2정을 하루 3회 14일 동안 복용하세요.',
  'zh-Hans': '每次服用2片10毫克药片，每天3次，连续14天。',
  'zh-Hant': '每次服用2顆10毫克藥片，每天3次，連續14天。',
  ja: '10mgを2錠、毎日3回、14日間飲みます。',
  ar: 'تناول 2 قرص عيار 10 ملغ 3 مرات يوميًا لمدة 14 يومًا.',
  fa: '۲ قرص ۱۰ میلی‌گرمی را روزی ۳ بار به مدت ۱۴ روز بخورید.',
  ur: '10 ملی گرام کی 2 گولیاں دن میں 3 بار 14 دن تک لیں۔',
  ps: 'د 10 ملي ګرام 2 ګولۍ د ورځې 3 ځله د 14 ورځو لپاره وخورئ.',
  he: 'יש לקחת 2 כדורים של 10 מ"ג 3 פעמים ביום במשך 14 ימים.',
  hi: '10 मिलीग्राम की 2 गोलियाँ दिन में 3 बार 14 दिन तक लें।',
  ne: '१० मिलिग्रामको २ चक्की दिनको ३ पटक १४ दिनसम्म खानुहोस्।',
  bn: '১০ মিলিগ্রামের ২টি ট্যাবলেট দিনে ৩ বার ১৪ দিন খান।',
  gu: '10 મિલિગ્રામની 2 ગોળીઓ દિવસમાં 3 વખત 14 દિવસ સુધી લો.',
  pa: '10 ਮਿਲੀਗ੍ਰਾਮ ਦੀਆਂ 2 ਗੋਲੀਆਂ ਦਿਨ ਵਿੱਚ 3 ਵਾਰ 14 ਦਿਨਾਂ ਲਈ ਲਓ।',
  ta: '10 மி.கி. 2 மாத்திரைகளை ஒரு நாளைக்கு 3 முறை 14 நாட்களுக்கு எடுத்துக்கொள்ளுங்கள்.',
  te: '10 మి.గ్రా. 2 మాత్రలను రోజుకు 3 సార్లు 14 రోజులు తీసుకోండి.',
  th: 'รับประทานยา 10 มก. ครั้งละ 2 เม็ด วันละ 3 ครั้ง เป็นเวลา 14 วัน',
  lo: 'ກິນຢາ 10 ມກ 2 ເມັດ ມື້ລະ 3 ຄັ້ງ ເປັນເວລາ 14 ມື້.',
  km: 'លេបថ្នាំ 10 មីលីក្រាម 2 គ្រាប់ 3 ដងក្នុងមួយថ្ងៃ រយៈពេល 14 ថ្ងៃ។',
  my: '၁၀ မီလီဂရမ် ၂ လုံးကို တစ်နေ့ ၃ ကြိမ် ၁၄ ရက် သောက်ပါ။',
  am: 'ባለ 10 ሚ.ግ. 2 ኪኒን በቀን 3 ጊዜ ለ14 ቀናት ይውሰዱ።',
  hy: 'Ընդունեք 10 մգ-անոց 2 հաբ օրական 3 անգամ 14 օր։',
  ka: 'მიიღეთ 10 მგ-იანი 2 ტაბლეტი დღეში 3-ჯერ 14 დღის განმავლობაში.',
  el: 'Πάρτε 2 δισκία των 10 mg 3 φορές την ημέρα για 14 ημέρες.',
  so: 'Qaado 2 kiniin oo 10 mg ah 3 jeer maalintii muddo 14 maalmood ah.',
  sw: 'Meza vidonge 2 vya mg 10 mara 3 kwa siku kwa siku 14.',
  ht: 'Pran 2 konprime 10 mg 3 fwa pa jou pandan 14 jou.',
  fil: 'Uminom ng 2 tableta na 10 mg, 3 beses sa isang araw sa loob ng 14 araw.',
};
const digit = /\p{Nd}+/gu;

describe('what a number measures', () => {
  it.each(Object.entries(said))('is kept in %s, and no number stands for another', (tag, text) => {
    expect(fault(source, text, tag)).toBeUndefined();
    const numbers = text.match(digit)!;
    expect(numbers).toHaveLength(4);
    for (const [i, one] of numbers.entries())
      for (const other of numbers) {
        if (one === other) continue;
        let at = 0;
        const wrong = text.replace(digit, (number) => (at++ === i ? other : number));
        expect
          .soft(fault(source, wrong, tag), wrong)
          .toMatch(/^(?:says “[^”]+”, and its source|lacks) “[^”]+”/);
      }
  });
});

describe('another measure', () => {
  it.each([
    ['Take 10 mg twice a day.', 'Tome 2 mg al día.', 'es', '2 mg', 'twice'],
    ['Take 10 mg twice a day.', 'Tome 10 g dos veces al día.', 'es', '10 g', '10 mg'],
    ['Take 10 mg twice a day.', '10 mcg, 2-mal täglich', 'de', '10 mcg', '10 mg'],
    [
      'Take one tablet three times a day.',
      'Tome tres comprimidos una vez al día.',
      'es',
      'tres comprimido',
      'three times',
    ],
    ['Take one tablet three times daily.', '1日1回3錠を飲みます。', 'ja', '3錠', 'three times'],
    ['Take 1 tablet of 10 mg.', 'Tome 1 mg.', 'es', '1 mg', '1 tablet'],
    ['Wait 4 years, 11 months.', 'Attenda 4 anni, 11 giorni.', 'it', '11 giorni', '11 months'],
    ['It lasts 5 to 7 days.', 'Dura 5 horas.', 'es', '5 horas', '5 7 days'],
    ['Wait 30 minutes.', 'انتظر 30 ساعة.', 'ar', '30 ساعة', '30 minutes'],
    ['Costs $5.', 'Toma 5 mg.', 'es', '5 mg', '$5'],
    ['Step 2: take 10 mg.', 'Paso 2: tome 10 g.', 'es', '10 g', '10 mg'],
    ['18 mg, from 9 a.m. to 5 p.m.', '18 h, de 9 h à 17 h.', 'fr', '18 h', '18 mg'],
    ['Dreimal täglich 10 mg.', 'Take 3 mg.', 'en', '3 mg', 'dreimal', 'de'],
  ])('is told: %s: %s', (from, to, tag, said, meant, of = 'en') => {
    expect(fault(from, to, tag, of)).toBe(`says “${said}”, and its source “${meant}”`);
  });

  it.each([
    ['Take 10 mg twice a day.', 'Tome 10 mg 2 veces al día.', 'es'],
    ['Dreimal täglich 10 mg.', 'Take 10 mg 3 times a day.', 'en', 'de'],
    ['Take one tablet daily.', 'Prenez 1 comprimé 1 fois par jour.', 'fr'],
    // What measures is not known, or the number stands for two things.
    ['Take 10 of them.', 'Tome 10 mg.', 'es'],
    ['Wait 2 hours. Take 2 of them.', 'Espere 2 horas. Tome 2 mg.', 'es'],
    ['From 10 a.m. to 6 p.m., 18 mg', 'De 10 h à 18 h, 18 mg', 'fr'],
    ['It lasts 5 to 7 days.', 'Dura de 5 a 7 días.', 'es'],
    ['3 nights', '3 días', 'es'],
    // In words that other languages have too.
    ['Take 3 tablets once a day.', 'Uống ba viên một ngày.', 'vi'],
  ])('is not told where it may be right: %s: %s', (from, to, tag, of = 'en') => {
    expect(fault(from, to, tag, of)).toBeUndefined();
  });
});

describe('a span of time', () => {
  it.each([
    ['Wait two weeks.', 'Warten Sie 14 Tage.', 'de'],
    ['Wait two weeks.', 'Attendez 15 jours.', 'fr'],
    ['Wait two weeks.', 'Espere 15 días.', 'es'],
    ['In 48 hours', 'En 2 días', 'es'],
    ['In 2 days', '48時間以内', 'ja'],
    ['An hour and a half', '90 минут', 'ru'],
    ['After a year', 'Po 12 miesiącach', 'pl'],
    ['After 18 months', 'Después de un año y medio', 'es'],
    ['Wait 15 minutes.', 'Warten Sie eine Viertelstunde.', 'de'],
    ['Nach 14 Tagen', 'After 2 weeks', 'en', 'de'],
  ])('may be said by another unit: %s: %s', (from, to, tag, of = 'en') => {
    expect(fault(from, to, tag, of)).toBeUndefined();
  });

  it.each([
    ['Wait two weeks.', 'Warten Sie 15 Tage.', 'de', '15'],
    ['Wait two weeks.', 'Attendez 13 jours.', 'fr', '13'],
    ['Wait one week.', 'Attendez 15 jours.', 'fr', '15'],
    ['In 48 hours', 'En 3 días', 'es', '3'],
    ['After a year', 'Po 13 miesiącach', 'pl', '13'],
    ['After 2 months', 'Nach 60 Tagen', 'de', '60'],
  ])('may not be another one: %s: %s', (from, to, tag, number) => {
    expect(fault(from, to, tag)).toBe(`has the number ${number}, which its source does not have`);
  });
});

describe('a number of the source', () => {
  it.each([
    ['No more than 40 tablets a month.', 'No demasiadas tabletas al mes.', 'es', '40'],
    ['For people over 65 and under 18.', 'Para mayores de 65.', 'es', '18'],
    ['Call within 72 hours.', 'Llame pronto.', 'es', '72'],
    ['About 12,000 people call.', 'Mucha gente llama.', 'es', '12000'],
    ['Take 13 of them.', 'Tome algunas.', 'es', '13'],
    ['Open until 18:20.', 'Abierto.', 'es', '20'],
    ['Room 31, May 30', 'Mayo', 'es', '31'],
  ])('may not be lost: %s: %s', (from, to, tag, number) => {
    expect(fault(from, to, tag)).toBe(`lacks the number ${number}, which its source has`);
  });

  it.each([
    ['Take 5 mg, then 10 mg.', 'Tome 5 mg, luego 5 mg.', 'es', '10 mg'],
    ['Give 2 ml.', 'Dé un poco.', 'es', '2 ml'],
  ])('may not be lost where it is a dose: %s: %s', (from, to, tag, dose) => {
    expect(fault(from, to, tag)).toBe(`lacks “${dose}”, which its source has`);
  });

  it.each([
    ['Take 12 of them.', 'Tome una docena.', 'es'],
    ['Call 24 hours a day, 365 days a year.', 'Llame a cualquier hora, todo el año.', 'es'],
    ['50 of 100 people', 'La mitad de la gente', 'es'],
    ['99 percent', '百分之九十九', 'zh-Hans'],
    ['Within 14 days', '十四天内', 'zh-Hans'],
    ['For 42 weeks', 'Pendant quarante-deux semaines', 'fr'],
    ['Open from 13:30', 'Geöffnet ab halb zwei', 'de'],
    ['Open from 13:30', 'Hufunguliwa saa 7 na nusu', 'sw'],
    ['In 1998', 'พ.ศ. 2541', 'th'],
    ['On May 30', 'آخر مايو', 'ar'],
    ['The H1N14 flu', 'La gripe', 'es'],
    ['About 1.5 million people', '約150万人', 'ja'],
  ])('may be said otherwise: %s: %s', (from, to, tag) => {
    expect(fault(from, to, tag)).toBeUndefined();
  });
});

describe('a day of the calendar', () => {
  it.each([
    ['Since January 1st, 1970', 'Seit dem 01.01.1970', 'de'],
    ['Since January 1st, 1970', '1970-01-01 から', 'ja'],
    ['Until 31.12.2026', 'Until December 31, 2026', 'en', 'de'],
  ])('may be written in digits, and in words: %s: %s', (from, to, tag, of = 'en') => {
    expect(fault(from, to, tag, of)).toBeUndefined();
  });

  it.each([
    ['Since January 1st, 1970', 'Seit dem 02.01.1970', 'de'],
    ['Since January 1st, 1970', '1970-11-01 から', 'ja'],
  ])('is the same day: %s: %s', (from, to, tag) => {
    expect(fault(from, to, tag)).toMatch(/^has the number \d+, which its source does not have$/);
  });
});

describe('how far, how heavy and how much', () => {
  it.each([
    ['It is 2 miles away.', 'Está a 2 kilómetros.', 'es'],
    ['Stay 6 feet apart.', 'Abstand: 6 Meter', 'de'],
    ['If you lose 5 pounds', 'Si pierde 5 kilos', 'es'],
    ['8 ounces', '8 litres', 'fr'],
    ['Take 2 teaspoons.', 'Tome 2 cucharadas.', 'es'],
    ['Take 1 tablespoon twice, or 2 tablespoons once.', 'Dwa razy 1 łyżka albo 2 łyżeczki raz.', 'pl'],
    ['Take 2 tablespoons.', '服用2茶匙。', 'zh-Hans'],
  ])('%s is not %s', (source, translated, to) => {
    expect(fault(source, translated, to)).toMatch(/^says “.+”, and its source “.+”$/);
  });

  it.each([
    ['It is 2 miles away.', 'Está a 2 millas.', 'es'],
    ['Stay 6 feet apart.', 'ابقَ على بعد 6 أقدام.', 'ar'],
    ['If you lose 5 pounds', 'Si vous perdez 5 livres', 'fr'],
    ['Take 2 teaspoons.', 'Tome 2 cucharadas de té.', 'es'],
    ['Take 2 teaspoons.', 'Tome dos cucharaditas.', 'es'],
    ['Take 2 tablespoons.', 'Prenez 2 cuillères à soupe.', 'fr'],
    ['Take 2 tablespoons.', '大さじ2杯を飲みます。', 'ja'],
    ['Drink 2 liters a day.', 'Пейте 2 литра в день.', 'ru'],
  ])('%s is %s', (source, translated, to) => {
    expect(fault(source, translated, to)).toBeUndefined();
  });
});
