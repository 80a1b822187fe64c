import { literal } from '../../letters/index.ts';
import { asRead } from '../quantities/as-read.ts';
import { isInCldr, unitWordsOf } from '../quantities/unit-words.ts';
import { standsAlone } from '../quantities/whole-word.ts';
import { monthsIn } from '../ways/calendar.ts';

/** They count months otherwise, or by numbers, which are looked at as numbers. */
const otherCalendars = /^(?:fa|ps|am|ne|ja|ko|vi|zh)\b/;
const dateInDigits = /\d\d?[./-]\d\d?(?!\d)|\d{4}-\d\d/;

/** Looked for before names are asked of Intl, which takes twenty milliseconds to be ready. */
const inEnglish = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

const known = new Map<string, ReadonlyMap<string, number>>();

/** The long names of the months, alone and beside a day: май, мая. */
function namesOf(tag: string): ReadonlyMap<string, number> {
  let names = known.get(tag);
  if (names === undefined) {
    const found = new Map<string, number>();
    const others = new Set(unitWordsOf(tag).map(({ word }) => word));
    const formats = [{ month: 'long' }, { day: 'numeric', month: 'long' }] as const;
    for (const options of isInCldr(tag) && !otherCalendars.test(tag) ? formats : []) {
      const format = new Intl.DateTimeFormat(tag, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2026, month, 15));
        const name = asRead(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (name.length > 2 && !others.has(name) && !/\d/.test(name)) found.set(name, month + 1);
      }
    }
    names = found;
    known.set(tag, names);
  }
  return names;
}

/**
 * A month that its source does not name: “en marzo” for in May. Told where the source names one, and no date in digits: the names of some are
 * other words too.
 */
export function otherMonth(source: string, from: string, translated: string, to: string): string | undefined {
  if (from.startsWith('en') && !inEnglish.test(source)) return undefined;
  const said = monthsIn(source, from);
  if (said.size === 0 || dateInDigits.test(source)) return undefined;
  const names = namesOf(to);
  if (names.size === 0) return undefined;
  const read = asRead(translated);
  const any = [...names.keys()].sort((a, b) => b.length - a.length);
  for (const { 0: written, index } of read.matchAll(new RegExp(any.map(literal).join('|'), 'g')))
    if (standsAlone(written, index, read) && !said.has(names.get(written)!))
      return `says “${written}”, a month that its source does not say`;
  return undefined;
}
