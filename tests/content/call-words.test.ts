/** Each word that may stand between a call and its number. */
import { describe, expect, it } from 'vitest';
import { codesOf } from './spelled.ts';

describe('between a call and its number', () => {
  it.each([
    ...['Call us: 434', 'Text me: 434', 'Call the 434', 'Dial this: 434', 'Dial these: 434', 'Dial our 434'],
    ...['Dial the following: 434', 'Text to 434', 'Call on 434', 'Call at 434', 'Call now: 434'],
    ...['Dial number 434', 'Dial code 434', 'Text the short code 434', 'Call line 434', 'Call toll-free 434'],
    ...['Call back 434', 'Llame al 434', 'Llame a 434', 'Marque el 434', 'Chiama la 434', 'Appelez le 434'],
    ...['Appelez au 434', 'Chiama il 434', 'Chiama lo 434', 'Disque do 434', 'Ligue no 434', 'Disque o 434'],
    ...['Ligue para 434', 'Disque o número 434', 'Appelez le numéro 434', 'Chiama il numero 434'],
    ...[
      'Dzwoń pod numer 434',
      'Wybierz numer 434',
      'Rufen Sie 434',
      'Wählen Sie die 434',
      'Wählen Sie den 434',
    ],
    ...['Anruf unter 434', 'Wählen Sie Nummer 434', 'Rufen Sie an: 434', 'Dzwoń pod 434', 'Dzwoń na 434'],
    ...['Звоните по 434', 'Звоните на 434', 'Наберите номер 434', 'Звоните по номеру 434'],
    ...['Телефонуйте за 434', 'Телефонуйте за номером 434', 'Καλέστε στο 434', 'Καλέστε το 434'],
    ...['Καλέστε τον 434', 'Tumawag sa 434', 'Rele nan 434', 'اتصل لـ 434', 'اتصل على 434'],
    ...['اتصل على رقم 434', 'اتصل على الرقم 434', 'התקשרו אל 434', 'התקשרו למספר 434', 'חייגו מספר 434'],
    ...['Sunați la 434', 'Sunați la numărul 434', 'Gọi số 434', 'اتصل بـ 434', 'اتصل ب 434'],
    ...['התקשרו ל 434', 'התקשרו ב 434', 'Chiama l 434', 'Chiama l’ 434', 'Piga nambari 434'],
    ...['Piga namba 434', 'Wac lambarka 434', 'Զանգահարեք համարով 434', '「ダイヤル」 434', '電話 434'],
    ...['434 NUMARASINI ARAYIN', '434 arayın'],
  ])('stands nothing but how it is asked for: %s', (text) => {
    expect(codesOf(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ...['Call about 434', 'Call with 434', 'Dial slowly. 434', 'Llame con 434', 'Wir 434', 'Звоните без 434'],
    ...['Καλέστε από 434', 'اتصل مع 434', 'Gọi cho 434'],
  ])('is nothing that goes on otherwise: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});
