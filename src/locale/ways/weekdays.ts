import { weekdaysNamed } from './weekday-names.ts';

/** Days of the week that languages number: thứ 2 and T2 are Monday, in Vietnamese; 2ª is, in Portuguese. */
const numbered = /(?<=(?<!\p{L})(?:thứ |T))[2-7](?!\d)|(?<!\d)[2-6](?=ª|a feira)/giu;

/** A translation without the numbers of the days of the week that its source names. */
export function withoutWeekdaysOf(source: string, translated: string, tag: string): string {
  if (translated.search(numbered) < 0) return translated;
  const days = new Set(weekdaysNamed(source, tag).map(({ day }) => day));
  return translated.replace(numbered, (day) => (days.has(Number(day) - 1) ? ' ' : day));
}
