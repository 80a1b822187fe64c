import { literal } from '../../letters/index.ts';
import { isInCldr } from '../quantities/unit-words.ts';
import { withoutWeekdaysOf } from './weekdays.ts';

const monthsOf = new Map<string, readonly string[]>();

/** The names of the months in a language, long and short, from January on: in small letters. */
function monthNames(tag: string): readonly string[] {
  let names = monthsOf.get(tag);
  if (names === undefined) {
    names = (isInCldr(tag) ? (['long', 'short'] as const) : []).flatMap((month) => {
      const format = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i) => format.format(Date.UTC(2026, i, 15)).toLowerCase());
    });
    monthsOf.set(tag, names);
  }
  return names;
}

/** The months that a text names, from 1. */
export function monthsIn(text: string, tag: string): Set<number> {
  // As newspapers shorten it.
  const words = new Set(
    text
      .toLowerCase()
      .replace(/\bsept\b/, 'sep')
      .match(/\p{L}[\p{L}\p{M}]*/gu),
  );
  return new Set(
    monthNames(tag).flatMap((name, i) => (words.has(name.replace(/\.$/, '')) ? [(i % 12) + 1] : [])),
  );
}

/** Where a month stands as a number: 11月, 11월, tháng 11, and in 23.11.2026. */
const month =
  /(?<!\d)(0?[1-9]|1[0-2])(?= ?[月월])|(?<=(?:tháng|ເດືອນ|ខែ|mwezi wa) ?)(0?[1-9]|1[0-2])(?!\d)|(?<=(?<!\d)\d{1,2}([./-]))(0?[1-9]|1[0-2])(?=\3\d{4}(?!\d))/giu;
/** Calendars by which a script's languages count: the years since another beginning, and what they call it. */
const calendars: readonly {
  readonly script: RegExp;
  /** What is taken from a year; the later where a year begins in another season. */
  readonly years: readonly number[];
  /** The calendar of CLDR that says days and months, where there is one. */
  readonly name?: string;
  /** What must stand before the year. */
  readonly after?: string;
}[] = [
  { script: /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u, years: [-543] },
  // Persian and Pashto: letters that Arabic has not
  { script: /[گچپژکیګڅځړښېۍ]|سال|ساعت|خرداد|مرداد|مهر|آبان|آذر/u, years: [622, 621], name: 'persian' },
  { script: /\p{Script=Ethiopic}/u, years: [8, 7], name: 'ethiopic' },
  { script: /\p{Script=Devanagari}/u, years: [-56, -57] },
  { script: /\p{Script=Han}/u, years: [1911], after: '民[國国] ?' },
  { script: /令和/u, years: [2018], after: '令和 ?' },
  { script: /平成/u, years: [1988], after: '平成 ?' },
];
/** So far from its year a day stands, at most. */
const farthest = 24;
const aYear = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** A pattern's part for the names of the months, each as it is. */
const anyMonth = (tag: string) => `(?:${monthNames(tag).map(literal).join('|')})`;

const dateInDigits = /(?<!\d)(?:\d{4}([./-])\d\d?\1\d\d?|\d\d?([./-])\d\d?\2\d{4})(?!\d)/g;

/** A text without its dates in digits, and the days that stand beside a month's name. */
export function withoutDays(written: string, tag: string): string {
  const text = written.replace(dateInDigits, ' ');
  if (monthsIn(text, tag).size === 0) return text;
  const day = new RegExp(
    `(?<!\\d)\\d{1,2}(?=(?:\\.|st|nd|rd|th)? ?(?:de |d[’']|of )?${anyMonth(tag)}(?!\\p{L}))|(?<=(?<!\\p{L})${anyMonth(tag)}\\.? )\\d{1,2}(?!\\d)`,
    'giu',
  );
  return text.replace(day, ' ');
}

