import { asRead } from '../quantities/as-read.ts';
import { isInCldr, unitWordsOf } from '../quantities/unit-words.ts';
import { type Named, type Names, namedIn, namesFrom } from '../quantities/whole-word.ts';
import { monthsIn } from '../ways/calendar.ts';

/** They count months otherwise, or by numbers, which are looked at as numbers. */
const otherCalendars = /^(?:fa|ps|am|ne|ja|ko|vi|zh)\b/;
const dateInDigits = /\d\d?[./-]\d\d?(?!\d)|\d{4}-\d\d/;

/** Looked for before names are asked of Intl, which takes twenty milliseconds to be ready. */
const inEnglish = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

const known = new Map<string, Names<number> | undefined>();

/** The long names of the months, alone and beside a day: май, мая. */
function namesOf(tag: string): Names<number> | undefined {
  if (known.has(tag)) return known.get(tag);
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
  const names = namesFrom(found);
  known.set(tag, names);
  return names;
}

/** In English two months are words of other senses too, in small letters and where a sentence begins. */
const ofEnglish = /\b(?:May|March)\b/;
const mayBeOther = /(?<=^|[.!?:;•]\s*)(?:May|March)\b(?! \d)/g;
const isMonth = (month: number, text: string, tag: string) =>
  !tag.startsWith('en') || (month !== 3 && month !== 5) || ofEnglish.test(text.replace(mayBeOther, ''));
/** مارس is a month, and what one does. */
const inMarch = /(?:في|من|شهر|إلى|حتى|و|\d) ?مارس$/;

/** The months that a text names for sure, in the form that they have in CLDR. */
function sureIn(text: string, tag: string): readonly Named<number>[] {
  const names = namesOf(tag);
  if (names === undefined) return [];
  const read = asRead(text);
  return namedIn(read, names).filter(
    ({ value: month, written, end }) =>
      isMonth(month, text, tag) && (written !== 'مارس' || inMarch.test(read.slice(0, end))),
  );
}

/**
 * A month that its source does not name: “en marzo” for in May. Told where the source names one, and no date in digits: the names of some are
 * other words too. Of other languages than English not all forms of the names are known: there one of the source's must be gone.
 */
export function otherMonth(source: string, from: string, translated: string, to: string): string | undefined {
  if (from.startsWith('en') && !inEnglish.test(source)) return undefined;
  const said = monthsIn(source, from);
  if (said.size === 0 || dateInDigits.test(source)) return undefined;
  const again = sureIn(translated, to);
  const made = again.filter(({ value }) => !said.has(value));
  if (made.length === 0) return undefined;
  if (!from.startsWith('en')) {
    const known = new Set(sureIn(source, from).map(({ value }) => value));
    const all = new Set([...monthsIn(translated, to), ...again.map(({ value }) => value)]);
    const isGone = [...said, ...known].some((month) => !all.has(month));
    const other = made.find(({ value }) => !known.has(value));
    return isGone && other !== undefined ? told(other.written) : undefined;
  }
  return [...said].every((month) => !isMonth(month, source, from)) ? undefined : told(made[0]!.written);
}

const told = (written: string) => `says “${written}”, a month that its source does not say`;
