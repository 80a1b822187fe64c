import { isInCldr } from '../quantities/unit-words.ts';

/** Days of the week that languages number: thứ 2 and T2 are Monday, in Vietnamese; 2ª is, in Portuguese. */
const numbered = /(?<=(?<!\p{L})(?:thứ |T))[2-7](?!\d)|(?<!\d)[2-6](?=ª|a feira)/giu;

/** The days of the week that a text names, from 1, Sunday. */
function weekdaysIn(text: string, tag: string): Set<number> {
  if (!isInCldr(tag)) return new Set();
  const words = new Set(text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu));
  const isNamed = (day: number) =>
    (['long', 'short'] as const).some((weekday) => {
      const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
      // 1 November 2026 is a Sunday.
      return words.has(
        format
          .format(Date.UTC(2026, 10, day))
          .toLowerCase()
          .replace(/\.$/, ''),
      );
    });
  return new Set([1, 2, 3, 4, 5, 6, 7].filter(isNamed));
}

/** A translation without the numbers of the days of the week that its source names. */
export function withoutWeekdaysOf(source: string, translated: string, tag: string): string {
  if (translated.search(numbered) < 0) return translated;
  const days = weekdaysIn(source, tag);
  return translated.replace(numbered, (day) => (days.has(Number(day)) ? ' ' : day));
}
