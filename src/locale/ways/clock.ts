/** A time of day as English writes it, or a span of two: `6 p.m.`, `8:30 – 10 a.m.`, from 6 to 9 p.m. */
const twelve =
  /(?<![\d.,:])(?:(\d{1,2})(?::([0-5]\d))?\s*(?:[–-]|to|until|till|and)\s*)?(\d{1,2})(?::([0-5]\d))?\s*([ap])\.?m\b/gi;
/** 7g30: an hour of Vietnamese. */
const vietnamese = /(?<=(?<!\d)\d{1,2})g(?=[0-5]\d(?!\d))/g;
/** 08.30–17.30: from one hour to another. */
const dotted = /(?<![\d.,])([01]?\d|2[0-4])\.([0-5]\d) ?[–-] ?([01]?\d|2[0-4])\.([0-5]\d)(?!\d|[.,]\d)/g;
/** The same by the clock of 24 hours, with its minutes. */
const twentyFour = /(?<![\d.,:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])/g;
/** 17:30, 17.30; 17h30, 17g30, 17 giờ 30, 17時30分, 5点半, 11 na nusu. */
const time =
  /(?<![\d.,:])(?<hour>\d{1,2})(?:[:.፡](?<minute>[0-5]\d)|(?:h|è|g(?=[0-5]\d(?!\d))| h(?= [0-5]\d(?!\d)) | ?giờ ?| ?[時时点點]| ?시 ?)(?:(?<after>[0-5]\d)(?!\d)|(?<half>半|반|rưỡi))?|(?<nusu> na nusu| ?ሰዓት ተኩል))?(?![\d:]|[.,]\d)/g;
/** The same of a language that says so: 9h, 17h30, 18 Uhr. */
const hours =
  /(?<![\d.,:])([01]?\d|2[0-4])(?:h([0-5]\d)?(?![\p{L}\d])|[.:]?([0-5]\d)? ?Uhr|(?: giờ ?|[時时点點]|시 ?)([0-5]\d)?(半|반|rưỡi)?)/gu;
/** 17 h 30, 17.30 h, 17.30 น. */
const spaced =
  /(?<![\d.,:])([01]?\d|2[0-4])(?: h(?: ([0-5]\d))?(?![\p{L}\d])|\.([0-5]\d) ?(?:h(?![\p{L}\d])|น))/gu;
