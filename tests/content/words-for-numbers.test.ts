import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '855-208-4673', dial: '+18552084673' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
];
const found = (text: string) =>
  dialableFaults(text, declared, {}).map(({ code, message }) => [code, /“(.*?)”/.exec(message)![1]]);

describe('numbers in words', () => {
  it.each([
    ['855 - two - 08 - 4674', 'NUMBER_NEAR_MISS', '855 - two - 08 - 4674'],
    ['It is 855 two zero eight 4673.', 'NUMBER_DISGUISED', '855 two zero eight 4673'],
    ['Call eight five five, two oh eight, four six seven four', 'NUMBER_NEAR_MISS'],
    ['eight-double-five two-oh-eight forty-six seventy-three', 'NUMBER_DISGUISED'],
    ['1 (8) 55 twenty 84674', 'NUMBER_NEAR_MISS'],
    ['٨٥٥ two ٠٨ 4674', 'NUMBER_NEAR_MISS'],
    ['nine hundred 555 01 twenty-three', 'NUMBER_UNDECLARED'],
    ['900 five five five oh one two', 'NUMBER_UNDECLARED'],
    ['ocho cinco cinco, dos cero ocho, cuatro seis siete cuatro', 'NUMBER_NEAR_MISS'],
    ['ochocientos cincuenta y cinco dos cero ocho cuarenta y seis setenta y tres', 'NUMBER_DISGUISED'],
    ['novecientos cinco cinco cinco cero uno dos', 'NUMBER_UNDECLARED'],
    ['acht fünf fünf zwei null acht vier sechs sieben vier', 'NUMBER_NEAR_MISS'],
    ['huit cinq cinq deux zéro huit quatre six sept quatre', 'NUMBER_NEAR_MISS'],
    ['oito cinco cinco dois zero oito quatro seis sete quatro', 'NUMBER_NEAR_MISS'],
    ['otto cinque cinque due zero otto quattro sei sette quattro', 'NUMBER_NEAR_MISS'],
    ['855-208-4673-two', 'NUMBER_NEAR_MISS'],
    ['eight five five, two oh eight, four \u017fix \u017feven four', 'NUMBER_NEAR_MISS'],
  ])('that could be dialled are found: %s', (text, code, words?: string) => {
    expect(found(text).map(([each]) => each)).toEqual([code]);
    if (words !== undefined) expect(found(text)[0]![1]).toBe(words);
  });

  it.each([
    ['nine one two', 'NUMBER_NEAR_MISS'],
    ['nine-one-one', 'NUMBER_DISGUISED'],
    ['9 one 1', 'NUMBER_DISGUISED'],
    ['nueve uno dos', 'NUMBER_NEAR_MISS'],
    ['one one two', 'NUMBER_UNDECLARED'],
    ['Dial three two two.', 'NUMBER_UNDECLARED'],
    ['triple nine', 'NUMBER_UNDECLARED'],
    ['double nine one', 'NUMBER_NEAR_MISS'],
    ['nine double one', 'NUMBER_DISGUISED'],
  ])('that are codes are found: %s', (text, code) => {
    expect(found(text).map(([each]) => each)).toEqual([code]);
  });

  it.each([
    'Call 855-208-4673 seven days a week.',
    'Call 911 two times.',
    'three two two',
    'triple three',
    'A double two, a triple ten.',
    'One in three people, two of ten.',
    'In 2019, three 24-hour centers opened.',
    'Count: one, two, three, four, five, six, seven, eight.',
    'two hundred fifty thousand people',
    'Take two 200 mg tablets every six hours for ten days.',
    'Between nine and eleven at night.',
    'Call one of three people.',
    'Dial one hundred times.',
    'Twenty-four seven.',
    'the nineteen eighties',
    'Uno de cada diez; dos de tres.',
    'de tres a siete días; dos o tres semanas',
    'Neuf personnes sur dix. Six mois.',
    'One. Two. Three. Four. Five. Six. Nine.',
    'six months, twelve weeks, 90 days',
  ])('that count things are none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(
    Object.entries({
      10: 'ten diez dix dez zehn dieci',
      11: 'eleven once onze elf undici',
      12: 'twelve doce douze doze zwölf dodici',
      13: 'thirteen trece treize treze dreizehn tredici',
      14: 'fourteen catorce quatorze catorze vierzehn quattordici',
      15: 'fifteen quince quinze fünfzehn quindici',
      16: 'sixteen dieciséis seize dezesseis sechzehn sedici',
      20: 'twenty veinte vingt vinte zwanzig venti',
      30: 'thirty treinta trente trinta dreißig trenta',
      40: 'forty cuarenta quarante quarenta vierzig quaranta',
      50: 'fifty cincuenta cinquante cinquenta fünfzig cinquanta',
      60: 'sixty sesenta soixante sessenta sechzig sessanta',
      70: 'seventy setenta siebzig settanta',
      80: 'eighty ochenta oitenta achtzig ottanta',
      90: 'ninety noventa',
    }).flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
  )('are read with the value that they have: %s is %s', (word, value) => {
    const own: DeclaredNumber = {
      name: 'main',
      kind: 'helpline',
      display: `855-208-55${value}`,
      dial: `+185520855${value}`,
    };
    const text = `eight five five two oh eight five five ${word}`;
    expect(dialableFaults(text, [own], {}).map(({ code }) => code)).toEqual(['NUMBER_DISGUISED']);
  });

  it('are as long as a telephone number from seven digits on', () => {
    expect(found('four two seven 0 1 nine')).toEqual([]);
    expect(found('four two seven 0 1 nine 3').map(([code]) => code)).toEqual(['NUMBER_UNDECLARED']);
  });
});

describe('a code beside the name of an emergency', () => {
  it.each([
    'Emergency: 113',
    'Emergency? 193',
    'In an emergency: 115',
    'Police 117',
    'Fire brigade 118',
    'Emergency services number: 192',
    'The police can be reached at 102.',
    '113 is the emergency number.',
    '108 for an ambulance',
    'En caso de emergencia: 123',
    'Bomberos 132',
    'Urgences : 15 et 118',
    'Notruf 144',
    'скорая помощь 103',
    'الطوارئ 997',
    'आपातकाल 108',
  ])('is one that could be dialled: %s', (text) => {
    expect(found(text).map(([code]) => code)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    'Emergency: 911',
    'In an emergency, 300 people were asked.',
    '300 emergency visits',
    'In 450 emergency rooms',
    'Police reported 250.',
    'Police found 120 grams.',
    'Emergency rooms saw 450 visits.',
    'Emergency care since 1973',
    'The emergency room is on page 118.',
    'Call 911 in an emergency. About 150 people die each day.',
    'Poison is 100 times stronger.',
    'Rescue. 113 people came.',
  ])('is none where it counts something: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
