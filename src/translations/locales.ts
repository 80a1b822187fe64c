import { join } from 'node:path';
import type { Guide } from '../content/index.ts';
import { nearest, PressError, type Problem, problem, suggest, warning } from '../diagnostics/index.ts';
import { pathIn, type Root } from '../files/index.ts';
import { askedLocale, languages, localeHint, localesIn, ownLocales } from '../locale/index.ts';

/** Locales of the table that a guide can be translated into: all but its own, and those that are no translations. */
export function targetLocales(guide: Guide): string[] {
  return Object.entries(languages).flatMap(([tag, row]) =>
    tag === guide.data.locale || 'pseudo' in row ? [] : [tag],
  );
}

/**
 * Locales that have anything of a translation, whether they can be printed yet or not; the guide's own first.
 * @throws PressError FILE_NOT_FOUND when a folder cannot be read
 */
export function presentLocales(guide: Guide, locales: Root): string[] {
  const present = [...localesIn(locales), ...ownLocales(guide)].filter(isLanguage).sort();
  return [...new Set([guide.data.locale, ...present])];
}

/**
 * Warnings of what lies among translations and is named as no language: it might be one that is named wrong.
 * @throws PressError FILE_NOT_FOUND when a folder cannot be read
 */
export function strayEntries(guide: Guide, locales: Root): Problem[] {
  const entries = [
    ...localesIn(locales).map((name) => ({ name, file: pathIn(locales, name) })),
    ...ownLocales(guide).map((name) => ({ name, file: join(guide.folder, 'locales', `${name}.json`) })),
  ];
  return entries
    .filter(({ name }) => name !== guide.data.locale && !isLanguage(name))
    .map(({ name, file }) =>
      warning(
        'LOCALE_UNKNOWN',
        `"${name}" is not a language tag that is known: it is left out.`,
        { file },
        nearest(name, targetLocales(guide)) === undefined
          ? 'Move it away from the translations.'
          : suggest(name, targetLocales(guide)),
      ),
    );
}

/** How a language is called in itself, as far as that is known. */
export function languageName(tag: string): string {
  const row = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
  return row?.name ?? new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/**
 * Holds a tag to be one that can be translated into. It need not be in the table of languages yet: a translation may be
 * there before its fonts are.
 * @throws PressError USAGE for the guide's own locale, LOCALE_UNKNOWN
 */
export function checkTag(tag: string, guide: Guide): void {
  if (tag === guide.data.locale)
    throw new PressError([
      problem(
        'USAGE',
        `${tag} is the language that the guide is written in.`,
        { locale: tag },
        `Change the source in guide.yaml; translations are made from it. That the words of the products were reviewed is said by: helpline-press translations adopt <guide> --locale ${tag} --status reviewed --by <name> --on <day>.`,
      ),
    ]);
  if (isLanguage(tag)) return;
  throw new PressError([
    problem(
      'LOCALE_UNKNOWN',
      `"${tag}" is not a language tag that is known.`,
      { locale: tag },
      localeHint(tag),
    ),
  ]);
}

function isLanguage(tag: string): boolean {
  if (Object.hasOwn(languages, tag)) return !('pseudo' in languages[tag]!);
  try {
    const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return Intl.getCanonicalLocales(tag)[0] === tag && names.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/**
 * A tag as the table has it, from however people and tools write it: `zh-Hans` from `zh_CN`, `es` from `es-ES`. A language
 * that the table lacks keeps its own, as the standards write it; what is no tag stays as it is.
 */
export function canonicalTag(tag: string): string {
  const { tag: known } = askedLocale(tag);
  if (known !== undefined) return known;
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? tag;
  } catch {
    return tag;
  }
}

/** Two tags that mean the same row of the table: `zh_CN` and `zh-Hans` do, `pt-PT` and `pt-BR` do not. */
export function sameTag(a: string, b: string): boolean {
  return canonicalTag(a) === canonicalTag(b);
}
