import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
];
const codes = (text: string) => dialableFaults(text, declared, {}).map(({ code }) => code);

describe('a short code that nobody declared', () => {
  it.each([
    'Emergency: 912.',
    'Emergency 119',
    'Emergenza, n. 912',
    'Le 912 oriente et soutient.',
    'Le 912 nous guide.',
    'El 912 cuida de todos.',
    'Il 912 accompagna chi soffre.',
    'Το 912 στηρίζει.',
    '912が対応します',
    '912是急救电话',
    '912 ให้บริการ',
    'Dal 2013, n. 912',
    'Legge del 2013: n. 912',
    'The number is 919.',
    '912 is the number for emergencies.',
    'Use 921.',
    'Exit. 912.',
    'Exit here: 912',
    'Rue de Lausanne. 912.',
    'rue: appelez le 912',
    'Straße? 912',
    '전화로 912',
    '119番または912番',
    'Press 811 on your phone.',
    'TEL-912',
    'Overdose? 912',
    '912 in an emergency',
    'Police 919, ambulance 921',
    'Poison control: 9-1-2',
    'Poison control: 9·1·2',
    'الطوارئ ٩١٢',
    '急救 912',
    'आपातकाल में 912 पर',
  ])('is told where it is nearly a declared one: %s', (text) => {
    expect(codes(text)).toContain('NUMBER_NEAR_MISS');
  });

  it.each([
    '112',
    '999',
    '988',
    '000',
    '111',
    '3114',
    '85258',
    '131114',
    '116123',
    '741741',
    '741742',
    '838255',
  ])('is told where people know it: %s', (code) => {
    expect(codes(`Emergency: ${code}.`)).not.toEqual([]);
    expect(codes(`911 (${code} in Europe)`)).not.toEqual([]);
  });

  it.each([
    ...'in is for or and to on at if when from first now instead not'.split(' '),
    ...'emergency emergencies police ambulance fire crisis poison right immediately'.split(' '),
    ...'ist im für bei oder und est en pour ou et es para o y si è per se é em este pentru'.split(' '),
    ...'w lub jest в при или для або في عند أو هو در یا پر ته पर को या है मा ਤੇ ਨੂੰ পর ను కు'.split(' '),
    ...'helps always hilft rund répond vous atiende risponde atende funcționează czynny работает працює'.split(
      ' ',
    ),
    ...'είναι ücretsizdir trả 은 مجاني رایگان זמין ہمیشہ हमेशा ਹਮੇਸ਼ਾ সবসময় હંમેશા இலவசம் ఉచితం'.split(' '),
    ...'ni bure waa libre gratis անվճար უფასოა ነው'.split(' '),
  ])('is told where a word follows that counts nothing: 912 %s', (word) => {
    expect(codes(`912 ${word} …`)).toEqual(['NUMBER_NEAR_MISS']);
    expect(codes(`912 ${word}q …`)).toEqual([]);
  });

  it.each([
    ...[
      'Take I-95 exit 112.',
      'Αίθουσα 112, 1ος όροφος',
      'au 112 rue de la Paix',
      'au 112, rue de la Paix',
      '112, rue de la Paix, 75002 Paris',
      'al 112 de la calle Mayor',
      'el 112 por ciento',
      'les 912 personnes',
      'le 912e appel',
      'o 912 przypadków więcej',
      '912人',
      'Legge 15 ottobre 2013, n. 119',
      'Ley 26.485 de 2009, n° 112',
      'Exit 912, then left',
      'Highway 17, km 912',
      'mile marker 112',
      'junction 112',
    ],
    ...[
      'rue de Lausanne 112, 1202 Genève',
      'Calle 5 de Mayo 912, interior 3',
      'Hauptstraße 112',
      'Bahnhofstr. 112',
      'Oppelner Straße 112, 53119 Bonn',
      'Konrad-Adenauer-Ring 112',
      'Via Roma 112, 00184 Roma',
      'Strada Lungă nr. 112',
      'Λεωφόρος Κηφισίας 112',
      'Kungsgatan 112',
      'Alameda Santos, 112',
      '112 W. Town St.',
      'بيروت، شارع الحمرا 112',
      'مبنى 112',
      'خیابان ولیعصر 112',
      'רחוב הרצל 112, תל אביב',
      'İstiklal Caddesi No: 112',
      'ул. Ленина, д. 112',
    ],
    ...[
      'вул. Хрещатик, 112',
      '세종대로 112',
      'غرفة رقم 112',
      'ห้อง 112',
      'ทางออก 112',
      'chambre 112',
      'Zimmer Nr. 112',
    ],
    ...['BP 112', 'SAMU, bâtiment 912', 'มาตรา 112', 'कमरा नंबर 112', 'silid 112', 'chumba 112'],
    'We asked 919 people.',
    ...['BR-919', 'km 3 of the A-112', '91º', '11º', 'a 9ª e a 91ª'],
    ...['Hauptstraße 911, 10115 Berlin', 'rue de Lyon 911, 75012 Paris'],
    '112 of them stayed.',
    'It took 912 days.',
    '912人が答えた',
    'Take 112 mg.',
    'pp. 912, 919',
    'page 912',
    'Postal code 912',
    'כתובת, מיקוד 912',
    'Room 112',
    'Routes 434 and 912',
    'n = 919',
    'Below 112% of it.',
    '$912',
    'Version 1.1.2',
    'F11.9',
    'B912',
    'Scores go from 0 to 100.',
    'The answer is 427.',
    'A block of 741 900 bricks.',
    'article-112',
    'Emergency: 911.',
  ])('may be an everyday number: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('may be a number that the source of a translation has', () => {
    expect(dialableFaults('912 in total', declared, {}, new Set(['912']))).toEqual([]);
  });
});

