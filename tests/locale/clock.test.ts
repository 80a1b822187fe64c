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
  ])('%s may not be %s', (source, translated, number) => {
    expect(brokenBy(source, translated)).toContain(number);
  });
});
