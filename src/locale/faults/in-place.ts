import { readDigits } from '../../content/index.ts';
import { valuesInWords } from '../quantities/in-words.ts';
import { numbersIn } from '../quantities/numbers.ts';
import { withoutCalendarOf } from '../ways/calendar.ts';
import { withoutTimesOf } from '../ways/clock.ts';
import { withoutOtherUnitsOf } from '../ways/same-span.ts';
import { numbersMadeUp } from './made-up.ts';

/** H1N1, jp04: of a name. */
const ofNames = /(?<=[a-z])\d+/gi;

const counted = (numbers: readonly (string | number)[]) => {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(Number(number), (counts.get(Number(number)) ?? 0) + 1);
  return counts;
};

/**
 * A number of the source that stands in the place of another: “5 of 5” for “1 of 5”. The translation has it more often than its source, and
 * another one less often, or nowhere.
 */
export function numberInPlace(
  source: string,
  from: string,
  translated: string,
  to: string,
): string | undefined {
  const [read, text] = [source, translated].map((each) => readDigits(each).text.replace(ofNames, ' ')) as [
    string,
    string,
  ];
  const [said, again] = [numbersIn(read), numbersIn(text)];
  if (said.length === 0 || again.length === 0) return undefined;
  const [often, found] = [counted(said), counted(again)];
  const isOftener = (counts: ReadonlyMap<number, number>) =>
    [...counts].find(([number, count]) => often.has(number) && count > often.get(number)!)?.[0];
  if (isOftener(found) === undefined) return undefined;
  // What the source says in words, or by another clock, calendar or unit, is said in digits.
  for (const number of valuesInWords(source, from))
    if (often.has(number)) often.set(number, often.get(number)! + 1);
  const bare = withoutOtherUnitsOf(source, from, translated, to).replace(ofNames, ' ');
  const more = isOftener(counted(numbersIn(withoutCalendarOf(read, withoutTimesOf(read, bare), from))));
  if (more === undefined) return undefined;
  const inOthers = new Set(valuesInWords(translated, to));
  const rest = counted(numbersIn(withoutTimesOf(text, read)));
  const less =
    said.length === again.length
      ? [...rest].find(([number, count]) => count > (found.get(number) ?? 0) && !inOthers.has(number))?.[0]
      : numbersMadeUp(text, read, to, from)
          .map(Number)
          .find((number) => number > 1 && !inOthers.has(number));
  // 12 a.m. is 0:00.
  if (more === 0 && less === 12) return undefined;
  return less === undefined
    ? undefined
    : `has the number ${more} in the place of ${less}, which its source has`;
}
