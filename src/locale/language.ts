import { PressError, problem } from '../diagnostics/index.ts';
import { localeHint } from './asked.ts';
import { type LanguageRow, languages } from './languages.ts';

/** The locales for readers; the others are for developers (`pseudo`). */
export const publicLocales: readonly string[] = Object.keys(languages).filter(
  (tag) => languages[tag]!.pseudo === undefined,
);

/** The row of a locale that can be printed. @throws PressError LOCALE_UNKNOWN */
export function languageOf(tag: string): LanguageRow {
  const row = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
  if (row === undefined)
    throw new PressError([
      problem(
        'LOCALE_UNKNOWN',
        `"${tag}" is not in the table of languages.`,
        { locale: tag },
        localeHint(tag),
      ),
    ]);
  return row;
}

/** ISO 15924 codes of scripts written from right to left, of which no row is. */
const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);
const nearest = new Map<string, LanguageRow>();

/**
 * The row that sets a phrase of any language: its own, that of its base language, or of one with its script; else the
 * first, in the direction of the phrase's script.
 */
export function nearestLanguage(tag: string): LanguageRow {
  const known = nearest.get(tag);
  if (known !== undefined) return known;
  const { language, script = 'Latn' } = new Intl.Locale(tag).maximize();
  const rows = Object.entries(languages);
  const own =
    rows.find(([name]) => name === tag) ??
    rows.find(([name, row]) => name === language && row.script === script);
  const row = own?.[1] ??
    rows.find(([, { script: written }]) => written === script)?.[1] ?? {
      ...rows[0]![1],
      direction: rightToLeft.has(script) ? 'rtl' : 'ltr',
    };
  if (nearest.size > 500) nearest.clear();
  nearest.set(tag, row);
  return row;
}

/** Two tags of one language, whatever their script and region: `zh-Hans` and `zh-TW`. */
export function sameLanguage(a: string, b: string): boolean {
  return a.split('-', 1)[0]!.toLowerCase() === b.split('-', 1)[0]!.toLowerCase();
}

/** Two tags of one language in one script: `zh-Hans` and `zh-CN`, not `zh-Hant`. */
export function writtenAlike(a: string, b: string): boolean {
  return writing(a) === writing(b);
}

const writings = new Map<string, string>();

/** Language and script of a tag. */
function writing(tag: string): string {
  let known = writings.get(tag);
  if (known === undefined) {
    const { language, script } = new Intl.Locale(tag).maximize();
    known = `${language} ${script}`;
    if (writings.size > 500) writings.clear();
    writings.set(tag, known);
  }
  return known;
}
