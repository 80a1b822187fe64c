import { describe, expect, it } from 'vitest';
import { isSameKind, isSameSpan, isSpanOf, withoutSpansOf } from '../../src/locale/ways/same-span.ts';

const span = (text: string) => {
  const [value, unit] = text.split(' ');
  return { values: [Number(value)], unit };
};

describe('two spans of time', () => {
  it.each([
    ['60 minute', '1 hour'],
    ['24 hour', '1 day'],
    ['7 day', '1 week'],
    ['12 month', '1 year'],
    ['10080 minute', '1 week'],
    ['2 week', '14 day'],
  ])('are as long: %s, %s', (one, other) => {
    expect(isSameSpan(span(one), span(other))).toBe(true);
    expect(isSameSpan(span(other), span(one))).toBe(true);
    expect(isSpanOf(span(one), 'en', span(other), 'en')).toBe(true);
  });

  it.each([
    ['61 minute', '1 hour'],
    ['25 hour', '1 day'],
    ['8 day', '1 week'],
    ['13 month', '1 year'],
    ['30 day', '1 month'],
    ['4 week', '1 month'],
    ['1 mg', '1 mcg'],
  ])('are not: %s, %s', (one, other) => {
    expect(isSameSpan(span(one), span(other))).toBe(false);
    expect(isSpanOf(span(one), 'en', span(other), 'en')).toBe(false);
  });

  it.each([
    ['minute', 'week', true],
    ['month', 'year', true],
    ['mg', 'mg', true],
    ['week', 'month', false],
    ['day', 'mg', false],
    [undefined, 'day', false],
  ] as const)('measure the same: %s, %s: %s', (one, other, same) => {
    expect(isSameKind(one, other)).toBe(same);
    expect(isSameKind(other, one)).toBe(same);
  });
});

describe('two weeks, and one', () => {
  it.each([
    ['2 week', 'en', '15 day', 'fr'],
    ['14 day', 'en', '15 day', 'es'],
    ['2 week', 'en', '15 day', 'it'],
    ['2 week', 'en', '15 day', 'pt-BR'],
    ['2 week', 'en', '15 day', 'el'],
    ['2 week', 'en', '15 day', 'ko'],
    ['15 day', 'fr', '2 week', 'en'],
    ['15 day', 'fr', '14 day', 'en'],
    ['8 day', 'fr', '1 week', 'en'],
    ['8 day', 'it', '7 day', 'en'],
  ])('are so many days: %s (%s), %s (%s)', (said, from, again, to) => {
    expect(isSpanOf(span(said), from, span(again), to)).toBe(true);
  });

  it.each([
    ['2 week', 'en', '15 day', 'de'],
    ['2 week', 'en', '16 day', 'fr'],
    ['13 day', 'en', '15 day', 'fr'],
    ['3 week', 'en', '15 day', 'fr'],
    ['2 month', 'en', '15 day', 'fr'],
    ['2 week', 'en', '15 hour', 'fr'],
    ['15 day', 'de', '2 week', 'fr'],
    ['15 day', 'fr', '13 day', 'en'],
    ['15 hour', 'fr', '2 week', 'en'],
    ['16 day', 'fr', '2 week', 'en'],
    ['8 day', 'es', '1 week', 'en'],
    ['8 day', 'fr', '2 week', 'en'],
    ['8 day', 'fr', '6 day', 'en'],
    ['9 day', 'fr', '1 week', 'en'],
    ['8 hour', 'fr', '1 week', 'en'],
    ['1 week', 'en', '8 day', 'fr'],
  ])('are no others: %s (%s), %s (%s)', (said, from, again, to) => {
    expect(isSpanOf(span(said), from, span(again), to)).toBe(false);
  });
});

describe('a translation without what its source says in words', () => {
  it.each([
    ['two weeks', 'en', '14 Tage', 'de', '   Tage'],
    ['two weeks', 'en', '13 Tage', 'de', '13 Tage'],
    ['half an hour', 'en', '30 Minuten', 'de', '   Minuten'],
    ['half a tablet', 'en', '1/2 Tablette', 'de', '    Tablette'],
    ['half of it', 'en', '1/2 Tablette', 'de', '    Tablette'],
    ['half a tablet', 'en', '1/2 davon', 'de', '    davon'],
    ['half an hour', 'en', '1/2 Tablette', 'de', '1/2 Tablette'],
    ['two of them', 'en', '2 davon', 'de', '2 davon'],
    ['two of them', 'en', '2 mg', 'de', '2 mg'],
  ])('%s (%s): %s', (source, from, translated, to, rest) => {
    expect(withoutSpansOf(source, from, translated, to)).toBe(rest);
  });
});
