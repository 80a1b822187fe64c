import { existsSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import type { Guide } from '../content/index.ts';
import { type Problem, problem, throwIfErrors } from '../diagnostics/index.ts';
import { type JsonSource, readJson } from './json-source.ts';
import { languageOf } from './language.ts';
import { checkTranslation, readState, type TranslationState } from './translation.ts';

/** The texts of one guide in one locale, and the products' own words. */
export interface Locale {
  readonly tag: string;
  readonly translation: TranslationState;
  /** A text of the guide, marks and all. */
  text(key: string): string;
  /** A word of the products (`press.json`). @throws PressError TRANSLATION_MISSING */
  word(key: string, values?: Readonly<Record<string, string | number>>): string;
  readonly hasWord: (key: string) => boolean;
}

/**
 * Loads a locale of a guide whole: every key there, nothing stale, nothing unknown.
 * @throws PressError LOCALE_UNKNOWN, FILE_NOT_FOUND, JSON_SYNTAX, TRANSLATION_*: all that are found.
 */
export function loadLocale(tag: string, guide: Guide, localesFolder: string): Locale {
  languageOf(tag);
  const words = readWords(tag, localesFolder);
  const isSource = tag === guide.data.locale;
  const translation = isSource ? undefined : readTranslation(tag, guide, localesFolder);
  const texts = isSource
    ? new Map([...guide.texts].map(([key, { text }]) => [key, text]))
    : translation!.texts;
  const instance = i18nextFor(tag, texts, words.value);
  return {
    tag,
    translation: translation?.state ?? { status: 'source' },
    text: (key) => instance.t(key, { ns: 'guide', keySeparator: false }),
    hasWord: (key) => instance.exists(key, { ns: 'press' }),
    word(key, values = {}) {
      if (!instance.exists(key, { ns: 'press', ...values }))
        throwIfErrors([
          problem('TRANSLATION_MISSING', `The products' word "${key}" has no text in ${tag}.`, {
            file: words.file,
            key,
            locale: tag,
          }),
        ]);
      return instance.t(key, { ns: 'press', ...values });
    },
  };
}

function i18nextFor(tag: string, texts: ReadonlyMap<string, string>, words: Record<string, unknown>): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: tag,
    load: 'currentOnly',
    fallbackLng: false,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    ns: ['guide', 'press'],
    resources: { [tag]: { guide: Object.fromEntries(texts), press: words as Record<string, string> } },
  });
  return instance;
}

function readWords(tag: string, folder: string): JsonSource {
  const words = readJson(join(folder, tag, 'press.json'));
  if (tag === 'en') return words;
  const english = readJson(join(folder, 'en', 'press.json'));
  const problems: Problem[] = [];
  for (const key of english.leaves.keys())
    if (typeof words.leaves.get(key) !== 'string')
      problems.push(
        problem(
          'TRANSLATION_MISSING',
          `The products' word "${key}" has no text in ${tag}.`,
          { ...words.place(key), locale: tag },
          `Translate: ${String(english.leaves.get(key))}`,
        ),
      );
  throwIfErrors(problems);
  return words;
}

function readTranslation(
  tag: string,
  guide: Guide,
  folder: string,
): { state: TranslationState; texts: ReadonlyMap<string, string> } {
  const own = join(guide.folder, 'locales', `${tag}.json`);
  const file = existsSync(own) ? own : join(folder, tag, `${guide.data.id}.json`);
  const source = readJson(file);
  const { state, hashes } = readState(file.replace(/\.json$/, '.state.json'));
  throwIfErrors(checkTranslation(guide, tag, source, hashes));
  return { state, texts: source.leaves as ReadonlyMap<string, string> };
}
