import { cover, readDigits } from '../../content/index.ts';
import { quantitiesIn } from '../quantities/measured.ts';
import type { Quantity } from '../quantities/quantity.ts';

type Span = Pick<Quantity, 'values' | 'unit'>;

/** In minutes; in months, whose days differ. */
const [byMinutes, byMonths]: readonly Readonly<Record<string, number>>[] = [
  { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 },
  { month: 1, year: 12 },
];
/** Two weeks are fifteen days, and one is eight: quinze jours, 15 días, sous huit jours. */
const fortnight = { weeks: 2, days: 15, languages: /^(?:fr|es|it|pt|el|ko)\b/ };
const inEightDays = { weeks: 1, days: 8, languages: /^(?:fr|it)\b/ };

/** True where two units measure the same: hours and days, months and years. */
export const isSameKind = (one: string | undefined, other: string | undefined): boolean =>
  one === other ||
  [byMinutes, byMonths].some((scale = {}) => [one, other].every((unit = '') => scale[unit] !== undefined));

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

/** True where a source says what its translation says, by another unit: 15 jours are 2 weeks, and 14 days. */
export function isSpanOf(said: Span, from: string, again: Span, to: string): boolean {
  const has = ({ unit, values }: Span, name: string, count: number) =>
    unit === name && values.includes(count);
  const isFortnight = (one: Span) => has(one, 'week', fortnight.weeks) || has(one, 'day', 14);
  const isWeek = (one: Span) => has(one, 'week', inEightDays.weeks) || has(one, 'day', 7);
  return (
    isSameSpan(said, again) ||
    (has(again, 'day', fortnight.days) && fortnight.languages.test(to) && isFortnight(said)) ||
    (has(said, 'day', fortnight.days) && fortnight.languages.test(from) && isFortnight(again)) ||
    (has(said, 'day', inEightDays.days) && inEightDays.languages.test(from) && isWeek(again))
  );
}

/** True where both say so many of the same; a part of one is that of what nobody knows, too. */
const isSame = (said: Span, { unit, values }: Span) =>
  values.some(
    (value) =>
      said.values.includes(value) &&
      (Number.isInteger(value)
        ? unit !== undefined && unit === said.unit
        : unit === said.unit || unit === undefined || said.unit === undefined),
  );

/**
 * A translation without what its source says in words, or by another unit: 14 Tage for two weeks, 48 hours for 2 days, 1/2 for half of it.
 */
export function withoutSpansOf(source: string, from: string, translated: string, to: string): string {
  const said = quantitiesIn(source, from);
  const same = quantitiesIn(translated, to).filter((again) =>
    said.some((one) => isSpanOf(one, from, again, to) || isSame(one, again)),
  );
  return cover(readDigits(translated).text, same, ' ');
}

/** The same without the spans alone that its source says by another unit: 1年間 for 12 months. */
export function withoutOtherUnitsOf(source: string, from: string, translated: string, to: string): string {
  const said = quantitiesIn(source, from);
  const others = quantitiesIn(translated, to).filter((again) =>
    said.some((one) => one.unit !== again.unit && isSpanOf(one, from, again, to)),
  );
  return cover(readDigits(translated).text, others, ' ');
}
