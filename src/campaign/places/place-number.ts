import {
  type Guide,
  isCountry,
  type NumberPair,
  numberWritten,
  readDigits,
  readDisplay,
  withHelpline,
} from '../../content/index.ts';
import { PressError } from '../../diagnostics/index.ts';
import { calledBy } from './called.ts';
import type { RowReader } from './row-reader.ts';

/** What the numbers of a campaign are read as, where their rows do not say. */
export interface HomeNumber {
  readonly country: string;
  /** How the guide's own number is grouped. */
  readonly display: string;
  /** It is that of all guides' own numbers: then those of places need not say it. */
  readonly isOfGuides: boolean;
}

/** What a spreadsheet makes of what somebody typed, as the end of a sentence. */
export const damages: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^[=@]/, 'is a formula'],
  [/^#[\p{Lu}\d/]+[!?]?$/u, 'is an error of the spreadsheet'],
  [/^[+-]?\d(?:[.,]\d*)?e[+-]?\d+$/i, 'is a rounded number: its last digits are lost'],
  [/^\d{7,}[.,]0+$/, 'is an amount with decimals'],
  [/^(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:\d\d|\d{4}))(?:$|[T ])/, 'is a date'],
];

const asText = 'Format the column as text, and write the number anew from where it is known.';

/** The number of a row; undefined where there is none, or none that is right: then that is told. */
export function numberOf(row: RowReader, home: HomeNumber, guides: readonly Guide[]): NumberPair | undefined {
  const written = row.text('helpline');
  const damage = damageOf(row, 'helpline') ?? damageOf(row, 'dial');
  if (damage !== undefined) {
    const [field, what] = damage;
    row.refuse('PLACE_NUMBER_DAMAGED', field, `The number ${what}.`, asText);
    return undefined;
  }
  if (written === undefined) {
    const dial = row.text('dial');
    if (dial !== undefined)
      row.refuse(
        'PLACE_NUMBER_INVALID',
        'dial',
        `${dial} is dialled, and nothing is said that people read.`,
        'Write the number as people read it beside it.',
      );
    else if (row.has('helpline'))
      row.warn(
        'PLACE_NUMBER_MISSING',
        'helpline',
        "The place has no number: its files bear the guide's own.",
      );
    return undefined;
  }
  const country = row.text('country')?.toUpperCase() ?? home.country;
  if (!isCountry(country)) {
    row.refuse(
      'PLACE_VALUE_INVALID',
      'country',
      `"${country.slice(0, 40)}" is no country.`,
      'Two letters (ISO 3166): US, MX; the United Kingdom is GB, Greece GR.',
    );
    return undefined;
  }
  const pair = pairOf(row, written, country, home);
  return pair === undefined || !isTaken(row, pair, guides) ? undefined : pair;
}

function damageOf(row: RowReader, field: 'helpline' | 'dial'): readonly [typeof field, string] | undefined {
  const { kind, isShownOtherwise } = row.cell(field);
  const text = row.text(field) ?? '';
  if (kind === 'formula')
    return [field, 'is a formula: what it came to when it was saved may be another one'];
  if (kind === 'error') return [field, `is an error of the spreadsheet: ${text}`];
  if (kind === 'date') return [field, 'is a date'];
  if (kind === 'truth') return [field, `is ${text}`];
  // The reader strips it, and what it turned round would be another number than people saw.
  if (row.cell(field).text.includes('\u202e'))
    return [field, 'is shown turned round, by a sign of direction (U+202E) that nobody sees'];
  if (isShownOtherwise === true)
    return [
      field,
      `is ${text.slice(0, 40)}, and the format of its cell shows other digits, a + before them, or none`,
    ];
  if (kind === 'number' && text !== '' && !/^\d+$/.test(text)) return [field, `is the amount ${text}`];
  const found = damages.find(([pattern]) => pattern.test(text));
  return found === undefined ? undefined : [field, `${found[1]}: ${text.slice(0, 40)}`];
}

function pairOf(row: RowReader, written: string, country: string, home: HomeNumber): NumberPair | undefined {
  const isHome = country === home.country;
  const own = isHome && home.isOfGuides ? {} : { country };
  const dial = dialOf(row);
  const like = isHome ? home.display : '';
  const called = calledBy(row);
  if (dial !== undefined) {
    const isKnown = !dial.startsWith('+') || numberWritten(dial, country) !== undefined;
    return { display: written, dial, ...own, ...(isKnown || called === undefined ? {} : { called }) };
  }
  const known = numberWritten(written, country, like);
  const found = known ?? (called && numberWritten(written, country, like, true));
  if (found === undefined) {
    row.refuse(
      'PLACE_NUMBER_INVALID',
      'helpline',
      `${written} is no number that can be dialled in ${country}.`,
      hintFor(written, country),
    );
    return undefined;
  }
  if (found.withZero !== undefined) {
    row.refuse(
      'PLACE_NUMBER_DAMAGED',
      'helpline',
      `${written} lacks the 0 that is dialled first in ${country}: spreadsheets take it away.`,
      `Is it ${found.withZero}? ${asText}`,
    );
    return undefined;
  }
  const { display } = found;
  return { display, dial: found.dial, ...own, ...(known === undefined ? { called } : {}) };
}

