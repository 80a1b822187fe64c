import { maySayOrdinal } from '../quantities/ordinals.ts';
import {
  speaksOfTogether,
  type Weekday,
  weekdaysIn,
  weekdaysMeant,
  weekdaysNamed,
} from '../ways/weekday-names.ts';

/** Their names for days are ordinals too: thứ hai, Τρίτη, יום שני. */
const ordinalsToo = /^(?:vi|el|he|pt)\b/;

/**
 * A day of the week that its source does not speak of: “de lunes a domingo” for Monday to Friday. Whoever calls then hears nobody. Told where
 * the source speaks of days of the week at all: the names of some are other words too.
 */
export function otherDay(source: string, from: string, translated: string, to: string): string | undefined {
  const meant = weekdaysMeant(source, from);
  if (meant.size === 0) return undefined;
  const isDay = ({ day }: Weekday) => !(ordinalsToo.test(to) && maySayOrdinal(source, from, day + 1));
  const again = weekdaysIn(translated, to).filter(isDay);
  const said = weekdaysIn(source, from);
  const other =
    (isSure(said, from, translated, to) ? again.find(({ day }) => !meant.has(day)) : undefined) ??
    (speaksOfTogether(source, from) ? undefined : inPlaceOf(said, again));
  return other === undefined
    ? undefined
    : `says “${other.written}”, a day of the week that its source does not say`;
}

/** Not all the ways are known by which other languages than English speak of days: there one of them must be gone. */
function isSure(said: readonly Weekday[], from: string, translated: string, to: string): boolean {
  if (/^en\b/.test(from)) return true;
  const meant = weekdaysMeant(translated, to);
  return said.some(({ day }) => !meant.has(day)) && weekdaysNamed(translated, to).length > 0;
}

/** A day of a range that stands where its source has one that is gone: from Tuesday on for from Monday on. */
function inPlaceOf(said: readonly Weekday[], again: readonly Weekday[]): Weekday | undefined {
  const isIn = (one: Weekday, others: readonly Weekday[]) => others.some(({ day }) => day === one.day);
  const isGone = said.some((one) => !isIn(one, again));
  return isGone && said.length === again.length ? again.find((one) => !isIn(one, said)) : undefined;
}
