import { problemsOf } from '../../diagnostics/index.ts';
import { otherScript } from '../../document/index.ts';
import { englishName } from '../../locale/index.ts';
import { type Folders, Press } from '../../press/index.ts';
import type { PlaceValues } from '../plan/row.ts';
import type { RowReader } from './row-reader.ts';

type Publisher = NonNullable<PlaceValues['publisher']>;

/** A letter with its marks, which one face is to have. */
const letter = /\P{M}\p{M}*|\p{M}+/gu;
/** So many letters are named. */
const mostNamed = 5;

/** What faces have of names and addresses: a letter that none has would be missed when files are made, one after the other. */
export class Lettering {
  readonly #folders: Folders;
  #press: Press | undefined;
  /** By language: what was looked for, and is there. */
  readonly #had = new Map<string, Set<string>>();

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /** Tells of letters that no face of the language has; whether there are none. */
  check(row: RowReader, texts: Publisher, language: string): boolean {
    try {
      return this.#hasAll(row, texts, language);
    } catch (error) {
      const problems = problemsOf(error);
      if (problems[0]?.code !== 'FONT_PACKAGE_MISSING') throw error;
      row.pass('PLACE_TEXT_INVALID', 'name', problems);
      return false;
    }
  }

  #hasAll(row: RowReader, texts: Publisher, language: string): boolean {
    const fields = (['name', 'address'] as const).filter((field) => {
      const lacking = this.#lacking(texts[field] ?? '', language);
      if (lacking.length === 0) return false;
      const named = lacking.slice(0, mostNamed).map((sign) => `"${sign}"`);
      const more = lacking.length > mostNamed ? ` and ${lacking.length - mostNamed} more` : '';
      row.refuse(
        'PLACE_TEXT_INVALID',
        field,
        `No face for ${englishName(language)} has ${named.join(', ')}${more} of the ${field}.`,
        `Write the ${field} in letters of one language, and name that in a column "written"; or add a face: helpline-press new font.`,
      );
      return true;
    });
    return fields.length === 0;
  }

  #lacking(text: string, language: string): readonly string[] {
    // Every family has these.
    if (/^[ -~]*$/.test(text)) return [];
    const had = this.#had.get(language) ?? new Set();
    this.#had.set(language, had);
    const all = new Set(text.match(letter));
    for (const each of all) if (had.has(each)) all.delete(each);
    if (all.size === 0) return [];
    this.#press ??= new Press(this.#folders);
    const lacking = this.#press.lacking(text, language);
    if (lacking.length === 0) for (const each of all) had.add(each);
    return lacking;
  }

  close(): void {
    this.#press?.close();
  }
}

/** @param code of four letters (ISO 15924), or words where it has none that is known */
const scriptName = (code: string): string =>
  code.length === 4 ? `${new Intl.DisplayNames(['en'], { type: 'script' }).of(code)} letters` : code;

/** Each page marks them as of one language: letters of another script would be read out with the sounds of that one. */
export function isInLanguage(row: RowReader, texts: Publisher, language: string): boolean {
  const others = (['name', 'address'] as const).filter((field) => {
    const script = otherScript(texts[field] ?? '', language);
    if (script === undefined) return false;
    row.refuse(
      'PLACE_TEXT_INVALID',
      field,
      `The ${field} is said to be in ${englishName(language)}, and is written in ${scriptName(script)}: ${texts[field]!.slice(0, 80)}`,
      `Write it as ${englishName(language)} is written; or name its language in a column "written", and where all of the sheet is in one, under places: language: zh-Hans.`,
    );
    return true;
  });
  return others.length === 0;
}
