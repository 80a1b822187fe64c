/** A code that stands beside the name of a line, a telephone or its number, in every language: nobody declared it. */
import { describe, expect, it } from 'vitest';
import { lineWords, numberWords } from '../../src/content/words/line-words.ts';
import { listed } from '../../src/content/words/listed.ts';
import { languages } from '../../src/locale/index.ts';
import { codesOf } from './spelled.ts';

const wordsOf = (row: string | undefined) => (row === undefined ? [] : listed(row));
const rows = Object.entries(lineWords).flatMap(([tag, { before, after }]) => [
  ...wordsOf(before).map((word) => [tag, `${word.replace('*', '')}: 3947`] as const),
  ...wordsOf(after).map((word) => [tag, `3947 ${word}`] as const),
]);

describe('the name of a line', () => {
  it('is known in every language', () => {
    const known = new Set(Object.keys(lineWords));
    const missing = Object.keys(languages).filter((tag) => !known.has(new Intl.Locale(tag).language));
    expect(missing).toEqual([]);
  });

  it.each(rows)('is a call: %s: %s', (_, text) => {
    expect(codesOf(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each(numberWords.map((word) => [word]))('may be its number, at the head of a text: %s: 3947', (word) => {
    expect(codesOf(`${word}: 3947`)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ...['Crisis line 3947', 'Reach us on 3947.', 'Our number is 3947.', 'Save 3947 in your phone.'],
    ...[
      'Горячая линия: 3947',
      'फ़ोन: 3947',
      'فون: 3947',
      '電話番号：3947',
      'ਕਾਲ ਕਰੋ: 3947',
      'ስልክ፦ 3947',
      'Հեռախոս՝ 3947',
    ],
    ...['3947’yi arayın', '3947’ye mesaj atın', '3947 ‘ਤੇ ਕਾਲ ਕਰੋ', 'Contáctenos en el 3947', 'ဖုန်းနံပါတ် ၃၉၄၇'],
    ...[
      '3947 is free and open all night.',
      'Le 3947 est gratuit',
      'Le 3947 vous écoute',
      'Il 3947 risponde sempre',
    ],
    ...['拨打3947人工服务', '電話3947番', '相談窓口3947', '핫라인 3947번', 'สายด่วน 3947 ตลอด'],
    ...[
      'Our crisis line is: 3947',
      'Nuestro número es el 3947',
      'Il nostro numero è il 3947',
      'ヘルプラインの電話は3947',
    ],
    ...['O 3947 é gratuito', 'Die 3947 ist kostenlos', 'El 3947 atiende', 'It is late. 3947 answers.'],
  ])('is a call wherever it stands: %s', (text) => {
    expect(codesOf(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ...['Number of beds: 394', 'Case number: 394', 'The line has 394 callers.', 'In contact with 394 people'],
    ...[
      'Contact us at 123 Main Street.',
      'Contact us at 1423 W. Elm Ave, Suite 20.',
      'Contact : 112, rue de la Paix',
    ],
    ...[
      'Kontakt: 10115 Berlin',
      'Contact : 75011 Paris',
      'Hotline: 24/7',
      'Helpline (since 1998)',
      'Crisis line: 2020–2024',
    ],
    ...[
      'Phone us from 9:00 to 17:00',
      'Contact 113 people',
      'The 2020 line',
      'Línea 394 del autobús',
      'Room 394 is open.',
      'Route 394 is free.',
    ],
    ...['相談窓口394か所', '電話394件', '热线394条', '핫라인 394곳', 'โทรศัพท์ 394 ครั้ง', '联系我们 394 次'],
    ...[
      'Телефон доверия: 394 звонка',
      'Línea de ayuda: 394 llamadas',
      'Infolinia: 394 rozmów',
      'Contact 394 clinics',
    ],
    ...[
      'Clinic 394 is open.',
      'Crisis line: 100% free',

      'Hilfetelefon: 100 €',
      'Номер палаты 394',
    ],
    ...[
      'Telephone support for 394 people',
      'Calls: 3,947',
      '100 erreichen',
      '按 500 毫克',
      'Écrivez 100 mots',
      'Over 394 is free',
    ],
  ])('is none where something else is meant: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});
