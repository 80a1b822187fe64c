import { describe, expect, it } from 'vitest';
import { brokenBy } from '../../src/locale/broken.ts';

/** The clock is a thing of the language: the same time is no other number. A number that is no time stays one. */
describe('a time of day in a translation', () => {
  it.each([
    ['Monday to Friday, 8 a.m. to 6 p.m.', 'Montag bis Freitag, 8 bis 18 Uhr'],
    ['8 a.m. – 6 p.m.', '8–18 Uhr'],
    ['8 a.m. – 6 p.m.', '8:00–18:00'],
    ['8 a.m. – 6 p.m.', '午前8時–午後6時'],
    ['8 – 10 a.m.', '8.00–10.00'],
    ['8 – 10 p.m.', '20–22 Uhr'],
    ['9 – 1 p.m.', '9:00–13:00'],
    ['11:30 a.m. to 12:15 p.m.', '11:30 bis 12:15'],
    ['from 12 a.m.', 'ab 0:00 Uhr'],
    ['until 12 p.m.', 'bis 12 Uhr'],
    ['open at 18:30', 'otwarte od 18.30'],
    ['open at 18:30', 'الساعة 6:30 مساءً'],
    ['open at 13:00', '1:00 da tarde'],
    ['open at 12:59 p.m.', 'ab 12.59'],
    ['until midnight', 'रात 12 बजे तक'],
    ['until midnight', 'hasta las 12 de la noche'],
    ['until midnight', 'hasta las 12:00 de la noche'],
    ['until midnight', 'hasta las 12:00 a. m.'],
    ['until midnight', 'đến 12 giờ đêm'],
    ['until midnight', 'до 12 ночи'],
    ['until midnight', 'bis 0 Uhr'],
    ['until midnight', 'bis 24:00'],
    ['until 24:00', '0時まで'],
    ['from 0:00', 'from 24:00'],
    ['from 12 to 5', '12–17 Uhr'],
    ['from 9 to 9', '9–21 Uhr'],
    ['from 9 to 5:30', '9–17.30 Uhr'],
    ['until noon', 'until 12'],
    ['until noon', '午後0時まで'],
    ['until noon', 'hadi saa 6 mchana'],
    ['until midnight', 'hadi saa 6 usiku'],
    ['at 6:59 a.m.', 'saa 12:59 asubuhi'],
    ['at 6:30 a.m.', 'ከጠዋቱ 12:30'],
    ['8:30 a.m. to 4:30 p.m.', 'ከ2፡30 እስከ 10፡30'],
    ['8:30 a.m. to 4:30 p.m.', '上午八点半至下午四点半'],
    ['ከጠዋቱ 2፡30 ሰዓት', 'at 8:30 a.m.'],
  ])('%s may be %s', (source, translated) => {
    expect(brokenBy(source, translated)).toBeUndefined();
  });

  it.each([
    ['8 a.m. – 6 p.m.', '8–19 Uhr', '19'],
    ['8 a.m. – 6 p.m.', '8–17:59 Uhr', '17'],
    ['8 a.m. – 6 p.m.', '8 a.m. – 6:30 p.m.', '30'],
    ['8 – 10 a.m.', '20–22 Uhr', '22'],
    ['6 p.m.', '118 Uhr', '118'],
    ['6 p.m.', '18,50 €', '18'],
    ['6 of 10 people', '18 of 10 people', '18'],
    ['8:30 a.m. to 4:30 p.m.', 'ከ2፡30 እስከ 10፡45', '10'],
    ['from 1 to 5', '1–17 Uhr', '17'],
    ['from 13 to 5', '13–17 Uhr', '17'],
    ['until noon', '0:00', '0'],
    ['until noon', 'bis 24 Uhr', '24'],
    ['until midnight', 'bis 12:00', '12'],
    ['until midnight', '12:30', '12'],
    ['until midnight', 'hasta las 12:00 p. m.', '12'],
    ['until midnight', 'hadi saa 7 usiku', '7'],
    ['at 5 a.m.', '午後17時', '17'],
    ['open at 5:30 a.m.', '午後5:45', '45'],
    ['at 7 a.m.', 'saa 13 asubuhi', '13'],
    ['at 1:00 p.m., for 60 minutes', '1:01 p.m., 60', '01'],
  ])('%s may not be %s', (source, translated, number) => {
    expect(brokenBy(source, translated)).toContain(number);
  });
});
