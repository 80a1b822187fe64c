import { describe, expect, it } from 'vitest';
import { brokenBy } from '../../src/locale/broken.ts';
import { withoutCalendarOf, withoutDays } from '../../src/locale/ways/calendar.ts';

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

describe('what a source says of days, in a translation', () => {
  const day = 'Come on December 31, 2026.';
  const far = (letters: number) => `۱۰ ${'گ'.repeat(letters)} ۱۴۰۵`;

  it.each([
    ['a year by another calendar', 'In 2026', 'ปี 2569', 'ปี  '],
    ['one of another year', 'In 2026', 'ปี 2570', 'ปี 2570'],
    ['that of Persian, before its new year', 'In 2026', 'سال 1404', 'سال  '],
    ['and after it', 'In 2026', 'سال 1405', 'سال  '],
    ['no other one', 'In 2026', 'سال 1403', 'سال 1403'],
    ['nor the next', 'In 2026', 'سال 1406', 'سال 1406'],
    ['that of Ethiopia, before its new year', 'In 2026', 'በ2018', 'በ '],
    ['and after it', 'In 2026', 'በ2019', 'በ '],
    ['no other one', 'In 2026', 'በ2017', 'በ2017'],
    ['nor the next', 'In 2026', 'በ2020', 'በ2020'],
    ['that of Nepal', 'In 2026', 'साल 2082', 'साल  '],
    ['and the next', 'In 2026', 'साल 2083', 'साल  '],
    ['no other one', 'In 2026', 'साल 2081', 'साल 2081'],
    ['nor the one after', 'In 2026', 'साल 2084', 'साल 2084'],
    ['that of Taiwan', 'In 2026', '民國115年', '民國 年'],
    ['only where it is said', 'In 2026', '第115頁', '第115頁'],
    ['not the next', 'In 2026', '民國116年', '民國116年'],
    ['what is no year', 'In 2026', '民國1年', '民國1年'],
    ['that of Japan', 'In 2027', '令和9年', '令和 年'],
    ['not the next', 'In 2027', '令和10年', '令和10年'],
    ['the one before', 'In 2018', '平成 30年', '平成  年'],
    ['of a source without one', 'In May', 'ปี 2569', 'ปี 2569'],
    ['of the last century', 'In 1976', 'ปี 2519', 'ปี  '],
    ['in another script', 'In 2026', 'In 2569', 'In 2569'],
  ])('takes %s: %s: %s', (_, source, translated, rest) => {
    expect(withoutCalendarOf(source, translated, 'en')).toBe(rest);
  });

  it('is a day beside its year, and none far from it', () => {
    expect(brokenBy(day, far(20))).toBeUndefined();
    expect(brokenBy(day, far(21))).toBe('has the number 10, which its source does not have');
    expect(brokenBy(day, `۱۴۰۵ ${'گ'.repeat(18)} ۱۰`)).toBeUndefined();
    expect(brokenBy(day, `۱۴۰۵ ${'گ'.repeat(19)} ۱۰`)).toBe(
      'has the number 10, which its source does not have',
    );
  });

  it.each([
    ['en', 'On May 3, room 14', 'On May  , room 14'],
    ['en', 'On 3 May, room 14', 'On   May, room 14'],
    ['en', 'On the 3rd of May, room 14', 'On the  rd of May, room 14'],
    ['es', 'El 3 de mayo, sala 14', 'El   de mayo, sala 14'],
    ['de', 'Am 3. Mai, Raum 14', 'Am  . Mai, Raum 14'],
    ['en', 'On 2026-05-03, room 14', 'On  , room 14'],
    ['en', 'On 3/5/2026, room 14', 'On  , room 14'],
    ['en', 'In May 123 people, or 123 May', 'In May 123 people, or 123 May'],
    ['en', '3 Mayors, 14 Maypoles', '3 Mayors, 14 Maypoles'],
    ['en', 'Room 3, then May', 'Room 3, then May'],
  ])('days are taken out of a text in %s: %s', (tag, text, rest) => {
    expect(withoutDays(text, tag)).toBe(rest);
  });

  it.each([
    ['On the 3rd of May', 'am 3.5.', undefined],
    ['On the 3rd of May', 'am 03.05.', undefined],
    ['On the 3rd of May', 'am 3.6.', '36'],
    ['On the 3rd of May', 'am 4.5.', '45'],
    ['Since May 3rd, 2026', 'ab 3.5.2026', undefined],
    ['Since May 3rd, 2026', 'ab 3.6.2026', '362026'],
    ['Since 3 May 2026', '2026/5/3 から', undefined],
    ['Seit 3.12.2026', 'Since December 3, 2026', undefined],
    ['Seit 13.12.2026', 'Since 12/13/2026', undefined],
    ['Monday to Friday', 'thứ 2 đến thứ 6', undefined],
    ['Mon to Sat', 'T2 – T7', undefined],
    ['Monday to Friday', 'thứ 2 đến thứ 7', '7'],
    ['Monday to Friday', 'thứ 3 đến thứ 6', '3'],
    ['Monday to Friday', 'de 2ª a 6ª', undefined],
    ['Monday to Friday', 'de 2a a 6a feira', '2'],
    ['Monday to Friday', 'de 2a feira a 6a feira', undefined],
    ['Monday to Friday', '2 personas, 6', '2'],
    ['By Friday', 'de 5ª', '5'],
    ['Open 24/7', '24 h sur 24, 7 jours sur 7', undefined],
    ['Open round the clock', '24 h sur 24', undefined],
    ['Open round the clock', '7 jours sur 7', '7'],
    ['Open every day', '7 jours sur 7', undefined],
    ['Open every day', '24 h sur 24', '24'],
    ['Open at night', '24 h sur 24', '24'],
  ])('may be said in digits: %s: %s', (source, translated, number) => {
    const told =
      number === undefined ? undefined : `has the number ${number}, which its source does not have`;
    expect(brokenBy(source, translated)).toBe(told);
  });
});
