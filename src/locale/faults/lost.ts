import { cover, readDigits } from '../../content/index.ts';
import { valuesInWords } from '../quantities/in-words.ts';
import { quantitiesIn } from '../quantities/measured.ts';
import { numbersIn, wholeNumber } from '../quantities/numbers.ts';
import { withoutDays } from '../ways/calendar.ts';
import { decadesIn } from '../ways/decades.ts';
import { numbersMadeUp } from './made-up.ts';

/** Up to here numbers are said in words in any language, or in no words: one of them, the first. */
const saidInWords = 12;
/** Round ones are: half of them, hundreds. So are the hours of a day. */
const saidOtherwise: ReadonlySet<string> = new Set(['24', '50', '100', '365', '1000']);
/** Spans of time are: a quarter of an hour, a year and a half, a month. */
const spansWithNames: Readonly<Record<string, readonly number[]>> = {
  minute: [15, 30, 45, 90],
  day: [14, 15, 30],
  month: [18],
};
/** How many of a span are the next longer one: the first 72 hours are les trois premiers jours. */
const inNext: Readonly<Record<string, number>> = { minute: 60, hour: 24, day: 7, month: 12 };
/** Half past eight; and hours after noon: 18:30, 17 h, 18 Uhr. By clocks that count from noon, or from dawn, they have other numbers. */
const times =
  /(?<!\d)\d?\d[:.h] ?(?:00|15|30|45)(?!\d)|(?<!\d)(?:1[3-9]|2[0-4])(?=[:.][0-5]\d(?!\d)| ?(?:h(?![a-z])|uhr|[時时点點]|시))/gi;
const years = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
/** H1N1, i18n: of a name. */
const ofNames = /(?<=[a-z])\d+/gi;

/** A share, and one that lost its number: cerca del  %. */
const shared = /\d\s?[%٪]|[%٪]\s?\d/;
const bare = /(?<!\d\s?)[%٪](?!\s?\d)/;

/**
 * A number of the source that its translation says in no way: “no more than 40 mg a day” without the 40. In each of forty languages people
 * leave larger numbers in digits; what is said otherwise is not looked for, nor years, which calendars count otherwise.
 */
export function numberLost(source: string, from: string, translated: string, to: string): string | undefined {
  const read = readDigits(source).text;
  if (shared.test(read) && bare.test(readDigits(translated).text) && !bare.test(read))
    return 'has % without the number that its source has';
  const lost = numbersMadeUp(translated, source, to, from).filter(
    (digits) => Number(digits) > saidInWords && !saidOtherwise.has(digits),
  );
  if (lost.length === 0) return undefined;
  const inOthers = new Set(valuesInWords(translated, to));
  const named = quantitiesIn(source, from).filter(({ unit = '', values }) =>
    values.some(
      (value) => spansWithNames[unit]?.includes(value) || inOthers.has(value / (inNext[unit] ?? 1)),
    ),
  );
  const { text } = readDigits(source);
  const others = [times, years, ofNames].reduce(
    (rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
  const decades = decadesIn(text);
  const still = new Set(
    numbersIn(withoutDays(cover(others, named, ' '), from)).filter((each) => !decades.has(Number(each))),
  );
  const digits = lost.find((each) => still.has(each));
  return digits === undefined
    ? undefined
    : `lacks the number ${wholeNumber(digits, source)}, which its source has`;
}