describe('a postcode that is a digit off a code of five', () => {
  const code: DeclaredNumber = { name: 'words', kind: 'number', display: '85258', dial: '85258' };
  const told = (text: string) => dialableFaults(text, [code], {}).map(({ code }) => code);
  it.each([
    '8 Elm St., Scottsdale, AZ 85251',
    'Musterstraße 5, 85251 Musterstadt',
    'Ring 4, Musterstr. 5a, D-85251 Musterstadt.',
    '24 bis rue de la Paix, 85251 Ville',
    'via Roma 5, 85251 Parma',
    'Musterstraße 5, 85251',
  ])('is one: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
  it.each([
    'Text AZ 85251',
    'Text HELP, AZ 85251',
    'Scottsdale AZ 85251',
    'Hilfe: 85251 Musterstadt',
    'Musterstraße 5, rufen Sie 85251 Musterstadt',
    'Musterstraße 5, 85251-0 Ort',
    'rue de la Paix, 85251 Ville',
  ])('is none: %s', (text) => {
    expect(told(text)).toEqual(['NUMBER_NEAR_MISS']);
  });
});

describe('letters alone that look like digits', () => {
  it.each([
    'Call gll',
    'Dial qII now',
    'Call IOI',
    'Text 𝗀ll'.normalize('NFKC'),
    'BOO-BSS-IEGO',
    'BOO BSS IEGO',
    '(BOO) BSS-IZGO',
  ])('are a number: %s', (text) => {
    expect(codes(text)).not.toEqual([]);
  });

  it.each([
    'Call Bill',
    'Call Gil',
    'Ask gll',
    'Call Bob',
    'Call Sis',
    'text SOS',
    'BOO-BSS-IGO',
    'BOO-BOO-BOOO',
    'Oil, gas, soil',
  ])('are words: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('are a number wherever its groups begin, also behind words as long', () => {
    const child: DeclaredNumber = {
      name: 'child',
      kind: 'helpline',
      display: '0800 1111',
      dial: '+448001111',
    };
    const told = (text: string) => dialableFaults(text, [child], {}).map(({ code }) => code);
    for (const text of ['OBOO IIII', 'Your OBOO IIII', 'This line: OBOO IIII'])
      expect([text, told(text)]).toEqual([text, ['NUMBER_DISGUISED']]);
    for (const text of ['Your OBOO', 'Your Aunt Line', 'Your OBOO, IIII'])
      expect([text, told(text)]).toEqual([text, []]);
  });
});

describe('a code with a digit more or less', () => {
  const declared = ['3114', '12356'].map((dial) => ({
    name: `n${dial}`,
    kind: 'number' as const,
    display: dial,
    dial,
  }));
  const told = (text: string) => dialableFaults(text, declared, {}).map(({ code }) => code);

  it.each(['Le 311 est un service public.', 'Le 31144 répond jour et nuit.', 'Il 1256 risponde sempre.'])(
    'is told where its article makes a code of it: %s',
    (text) => {
      expect(told(text)).toEqual(['NUMBER_NEAR_MISS']);
    },
  );

  it.each(['Au 311, rue de la Paix', 'Page 311', 'We are at 1256 now.', 'Le 412 est un service.'])(
    'is none elsewhere: %s',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});
