/** A translation names the days of the week that its source names: who calls on another one hears nobody. */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';
import { publicLocales } from '../../src/locale/index.ts';
import { weekdaysIn, weekdaysMeant } from '../../src/locale/ways/weekday-names.ts';

const fault = (source: string, translated: string, to: string, from = 'en') =>
  faultOfText(source, from, translated, to, []);

/** Haitian Creole and Pashto are no languages of V8's. */
const known = publicLocales.filter(
  (tag) => tag !== 'en' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0,
);
const nameOf = (tag: string, day: number) =>
  new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22 + day));

describe.each(known)('in %s', (tag) => {
  it('the days of the source are those of the translation', () => {
    expect(fault('Monday and Friday.', `${nameOf(tag, 1)}, ${nameOf(tag, 5)}.`, tag)).toBeUndefined();
    expect(fault('Monday to Friday.', `${nameOf(tag, 1)} – ${nameOf(tag, 5)}.`, tag)).toBeUndefined();
  });

  it('another one is told', () => {
    expect(fault('Monday and Friday.', `${nameOf(tag, 1)}, ${nameOf(tag, 4)}.`, tag)).toMatch(
      /^says “.+”, a day of the week that its source does not say$/,
    );
    expect(fault('Thursday to Friday.', `${nameOf(tag, 3)} – ${nameOf(tag, 5)}.`, tag)).toMatch(/^says “/);
  });
});

it.each([
  ['Monday to Friday, 9 to 5', 'De lunes a domingo, de 9 a 5', 'es', 'domingo'],
  ['Monday to Friday, 9 to 5', 'De martes a viernes, de 9 a 5', 'es', 'martes'],
  ['Closed on Sundays', 'Geschlossen: samstags', 'de', 'samstag'],
  ['Open on weekdays', 'Ouvert du lundi au samedi', 'fr', 'samedi'],
  ['Mon–Fri', 'Pn.–pt., także w sobotę', 'pl', 'sobot'],
  ['Monday to Friday', 'С понедельника по субботу', 'ru', 'суббот'],
  ['Monday to Friday', 'Pazartesiden cumartesiye', 'tr', 'cumartesi'],
  ['Monday to Friday', '周一至周六', 'zh-Hans', '周六'],
  ['Monday to Friday', '月曜から土曜まで', 'ja', '土曜'],
  ['Monday to Friday', 'Lendi rive samdi', 'ht', 'samdi'],
  ['Monday to Friday', 'از دوشنبه تا شنبه', 'fa', 'شنبه'],
  ['De lunes a viernes', 'Monday to Saturday', 'en', 'saturday'],
  ['Open weeknights from 6 to 9 p.m.', 'Ouvert le samedi de 18 h à 21 h.', 'fr', 'samedi'],
  ['Meets every other Tuesday at 7 p.m.', 'Se reúne cada dos miércoles a las 19 h.', 'es', 'miércoles'],
])('%s is not %s', (source, translated, to, day) => {
  const from = to === 'en' ? 'es' : 'en';
  expect(fault(source, translated, to, from)).toBe(
    `says “${day}”, a day of the week that its source does not say`,
  );
});

it.each([
  // All of a range, by other words, and where they have other senses.
  ['Monday to Friday', 'Lunes, martes, miércoles, jueves y viernes', 'es'],
  ['Open on weekdays', 'Montag bis Freitag', 'de'],
  ['Open at weekends', 'Le samedi et le dimanche', 'fr'],
  ['Open every day', 'Von Montag bis Sonntag', 'de'],
  ['7 days a week', 'Du lundi au dimanche, 7 jours sur 7', 'fr'],
  ['Mon–Fri', 'Von Montag bis Freitag', 'de'],
  ['Friday to Monday', 'Viernes, sábado, domingo y lunes', 'es'],
  ['Monday to Friday', 'Entre semana', 'es'],
  ['Monday to Friday', 'از دوشنبه تا جمعه', 'fa'],
  ['Monday to Friday', 'از دو شنبه، سه‌شنبه و چهار شنبه تا جمعه', 'fa'],
  ['Once a week, on Fridays', '每周一次，周五', 'zh-Hans'],
  ['Come on Monday, the second door', 'Vino luni, a doua ușă; două luni', 'ro'],
  ['It lasts for months.', 'Durează luni de zile.', 'ro'],
  ['Good for the environment.', 'Хорошо для окружающей среды.', 'ru'],
  ['The fourth quarter', 'Четвертий квартал', 'uk'],
])('%s is %s', (source, translated, to) => {
  expect(fault(source, translated, to)).toBeUndefined();
});

it('knows a day wherever it stands as a word, and no other word', () => {
  const days = (text: string, tag: string) => weekdaysIn(text, tag).map(({ day }) => day);
  expect(days('Sonntags, montags und am Sonnabend', 'de')).toEqual([0, 1, 6]);
  expect(days('Sontag, Vormontag', 'de')).toEqual([]);
  expect(days('星期日、週一、礼拜天', 'zh-Hant')).toEqual([0, 1, 0]);
  expect(days('两周一疗程，每周一次，四周日记', 'zh-Hans')).toEqual([]);
  expect([...weekdaysMeant('Sat and Sun', 'en')].toSorted()).toEqual([0, 6]);
  expect([...weekdaysMeant('Mon-Thurs', 'en')].toSorted()).toEqual([1, 2, 3, 4]);
  expect([...weekdaysMeant('Thursday through Sunday', 'en')].toSorted()).toEqual([0, 4, 5, 6]);
  expect([...weekdaysMeant('You may sit in the sunshine', 'en')]).toEqual([]);
});
