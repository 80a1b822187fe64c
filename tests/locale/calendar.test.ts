import { describe, expect, it } from 'vitest';
import { brokenBy } from '../../src/locale/broken.ts';

/** Days and amounts are said in the way of a language. What its source does not say in any way stays found. */
describe('a date or an amount in a translation', () => {
  it.each([
    ['November 23, 2026', '2026年11月23日'],
    ['Nov 23, 2026', '2026년 11월 23일'],
    ['November 23, 2026', 'ngày 23 tháng 11 năm 2026'],
    ['November 23, 2026', 'am 23.11.2026'],
    ['On November 23, 2026', 'el 23/11/2026'],
    ['In 2026', 'พ.ศ. 2569'],
    ['10,000 people', '1万人'],
    ['12,000 people', '1万2,000人'],
    ['1.5 million people', '150만 명'],
    ['200 million people', '2億人'],
    ['24/7', '24時間365日'],
    ['for two weeks', '2 semaines'],
    ['twenty-four hours', '24時間'],
    ['Take 0.5 mg.', 'Prenez 0,5 mg.'],
    ['0.5 to 5 mg', '0,5 à 5 mg'],
  ])('%s may be %s', (source, translated) => {
    expect(brokenBy(source, translated)).toBeUndefined();
  });

  it.each([
    ['November 23, 2026', '2026年12月23日', '12'],
    ['November 23, 2026', '2026年11月24日', '24'],
    ['November 23, 2026', '11 personas, 23, 2026', '11'],
    ['On the 23rd in 2026', '23.11.2026', '11'],
    ['In 2026', 'พ.ศ. 2568', '2568'],
    ['In 2026', '2569', '2569'],
    ['10,000 people', '10万人', '10'],
    ['12,000 people', '1万3,000人', '1'],
    ['24 hours', '24時間365日', '365'],
    ['for two weeks', '3 semaines', '3'],
    ['one hundred twelve', '112', '112'],
    ['Take 0.5 mg.', 'Tome 5 mg.', '5'],
    ['0.4 mg/mL', '4 mg/mL', '4'],
    ['0.25 mg', '25 mg', '25'],
    // The first of them is told.
    ['0.5 or 0.25 mg', '25 o 5 mg', 'has 25, which'],
  ])('%s may not be %s', (source, translated, number) => {
    expect(brokenBy(source, translated)).toContain(number);
  });
});
