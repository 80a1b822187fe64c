/** A translation names the months of its source, and says an hour in the half of the day in which it is there. */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';
import { publicLocales } from '../../src/locale/index.ts';

const fault = (source: string, translated: string, to: string, from = 'en') =>
  faultOfText(source, from, translated, to, []);
const known = publicLocales.filter(
  (tag) => tag !== 'en' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0,
);

describe('a month', () => {
  /** Of calendars with other months, or with numbers for months, which are looked at as numbers. */
  const named = known.filter((tag) => !/^(?:fa|ps|am|ne|ja|ko|vi|zh)\b/.test(tag));
  const nameOf = (tag: string, month: number) =>
    new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 15));

  it.each(named)('is that of the source, in %s', (tag) => {
    expect(fault('In August.', `– ${nameOf(tag, 8)}.`, tag)).toBeUndefined();
    expect(fault('In August.', `– ${nameOf(tag, 10)}.`, tag)).toMatch(
      /^says “.+”, a month that its source does not say$/,
    );
  });

  it.each([
    ['Come in May.', 'Приходите в марте, а не в мае.', 'ru'],
    ['Come on August 3.', 'Приходите 3 апреля.', 'ru'],
    ['From Sept. 1', 'Desde el 1 de octubre', 'es'],
    ['En mayo', 'In March', 'en', 'es'],
  ])('%s is not %s', (source, translated, to, from = 'en') => {
    expect(fault(source, translated, to, from)).toMatch(/a month that its source does not say$/);
  });

  it.each([
    ['You may call.', 'Puede llamar en mayo.', 'es'],
    ['Come on 8/3/2026.', 'Venga el 3 de agosto de 2026.', 'es'],
    ['Come in spring.', 'Venez en mars.', 'fr'],
    ['Come in August.', 'در مرداد بیایید.', 'fa'],
    ['March on in May!', 'Adelante en mayo.', 'es'],
    ['Puede llamar en agosto.', 'You may call in August.', 'en', 'es'],
    ['Exercise in May.', 'مارس الرياضة في أيار.', 'ar'],
    ['You may march with us in the spring.', 'Puede marchar con nosotros en abril.', 'es'],
  ])('%s is %s', (source, translated, to, from = 'en') => {
    expect(fault(source, translated, to, from)).toBeUndefined();
  });
});

describe('an hour', () => {
  const at = (tag: string, hour: number) =>
    new Intl.DateTimeFormat(tag, { hour: 'numeric', hourCycle: 'h12', timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 1, hour),
    );
  /** They count hours from dawn, or put a word for hours between. */
  const told = known.filter((tag) => !/^(?:sw|am|lo)\b/.test(tag));

  it.each(told)('is in the half of the day that the source says, in %s', (tag) => {
    expect(fault('Open 9 a.m. to 5 p.m.', `${at(tag, 9)} – ${at(tag, 17)}.`, tag)).toBeUndefined();
    expect(fault('Open 9 a.m. to 5 p.m.', `${at(tag, 21)} – ${at(tag, 5)}.`, tag)).toMatch(
      /^says 5 before noon, and its source 5 after noon$/,
    );
    expect(fault('Open at 9 a.m.', `${at(tag, 21)}.`, tag)).toBe(
      'says 9 after noon, and its source 9 before noon',
    );
  });

  it.each([
    ['Call before 9 a.m.', 'Llame antes de las 9 de la noche.', 'es'],
    ['Call before 9:30 AM', 'Rufen Sie vor 9:30 Uhr abends an.', 'de'],
    ['Call after 8 p.m.', 'Звоните после 8 утра.', 'ru'],
    ['Call after 8 p.m.', '请在上午8点后致电。', 'zh-Hans'],
    ['Llame a las 9 a. m.', 'Call at 9 p.m.', 'en', 'es'],
  ])('%s is not %s', (source, translated, to, from = 'en') => {
    expect(fault(source, translated, to, from)).toMatch(/^says \d+ (?:before|after) noon/);
  });

  it.each([
    ['Call before 9 a.m.', 'Llame antes de las 9 de la mañana.', 'es'],
    ['Call at 9 a.m. or 9 p.m.', 'Llame a las 9 de la noche o de la mañana.', 'es'],
    ['Open to 12 a.m.', 'Abierto hasta las 12 de la noche.', 'es'],
    ['Open to 12 p.m.', 'Abierto hasta las 12 de la mañana.', 'es'],
    ['Open 8 – 10 a.m.', 'De 8 a 10 de la mañana.', 'es'],
    ['Open to 5 p.m.', 'Abierto hasta las 17 h.', 'es'],
    ['Open to 5 p.m.', 'Saa 11 jioni.', 'sw'],
    // Of a night each half has a part, and people call 11 noon.
    ['Call before 11 p.m.', 'اتصل قبل الساعة 11 ليلاً.', 'ar'],
    ['Call after 1 a.m.', '밤 1시 이후에 전화하세요.', 'ko'],
    ['Call at 11 a.m.', 'Gọi lúc 11 giờ trưa.', 'vi'],
    ['The 5 of us came at night.', 'Vinimos los 5 de la noche.', 'es'],
  ])('%s is %s', (source, translated, to) => {
    expect(fault(source, translated, to)).toBeUndefined();
  });
});
