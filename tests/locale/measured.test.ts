/** What a number of a text measures: the word beside it, on the side where a language writes it. */
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../src/locale/quantities/measured.ts';
import { readings } from '../../src/locale/quantities/numbers.ts';

const read = (text: string, tag = 'en') =>
  quantitiesIn(text, tag).map(
    ({ values, unit, written }) => `${values.join('|')} ${unit ?? '?'}: ${written}`,
  );

describe('what a number measures', () => {
  it.each([
    ['5-day course', 'en', ['5 day: 5-day']],
    ['5 days', 'en', ['5 day: 5 days']],
    ['5days', 'en', ['5 day: 5days']],
    ['15 de zile', 'ro', ['15 day: 15 de zile']],
    ['half of an hour', 'en', ['0.5 hour: half of an hour']],
    ['2টি ট্যাবলেট', 'bn', ['2 pieces: 2টি ট্যাবলেট']],
    ['siku 5', 'sw', ['5 day: siku 5']],
    ['$5', 'en', ['5 $: $5']],
    ['$ 5', 'en', ['5 $: $ 5']],
    ['5 $', 'fr', ['5 $: 5 $']],
    ['mg 5', 'en', ['5 ?: 5']],
    ['US$5', 'en', ['5 $: $5']],
    ['5 daysailors', 'en', ['5 ?: 5']],
    ['5 Monaten', 'de', ['5 month: 5 monate']],
    ['5 Tagen', 'de', ['5 day: 5 tage']],
    ['5 gramophones', 'en', ['5 ?: 5']],
    ['5 mgs', 'en', ['5 mg: 5 mgs']],
    ['5 mgx', 'en', ['5 ?: 5']],
    ['1.000 mg', 'de', ['1000|1 mg: 1.000 mg']],
    ['0٫5 mg', 'ar', ['0.5 mg: 0.5 mg']],
    ['1٬500 mg', 'ar', ['1500|1.5 mg: 1,500 mg']],
    ['2 to 3 hours', 'en', ['2 hour: 2 3 hours', '3 hour: 3 hours']],
    ['2, then 3 hours', 'en', ['2 ?: 2', '3 hour: 3 hours']],
    ['1.5 to 3 hours', 'en', ['1.5 ?: 1.5', '3 hour: 3 hours']],
    ['2 mg, 3 hours', 'en', ['2 mg: 2 mg', '3 hour: 3 hours']],
    ['2 to 3', 'en', ['2 ?: 2', '3 ?: 3']],
    ['3-й день', 'ru', ['3 ?: 3']],
    ['第3天', 'zh', ['3 ?: 3']],
    ['1/2 mg', 'en', ['0.5 mg: 1/2 mg']],
    ['1 1/2 mg', 'en', ['1.5 mg: 1 1/2 mg']],
    ['1 2/3 mg', 'en', [`${1 + 2 / 3} mg: 1 2/3 mg`]],
  ])('is read: %s (%s)', (text, tag, said) => {
    expect(read(text, tag)).toEqual(said);
  });

  it.each([
    ['1 h 30', ['90 minute: 1 h 30']],
    ['1h30', ['90 minute: 1h30']],
    ['1 hour and 30 minutes', ['90 minute: 1 hour and 30 minutes']],
    ['1 hour or 30 minutes', ['1 hour: 1 hour', '30 minute: 30 minutes']],
    ['1 hour 60', ['1 hour: 1 hour', '60 ?: 60']],
    ['1 hour 5', ['1 hour: 1 hour', '5 ?: 5']],
    ['1 hour 30 mg', ['1 hour: 1 hour', '30 mg: 30 mg']],
    ['1 day 30 minutes', ['1 day: 1 day', '30 minute: 30 minutes']],
    ['2 hours 59', ['179 minute: 2 hours 59']],
  ])('hours and minutes are one span: %s', (text, said) => {
    expect(read(text)).toEqual(said);
  });

  it('is looked for close by', () => {
    const far = (letters: number) => read(`5 ${'x'.repeat(letters)} mg`);
    expect(far(3)).toEqual(['5 ?: 5']);
  });
});

it.each([
  ['5', [5]],
  ['1.5', [1.5]],
  ['1,5', [1.5]],
  ['1.200', [1200, 1.2]],
  ['1,200.5', [1200.5]],
  ['3.036,00', [3036]],
  ['1,200,5', []],
  ['1.200.300', [1200300]],
  ['1.2.3', []],
  ['12.34', [12.34]],
  ['1234.567', [1234.567]],
])('digits may say: %s', (written, values) => {
  expect(readings(written)).toEqual(values);
});
