import { isAbsolute } from 'node:path';
import { isLabel } from '../../content/index.ts';
import { askedLocale } from '../../locale/index.ts';
import type { PlaceValues } from '../plan/row.ts';
import { languageTag } from '../schema/schema.ts';
import type { Logos } from './logos.ts';
import { damages } from './place-number.ts';
import type { RowReader } from './row-reader.ts';

type Publisher = NonNullable<PlaceValues['publisher']>;

/** What no name or address has: marks of HTML and Markdown, letters that came from another encoding, what ends a line. */
const unfit: readonly (readonly [pattern: RegExp, what: string, hint: string])[] = [
  [
    /<\/?[a-z!][^>]*>|\]\(|\*\*|__|`|&(?:[a-z]+|#\d+);|^(?:#{1,6}|>)\s/i,
    'has marks in it',
    'Write it as it is printed: a name takes no HTML and no Markdown.',
  ],
  [
    /\ufffd|Ã[\u0080-\u00bf]|â€/,
    'has letters that another encoding made',
    'Save the spreadsheet as UTF-8, and write the text anew.',
  ],
  [
    // A sign for each letter that an encoding does not have; in the address of a page it begins what is asked for.
    /^(?!https?:)(?:.*\?\?|.*\p{L}\?\p{L}|\?)/iu,
    'has ? where letters were',
    'Save the spreadsheet as UTF-8, and write the text anew.',
  ],
  [
    /(?![©®™])\p{Extended_Pictographic}|[\p{Co}\p{Cn}]|\p{M}{8}/u,
    'has signs that no face has, or marks heaped on a letter',
    'Write it in letters and the usual signs.',
  ],
  [/[\p{Cc}]/u, 'has line breaks or signs that cannot be printed', 'Write it on one line, with commas.'],
];

/**
 * Who hands the pieces of a place out; undefined: whoever the guide says.
 * @param language that names and addresses are in where the row does not say it
 */
export function publisherOf(
  row: RowReader,
  language: string | undefined,
  logos: Logos,
): Publisher | undefined {
  const given: Partial<Record<'name' | 'address' | 'web' | 'logo', string>> = {};
  for (const field of ['name', 'address', 'web', 'logo'] as const) {
    const text = row.text(field);
    const damage = damageOf(row, field);
    if (damage !== undefined) {
      row.refuse(
        'PLACE_TEXT_INVALID',
        field,
        `The ${field} ${damage}.`,
        'Format the column as text, and write the text itself.',
      );
      continue;
    }
    if (text === undefined) continue;
    if (field === 'logo') checkLogo(row, text, logos);
    else if (!isFit(row, field, text)) continue;
    given[field] = text;
  }
  const undialled = undialledIn(row, [given.name, given.address]);
  const own = languageIn(row) ?? language;
  if (Object.keys(given).length === 0) return undefined;
  return {
    ...given,
    ...(own === undefined ? {} : { language: own }),
    ...(undialled === undefined ? {} : { undialled }),
  };
}

/** The language that the row says its name and address are written in: a tag, or any name that people have for it. */
function languageIn(row: RowReader): string | undefined {
  const said = row.text('written');
  if (said === undefined) return undefined;
  const asked = askedLocale(said);
  if (asked.tag !== undefined) return asked.tag;
  if (languageTag.test(said)) return said;
  row.refuse('PLACE_VALUE_INVALID', 'written', `"${said.slice(0, 80)}" is no language.`, asked.hint);
  return undefined;
}

/** Words that the row says nobody dials: each stands in its name or address, as what names something. */
function undialledIn(row: RowReader, texts: readonly (string | undefined)[]): readonly string[] | undefined {
  const said = row
    .text('undialled')
    ?.split(/\s*;\s*/)
    .filter((words) => words !== '');
  for (const words of said ?? []) {
    if (row.cell('undialled').kind !== 'text' || !isLabel(words))
      row.refuse(
        'PLACE_VALUE_INVALID',
        'undialled',
        `"${words.slice(0, 80)}" is no name with a number in it.`,
        'Write the words as they stand in name or address, with one number of three or four digits among them: School 912.',
      );
    else if (!texts.some((text) => text?.includes(words) === true))
      row.refuse(
        'PLACE_VALUE_INVALID',
        'undialled',
        `"${words.slice(0, 80)}" stands in neither name nor address.`,
        'Write the words exactly as they stand there.',
      );
    else
      row.warn(
        'PLACE_NUMBER_DOUBTFUL',
        'undialled',
        `“${words}” is printed, though its number is nearly one that people dial: the row says that nobody dials it.`,
        'Is it really the name?',
      );
  }
  return said;
}

/** What a spreadsheet made of a text, as the end of a sentence. */
function damageOf(row: RowReader, field: 'name' | 'address' | 'web' | 'logo'): string | undefined {
  const text = row.text(field);
  const { kind } = row.cell(field);
  if (kind === 'error') return `is an error of the spreadsheet: ${text}`;
  if (kind === 'formula') return text === undefined ? 'is a formula without a value' : undefined;
  if (kind === 'date' || kind === 'number' || kind === 'truth')
    return `is no text to the spreadsheet, but ${kind === 'date' ? 'a date' : kind === 'number' ? 'an amount' : 'true or false'}: ${text}`;
  const found = damages.find(([pattern]) => pattern.test(text ?? ''));
  return found === undefined ? undefined : `${found[1]}: ${text!.slice(0, 40)}`;
}

function isFit(row: RowReader, field: 'name' | 'address' | 'web', text: string): boolean {
  const found = unfit.find(([pattern]) => pattern.test(text));
  if (found === undefined) return true;
  row.refuse('PLACE_TEXT_INVALID', field, `The ${field} ${found[1]}: ${text.slice(0, 80)}`, found[2]);
  return false;
}

function checkLogo(row: RowReader, path: string, logos: Logos): void {
  const isWindows = path.includes('\\') || /^[a-z]:/i.test(path);
  if (isAbsolute(path) || isWindows) {
    row.refuse(
      'PLACE_LOGO_INVALID',
      'logo',
      `${path} is no path below the campaign's folder.`,
      /^[^\\/:][^:]*$/.test(path)
        ? `Folders are divided by / here, on every machine: ${path.replaceAll('\\', '/')}.`
        : 'Put the file below the folder of the campaign, and write logos/north.svg.',
    );
    return;
  }
  row.pass('PLACE_LOGO_INVALID', 'logo', logos.problemsOf(path));
}
