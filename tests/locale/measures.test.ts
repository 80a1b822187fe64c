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
