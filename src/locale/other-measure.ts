import { readDigits } from '../content/index.ts';
import { withoutCalendarOf } from './calendar.ts';
import { withoutTimesOf } from './clock.ts';
import { type Quantity, quantitiesIn } from './measured.ts';
import { isSameSpan } from './same-span.ts';

/** What is weighed or counted out: always written in digits, and never left to the reader. */
const doses: ReadonlySet<string | undefined> = new Set(['mg', 'mcg', 'ml']);

/**
 * A number that measures something else than in its source: 2 mg for “10 mg twice a day”, 14 hours for 14 days, 5 g for 5 mg, 12% for 12
 * months. Told where its source says what each such number measures, and it is never that.
 */
export function otherMeasure(
  source: string,
  from: string,
  translated: string,
  to: string,
): string | undefined {
  const said = quantitiesIn(source, from);
  if (said.every(({ unit }) => unit === undefined)) return undefined;
  const again = quantitiesIn(translated, to);
  const wrong = again.flatMap((quantity): string[] => {
    const meant = meantBy(quantity, said);
    return meant === undefined ? [] : [`says “${quantity.written}”, and its source “${meant.written}”`];
  });
  if (wrong.length === 0) return lostDose(said, again);
  // Hours of a clock and days of a month are no spans: 18 h is 6 p.m.
  const [read, rest] = [readDigits(source).text, readDigits(translated).text];
  const others = withoutCalendarOf(read, withoutTimesOf(read, rest), from);
  return others === rest || quantitiesIn(others, to).some((quantity) => meantBy(quantity, said) !== undefined)
    ? wrong[0]
    : undefined;
}

/** What of its source a number is that measures something else there, wherever it stands. */
function meantBy({ values, unit }: Quantity, said: readonly Quantity[]): Quantity | undefined {
  if (unit === undefined) return undefined;
  const same = said.filter((quantity) => quantity.values.some((value) => values.includes(value)));
  // One of something is said in many ways: one tablet, once.
  const isSmall = values.includes(1) && !doses.has(unit);
  const isOther = (quantity: Quantity) =>
    quantity.unit !== undefined && quantity.unit !== unit && !isSameSpan(quantity, { values, unit });
  return !isSmall && same.every(isOther) ? same[0] : undefined;
}

/** A dose of the source whose number the translation has nowhere. */
function lostDose(said: readonly Quantity[], again: readonly Quantity[]): string | undefined {
  const has = ({ values }: Quantity) =>
    again.some((one) => one.values.some((value) => values.includes(value)));
  const lost = said.find((quantity) => doses.has(quantity.unit) && !has(quantity));
  return lost === undefined ? undefined : `lacks “${lost.written}”, which its source has`;
}
