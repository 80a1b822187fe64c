/** A code where a call of any language asks for it, or an emergency is named, also one that looks like a year. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'code', kind: 'number', display: '1955', dial: '1955' },
];
const codes = (text: string) => dialableFaults(text, declared, {}).map(({ code }) => code);

describe('a code like a year', () => {
  it.each([
    ...['1933 पर कॉल करें', '1933 কল করুন', '1933 ਤੇ ਕਾਲ ਕਰੋ', '1933 పర కాల్. 1933 ను కాల్', '1933 க்கு அழைக்க'],
    ...[
      'با 1840 تماس بگیرید',
      '1933 پر کال کریں',
      '1933 ته زنګ',
      'اتصل بـ 1933',
      'اتصل ب 1933',
      'התקשרו ל-1933',
    ],
    ...[
      '1990に電話',
      '1990번으로 전화',
      '1990 ကို ဖုန်း',
      '1933 ላይ ይደውሉ',
      '1933 arayın',
      '1933 numarasını arayın',
    ],
    ...['1933-ზე დარეკეთ', 'Հեռ. 1933', 'Chiama l’1933', 'Call 1933', '1933 anrufen'],
  ])('is told where a call asks for it: %s', (text) => {
    expect(codes(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each(['1955 or 1956', '1955 أو 1956', 'Call 1955 or 2020'])(
    'is told beside a declared one: %s',
    (text) => {
      expect(codes(text)).toHaveLength(1);
    },
  );

  it.each([
    ...[
      'In 1933 people called.',
      'the 2020 hotline',
      'the 2020 suicide rate',
      '2020 ara rapor',
      '2020年に電話',
    ],
    ...['1933 में कॉल', 'در سال 2020 بود', 'في عام 1933', 'ב-2020', 'since 1956', '1955, 1956', 'l’2020'],
  ])('is a year elsewhere: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('a code beside an emergency', () => {
  it.each([
    ...[
      '急救：120',
      '救護車 120',
      '拨打急救120',
      '구급차: 120',
      'ตำรวจ 191',
      'แจ้งเหตุฉุกเฉิน 191',
      'ຕຳຫຼວດ 191',
      'ရဲ 199',
    ],
    ...['Αστυνομία 100', 'ΕΚΑΒ 166', 'אמבולנס 101', 'போலீஸ் 100', 'ఆంబులెన్స్ 108', 'એમ્બ્યુલન્સ 108', 'ਪੁਲਿਸ 100'],
    ...[
      'ፖሊስ 991',
      'Jandarma 156',
      'Ambulansi 199',
      'Booliska 888',
      'Polícia Militar 190',
      'Ambulanz 144',
      'МЧС 101',
    ],
  ])('is told: %s', (text) => {
    expect(codes(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    '警察署 120人',
    '消防車 120台',
    'ตำรวจ 191 คน',
    '경찰 120명',
    'Ambulanz, Zimmer 144',
    'МЧС, кабинет 101',
  ])('is a count or a place: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('a code in pairs of digits, as it is said', () => {
  const french: readonly DeclaredNumber[] = [
    { name: 'main', kind: 'helpline', display: '3114', dial: '3114' },
  ];
  const told = (text: string) => dialableFaults(text, french, {}).map(({ code }) => code);

  it.each(['Le 31 14', 'Le 31 14 en cas de crise', 'le 31 14, jour et nuit'])(
    'is another dress: %s',
    (text) => {
      expect(told(text)).toEqual(['NUMBER_DISGUISED']);
    },
  );

  it.each(['Le 31 41', 'le 31 15 ou', 'le 13 14'])('is nearly it: %s', (text) => {
    expect(told(text)).toEqual(['NUMBER_NEAR_MISS']);
  });

  it.each(['31 14 personnes', 'page 31 14', 'Le 32 25', '31-14', '31.14', '31/14'])('is none: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
