import { readDigits } from '../../content/index.ts';
import { inWords } from '../quantities/in-words.ts';
import { numbersAdded } from '../quantities/numbers.ts';
import { saysOrdinal, withoutOrdinals } from '../quantities/ordinals.ts';
import { withoutAllHoursOf } from '../ways/all-hours.ts';
import { withoutCalendarOf } from '../ways/calendar.ts';
import { countsFromDawn, withoutHoursFromDawn, withoutTimesOf } from '../ways/clock.ts';
import { withoutDecadesOf } from '../ways/decades.ts';
import { withoutQuantitiesOf } from '../ways/magnitudes.ts';
import { withoutYearsOf } from '../ways/other-years.ts';
import { withoutSpansOf } from '../ways/same-span.ts';
import { spokenTimesIn } from '../ways/spoken-hours.ts';
import { tenthsIn, withoutTenthsOf } from '../ways/tenths.ts';

/**
 * The numbers of a translation that its source does not have in any way: neither in words, nor by another clock, another calendar, other
 * spans of time or other words for thousands.
 * @param from language of the source
 * @param to that of the translation
 */
export function numbersMadeUp(source: string, translated: string, from: string, to: string): string[] {
  // saa 2 asubuhi is 8 a.m., and 2 a.m. another hour, whose number the source has.
  const own = countsFromDawn(source) && !countsFromDawn(translated) ? withoutHoursFromDawn(source) : source;
  let made = numbersAdded(translated, own);
  if (made.length === 0) return made;
  const known = [own, ...smallNumbersIn(own, from)].join(' ; ');
  const read = readDigits(source).text;
  let rest = readDigits(translated).text;
  const ways: readonly (() => string)[] = [
    () => rest,
    () => withoutTimesOf([read, ...spokenTimesIn(source, from)].join(' ; '), rest),
    () => withoutCalendarOf(read, rest, from),
    () => withoutAllHoursOf(read, rest, from),
    () => withoutYearsOf(read, rest),
    () => withoutOrdinals(read, from, rest),
    () => withoutDecadesOf(read, rest),
    () => withoutTenthsOf(read, rest),
    () => withoutSpansOf(read, from, rest, to),
    () => withoutOnes(read, rest),
    // Words for thousands are looked for last: there are hundreds of them.
    () => withoutQuantitiesOf(read, rest),
  ];
  for (const way of ways) {
    rest = way();
    made = numbersAdded(rest, known);
    if (made.length === 0) break;
  }
  return made;
}

/** Two thirds are 2/3, 3分の2; three quarters are 75%. */
const parts: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\bthirds\b|\b(?:a|one)[- ]third of\b/i, [1, 3]],
  [/\bfourths\b|\b(?:a|one)[- ](?:quarter|fourth) of (?!an? )/i, [1, 4, 25]],
  [/\bthree[- ](?:quarters|fourths)\b/i, [4, 75]],
  [/\bfifths\b|\b(?:a|one)[- ]fifth of\b/i, [1, 5]],
  [/\btenths\b|\b(?:a|one)[- ]tenth of\b/i, [1, 10]],
];
const partsIn = (text: string) => parts.flatMap(([words, values]) => (words.test(text) ? values : []));

/** 每三人, 三人に一人: so many people. */
const people = /([一二两兩三四五六七八九十])(?=[个個名位]?人)/g;
const digitOf: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};
const peopleIn = (text: string) => [...text.matchAll(people)].map(([sign]) => digitOf[sign]!);

/** كوبين: two cups are one word. */
const dual = /[\u0620-\u064a]{3,}(?:ين|ان)(?![\u0620-\u0652])/;

/** Arabic says its hours by ordinals: السابعة مساءً. */
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Numbers up to 99 that a text says in words: two weeks are 2 semaines, half an hour 30 minutes. */
function smallNumbersIn(text: string, tag: string): number[] {
  return [
    ...inWords(text, tag).flatMap(({ values: [value], unit, isPart }) =>
      isPart !== true && Number.isInteger(value) && value! < 100 && (unit === undefined || value! > 1)
        ? [value!]
        : [],
    ),
    ...(tag.startsWith('en') ? partsIn(text) : []),
    ...(tag.startsWith('ar') ? tenths.filter((value) => saysOrdinal(text, tag, value)) : []),
    ...(/\bdozen\b/i.test(text) ? [12] : []),
    ...(tag.startsWith('ar') && dual.test(text) ? [2] : []),
    ...tenthsIn(text),
    ...(/^(?:zh|ja)/.test(tag) ? peopleIn(text) : []),
    ...(share.test(text) ? [1] : []),
  ];
}

/** Une personne sur dix, jeder Dritte: one of so many. */
const share =
  /(?<!\p{L})(?:une?|una|uno|um|uma|ein[ers]?|eine|один|одна|jedna|jeden)(?: \p{L}+)? (?:sur|de cada|em cada|su|von|aus|из|na) (?:\d|\p{L})/iu;
/** Of one, each or a single one. */
const single =
  /(?<!\p{L})(?:an?|one|each|every|per|once|daily|hourly|weekly|monthly|yearly|single|un|una|uno|une|cada|por|chaque|ein|eine[mnrs]?|jede[mnrs]?|pro|um|uma)(?!\p{L})/iu;
/** 1日3回, 1회, 1周: where languages count, others say so. */
const counted =
  /(?<![\d.,])1(?= ?(?:日|天|回|次|人|名|つ|件|度|週|周|年|か月|ヶ月|カ月|個月|个月|月|時間|小时|小時|時|分|秒|晩|晚|枚|個|个|箇|錠|片|粒|杯|本|袋|일|회|번|명|주|년|개월|개|달|시간|분|정|알|잔|박|ガロン|갤런|マイル|마일|ポンド|파운드|カップ|컵|ครั้ง|วัน|คน|สัปดาห์|ชั่วโมง|เดือน|ปี|ມື້|ຄັ້ງ|ຄົນ|ថ្ងៃ|ដង|នាក់|ရက်|ကြိမ်|ယောက်))/gu;

/** 1日2回1錠: so often a day. */
const often = /(?:日|天|[周週月年]|일|주|달|월|년|วัน)(?:に| |ละ)? ?1 ?(?:回|次|회|번|ครั้ง)/gu;
/** What says so of more than once. */
const oftener = /(?<!\p{L})(?:twice|times|veces|fois|-?mal|vezes|volte)(?!\p{L})/iu;
const onceOnly = /(?<!\p{L})(?:once|one time)(?!\p{L})/iu;
/** Time by which is counted: no piece of anything. */
const ofTime =
  /(?<!\p{L})(?:an?|per|each|every|once an?|one) (?:day|week|month|year|hour|minute|time|night|morning|evening|meal)(?!\p{L})/giu;
const pieces = /1(?= ?(?:錠|片|粒|枚|個|个|箇|杯|本|袋|정|알|잔))/gu;

/** A translation without the ones by which East Asian languages count what the source has one of. */
function withoutOnes(source: string, translated: string): string {
  if (!single.test(source)) return translated;
  const kept = [
    ...(oftener.test(source) && !onceOnly.test(source) ? translated.matchAll(often) : []),
    ...(single.test(source.replace(ofTime, ' ')) ? [] : translated.matchAll(pieces)),
  ].map(({ index, 0: { length } }) => [index, index + length] as const);
  return translated.replace(counted, (one, at: number) =>
    kept.some(([start, end]) => start <= at && at < end) ? one : ' ',
  );
}
