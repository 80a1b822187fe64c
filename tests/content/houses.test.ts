/** The house of an address may have the number of a code, or nearly; a code does not become a house by what stands around it. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = ['113', '112'].map((dial) => ({
  name: `n${dial}`,
  kind: 'number',
  display: dial,
  dial,
}));
const codes = (text: string) => dialableFaults(text, declared, {}).map(({ code }) => code);

describe('the number of a house', () => {
  it.each([
    '〒100-0013 東京都千代田区霞が関1-1-2',
    '大阪市北区1-1-2',
    '東京都港区1−1−3 みどりビル3階',
    '港区芝公園1-1-4、みどりビル',
    'বাড়ি ১১২, সড়ক ৫, ধানমন্ডি, ঢাকা ১২০৫',
    'বাড়ি নং ১১৩, রোড নং ৭',
    'تهران، خیابان آزادی، پلاک ۱۱۲',
    'मकान नं. ११२, गली नं. 5',
    'al. Jerozolimskie 112/116, 00-017 Warszawa',
    'Am Markt 113, 10115 Berlin',
    'Unter den Linden 113, 10117 Berlin',
    'Am Alten Markt 114, 18055 Rostock',
    'Am Graben 113, 1010 Wien',
    'Rue du Lac 112, 1003 Lausanne',
    'Damrak 112, 1012 LP Amsterdam',
    '서울특별시 마포구 월드컵북로 112, 03925',
    '경기도 수원시 팔달구 효원로 113, 16444',
  ])('“%s” is no code', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('a postcode behind the number of a house', () => {
  it('is one where the house has the number of a code', () => {
    expect(codes('רח׳ הרצל 112, תל אביב 6688312')).toEqual([]);
    expect(codes('רח׳ הרצל 112, 6688312')).not.toEqual([]);
    // A year is one beside words; beside a code it is another.
    expect(codes('113 or 1956')).not.toEqual([]);
  });
});

describe('a code is none where', () => {
  it.each([
    ['a number follows that could be dialled', 'Am Markt 113, 10115'],
    ['it is dialled in other digits', 'পুলিশ ১১২'],
    ['a call asks for it, in other digits', 'বাড়ি থেকে ফোন করুন ১১২'],
    ['a call asks for it in a house', 'जल्दी से कॉल करें ११२'],
    ['no street is before either', 'Call 112/116'],
    ['an emergency names it', 'Im Notfall 114, 18055 Rostock'],
    ['who comes names it', 'Polizei 114, 18055 Rostock'],
    ['a call asks for it', 'Rufen Sie 114, 10115 Berlin'],
    ['no name stands before it', 'und dann 114, 18055 Rostock'],
    ['a particle follows it', '港区は1-1-4'],
    ['somebody is sent to it', '港区芝公園1-1-4へ'],
    ['a call asks for what looks like a quarter', '板橋区の電話1-1-3'],
    ['an emergency names what looks like a quarter', '板橋区救急1-1-3'],
    ['what looks like a quarter has one number', '港区芝公園114'],
    ['a call goes by it', '전화로 112, 16263'],
    ['no place stands before it', '새로 112, 16263'],
  ])('%s: “%s”', (_, text) => {
    expect(codes(text)).not.toEqual([]);
  });
});