/** The days that a text names with their year, by the months' names of its language or in digits. */
function datesIn(text: string, tag: string): Date[] {
  const named = new RegExp(
    `(?:(\\d{1,2})(?:\\.|st|nd|rd|th)? (?:de |d[’'])?)?(?<!\\p{L})(${anyMonth(tag)})(?!\\p{L})\\.?(?: de)? (?:(\\d{1,2})(?:st|nd|rd|th)?,? )?(\\d{4})(?!\\d)`,
    'giu',
  );
  const found: [year: string, month: number, day: string][] = [];
  for (const [, before, name, after, year] of text.matchAll(named)) {
    const day = before ?? after;
    const month = (monthNames(tag).indexOf(name!.toLowerCase()) % 12) + 1;
    if (day !== undefined && month > 0) found.push([year!, month, day]);
  }
  for (const [, year, month, day] of text.matchAll(/(?<!\d)(\d{4})[./-](\d\d?)[./-](\d\d?)(?!\d)/g))
    found.push([year!, Number(month), day!]);
  for (const [, one, , other, year] of text.matchAll(/(?<!\d)(\d\d?)([./-])(\d\d?)\2(\d{4})(?!\d)/g))
    found.push([year!, Number(one), other!], [year!, Number(other), one!]);
  return found
    .filter(([, month]) => month <= 12)
    .map(([year, month, day]) => new Date(Date.UTC(Number(year), month - 1, Number(day))));
}

/** Day and month of a date by a calendar, and its year. */
function partsOf(date: Date, calendar: string): Readonly<Record<'year' | 'month' | 'day', string>> {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
    timeZone: 'UTC',
  });
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return { year: parts.get('year')!, month: parts.get('month')!, day: parts.get('day')! };
}

/** Without the years, and the days of them, that a source names by the calendar of most of the world. */
function withoutOtherCalendars(source: string, translated: string, tag: string): string {
  const years = (source.match(aYear) ?? []).map(Number);
  if (years.length === 0) return translated;
  let rest = translated;
  for (const { script, years: offsets, name, after = '' } of calendars) {
    if (!script.test(translated)) continue;
    const same = new Set(years.flatMap((year) => offsets.map((offset) => String(year - offset))));
    const found = [
      ...rest.matchAll(new RegExp(`(?<!\\d)(${after})(\\d{${after === '' ? 2 : 1},4})(?!\\d)`, 'gu')),
    ]
      .map(({ index, 1: before, 2: year }) => ({ start: index + before!.length, year: year! }))
      .filter(({ year }) => same.has(year));
    const days =
      name === undefined || found.length === 0 ? [] : datesIn(source, tag).map((date) => partsOf(date, name));
    rest = rest.replace(/(?<!\d)\d+(?!\d)/g, (number, at: number) => {
      if (found.some(({ start }) => start === at)) return ' ';
      const isDay = days.some(
        (date) =>
          [date.month, date.day].includes(String(Number(number))) &&
          found.some(({ start, year }) => year === date.year && Math.abs(start - at) <= farthest),
      );
      return isDay ? ' ' : number;
    });
  }
  return rest;
}

/** Without days in digits that the source names with their year: January 1st, 1970 is 01.01.1970, or 1970-01-01. */
function withoutDatesOf(source: string, translated: string, tag: string): string {
  if (translated.search(dateInDigits) < 0) return translated;
  const known = new Set(datesIn(source, tag).map(Number));
  return translated.replace(dateInDigits, (date) =>
    datesIn(date, tag).some((one) => known.has(Number(one))) ? ' ' : date,
  );
}

/** 3.5., 03.05.: a day and its month. */
const dayAndMonth = /(?<![\d.,])\d{1,2}\. ?(0?[1-9]|1[0-2])\.(?!\d)/g;

/**
 * A translation without what its source says too, in the way of its language: months by their number, years by another calendar. Both as
 * their digits are read.
 */
export function withoutCalendarOf(source: string, translated: string, tag: string): string {
  const months = monthsIn(source, tag);
  const undated = withoutWeekdaysOf(source, withoutDatesOf(source, translated, tag), tag);
  let rest = withoutOtherCalendars(source, undated, tag);
  if (months.size > 0)
    rest = rest
      .replace(month, (found) => (months.has(Number(found)) ? ' ' : found))
      .replace(dayAndMonth, (found, named: string) =>
        months.has(Number(named)) ? `${Number.parseInt(found, 10)}.` : found,
      );
  return rest;
}
