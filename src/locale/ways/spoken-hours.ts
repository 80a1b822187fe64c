import { asRead } from '../quantities/as-read.ts';
import { inWords } from '../quantities/in-words.ts';
import { andHalf } from '../quantities/number-words.ts';

/** Half of the hour that comes: halb neun, в половине девятого, o wpół do dziewiątej are 8:30. From the first hour on. */
const halfTo: Readonly<Record<string, readonly [before: string, hours: string]>> = {
  de: ['halb', 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'],
  pl: [
    'wpół do',
    'pierwszej drugiej trzeciej czwartej piątej szóstej siódmej ósmej dziewiątej dziesiątej jedenastej dwunastej',
  ],
  ru: [
    'половин[аеуы] |пол',
    'первого второго третьего четв[её]ртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого',
  ],
  uk: [
    'пів на',
    "першу другу третю четверту п['’]яту шосту сьому восьму дев['’]яту десяту одинадцяту дванадцяту",
  ],
};
/** What Arabic says for half an hour more, behind an ordinal. */
const arabicHours = 'واحدة ثانية ثالثة رابعة خامسة سادسة سابعة ثامنة تاسعة عاشرة حادية_عشرة ثانية_عشرة'.split(
  ' ',
);
/** Beside hours, in words too: de cinco a ocho de la tarde. */
const ofDay =
  /de la (?:mañana|tarde|noche)|da (?:manhã|tarde|noite)|du (?:soir|matin)|de l[’']après-midi|del (?:mattino|pomeriggio)|di (?:sera|mattina)|abends|morgens|nachmittags|вечера|утра|дня|ночи|вечора|ранку|wieczor|rano|po południu|diminea|seara|sabah|akşam|sáng|chiều|tối|बजे|বাজে|টায়|بجے|مساء|صباح|عصر|ظهر|בבוקר|בערב|אחר הצהריים|asubuhi|jioni|το πρωί|το βράδυ|το απόγευμα/;
/** Between an hour in words and its half: huit heures et demie. */
const clock = '(?: ?(?:heures?|horas?|ore|uhr|giờ|h|[点點時时시]))';
const clocks = /^(?: ?[点點時时시]| heures?(?!\p{L})| uhr(?!\p{L})| o[’']clock)/u;
const clocksAndHalf = /^ ?[点點時时시] ?[半반]/;

/** The times that a text says in words, as digits have them, in both halves of the day: halb neun, half past eight, साढ़े आठ are 8:30. */
export function spokenTimesIn(text: string, tag: string): string[] {
  const language = tag.split('-')[0]!;
  const read = asRead(text);
  const found: string[] = [];
  const add = (hour: number, minute: '00' | '30') => {
    if (hour >= 1 && hour <= 12) found.push(`${hour}:${minute}`, `${hour + 12}:${minute}`);
  };
  const [before, hours] = halfTo[language] ?? [];
  if (before !== undefined && new RegExp(before).test(read))
    for (const [i, hour] of hours!.split(' ').entries())
      if (new RegExp(`(?:${before}) ?${hour}(?!\\p{L})`, 'u').test(read)) add(i === 0 ? 12 : i, '30');
  const saysHalf = ofDay.test(read);
  if (language === 'ar' && (saysHalf || read.includes('والنصف')))
    for (const [i, hour] of arabicHours.entries()) {
      const at = read.indexOf(hour.replace('_', ' '));
      if (at >= 0) add(i + 1, read.slice(at + hour.length).startsWith(' والنصف') ? '30' : '00');
    }
  const more = andHalf[language];
  const isHalf = more === undefined ? undefined : new RegExp(`^${clock}? ?(?:${asRead(more)})`);
  for (const { values, start, end } of inWords(text, tag)) {
    const [value = 0] = values;
    const behind = read.slice(end, end + 24);
    const isPast = language === 'en' && read.slice(0, start).endsWith('half past ');
    if (value < 1 || value > 12.5) continue;
    if (!Number.isInteger(value) || isPast || isHalf?.test(behind) || clocksAndHalf.test(behind))
      add(Math.floor(value), '30');
    else if (saysHalf || clocks.test(behind)) add(value, '00');
  }
  return found;
}
