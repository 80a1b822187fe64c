import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';
import { isOrdinal, withoutOrdinals } from '../../src/locale/quantities/ordinals.ts';

/** First to tenth, as each language says it. */
const said: Readonly<Record<string, string>> = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth',
  es: 'primer segunda tercero cuarto quinta sexto séptimo octava noveno décimo',
  fr: 'première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
  de: 'ersten zweiter drittes viertem fünfte sechsten siebte achten neunter zehnte',
  pt: 'primeira segundo terceira quarto quinta sexto sétima oitavo nona décimo',
  it: 'prima secondo terza quarto quinta sesto settima ottavo nona decimo',
  pl: 'pierwszy drugiej trzeci czwarty piąta szósty siódma ósmy dziewiąta dziesiąty',
  ar: 'الأول الثاني الثالثة الرابع الخامسة السادس السابعة الثامن التاسعة العاشر',
};

describe('an ordinal in words', () => {
  it.each(
    Object.entries(said).flatMap(([tag, words]) =>
      words.split(' ').map((word, i) => [tag, word, i + 1] as const),
    ),
  )('is in digits the same: %s %s: %i', (tag, word, number) => {
    expect(withoutOrdinals(`… ${word} …`, tag, `am ${number}. Tag`)).toBe('am  . Tag');
    const other = (number % 10) + 1;
    expect(withoutOrdinals(`… ${word} …`, tag, `am ${other}. Tag`)).toBe(`am ${other}. Tag`);
  });

  it.each([
    '1er jour',
    '1re fois',
    '1. Tag',
    '1.º',
    '第1天',
    '1日目',
    '1번째',
    'เข็มที่ 1',
    'mũi 1',
    '1-й день',
    'ya 1',
  ])('is written with what makes it one: %s', (text) => {
    expect(withoutOrdinals('the first', 'en', text)).toBe(text.replace('1', ' '));
    expect(withoutOrdinals('the second', 'en', text)).toBe(text);
  });

  it.each(['1 mg', '1.5', '21er', '第11天', '1 day', '1dent'])('is no number by itself: %s', (text) => {
    expect(withoutOrdinals('the first', 'en', text)).toBe(text);
  });

  it('counts nothing', () => {
    const is = (text: string, number: string) => {
      const start = text.indexOf(number);
      return isOrdinal(text, { start, end: start + number.length });
    };
    for (const [text, number] of [
      ['두 번째', '두'],
      ['二回目', '二'],
      ['2回目', '2'],
      ['第2', '2'],
      ['3-й день', '3'],
      ['2nd', '2'],
      ['五分之一', '五'],
    ] as const)
      expect.soft(is(text, number), text).toBe(true);
    for (const [text, number] of [
      ['두 번', '두'],
      ['二回', '二'],
      ['2回', '2'],
      ['第二', '二'],
      ['two de', 'two'],
      ['2 days', '2'],
      ['第 2', '2'],
    ] as const)
      expect.soft(is(text, number), text).toBe(false);
  });

  it('is one in a translation', () => {
    expect(faultOfText('On the third day', 'en', 'Am 3. Tag', 'de', [])).toBeUndefined();
    expect(faultOfText('On the third day', 'en', 'Am 4. Tag', 'de', [])).toBe(
      'has the number 4, which its source does not have',
    );
  });
});
