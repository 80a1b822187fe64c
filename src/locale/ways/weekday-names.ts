import { literal } from '../../letters/index.ts';
import { asRead } from '../quantities/as-read.ts';
import { measures } from '../quantities/measure-words.ts';
import { range } from '../quantities/measured.ts';
import { isInCldr, unitWordsOf } from '../quantities/unit-words.ts';
import { standsAlone } from '../quantities/whole-word.ts';

/** A day of the week that a text names, from Sunday, which is 0. Places are those in the text as it is read. */
export interface Weekday {
  readonly day: number;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** By which names languages call them besides those of CLDR, from Sunday on; `|` between two of one day. */
const more: Readonly<Record<string, readonly string[]>> = {
  de: ['', '', '', '', '', '', 'sonnabend'],
  pl: ['niedziel', 'poniedział', 'wtork', 'środę|środy', 'czwartk', 'piątk', 'sobot'],
  ru: ['воскресен', 'понедельник', 'вторник', 'среду|среды|средам', 'четверг', 'пятниц', 'суббот'],
  uk: ['неділ', 'понеділ', 'вівтор', 'середу|середи|середам', 'четвер', "п’ятниц|п'ятниц", 'субот'],
  ht: ['dimanch', 'lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi'],
  ja: ['日曜', '月曜', '火曜', '水曜', '木曜', '金曜', '土曜'],
  fa: ['یک شنبه', 'دو شنبه', 'سه شنبه', 'چهار شنبه', 'پنج شنبه', '', ''],
};
/** 周一, but no 每周一次. */
const inChinese = /(?:星期|周|週|礼拜|禮拜)([日天一二三四五六])(?! ?(?:次|回|个|個|天|日|小时|小時|片|粒))/g;
const chineseDays = ['日天', '一', '二', '三', '四', '五', '六'];

interface Names {
  readonly pattern: RegExp;
  readonly days: ReadonlyMap<string, number>;
}
const known = new Map<string, Names | undefined>();

/** Most sources are English: Intl takes twenty milliseconds to be ready. */
const english = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** What CLDR calls each day, from Sunday on. */
function namesFromCldr(tag: string, weekday: 'long' | 'short'): readonly string[] {
  if (!isInCldr(tag)) return [];
  const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
  // The 22nd of November 2026 was a Sunday.
  return [22, 23, 24, 25, 26, 27, 28].map((day) => format.format(Date.UTC(2026, 10, day)));
}
const longNames = (tag: string) => (tag.startsWith('en') ? english : namesFromCldr(tag, 'long'));
const knownShort = new Map<string, readonly string[]>();
function shortNames(tag: string): readonly string[] {
  let names = knownShort.get(tag);
  if (names === undefined) {
    names = namesFromCldr(tag, 'short').map((name) => asRead(name).replace(/\.$/, ''));
    knownShort.set(tag, names);
  }
  return names;
}

function namesOf(tag: string): Names | undefined {
  if (known.has(tag)) return known.get(tag);
  const days = new Map<string, number>();
  const long = longNames(tag);
  // What is a week or months too is no day for sure: luni, linggo, շաբաթ.
  const others = new Set(tag.startsWith('en') ? [] : unitWordsOf(tag).map(({ word }) => word));
  for (let day = 0; day < 7; day++) {
    for (const name of [long[day] ?? '', ...(more[tag.split('-')[0]!]?.[day]?.split('|') ?? [])].map(asRead))
      if (name !== '' && !others.has(name)) days.set(name, day);
  }
  const words = [...days.keys()].sort((a, b) => b.length - a.length);
  const names =
    words.length === 0
      ? undefined
      : { pattern: new RegExp(`(?:${words.map(literal).join('|')})`, 'g'), days };
  known.set(tag, names);
  return names;
}

/** The days of the week that a text names, in the order in which they stand. */
export function weekdaysIn(text: string, tag: string): Weekday[] {
  // Without the joiner that Persian writes within its names.
  const read = asRead(text).replaceAll('\u200c', ' ');
  if (tag.startsWith('zh'))
    return [...read.matchAll(inChinese)].map(({ 0: written, 1: sign, index: start }) => {
      const day = chineseDays.findIndex((signs) => signs.includes(sign!));
      return { day, written, start, end: start + written.length };
    });
  const names = namesOf(tag);
  if (names === undefined) return [];
  const { hasEndings = false } = measures[tag.split('-')[0]!] ?? {};
  return [...read.matchAll(names.pattern)].flatMap(({ 0: written, index: start }) =>
    !standsAlone(written, start, read, hasEndings)
      ? []
      : [{ day: names.days.get(written)!, written, start, end: start + written.length }],
  );
}

/** In English, short: Mon–Fri, Tues. */
const short = /\b(sun|mon|tue|wed|thu|fri|sat)(?:s|r|rs)?\b/g;
const shortDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Ordinals too: of a source they are taken for days, of a translation for none. */
const ordinals: Readonly<Record<string, readonly string[]>> = {
  pt: ['', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', ''],
};
/** And together. */
const [weekdays, weekend, all] = [
  [1, 2, 3, 4, 5],
  [0, 6],
  [0, 1, 2, 3, 4, 5, 6],
];
const together: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\b(?:weekdays?|business days?|working days?)\b/i, weekdays],
  [/\bweekends?\b/i, weekend],
  [/\b(?:every ?day|each day|daily|all week|(?:7|seven) days)\b|24\/7/i, all],
];

/** Between two of which those between them are not meant: Monday and Friday. */
const listed =
  /^ ?(?:[、,]|and|or|y|e|et|ou|u|oder|und|lub|i|или|и|або|і|或|か|と|أو|و|یا|या|au|hoặc|ή|και|sau|și|veya|ve|o) ?$/;

/** The days that a text names, by their short names too. */
export function weekdaysNamed(text: string, tag: string): Weekday[] {
  const read = asRead(text).replaceAll('\u200c', ' ');
  return [...weekdaysIn(text, tag), ...shortIn(read, tag)].sort((a, b) => a.start - b.start);
}

/** All days of the week that a text speaks of: from Monday to Friday there are five. */
export function weekdaysMeant(text: string, tag: string): ReadonlySet<number> {
  const read = asRead(text).replaceAll('\u200c', ' ');
  const named = weekdaysNamed(text, tag);
  const days = new Set(named.map(({ day }) => day));
  for (const [i, { day, start }] of named.entries()) {
    const before = named[i - 1];
    if (before === undefined) continue;
    const between = read.slice(before.end, start).replace(/^[\p{L}.]* /u, ' ');
    if ((range.test(between) && !listed.test(between)) || /^ ?(?:through|thru|until|till) ?$/.test(between))
      for (let at = before.day; at !== day; at = (at + 1) % 7) days.add(at);
  }
  if (tag.startsWith('en'))
    for (const [words, meant] of together) if (words.test(text)) for (const day of meant) days.add(day);
  return days;
}

function shortIn(read: string, tag: string): Weekday[] {
  if (tag.startsWith('en'))
    return [...read.matchAll(short)].map(({ 0: written, 1: sign, index: start }) => {
      return { day: shortDays.indexOf(sign!), written, start, end: start + written.length };
    });
  return [shortNames(tag), ordinals[tag.split('-')[0]!] ?? []].flatMap((names) =>
    names.flatMap((name, day) => {
      if (name === '') return [];
      const found = read.matchAll(new RegExp(literal(name), 'g'));
      return [...found].flatMap(({ 0: written, index: start }) =>
        standsAlone(written, start, read) ? [{ day, written, start, end: start + written.length }] : [],
      );
    }),
  );
}
