/** Two numbers that a translation exchanged between its sentences: all is there, and readers in danger call the wrong one. */
import { describe, expect, it } from 'vitest';
import type { DeclaredNumber } from '../../src/content/index.ts';
import { faultOfText } from '../../src/locale/broken.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'emergency', kind: 'number', display: '911', dial: '911' },
  { name: 'crisis', kind: 'number', display: '988', dial: '988' },
];
const fault = (source: string, to: string, tag: string) => faultOfText(source, 'en', to, tag, declared);

const source = 'In danger call [911](tel:911). To talk, call <helpline:main>.';

describe('numbers of two sentences', () => {
  it.each<[tag: string, from: string, to: string, other?: string]>([
    ['es', source, 'En peligro llame a <helpline:main>. Para hablar, llame al [911](tel:911).'],
    ['ja', source, '危険なときは<helpline:main>へ。話したいときは[911](tel:911)へ。'],
    [
      'ar',
      source,
      'في خطر؟ اتصل بـ <helpline:main>. للحديث اتصل بـ [911](tel:911).',
      'In danger? Call [911](tel:911). To talk, call <helpline:main>.',
    ],
    ['es', 'Take 5 mg. Never take 50 mg.', 'Tome 50 mg. Nunca tome 5 mg.'],
    ['hi', 'In danger call 911; to talk call 988.', 'खतरे में 988 पर कॉल करें; बात करने के लिए 911 पर कॉल करें।'],
    [
      'es',
      '**In danger call 911.** It is free. “To talk call 988.” Any time.',
      '**En peligro llame al 988.** Es gratis. «Para hablar llame al 911.» Siempre.',
    ],
  ])('may not be exchanged: %s: %s', (tag, from, to, other?: string) => {
    expect(fault(other ?? from, to, tag)).toMatch(/^has .+ in the sentence in which its source has .+, and /);
  });

  it.each([
    [source, 'En peligro llame al [911](tel:911). Para hablar, llame a <helpline:main>.'],
    // Another number of sentences tells nothing.
    [source, 'Para hablar llame a <helpline:main>, en peligro al [911](tel:911).'],
    ['Call 988 before you call 911.', 'Antes de llamar al 911 llame al 988.'],
    ['Call 911. 911 is free. So is 988.', 'Llame al 911. El 988 es gratis. También el 911.'],
    ['Take 2.5 mg. Wait 4 hours.', 'Tome 2,5 mg. Espere 4 horas.'],
    ['It took 5 days. Then 5 more. Call 988.', 'Tardó 5 días. Llame al 988. Luego 5 más.'],
  ])('may stand so: %s: %s', (from, to) => {
    expect(fault(from, to, 'es')).toBeUndefined();
  });
});

describe('numbers of one sentence', () => {
  const calls = 'Call 988 or text 741741 at any hour.';
  const known: readonly DeclaredNumber[] = [
    ...declared,
    { name: 'texts', kind: 'number', display: '741741', dial: '741741' },
  ];
  const ways = (to: string, tag: string, from = calls) => faultOfText(from, 'en', to, tag, known);

  it.each([
    ['es', 'Llame al 741741 o envíe un texto al 988 a cualquier hora.'],
    ['fr', 'Appelez le 741741 ou envoyez un SMS au 988 à toute heure.'],
    ['de', 'Rufen Sie 741741 an oder schreiben Sie eine SMS an 988.'],
    ['ru', 'Позвоните по номеру 741741 или отправьте СМС на номер 988.'],
    ['tr', '741741’i arayın ya da 988’e mesaj gönderin.'],
    ['hi', '741741 पर कॉल करें या 988 पर मैसेज भेजें।'],
    ['zh-Hans', '请拨打741741，或发短信至988。'],
    ['ko', '741741로 전화하거나 988로 문자를 보내세요.'],
    ['ar', 'اتصل بالرقم 741741 أو أرسل رسالة نصية إلى 988.'],
    ['vi', 'Gọi 741741 hoặc nhắn tin đến 988 bất cứ lúc nào.'],
    ['sw', 'Piga simu 741741 au tuma ujumbe kwa 988.'],
  ])('may not change places where one is called and one is written to: %s: %s', (tag, to) => {
    expect(ways(to, tag)).toMatch(/^says to write to 988 and to call 741741, /);
    const right = to.replace('988', '#').replace('741741', '988').replace('#', '741741');
    expect(ways(right, tag)).toBeUndefined();
  });

  it.each([
    ['es', 'Escriba al 741741 o llame al 988 a cualquier hora.'],
    ['es', 'Llame o escriba al 988 o al 741741.'],
    ['ja', 'いつでも988に電話するか、741741にメッセージを送ってください。'],
    ['de', 'Unter 988 und 741741 erreichen Sie jemanden.'],
  ])('may stand in another order, or say less: %s: %s', (tag, to) => {
    expect(ways(to, tag)).toBeUndefined();
  });

  it.each([
    ['es', 'Take it every 6 hours for 14 days.', 'Tómelo cada 14 horas durante 6 días.'],
    ['ru', 'Take it every 6 hours for 14 days.', 'Принимайте каждые 14 часов в течение 6 дней.'],
    ['hi', 'Take it every 6 hours for 14 days.', 'इसे 6 दिन तक हर 14 घंटे में लें।'],
    ['ja', 'Take it every 6 hours for 14 days.', '14時間ごとに6日間飲みます。'],
    ['ar', 'Take it every 6 hours for 12 days.', 'تناوله كل 12 ساعة لمدة 6 أيام.'],
    ['fr', 'Take 20 mg for 30 days.', 'Prenez 30 mg pendant 20 jours.'],
    ['sw', 'Open 24 hours, 7 days a week.', 'Saa 7, siku 24 kwa wiki.'],
    ['de', 'Of 100, 20% had it after 12 months.', 'Von 100 hatten es 12% nach 20 Monaten.'],
  ])('may not measure what the other does: %s: %s', (tag, from, to) => {
    expect(fault(from, to, tag)).toMatch(/^says “[^”]+”, and its source “[^”]+”$/);
    expect(fault(from, from, 'en')).toBeUndefined();
  });

  it.each([
    ['es', 'Take it every 6 hours for 14 days.', 'Durante 14 días, tómelo cada 6 horas.'],
    ['hi', 'Take it every 6 hours for 14 days.', 'इसे 14 दिन तक हर 6 घंटे में लें।'],
    ['th', 'Open 24 hours, 7 days a week.', 'เปิด 24 ชั่วโมง 7 วันต่อสัปดาห์'],
    ['sw', 'Open 24 hours, 7 days a week.', 'Hufunguliwa saa 24, siku 7 kwa wiki.'],
    ['pl', 'After 2 weeks take 5 mg for 2 days.', 'Po 2 tygodniach 5 mg przez 2 dni.'],
  ])('may measure the same in another order: %s: %s', (tag, from, to) => {
    expect(fault(from, to, tag)).toBeUndefined();
  });
});