/** 午後5時半, 오후 5시 반, 下午5:30. */
const afternoon = /(?:午後|下午|晚上|오후|저녁) ?(\d{1,2})(?:[時时点點:]|시 ?)(?:([0-5]\d)|(半|반))?/g;
/** The same of other languages: 2 de la tarde, 2 giờ chiều, शाम 5 बजे. */
const laterHalf = [
  /(?<![\d.,:])(\d{1,2})(?:[:.h]([0-5]\d))?(?: ?(?:h|giờ))? ?(?:de la (?:tarde|noche)|da (?:tarde|noite)|de l[’']après-midi|du soir|del pomeriggio|di sera|nachmittags|abends|μ\. ?μ\.|مساء|ظهر|вечера|вечора|chiều|tối|po południu|wieczorem|diswa|nan aswè|habeennimo|fiidnimo|galabnimo|ng gabi|ng hapon|شب|عصر|بعد ?از ?ظهر|យប់|ល្ងាច)/giu,
  /(?:दोपहर|शाम|रात|साँझ|बेलुका|দুপুর|বিকাল|বিকেল|সন্ধ্যা|রাত|બપોરે|સાંજે|રાત્રે|ਸ਼ਾਮ|ਰਾਤ|மதியம்|மாலை|இரவு|మధ్యాహ్నం|సాయంత్రం|రాత్రి|شام|رات|دوپہر|عصر|ညနေ|ည|akşam|երեկոյան|საღამოს)(?: के)? (\d{1,2})(?::([0-5]\d))?/giu,
];
const saysAfternoon = /(?:午後|下午|오후) ?$/;
/** 12:00 by the clock of 24 hours is noon; but 12:00 a.m., 12:00 de la noche. */
const saysNight = /^ ?(?:a\.? ?m\b|de la noche|da noite|di notte|w nocy|ночи|ночі|đêm|रात|gece)/i;
/** Hours from dawn: saa 3, saa 11:30, saa 11 na nusu; 3 ሰዓት. */
const sinceDawn =
  /(?<![\p{L}\d])saa (\d{1,2})(?!\d)(?::([0-5]\d)| (na nusu))?|(?<![\d.,:])(\d{1,2})(?:[:፡]([0-5]\d))? ?ሰዓት( ተኩል)?/giu;
const noon = 12 * 60;
const midnight = 24 * 60;
/** Hours that have a name. */
const named: readonly (readonly [RegExp, number])[] = [
  [
    /(?<![a-zà-ÿа-яё])(?:noon|midday|midi|mediodía|meio-dia|mezzogiorno|mittags|południe|полдень|опівдні)(?![a-zà-ÿа-яё])|正午|정오|เที่ยง(?!คืน)/i,
    noon,
  ],
  [
    /(?<![a-zà-ÿа-яё])(?:midnight|minuit|medianoche|meia-noite|mezzanotte|mitternacht|północ|полночь|опівночі)(?![a-zà-ÿа-яё])|深夜0時|자정|เที่ยงคืน|(?<!\d)12 (?:de la noche|da noite|ночи|ночі|giờ đêm)|रात 12 बजे/i,
    midnight,
  ],
];
/** “9 to 5”, in English: a day of work ends after noon. */
const workday =
  /(?<![\d.,:])(1?\d)(?::[0-5]\d)? ?(?:to|until|-|–) ?(1?\d)(?::([0-5]\d))?(?![\d:%]|[.,]\d| ?[ap]\.?m)/gi;
/** An hour after noon by the clock of 24 hours, or any with its minutes: 18, 08.30. */
const bareHour = /(?<![\d.,:])(?:(?:[01]?\d|2[0-4])\.[0-5]\d|1[3-9]|2[0-4])(?![\d:]|[.,]\d)/g;
/** What stands beside an hour from dawn: no dose. */
const besideDawn = {
  before: /(?:(?:saa|hadi|na|mpaka) |[-–] ?|(?:ከ|እስከ|በ|(?:ጠዋቱ|ጧቱ|ምሽቱ|ሌሊቱ|ቀኑ)) ?)$/i,
  after: /^ ?(?:ሰዓት|[-–]|እስከ|ድረስ|[።፣]|$)/,
};
/** With the time of the day they are hours, and no span of some: saa 2 asubuhi; ከጠዋቱ 2 ሰዓት. */
const hoursOfDay =
  /(?<!\p{L})saa \d{1,2}(?::[0-5]\d)?(?: na nusu)?(?= (?:za |ya )?(?:asubuhi|usiku|jioni|mchana|alfajiri|alasiri|adhuhuri)(?!\p{L}))|(?<=(?:ጠዋቱ|ምሽቱ|ሌሊቱ|ቀኑ) )\d{1,2}(?::[0-5]\d)?(?= ሰዓት)/giu;

/** A text without its hours that are counted from dawn: another clock has none of their numbers. */
export const withoutHoursFromDawn = (text: string): string => text.replace(hoursOfDay, ' ');

/** True for a language that counts hours from dawn. */
export const isFromDawn = (tag: string): boolean => /^(?:sw|am)\b/.test(tag);

/** True where a text may say hours so. */
export const countsFromDawn = (text: string): boolean => fromDawn.test(text);

/** Hours are counted from dawn, six hours later: saa 3 asubuhi, ከጠዋቱ 3 ሰዓት. */
const fromDawn = /\p{Script=Ethiopic}|(?<!\p{L})saa(?!\p{L})/iu;
const dawn = 6 * 60;
/** In Thai the evening has hours of its own, from six o’clock on: 1 ทุ่ม is 7 p.m. */
const ofEvening = /^ ?ทุ่ม/;
const evening = 18 * 60;
/** Behind a number that is a dose, and no hour. */
const dose =
  /^ ?(?:[mµμk]?g|mcg|ml|mL|cl|мг|мл|毫克|毫升|[%℃°錠片粒정알]|(?:tabl|compr|pill|capsu?l|cápsul|gélul|kaps|tropfen|drops|gouttes|gotas|gocce|таблет|капс|капел|vidonge|viên|ኪኒን|قرص|حبة|حبات|गोली|গোলি)\p{L}*)(?![a-z])/iu;

/** Hour and minutes to minutes after midnight. */
const minutes = (hour: string, minute = '0') => Number(hour) * 60 + Number(minute);

/** The times of day in a text, minutes after midnight. */
function timesIn(written: string): Set<number> {
  const found = new Set<number>();
  const text = written.replace(vietnamese, 'h');
  for (const [, from, fromMinute, to, toMinute] of text.matchAll(dotted))
    found.add(minutes(from!, fromMinute)).add(minutes(to!, toMinute));
  for (const [, from, fromMinute, to, toMinute, half] of text.matchAll(twelve)) {
    const later = half!.toLowerCase() === 'p' ? noon : 0;
    const end = (minutes(to!, toMinute) % noon) + later;
    found.add(end);
    if (from === undefined) continue;
    const start = (minutes(from, fromMinute) % noon) + later;
    found.add(start <= end ? start : start - noon);
  }
  for (const [name, hour] of named) if (name.test(text)) found.add(hour);
  for (const [, from, to, minute] of text.matchAll(workday)) {
    const [start, end] = [minutes(from!), minutes(to!, minute)];
    if (end <= start && start <= noon) found.add(start).add(end + noon);
  }
  for (const [, hour, minute, other] of text.matchAll(spaced)) found.add(minutes(hour!, minute ?? other));
  for (const [, hour, minute, half] of text.matchAll(afternoon))
    found.add((minutes(hour!, half === undefined ? minute : '30') % noon) + noon);
  for (const half of laterHalf)
    for (const [, hour, minute] of text.matchAll(half)) {
      const at = minutes(hour!, minute);
      if (at < noon) found.add(at + noon);
    }
  if (fromDawn.test(text))
    for (const [, saa, saaMinute, nusu, hour, minute, half] of text.matchAll(sinceDawn)) {
      const at = minutes(saa ?? hour!, (nusu ?? half) === undefined ? (saaMinute ?? minute) : '30') + dawn;
      found.add(at % noon).add((at % noon) + noon);
    }
  for (const [, hour] of text.matchAll(/(?<!\d)([1-5]) ?ทุ่ม/g)) found.add(minutes(hour!) + evening);
  for (const [, hour, minute] of text.matchAll(twentyFour)) found.add(minutes(hour!, minute));
  for (const [, hour, minute, other, more, half] of text.matchAll(hours))
    found.add(minutes(hour!, half === undefined ? (minute ?? other ?? more) : '30'));
  // One day ends where the next begins.
  if (found.has(0) || found.has(midnight)) found.add(0).add(midnight);
  return found;
}

/**
 * A translation without the times of day that its source has too, by whichever clock: 6 p.m. is 18 Uhr, 18:00, 18h or
 * 午後6時. A number of three digits, or of a time that the source does not name, stays.
 */
export function withoutTimesOf(source: string, translated: string): string {
  const times = timesIn(source);
  // 18–21: its hours have no sign, and the translation's have: 6 to 9 p.m.
  const later = [...source.matchAll(bareHour)]
    .filter(({ index, 0: { length } }) => !dose.test(source.slice(index + length, index + length + 12)))
    .map(([hour]) => minutes(...(hour.split('.') as [string, string?])));
  if (later.length > 0) {
    const again = timesIn(translated);
    for (const at of later) if (again.has(at)) times.add(at);
  }
  if (times.size === 0) return translated;
  const isFromDawn = fromDawn.test(translated);
  // 6:30 in the evening; 0:30 is after midnight.
  const isTime = (at: number) => times.has(at) || (at >= 60 && at < noon && times.has(at + noon));
  const isOfHalf = (at: number) => times.has(at % noon) || times.has((at % noon) + noon);
  return translated.replace(time, (written, ...found) => {
    const { hour, minute, after, half, nusu } = found.at(-1) as Readonly<Record<string, string | undefined>>;
    const at = minutes(hour!, (half ?? nusu) === undefined ? (minute ?? after) : '30');
    const start = found.at(-3) as number;
    const before = translated.slice(Math.max(0, start - 12), start);
    const behind = translated.slice(start + written.length, start + written.length + 12);
    if (written === hour && dose.test(behind)) return written;
    if (ofEvening.test(behind) && times.has(at + evening)) return ' ';
    if (saysAfternoon.test(before) ? times.has((at % noon) + noon) : isTime(at)) return ' ';
    if (at === noon && times.has(midnight) && (minute === undefined || saysNight.test(behind))) return ' ';
    const isHour = () =>
      (minute ?? nusu) !== undefined || besideDawn.before.test(before) || besideDawn.after.test(behind);
    return isFromDawn && at < noon + 60 && isOfHalf(at + dawn) && isHour() ? ' ' : written;
  });
}
