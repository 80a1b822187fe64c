import { readDigits } from '../content/index.ts';
import { inWords } from './in-words.ts';
import { numberWords } from './number-words.ts';
import type { Quantity } from './quantity.ts';
import { isSpanOf } from './same-span.ts';

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
/** Twice a day is morning and night: matin et soir, 朝晩. */
const morning: Readonly<Record<string, string>> = {
  ...{
    en: 'morning',
    es: 'mañana',
    fr: 'matin',
    de: 'morgen früh',
    pt: 'manhã',
    it: 'mattin',
    pl: 'rano ranem',
  },
  ...{
    ru: 'утр',
    uk: 'вранці зранку ранк',
    ro: 'diminea',
    tr: 'sabah',
    vi: 'sáng',
    ko: '아침',
    zh: '早',
    ja: '朝',
  },
  ...{
    ar: 'صباح',
    fa: 'صبح',
    ur: 'صبح',
    ps: 'سهار',
    he: 'בוקר',
    hi: 'सुबह',
    ne: 'बिहान',
    bn: 'সকাল',
    gu: 'સવાર',
  },
  ...{ pa: 'ਸਵੇਰ', ta: 'காலை', te: 'ఉదయం', th: 'เช้า', lo: 'ເຊົ້າ', km: 'ព្រឹក', my: 'မနက်', am: 'ጠዋት' },
  ...{ hy: 'առավոտ', ka: 'დილ', el: 'πρωί', so: 'subax', sw: 'asubuhi', ht: 'maten', fil: 'umaga' },
};
/** Sous huit jours: within a week. */
const inEightDays = /^(?:fr|it)\b/;
/** Of these not all forms of the words for numbers are known. */
const unsure = /^ps\b/;
/** Their hours are counted from dawn, in words too. */
const fromDawn = /^(?:sw|am)\b/;

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
  const [read, text] = [readDigits(source).text.toLowerCase(), translated.toLowerCase()];
  const language = to.split('-')[0]!;
  const isAsked = ({ unit = '', values: [value = 0], end }: Quantity) => {
    if (doses.has(unit)) return true;
    if (numberWords[language] === undefined || unsure.test(to)) return false;
    if (unit === 'pieces' && value === 0.5) return true;
    if (!Number.isInteger(value) || value < 2 || value > largest) return false;
    if (unit === 'times')
      return (
        !compared.test(read.slice(end)) &&
        !morning[language]?.split(' ').some((word) => text.includes(word.normalize('NFKC')))
      );
    if (unit === 'hour' && fromDawn.test(to)) return false;
    if (unit === 'day' && value === 8 && inEightDays.test(from)) return false;
    if (unit === 'week' && again.some((one) => one.unit === 'month')) return false;
    return unit === 'pieces' || named[unit]?.includes(value) === false;
  };
  const asked = said.filter(isAsked);
  const isIn = (one: Quantity, others: readonly Quantity[]) =>
    others.some(
      (other) =>
        ((other.unit === undefined || other.unit === one.unit || one.unit === '°') &&
          one.values.some((value) => other.values.includes(value))) ||
        isSpanOf(one, from, other, to),
    );
  const lost = asked.filter((one) => !isIn(one, again));
  if (lost.length === 0) return undefined;
  const others = inWords(translated, to);
  const [first] = lost.filter((one) => !isIn(one, others));
  return first === undefined ? undefined : `lacks “${first.written}”, which its source has`;
}
