import { asRead } from '../quantities/as-read.ts';
import { inWords } from '../quantities/in-words.ts';
import { numberWords } from '../quantities/number-words.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFromDawn } from '../ways/clock.ts';
import { saysMorning } from '../ways/morning.ts';
import { isSpanOf } from '../ways/same-span.ts';
import { weekdaysIn } from '../ways/weekday-names.ts';

/** What is weighed: always written in digits, and never left to the reader. */
export const doses: ReadonlySet<string | undefined> = new Set(['mg', 'mcg', 'ml', '°']);

/** Where larger numbers are looked for as any number of a text is: see `lost.ts`. */
const largest = 12;
/** Spans that have names: half a day, a week, a month, a quarter, half a year; ein Jahrzehnt, πενθήμερο. */
const named: Readonly<Record<string, readonly number[]>> = {
  minute: [],
  hour: [12],
  day: [7],
  week: [4],
  month: [3, 6, 12],
  year: [10],
};

/** Behind what is compared: twice as likely, which is said in many ways; and once more. */
const compared =
  /^[ -]?(?:times?|veces|fois|mal|vezes|volte|razy|раза?|ori|kez|مرات)? ?(?:as|so|more|less|higher|lower|greater|larger|bigger|better|worse|faster|slower|stronger|longer|shorter|likelier|the|más|menos|plus|moins|mehr|weniger|più|meno|mais|häufiger|höher|больше|выше|чаще|أكثر)(?=[ .,;:]|$)/;
/** Every other day is said in many ways. */
const everyOther =
  /other|altern|second|zweite|sur deux|un día sí|cada tercer|dia sim|co drugi|через день|gün ?aş|cách|격일|隔|おき|بعد يوم|در میان|دوسرے|दूसरे|छोड़|বাদ|পর পর|วันเว้น|משנה|כן יום|παρά|dhaaf|ընդմեջ|օրումեջ|გამოშვებით|ခြား|బిరా|విడిచి|विराएर|એકાંતરે/;
/** 一兩天: a day or so. */
const vague = /\b(?:or so|or two|couple|few)\b/i;
/** 서너 번: three or four times. */
const about = /한두|두세|두서너|서너|너댓|네댓|너덧|대여섯|예닐곱/;
/** Die ersten beiden Wochen. */
const both =
  /(?<!\p{L})(?:both|beide[nrms]?|amb[oa]s|entramb[ie]|ambele|amândou?ă?|ob(?:a|ie|u)|об[ае]|обоих|обеих|обидв[аі]|her iki|cả hai|هر دو|دونوں|दोनों)(?!\p{L})/iu;
/** Sous huit jours: within a week. */
const inEightDays = /^(?:fr|it)\b/;
/** Of these not all forms of the words for numbers are known. */
const unsure = /^ps\b/;

/**
 * A quantity of the source that the translation says in no way: “take 2 tablets” without the 2. A dose is, and what is counted or lasts so
 * long where the words of the language for numbers are known; not what has many names: twice as likely, half a year.
 */
export function lostQuantity(
  said: readonly Quantity[],
  again: readonly Quantity[],
  source: string,
  from: string,
  translated: string,
  to: string,
): string | undefined {
  const read = asRead(source);
  const language = to.split('-')[0]!;
  const isAsked = ({ unit = '', values: [value = Number.NaN], start, end }: Quantity) => {
    if (doses.has(unit)) return true;
    if (numberWords[language] === undefined || unsure.test(to)) return false;
    if (unit === 'pieces' && value === 0.5) return true;
    if (!Number.isInteger(value) || value < 2 || value > largest) return false;
    if (value <= 3 && vague.test(translated)) return false;
    if (language === 'ko' && value <= 7 && about.test(translated)) return false;
    if (value === 2 && both.test(translated)) return false;
    if (unit === 'times') return !compared.test(read.slice(end)) && !saysMorning(translated, to);
    if (unit === 'hour' && (isFromDawn(to) || isFromDawn(from))) return false;
    // 第三周 is the third week.
    if (read[start - 1] === '第') return false;
    // Un mardi sur deux à 19 h
    if (everyOther.test(read.slice(Math.max(0, start - 12), end))) return false;
    if (unit === 'day' && value === 8 && inEightDays.test(from)) return false;
    // Eight weeks are two months, or six one and a half.
    const isAbout = (months: number) => Math.abs(4 * months - value) <= 2;
    if (unit === 'week' && again.some((one) => one.unit === 'month' && one.values.some(isAbout)))
      return false;
    return unit === 'pieces' || named[unit]?.includes(value) === false;
  };
  // Thứ Sáu, 8 giờ: no six hours.
  const days = said.some(isAsked) ? weekdaysIn(source, from) : [];
  const asked = said.filter(
    (one) => isAsked(one) && days.every(({ start, end }) => one.start < start || end <= one.start),
  );
  const isIn = (one: Quantity, others: readonly Quantity[]) =>
    others.some(
      (other) =>
        ((other.unit === undefined || other.unit === one.unit || one.unit === '°') &&
          one.values.some((value) => other.values.includes(value))) ||
        isSpanOf(one, from, other, to),
    );
  const lost = asked.filter((one) => !isIn(one, again));
  if (lost.length === 0) return undefined;
  const known = new Set(again.flatMap(({ unit, start }) => (unit === undefined ? [] : [start])));
  const others = inWords(translated, to).filter(({ start }) => !known.has(start));
  const [first] = lost.filter((one) => !isIn(one, others));
  return first === undefined ? undefined : `lacks “${first.written}”, which its source has`;
}
