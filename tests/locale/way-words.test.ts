/** Each language says that a number is called, and that another is written to: who reads them exchanged calls what only takes texts. */
import { describe, expect, it } from 'vitest';
import type { DeclaredNumber } from '../../src/content/index.ts';
import { faultOfText } from '../../src/locale/broken.ts';
import { publicLocales } from '../../src/locale/index.ts';

const declared: readonly DeclaredNumber[] = ['988', '741741'].map((number) => ({
  name: `n${number}`,
  kind: 'number',
  display: number,
  dial: number,
}));
const source = 'Call 988 or text 741741.';
/** The same in each language. */
const said: Readonly<Record<string, string>> = {
  en: source,
  es: 'Llame al 988 o envíe un mensaje de texto al 741741.',
  'zh-Hans': '请拨打988，或发短信至741741。',
  'zh-Hant': '請撥打988，或傳簡訊至741741。',
  vi: 'Gọi 988 hoặc nhắn tin đến 741741.',
  ko: '988로 전화하거나 741741로 문자를 보내세요.',
  fil: 'Tumawag sa 988 o mag-text sa 741741.',
  ru: 'Позвоните по номеру 988 или отправьте СМС на номер 741741.',
  ar: 'اتصل بالرقم 988 أو أرسل رسالة نصية إلى 741741.',
  ht: 'Rele 988 oswa voye yon mesaj tèks bay 741741.',
  fr: 'Appelez le 988 ou envoyez un SMS au 741741.',
  pl: 'Zadzwoń pod 988 lub wyślij SMS na 741741.',
  'pt-BR': 'Ligue para 988 ou envie uma mensagem para 741741.',
  it: 'Chiama il 988 o invia un SMS al 741741.',
  ja: '988に電話するか、741741にメッセージを送ってください。',
  de: 'Rufen Sie 988 an oder schreiben Sie eine SMS an 741741.',
  fa: 'با 988 تماس بگیرید یا به 741741 پیامک بفرستید.',
  uk: 'Зателефонуйте на 988 або надішліть СМС на 741741.',
  hi: '988 पर कॉल करें या 741741 पर मैसेज भेजें।',
  ne: '988 मा फोन गर्नुहोस् वा 741741 मा म्यासेज पठाउनुहोस्।',
  ur: '988 پر کال کریں یا 741741 پر ٹیکسٹ بھیجیں۔',
  bn: '988 নম্বরে কল করুন বা 741741 নম্বরে টেক্সট পাঠান।',
  gu: '988 પર કૉલ કરો અથવા 741741 પર મેસેજ મોકલો.',
  pa: '988 ਨੂੰ ਕਾਲ ਕਰੋ ਜਾਂ 741741 ਨੂੰ ਮੈਸੇਜ ਭੇਜੋ।',
  ta: '988 ஐ அழையுங்கள் அல்லது 741741 க்கு குறுஞ்செய்தி அனுப்புங்கள்.',
  te: '988 కు కాల్ చేయండి లేదా 741741 కు సందేశం పంపండి.',
  th: 'โทร 988 หรือส่งข้อความไปที่ 741741',
  lo: 'ໂທ 988 ຫຼື ສົ່ງຂໍ້ຄວາມຫາ 741741.',
  km: 'ទូរស័ព្ទទៅ 988 ឬផ្ញើសារទៅ 741741។',
  my: '988 ကို ဖုန်းခေါ်ပါ သို့မဟုတ် 741741 သို့ စာပို့ပါ။',
  am: 'ወደ 988 ይደውሉ ወይም ወደ 741741 መልእክት ይላኩ።',
  hy: 'Զանգահարեք 988 կամ հաղորդագրություն ուղարկեք 741741։',
  ka: 'დარეკეთ 988-ზე ან გაგზავნეთ შეტყობინება 741741-ზე.',
  he: 'התקשרו ל-988 או שלחו הודעה ל-741741.',
  el: 'Καλέστε το 988 ή στείλτε μήνυμα στο 741741.',
  so: 'Wac 988 ama fariin u dir 741741.',
  sw: 'Piga simu 988 au tuma ujumbe kwa 741741.',
  ps: '988 ته زنګ ووهئ یا 741741 ته پیغام ولیږئ.',
  tr: '988’i arayın ya da 741741’e mesaj gönderin.',
  ro: 'Sunați la 988 sau trimiteți un SMS la 741741.',
};
const exchanged = (text: string) =>
  text.replace(/988|741741/g, (number) => (number === '988' ? '741741' : '988'));

it('has a text of each language', () => {
  expect(Object.keys(said)).toEqual(publicLocales);
});

describe('a number that is called, and one that is written to', () => {
  it.each(Object.entries(said))('change places in no translation: %s: %s', (tag, text) => {
    const from = tag === 'en' ? 'es' : 'en';
    for (const form of ['NFC', 'NFD'] as const) {
      expect(faultOfText(said[from]!, from, text.normalize(form), tag, declared)).toBeUndefined();
      expect(faultOfText(said[from]!, from, exchanged(text).normalize(form), tag, declared)).toMatch(
        /^says to write to 988 and to call 741741, and its source the other way round$/,
      );
    }
  });

  it.each([
    ['Call 988.', 'Escriba al 988.'],
    ['Call 988 or text 741741.', 'Escriba al 988 o al 741741.'],
    ['Call 988 or text 741741.', 'Llame al 988 o al 741741.'],
    ['Call 988 or 741741.', 'Llame al 741741 o escriba al 988.'],
    ['Text 988 or 741741.', 'Llame al 741741 o escriba al 988.'],
    // Of one it is said both ways.
    ['Call 988, text 988 or text 741741.', 'Llame al 741741, llame al 988 o escriba al 988.'],
    ['Call 988 or text 741741.', 'Llame al 741741, escriba al 741741 o escriba al 988.'],
  ])('are told only where it is said of both: %s: %s', (from, to) => {
    expect(faultOfText(from, 'en', to, 'es', declared)).toBeUndefined();
  });

  it('are told as often as they are said', () => {
    const twice = 'Call 988, call 988 or text 741741.';
    expect(
      faultOfText(twice, 'en', 'Escriba al 988, escriba al 988 o llame al 741741.', 'es', declared),
    ).toMatch(/^says to write to 988 and to call 741741, /);
  });
});
