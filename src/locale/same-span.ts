import { readDigits } from '../content/index.ts';
import { type Quantity, quantitiesIn, withoutPlaces } from './measured.ts';

type Span = Pick<Quantity, 'values' | 'unit'>;

/** In minutes; in months, whose days differ. */
const [byMinutes, byMonths]: readonly Readonly<Record<string, number>>[] = [
  { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 },
  { month: 1, year: 12 },
];
/** Two weeks are fifteen days: quinze jours, 15 días. */
const fortnight = { weeks: 2, days: 15, languages: /^(?:fr|es|it|pt|el)\b/ };

/** True where two spans of time are as long as each other: 14 days, 2 weeks. */
export function isSameSpan(one: Span, other: Span): boolean {
  const lengths = ({ values, unit = '' }: Span, scale: Readonly<Record<string, number>> = {}) => {
    const factor = scale[unit];
    return factor === undefined ? [] : values.map((value) => value * factor);
  };
  return [byMinutes, byMonths].some((scale) => {
    const same = new Set(lengths(one, scale));
    return lengths(other, scale).some((length) => same.has(length));
  });
}

/**
 * A translation without the spans of time that are as long as one of its source: 14 Tage for two weeks, 48 hours for 2 days.
 */
export function withoutSpansOf(source: string, from: string, translated: string, to: string): string {
  const said = quantitiesIn(source, from);
  const isFortnight = ({ values, unit }: Quantity) =>
    unit === 'day' &&
    values.includes(fortnight.days) &&
    fortnight.languages.test(to) &&
    said.some((one) => one.unit === 'week' && one.values.includes(fortnight.weeks));
  const same = quantitiesIn(translated, to).filter(
    (quantity) => isFortnight(quantity) || said.some((one) => isSameSpan(one, quantity)),
  );
  return withoutPlaces(readDigits(translated).text, same);
}