/** What is dialled: `tel:+12025550101` is an address of it, and +1 202 555 0101 has it divided. */
function dialOf(row: RowReader): string | undefined {
  const said = row.text('dial')?.replace(/^tel:\s*/i, '');
  return said !== undefined && /^\+[\d\s().-]+$/.test(said) ? said.replace(/[^+\d]/g, '') : said;
}

/** The key that a letter is on (ITU-T E.161). */
const keyOf = (letter: string): string => '22233344455566677778889999'[letter.charCodeAt(0) - 65]!;

/** Digits of the shortest numbers that are no codes. */
const shortest = 7;

/** What to write in place of what is no number: in Latin digits, without words or signs around it, with hyphens for dashes, one space for several. */
function hintFor(written: string, country: string): string {
  const latin = readDigits(written).text;
  const keyed = latin.replace(/[A-Z]/g, keyOf);
  if (/\d.*[A-Z]{3}/.test(latin) && numberWritten(keyed, country) !== undefined)
    return `Is it ${keyed}? Write its digits: many keys have no letters.`;
  const plain = latin
    .replace(/^[\p{L}\p{So}\p{Pi}\s.:’'„]+/u, '')
    .replace(hours, '')
    .replace(/(?<=\d)[^\d#]*$/u, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  const read = readDisplay(plain);
  if ('fault' in read && read.hint !== undefined && /\d\)?,? *# *\d{1,7}$/.test(plain)) return read.hint;
  // Of a number that ends in letters what stands before them would be a short code, and another number.
  if (/\d[^A-Z]*[A-Z]{3}/.test(latin) && plain.replace(/\D/g, '').length < shortest)
    return 'Write its digits, as they are dialled: many keys have no letters.';
  const isOther = plain !== written && numberWritten(plain, country) !== undefined;
  if (isOther && /[^\P{Nd}0-9]/u.test(written))
    return `Is it ${plain}? Write it in the digits 0 to 9, which the keys have that dial it.`;
  if (isOther)
    return `Is it ${plain}? Write the number alone, with single spaces or hyphens between its digits.`;
  if (!/\d/.test(latin)) return 'Leave the cell empty where the place has no number of its own.';
  const several = written.split(/[/;,\n]|\b(?:or|and)\b/).map((part) => part.trim());
  const areSeveral =
    several.length > 1 && several.every((part) => numberWritten(part, country) !== undefined);
  if (areSeveral || isSeveral(latin, country))
    return 'A place has one number: others stand under helplines in its guide, or are places of their own.';
  const [head] = /^[^\p{L}]*\d/u.exec(plain) ?? [];
  if (head !== undefined && head !== plain && isFull(head, country))
    return `Is it ${head}? Write the number alone: what people press or say after it stands in a text of the guide.`;
  return numberWritten(written, country, '', true) === undefined
    ? 'Write all of its digits, with spaces, brackets or hyphens between; of another country, in full: +44 800 1111.'
    : 'No numbering plan has it: are all of its digits right? If somebody called it and reached whom it is for, write who and when into a column "confirmed": Ana López, 2026-11-23.';
}

/** When a number is answered, behind it: `(24/7)`, `24h`, `7/24`. */
const hours = /[\s(,;:–-]+(?:24 ?(?:[/x-] ?7|h|st|ho|he|or|ч|ساع|时|時|小)|7 ?\/ ?24)[\s\S]*$/iu;

const isFull = (text: string, country: string): boolean =>
  numberWritten(text.trim(), country)?.dial.startsWith('+') === true;

/** Whether a text is whole numbers with anything between. */
function isSeveral(text: string, country: string): boolean {
  return [...text.matchAll(/[^\d]+/gu)].some(({ 0: between, index }) => {
    if (!isFull(text.slice(0, index).replace(/^[^\d(+]+/u, ''), country)) return false;
    const rest = `${/[(+]*$/.exec(between)![0]}${text.slice(index + between.length)}`.replace(/[^\d]+$/u, '');
    return isFull(rest, country) || isSeveral(rest, country);
  });
}

/** Whether all guides take a number: it can be dialled, is what it shows, and is not said otherwise in their texts. */
function isTaken(row: RowReader, pair: NumberPair, guides: readonly Guide[]): boolean {
  for (const guide of guides) {
    try {
      withHelpline(guide, 'main', pair);
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      row.pass('PLACE_NUMBER_INVALID', 'helpline', error.problems);
      return false;
    }
  }
  return true;
}
