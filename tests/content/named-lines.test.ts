/** A code that a text says is a line’s, as directories list them: what it is called stands behind it, or who answers. */
import { describe, expect, it } from 'vitest';
import { lineNames } from '../../src/content/words/line-names.ts';
import { listed } from '../../src/content/words/listed.ts';
import { languages } from '../../src/locale/index.ts';
import { codesOf } from './spelled.ts';

/** By language, how it says of one number what it is. */
const saysOf: Readonly<Record<string, (code: string, name: string) => string>> = {
  am: (code, name) => `${code} ${name} ነው`,
  ar: (code, name) => `${code} هو ${name}`,
  bn: (code, name) => `${code} একটি ${name}`,
  de: (code, name) => `${code} ist ${name}`,
  el: (code, name) => `Το ${code} είναι ${name}`,
  en: (code, name) => `${code} is the ${name}`,
  es: (code, name) => `El ${code} es ${name}`,
  fa: (code, name) => `${code} ${name} ملی است`,
  fil: (code, name) => `${code} ay ${name}`,
  fr: (code, name) => `Le ${code} est ${name}`,
  gu: (code, name) => `${code} એક ${name} છે`,
  he: (code, name) => `${code} הוא ${name}`,
  hi: (code, name) => `${code} राष्ट्रीय ${name} है`,
  ht: (code, name) => `${code} se yon ${name}`,
  hy: (code, name) => `${code} ${name}ն է`,
  it: (code, name) => `${code} è ${name}`,
  ja: (code, name) => `${code}は${name}です`,
  ka: (code, name) => `${code} არის ${name}`,
  km: (code, name) => `${code} គឺជា${name}`,
  ko: (code, name) => `${code}는 ${name}입니다`,
  lo: (code, name) => `${code} ແມ່ນ${name}`,
  my: (code, name) => `${code} သည် ${name} ဖြစ်သည်`,
  ne: (code, name) => `${code} राष्ट्रिय ${name} हो`,
  pa: (code, name) => `${code} ਇੱਕ ${name} ਹੈ`,
  pl: (code, name) => `${code} to ${name}`,
  ps: (code, name) => `${code} ${name} ده`,
  pt: (code, name) => `O ${code} é ${name}`,
  ro: (code, name) => `${code} este ${name}`,
  ru: (code, name) => `${code} — ${name}`,
  so: (code, name) => `${code} waa ${name}`,
  sw: (code, name) => `${code} ni ${name}`,
  ta: (code, name) => `${code} என்பது ${name}`,
  te: (code, name) => `${code} ఒక ${name}`,
  th: (code, name) => `${code} คือ${name}`,
  tr: (code, name) => `${code} ulusal ${name}`,
  uk: (code, name) => `${code} — ${name}`,
  ur: (code, name) => `${code} ایک ${name} ہے`,
  vi: (code, name) => `${code} là ${name}`,
  zh: (code, name) => `${code}是${name}`,
};

const rows = Object.entries(saysOf).flatMap(([tag, says]) =>
  listed(lineNames[tag]!.names).map((name) => [tag, says('394', name.replace('*', ''))] as const),
);

