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
  if (language === 'ar' && read.includes('والنصف'))
    for (const [i, hour] of arabicHours.entries())
      if (new RegExp(`${hour.replace('_', ' ')} والنصف`).test(read)) add(i + 1, '30');
  const more = andHalf[language];
  const isHalf = more === undefined ? undefined : new RegExp(`^${clock}? ?(?:${asRead(more)})`);
  for (const { values, start, end } of inWords(text, tag)) {
    const [value = 0] = values;
    const behind = read.slice(end, end + 24);
    const isPast = language === 'en' && read.slice(0, start).endsWith('half past ');
    if (value < 1 || value > 12.5) continue;
    if (!Number.isInteger(value) || isPast || isHalf?.test(behind) || clocksAndHalf.test(behind))
      add(Math.floor(value), '30');
    else if (clocks.test(behind)) add(value, '00');
  }
  return found;
}
