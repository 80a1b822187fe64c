import { type Weekday, weekdaysIn, weekdaysMeant } from '../ways/weekday-names.ts';

/**
 * A day of the week that its source does not speak of: “de lunes a domingo” for Monday to Friday. Whoever calls then hears nobody. Told where
 * the source speaks of days of the week at all: the names of some are other words too.
 */
export function otherDay(source: string, from: string, translated: string, to: string): string | undefined {
  const meant = weekdaysMeant(source, from);
  if (meant.size === 0) return undefined;
  const again = weekdaysIn(translated, to);
  const other = again.find(({ day }) => !meant.has(day)) ?? inPlaceOf(weekdaysIn(source, from), again);
  return other === undefined
    ? undefined
    : `says “${other.written}”, a day of the week that its source does not say`;
}

/** A day of a range that stands where its source has one that is gone: from Tuesday on for from Monday on. */
function inPlaceOf(said: readonly Weekday[], again: readonly Weekday[]): Weekday | undefined {
  const isIn = (one: Weekday, others: readonly Weekday[]) => others.some(({ day }) => day === one.day);
  const isGone = said.some((one) => !isIn(one, again));
  return isGone && said.length === again.length ? again.find((one) => !isIn(one, said)) : undefined;
}