describe('a code that is said to be a line’s', () => {
  it('is known in every language', () => {
    const missing = Object.keys(languages)
      .map((tag) => new Intl.Locale(tag).language)
      .filter((tag) => saysOf[tag] === undefined);
    expect(missing).toEqual([]);
  });

  it.each(rows)('is told: %s: %s', (_, text) => {
    expect(codesOf(`${text}.`)).toEqual(['NUMBER_UNDECLARED']);
    expect(codesOf(`We are here. ${text}.`)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ...['394 is a toll-free line for parents.', 'Line 394 is a national hotline.', '394 (national helpline)'],
    ...[
      '394 - National Crisis Line',
      '394: 24-hour helpline',
      '394 Crisis Line',
      '394 Línea de Protección a Niños',
    ],
    ...['394 Emergenza infanzia', '1530 – Emergenza in mare', '394 Telefono amico', '394 Ligne d’écoute'],
    ...['394 – telefon zaufania dla dzieci', '394 心理援助热线', '394 자살예방상담전화', '394 สายด่วนสุขภาพจิต'],
    ...[
      '394 offers free support, day and night.',
      'El 394 ofrece apoyo.',
      'Il 394 accoglie tutti.',
      'Die 394 bietet Hilfe.',
    ],
    ...[
      '394 работает круглосуточно.',
      '394 працює цілодобово.',
      '394 działa całą dobę.',
      '394 يعمل على مدار الساعة.',
    ],
    ...[
      'Línea 024',
      'Línea de atención a la mujer 394.',
      'الخط الساخن للصحة النفسية 16329',
      'Helpline for parents: 394',
    ],
    ...[
      '394 from any phone',
      '394 desde el móvil',
      '394 depuis un mobile',
      '394 с мобильного',
      '394 da cellulare',
    ],
    ...['Elterntelefon: 394', 'Kindernotruf 394', 'Quitline: 394', 'Samaritans: 394.'],
    ...['Police Information: 139', 'Emergency medical service (private): 14112', 'Lifeline: 1800-2000'],
    '(02) 8804-HOPE',
  ])('is told wherever that stands: %s', (text) => {
    expect(codesOf(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ...[
      '394, numéro national d’écoute',
      '394 – call or text, day and night',
      '394 (24 hours)',
      '394 (24 மணி நேரமும்)',
    ],
    ...[
      '12399，24小时',
      '394は無料です',
      '394는 무료입니다',
      '394是免费的',
      '999 works from any phone.',
      'Mobile phones – 394',
    ],
    ...[
      '1888 is the national helpline.',
      'Text HOME (English) or HOLA (Spanish) to 62144.',
      'By calling 1980.',
    ],
  ])('is told where something else says so: %s', (text) => {
    expect(codesOf(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ['12 is the national emergency number.', '112'],
    ['999 and 12 are the emergency numbers.', '112'],
    ['12 or 999', '112'],
    ['From mobile phones – 12', '112'],
    ['11 Ambulance', '118'],
    ['Supportline 17', '179'],
    ['10 provides support.', '106'],
    ['Call 102 for the police and 13 for an ambulance.', '103'],
  ])('is told of a code with a digit too few: %s', (text, code) => {
    expect(codesOf(text, code, '999', '102')).toEqual(['NUMBER_NEAR_MISS']);
  });

  it.each([
    ['113 Acil Çağrı Merkezi’ni arayın.', '112'],
    ['1099 नंबर पर दिन-रात कॉल करें।', '1098'],
    ['በ 953 ነፃ የስልክ መስመር ይደውሉ።', '952'],
    ['117 000 offers support.', '116000'],
  ])('is told of a code with another digit, however the sentence goes on: %s', (text, code) => {
    expect(codesOf(text, code)).toEqual(['NUMBER_NEAR_MISS']);
  });

  it('is told with a hash that the declared one has not', () => {
    expect(codesOf('迷ったら #119', '119')).toEqual(['NUMBER_DISGUISED']);
    expect(codesOf('Unit #119', '119')).toEqual([]);
  });

  it('is told of several in a row', () => {
    expect(codesOf('190 and 192 are the emergency numbers.')).toEqual([
      'NUMBER_UNDECLARED',
      'NUMBER_UNDECLARED',
    ]);
  });

  it('is told beside another line that is declared', () => {
    expect(codesOf('Shelter: 116016, Mind: 394.', '116016')).toEqual(['NUMBER_UNDECLARED']);
    expect(codesOf('Shelter – 116016; Mind – 394', '116016')).toEqual(['NUMBER_UNDECLARED']);
  });

  it('is told as nearly a declared one, also with a digit too few', () => {
    expect(codesOf('311 est le numéro national d’écoute.', '3114')).toEqual(['NUMBER_NEAR_MISS']);
    expect(codesOf('114 Emergenza maltrattamenti', '112')).toEqual(['NUMBER_NEAR_MISS']);
  });

  it.each([
    ...[
      '130 helplines are listed.',
      '394 is the number of calls to the helpline.',
      '140 is high for blood pressure.',
    ],
    ...[
      '300 emergency visits a day',
      '150 crisis line volunteers',
      '394 hotline calls',
      '130 Helplines in Europa',
    ],
    ...['130か国以上のヘルプライン', '394条热线', '394个心理援助热线', '394개 상담전화'],
    ...[
      '394 personnes ont appelé la ligne.',
      'Le 394 de la rue',
      '140 es un valor alto.',
      '394 — это число звонков.',
    ],
    ...[
      'Helpline calls in 2024: 394.',
      'Llamadas a la línea en 2024: 394.',
      'Toma la línea 394.',
      'Autobús, línea 394.',
    ],
    ...[
      'Total: 394 (24 women)',
      '394 people, 24 hours a day',
      '1955 – the first helpline opens',
      'B12, 24 hours a day',
    ],
    ...[
      '300 suicide deaths',
      'We train 150 hotline counselors.',
      'Notfälle: 394 im Jahr',
      'Καλέστε 10–12.',
      'Visits: 9118',
    ],
    ...['Years 1800–2000', '116 000 people', 'Emergency rooms: 394', 'Room 394, Helpline Center'],
  ])('is none where something is counted: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it.each([
    ...[
      '394 nurses called the helpline.',
      '120 firefighters used a support line.',
      '150 schools teach the helpline number.',
    ],
    ...[
      '394 Schülerinnen nutzten das Hilfetelefon.',
      '394 Notruf-Säulen stehen an Autobahnen.',
      '394 = helpline calls in 2023',
    ],
    ...[
      '394 agriculteurs ont appelé la ligne.',
      '394 refugiados llamaron por teléfono.',
      '394 farmacie espongono il numero verde.',
    ],
    ...[
      '394 farmácias mostram o telefone.',
      '394 rolnikom pomógł telefon zaufania.',
      '394 fermieri au sunat la linie.',
    ],
    ...[
      '394 фермера позвонили на телефон доверия.',
      '394 біженцям допоміг телефон довіри.',
      '394 αγρότες κάλεσαν τη γραμμή.',
    ],
    ...[
      '394 مزارعا استخدموا الخط الساخن.',
      '394 خط کمک در کشور فعال است.',
      '394 magsasaka ang tumawag sa hotline.',
    ],
    ...[
      '394 թեժ գիծ է գործում։',
      '394 ცხელი ხაზი არის ქვეყანაში.',
      '394 เกษตรกรโทรสายด่วน',
      '394 ຊາວນາໂທຫາສາຍດ່ວນ',
    ],
    ...[
      '394 農家がホットラインを利用しました。',
      '394はホットラインの件数です。',
      'ホットライン相談件数：394',
    ],
    ...[
      '394位农民拨打了热线',
      '394是热线接听的次数。',
      '热线接听数：394',
      '394 농민이 핫라인을 이용했습니다.',
      '394은 핫라인 상담 건수입니다.',
    ],
    ...[
      'Transporte: línea 120',
      'Fermata: Ospedale, linea 394.',
      'Autobuz: linia 394.',
      '394 numaralı otobüs hattıdır.',
    ],
    ...['1962 é o ano da primeira linha.', '1995は最初のホットラインができた年です。'],
  ])('is none where somebody turns to a line, or something is said of one: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it.each([
    'Step 12: police',
    'Frage 12: Notfall',
    'Fiche 12 : ambulance',
    'Вопрос 12: полиция',
    'Adım 12: ambulans',
    '12 is a good age to learn emergency numbers.',
  ])('is none with a digit too few where it counts what has a name: %s', (text) => {
    expect(codesOf(text, '112')).toEqual([]);
  });

  it.each([
    ['6 in every 100 in a given week', '101'],
    ['Una de cada 100.', '101'],
    ['Tansiyon 180’in üzerindeyse 112’yi arayın.', '112'],
    ['Visits: 9118', '911'],
    ['910 Oak Road, Springfield', '911'],
  ])('is none where it counts, and is nearly a declared one: %s', (text, code) => {
    expect(codesOf(text, code)).toEqual([]);
  });

  it.each([
    ...['Shelter: 116016. Calls: 394.', 'Phone: 116016. Capacity: 120.', 'Shelter: 116016, Room: 394.'],
    ...[
      'Shelter: 116016, Preis: 120',
      'تلفن: 116016. تخت: 120.',
      'फ़ोन: 116016. बिस्तर: 120.',
      'Telepono: 116016. Bayad: 120.',
    ],
    ...[
      'โทรศัพท์: 116016 ราคา: 120',
      'Довіра: 116016; Пульс: 120',
      'いのち：116016、血圧：120',
      'தொலைபேசி: 116016. அறைகள்: 120.',
    ],
  ])('is none beside a declared one that counts: %s', (text) => {
    expect(codesOf(text, '116016')).toEqual([]);
  });
});
