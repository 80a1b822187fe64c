import { Lettered } from '../../letters/index.ts';
import { asRead } from '../quantities/as-read.ts';
import { measures } from '../quantities/measure-words.ts';
import { range } from '../quantities/measured.ts';
import { isInCldr, unitWordsOf } from '../quantities/unit-words.ts';
import { type Names, namedIn, namesFrom } from '../quantities/whole-word.ts';

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
/** 周一, but no 每周一次, 两周一疗程 or 四周日记. */
const inChinese =
  /(?<![\d两兩几幾数數半二三四五六七八九十] ?)(?:星期|周|週|礼拜|禮拜)([日天一二三四五六])(?! ?(?:次|回|个|個|天|日|小时|小時|片|粒|剂|劑|针|針|杯|期|疗|療|课|課|节|節|颗|顆|袋|支|瓶|份|记|記|常))/g;
const chineseDays = ['日天', '一', '二', '三', '四', '五', '六'];

const known = new Map<string, Names<number> | undefined>();

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

/** Short names and ordinals of a language, each by itself: some have two meanings. */
const knownShort = new Map<string, readonly Names<number>[]>();
function shortNames(tag: string): readonly Names<number>[] {
  let names = knownShort.get(tag);
  if (names === undefined) {
    const short = namesFromCldr(tag, 'short').map((name) => asRead(name).replace(/\.$/, ''));
    names = [short, ordinals[tag.split('-')[0]!] ?? []].flatMap((list) =>
      list.flatMap((name, day) => (name === '' ? [] : (namesFrom(new Map([[name, day]])) ?? []))),
    );
    knownShort.set(tag, names);
  }
  return names;
}

function namesOf(tag: string): Names<number> | undefined {
  if (known.has(tag)) return known.get(tag);
  const days = new Map<string, number>();
  const long = longNames(tag);
  // What is a week or months too is no day for sure: luni, linggo, շաբաթ.
  const others = new Set(tag.startsWith('en') ? [] : unitWordsOf(tag).map(({ word }) => word));
  for (let day = 0; day < 7; day++) {
    for (const name of [long[day] ?? '', ...(more[tag.split('-')[0]!]?.[day]?.split('|') ?? [])].map(asRead))
      if (name !== '' && !others.has(name)) days.set(name, day);
  }
  const names = namesFrom(days);
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
  return namedIn(read, names, hasEndings).map(({ value: day, ...at }) => ({ day, ...at }));
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
interface Together {
  readonly days: readonly number[];
  readonly inEnglish: RegExp;
  /** In the others. */
  readonly elsewhere: Lettered;
}
const together: readonly Together[] = [
  {
    days: weekdays,
    inEnglish:
      /\b(?:week(?:days?|nights?)|(?:business|working|work|school)[ -]?(?:days?|nights?|week)|(?:during|in) the week)\b/i,
    elsewhere: new Lettered(
      `entre semana|días (?:laborables|hábiles)|en semaine|jours (?:ouvrables|ouvrés)|werktag|wochentag|unter der woche|dias úteis|durante a semana|feriali|dni (?:powszednie|robocze)|w tygodniu|будн|рабочи[ех] дн|робоч[іи]х? дн|zile(?:le)? lucrătoare|timpul săptămânii|hafta içi|ngày thường|ngày làm việc|trong tuần|평일|주중|工作日|平日|平时|أيام (?:الأسبوع|العمل)|(?:روز|شب)های (?:کاری|هفته)|وسط هفته|کام کے دن|חול|सप्ताह के दिन|कार्य ?दिवस|কর্ম ?দিবস|সপ্তাহের দিন|કામકાજ|ਕੰਮ ਵਾਲੇ ਦਿਨ|வார நாட்|வேலை நாட்|వారపు రోజు|పని దిన|วันธรรมดา|วันทำการ|ວັນລັດຖະການ|ថ្ងៃធ្វើការ|ကြားရက်|የሥራ ቀን|የስራ ቀን|աշխատանքային|სამუშაო|καθημεριν|εργάσιμ|maalmaha shaqada|siku za kazi|jou lasemèn|jou travay|pasok`,
      'iu',
    ),
  },
  {
    days: weekend,
    inEnglish: /\bweekends?\b/i,
    elsewhere: new Lettered(
      `week-end|wikenn|fin(?:es)? de semana|wochenende|fine settimana|weekend|выходн|вихідн|hafta son|cuối tuần|주말|[周週]末|土日|نهاية الأسبوع|آخر هفته|ویک اینڈ|סו(?:ף|פי) ?(?:ה?שבוע)|सप्ताहांत|सप्ताहान्त|সপ্তাহান্ত|સપ્તાહાંત|ਹਫ਼ਤੇ ਦੇ ਅੰਤ|வார இறுதி|வாராந்த|వారాంత|สุดสัปดาห์|ທ້າຍອາທິດ|ចុងសប្តាហ៍|စနေ ?တနင်္ဂနွေ|շաբաթ-կիրակի|შაბათ-კვირ|σαββατοκύριακ|dhammaadka toddobaad|wikendi|mwisho wa wiki`,
      'iu',
    ),
  },
  {
    days: all,
    inEnglish:
      /\b(?:every ?day|each day|daily|all week|(?:each|any|every) (?:day|night|evening|morning|afternoon)|nightly|(?:7|seven) (?:days|nights))\b|24\/7|around the clock/i,
    elsewhere: new Lettered(
      String.raw`24\/7|todos (?:los días|os dias)|cada d[ií]a|diari|tous les (?:jours|soirs)|chaque (?:jour|soir)|täglich|jeden (?:tag|abend|morgen)|ogni giorno|tutti i giorni|codzienn|każdego dnia|ежедневн|кажд(?:ый|ого) д|щодн|кожн(?:ого|ий) д|zilnic|fiecare zi|her (?:gün|akşam)|(?:mỗi|hàng|hằng) (?:ngày|tối)|매일|[每毎](?:天|日|晚|晩)|天天|年中無休|كل (?:يوم|ليلة)|يومي|هر (?:روز|شب)|ہر روز|روزان|(?:כל|מדי) (?:יום|ערב)|रोज|(?:हर|प्रति|हरेक) ?दिन|প্রতিদিন|রোজ|દરરોજ|ਹਰ ਰੋਜ਼|ਰੋਜ਼ਾਨਾ|தினமும்|ప్రతి ?రోజ|ทุกวัน|ທຸກມື້|ທຸກວັນ|រាល់ថ្ងៃ|နေ့တိုင်း|በየቀኑ|ամեն օր|ყოველდღ|κάθε (?:μέρα|βράδυ)|maalin (?:kasta|walba)|kila siku|chak jou|araw-araw`,
      'iu',
    ),
  },
];
const togetherIn = (text: string, tag: string): readonly Together[] => {
  const isEnglish = tag.startsWith('en');
  return together.filter(({ inEnglish, elsewhere }) => (isEnglish ? inEnglish : elsewhere).test(text));
};

/** True where a text speaks of days together, by another word than their names. */
export const speaksOfTogether = (text: string, tag: string): boolean => togetherIn(text, tag).length > 0;

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
  for (const { days: meant } of togetherIn(text, tag)) for (const day of meant) days.add(day);
  return days;
}

function shortIn(read: string, tag: string): Weekday[] {
  if (tag.startsWith('en'))
    return [...read.matchAll(short)].map(({ 0: written, 1: sign, index: start }) => {
      return { day: shortDays.indexOf(sign!), written, start, end: start + written.length };
    });
  return shortNames(tag).flatMap((names) =>
    namedIn(read, names).map(({ value: day, ...at }) => ({ day, ...at })),
  );
}
