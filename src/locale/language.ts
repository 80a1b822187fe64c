import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { type LanguageRow, languages } from './languages.ts';

/** The row of a locale that can be printed. @throws PressError LOCALE_UNKNOWN */
export function languageOf(tag: string): LanguageRow {
  const row = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
  if (row === undefined)
    throw new PressError([
      problem(
        'LOCALE_UNKNOWN',
        `"${tag}" is not in the table of languages.`,
        { locale: tag },
        suggest(tag, Object.keys(languages)),
      ),
    ]);
  return row;
}

/** The row that sets a phrase of any language: its own, that of its base language, or of one with its script. */
export function nearestLanguage(tag: string): LanguageRow {
  const base = new Intl.Locale(tag).language;
  const script = new Intl.Locale(tag).maximize().script;
  return (
    languages[tag] ??
    languages[base] ??
    Object.values(languages).find((row) => row.script === script) ??
    languages.en!
  );
}
