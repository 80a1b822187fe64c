/** A time of day as English writes it, or a span of two: `6 p.m.`, `8:30 – 10 a.m.`. */
const twelve = /(?<![\d.,:])(?:(\d{1,2})(?::([0-5]\d))?\s*[–-]\s*)?(\d{1,2})(?::([0-5]\d))?\s*([ap])\.?m\b/gi;
/** The same by the clock of 24 hours, with its minutes. */
const twentyFour = /(?<![\d.,:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])/g;
const time = /(?<![\d.,:])(\d{1,2})(?:[:.]([0-5]\d))?(?![\d:]|[.,]\d)/g;

const noon = 12 * 60;

/** Hour and minutes to minutes after midnight. */
const minutes = (hour: string, minute = '0') => Number(hour) * 60 + Number(minute);

/** The times of day in a text, minutes after midnight. */
function timesIn(text: string): Set<number> {
  const found = new Set<number>();
  if (!/\d/.test(text)) return found;
  for (const [, from, fromMinute, to, toMinute, half] of text.matchAll(twelve)) {
    const later = half!.toLowerCase() === 'p' ? noon : 0;
    const end = (minutes(to!, toMinute) % noon) + later;
    found.add(end);
    if (from === undefined) continue;
    const start = (minutes(from, fromMinute) % noon) + later;
    found.add(start <= end ? start : start - noon);
  }
  for (const [, hour, minute] of text.matchAll(twentyFour)) found.add(minutes(hour!, minute));
  return found;
}

/**
 * A translation without the times of day that its source has too, by whichever clock: 6 p.m. is 18 Uhr, 18:00 or
 * 午後6時. A number of three digits, or of a time that the source does not name, stays.
 */
export function withoutTimesOf(source: string, translated: string): string {
  const times = timesIn(source);
  if (times.size === 0) return translated;
  return translated.replace(time, (written, hour: string, minute: string | undefined) => {
    const at = minutes(hour, minute);
    return times.has(at) || (at < noon + 60 && times.has((at % noon) + noon)) ? ' ' : written;
  });
}
