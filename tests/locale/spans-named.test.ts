/** Where a text speaks of a span of time, with a number or without, and where one word is within another. */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';
import { spansNamedIn } from '../../src/locale/quantities/spans-named.ts';
import { isWholeWord, standsAlone } from '../../src/locale/quantities/whole-word.ts';

const named = (text: string, tag: string) =>
  spansNamedIn(text, tag).map(
    ({ unit, written, isWhole }) => `${unit} ${written}${isWhole ? '' : ' within'}`,
  );
const fault = (source: string, translated: string, to: string) =>
  faultOfText(source, 'en', translated, to, []);

describe('a span of time', () => {
  it.each([
    ['en', 'Two weeks, a day, 5 minutes', ['minute minutes', 'week weeks', 'day day']],
    ['es', 'Una semana o un mes', ['week semana', 'month mes']],
    ['de', 'Monate und Sonntag', ['month monate', 'day tag within']],
    // A sign alone is one where it is one of them, or each; of a date it is none.
    ['zh-Hans', '一日', ['day 日']],
    ['zh-Hans', '每 日', ['day 日']],
    ['zh-Hans', '5日', ['day 日 within']],
    ['ja', '1年と、去年', ['year 年', 'year 年 within']],
    ['zh-Hans', '一个月', ['month 个月']],
  ])('is named in %s: %s', (tag, text, spans) => {
    expect(named(text, tag).toSorted()).toEqual(spans.toSorted());
  });

  it('is no letter, and the longest word at its place', () => {
    expect(named('5 h, 3 d', 'en')).toEqual([]);
    expect(named('saacadood', 'so')).toEqual(['hour saacadood']);
  });
});

describe('a word', () => {
  it('has an ending of two letters at most, and a short one none', () => {
    const whole = (word: string, beside: string) => isWholeWord(word, beside, false);
    expect([
      whole('monat', 'en'),
      whole('monat', 'e.'),
      whole('monat', 'lich'),
      whole('monat', 'lic'),
    ]).toEqual([...[true, true, false, false]]);
    expect([whole('jour', 's'), whole('jou', 'r'), whole('jou', ' r')]).toEqual([true, false, true]);
    expect(isWholeWord('jou', 'rnal', true)).toBe(true);
  });

  it('stands alone where no letter is before it, or where words are not parted', () => {
    expect(standsAlone('tag', 4, 'ein tag')).toBe(true);
    expect(standsAlone('tag', 3, 'mittag')).toBe(false);
    expect(standsAlone('tag', 0, 'tage')).toBe(false);
    expect(standsAlone('日', 1, '一日中')).toBe(true);
  });
});

describe('another span', () => {
  it.each([
    // Of so many of it, which the source speaks of.
    ['Wait a week, or 3 days.', 'Warten Sie 3 Tage oder 7 Tage.', 'de'],
    ['Come once a week for a month, 4 months in all.', 'Vier Monate lang, jede Woche.', 'de'],
    // A day is said without its name.
    [
      '40 mg a day for a year, or two years.',
      '40 mg jeweils, ein Jahr oder 2 Jahre, manche Jahre mehr.',
      'de',
    ],
  ])('is none in: %s, %s', (source, translated, to) => {
    expect(fault(source, translated, to)).toBeUndefined();
  });

  it('is told beside a number of something else', () => {
    expect(fault('Take 2 tablets for a week.', 'Nehmen Sie einen Monat lang 2 Tabletten.', 'de')).toBe(
      'says “monat”, and its source “a week”',
    );
  });
});

it.each([
  ['In June.', 'Im Mai.', 'de', 'mai'],
  ['In March.', 'Май.', 'ru', 'май'],
])('a month of three letters is one: %s, %s', (source, translated, to, month) => {
  expect(fault(source, translated, to)).toBe(`says “${month}”, a month that its source does not say`);
});
