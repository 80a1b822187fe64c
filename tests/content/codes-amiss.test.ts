/** A code in a text that nobody of us wrote: with a digit too few or too many, of two digits, in groups, dictated; and what only looks so. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const declaredAs = (...numbers: readonly string[]): readonly DeclaredNumber[] =>
  numbers.map((display, i) => ({
    name: `n${i}`,
    kind: i === 0 ? 'helpline' : 'number',
    display,
    dial: display.length > 8 ? `+1${display.replace(/\D/g, '')}` : display.replace(/[^\d*#]/g, ''),
  }));
const told = (text: string, ...numbers: readonly string[]) =>
  dialableFaults(text, declaredAs(...numbers), {}).map(({ code }) => code);

describe('a code with a digit too few or too many', () => {
  it.each([
    ['YEDAM: 1115, her gün.', '115'],
    ['Childline: 1166', '116'],
    ['Écoute : 31114 (gratuit)', '3114'],
    ['Крепость: 1112.', '112'],
    ['Ոստիկանություն՝ 1102։', '102'],
    ['救急は1119番です。', '119'],
    ['El 0116 no deja rastro en la factura.', '016'],
    ['En 2024 el 9911 recibió muchas llamadas.', '911'],
    ['Le 8811, option 2, vous met en lien.', '811'],
    ['Samaritans: 116 12, day or night.', '116 123'],
    ['Die Nummer ist 116 17.', '116 117'],
    ['Poisons: 13 1 26', '13 11 26'],
    ['Poisons: 3 11 26, all day', '13 11 26'],
    ['Bantay Bata 1163.', '163'],
    ['Línea 1137: violencia familiar', '137'],
    ['救急相談は#77119', '#7119'],
    ['राशन हेल्पलाइन: 1968।', '1967'],
    ['夜間は#9000へ。', '#8000'],
    ['Help: 9911 (9am–5pm)', '911'],
  ])('is told where it stands as a code does: %s', (text, code) => {
    expect(told(text, '800-315-1376', code)).toEqual(['NUMBER_NEAR_MISS']);
  });

  it.each([
    ['We are at 1115 now.', '115'],
    ['Room: 1115', '115'],
    ['Kosten: 1115 Euro im Jahr', '115'],
    ['Founded: 1992', '192'],
    ['116 12 people', '116 123'],
    ['Der Kurs ist am 13 1 26 Uhr', '13 11 26'],
    ['119番地', '191'],
    ['Page 1163', '163'],
    ['Apt #77119', '7119'],
    ['Línea de ayuda 1976: informe anual', '1967'],
    ['Our phone line in 1976: 394 calls', '1967'],
    ['Item #9000', '8001'],
    ['Θηβών 112, 115 27 Αθήνα', '112'],
  ])('may be another thing: %s', (text, code) => {
    expect(told(text, '800-315-1376', code)).toEqual([]);
  });
});

describe('an undeclared code', () => {
  it.each([
    'SMS "help" to 31532.',
    'Text “home” to 62144',
    'Envía la palabra HOLA al 62144',
    'Llama a la línea 394.',
    'Dial 911, then 394.',
    'Police: 911 (9am–5pm), 394 (16h–24h)'.replace('911', '988'),
    'Екстрена служба 394',
    'In danger: 394',
    '生命线394',
    '救急車は394。',
    'Crisis line: 1967.',
    '15000 पर कॉल करें',
    '12000 arayın',
  ])('is told where a call asks for it: %s', (text) => {
    expect(told(text, '800-315-1376', '911')).not.toEqual([]);
  });

  it.each(['Take línea 12 to the end.', 'Reading “war” 394 times', 'After that, then 394 people'])(
    'is another thing: %s',
    (text) => {
      expect(told(text, '800-315-1376', '911')).toEqual([]);
    },
  );
});

describe('two digits', () => {
  it.each([
    'Call 80.',
    'Ligue 80, de graça.',
    'Marque 11.',
    'Composez le 17 en urgence',
    'Wählen Sie 12.',
    'Tel. 12',
    '11 पर कॉल करें',
    '12に電話してください',
    'Sa emerhensiya, tumawag sa 11.',
    'Rufen Sie 11 an.',
    'با 11 تماس بگیرید',
    '11 numarasını arayın',
    'დარეკეთ 11-ზე.',
    'ወደ 11 ይደውሉ።',
  ])('are told where a call asks for them: %s', (text) => {
    expect(told(text, '800-315-1376', '911')).toHaveLength(1);
  });

  it.each([
    ['Notruf: 12.', '112'],
    ['Polícia: 10.', '190'],
    ['急救：12。', '120'],
  ])('are told by an emergency where they are a code without a digit: %s', (text, code) => {
    expect(told(text, '800-315-1376', code)).toEqual(['NUMBER_NEAR_MISS']);
  });

  it.each([
    'Call 24 hours a day.',
    'Call 24/7.',
    'Call at 11.',
    'Zadzwoń o 10.',
    'Zadzwoń między 10 a 12.',
    'از 10 تا 12 تماس بگیرید.',
    'ساعت 10 تماس بگیرید.',
    '10 ile 12 arasında arayın.',
    '10時に電話してください。',
    'Rufen Sie am 12. oder 13. Mai an.',
    'Call us on 15, 16 or 17 May.',
    'Appelez le 15 novembre.',
    'Telefonare il 15 e il 16 marzo',
    'Call 10 or 20 friends.',
    'Telefon 24 ore',
    '打12折',
    'Call 5 people; 12 answered.',
    'Press 1, then 12.',
    'Notrufe im Monat: 12',
    'A ring 12 mm wide',
    'Call within 15 minutes',
  ])('count elsewhere: %s', (text) => {
    expect(told(text, '800-315-1376', '911', '112')).toEqual([]);
  });
});

describe('a code that is called out or dictated', () => {
  it.each([
    '989!',
    'Help is near. 394!',
    'Call 9, 1, 2.',
    'Dial 9, 1, and 2',
    'Llame al 9, 1, 1',
    'Call 8, 0, 0, 3, 1, 5, 1, 3, 7, 7',
  ])('is told: %s', (text) => {
    expect(told(text, '800-315-1376', '911')).toHaveLength(1);
  });

  it.each(['100!', 'Call 1, 2, or 3 friends.', 'Count 1, 2, 3.', 'Call on days 1, 2, 3 and 5.', '2026!'])(
    'is another thing: %s',
    (text) => {
      expect(told(text, '800-315-1376', '911')).toEqual([]);
    },
  );

  it.each(['Help: 116 123.', 'Gift: 13 11 14, rund um die Uhr'])(
    'is told in groups that people know: %s',
    (text) => {
      expect(told(text, '800-315-1376', '911')).toEqual(['NUMBER_UNDECLARED']);
    },
  );

  it('counts in groups with what is counted', () => {
    expect(told('116 123 osoby', '800-315-1376', '911')).toEqual([]);
  });
});

describe('a declared code', () => {
  it.each(['请拨打12356，24小时免费。', '请拨打12356，7×24小时。', '電話は12356，24時間', '12356，24시간'])(
    'is itself with what is counted behind a comma: %s',
    (text) => {
      expect(told(text, '12356')).toEqual([]);
    },
  );

  it.each(['Call 12356,5', '请拨打12356,5'])('is another number with a pause and digits: %s', (text) => {
    expect(told(text, '12356')).toHaveLength(1);
  });
});
