import { remembered, rememberedPair } from '../content/index.ts';
import { nearest } from '../diagnostics/index.ts';
import { languages } from './languages.ts';

/** Names that people use and neither CLDR nor the table does. */
const alsoCalled: Readonly<Record<string, string>> = {
  farsi: 'fa',
  tagalog: 'fil',
  pilipino: 'fil',
  mandarin: 'zh-Hans',
  myanmar: 'my',
  creole: 'ht',
  kreyol: 'ht',
  castellano: 'es',
  castilian: 'es',
};

const english = () => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A name without its case, its spaces at the ends, and the accents that people leave out. */
function folded(name: string): string {
  const bare = name.normalize('NFD').replace(/[\u0300-\u036f]/gu, '');
  return bare.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Every name of each row: in itself, without what it says in brackets, in English, and of its language alone. */
const namesOf = remembered((listed): ReadonlyMap<string, string> => {
  const tags = listed.split(' ');
  const inEnglish = english();
  const standard = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });
  const names = new Map<string, string>();
  const add = (name: string | undefined, tag: string) => {
    if (name !== undefined && !names.has(folded(name))) names.set(folded(name), tag);
  };
  for (const tag of tags) {
    const { name } = languages[tag]!;
    for (const own of [name, name.replace(/ *\(.*\)$/u, ''), inEnglish.of(tag)]) add(own, tag);
    // Chinese (Simplified), Portuguese (Brazil)
    add(standard.of(tag), tag);
  }
  for (const tag of tags) {
    const { language } = new Intl.Locale(tag);
    const likely = rowOf(language, tags);
    if (likely !== undefined) add(inEnglish.of(language), likely);
  }
  for (const [name, tag] of Object.entries(alsoCalled)) if (tags.includes(tag)) add(name, tag);
  return names;
});

/** A tag as the standards write it (BCP 47), of what people and systems write: `es_ES.UTF-8`; undefined: it is none. */
function canonical(asked: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(
      asked
        .trim()
        .replace(/[.@].*$/u, '')
        .replaceAll('_', '-'),
    );
  } catch {
    return undefined;
  }
}

/** The row in the language and script that a tag most likely means (UTS #35, Likely Subtags), and not for another region. */
function rowOf(tag: string, tags: readonly string[]): string | undefined {
  const wanted = new Intl.Locale(tag);
  const { language, script } = wanted.maximize();
  return tags.find((row) => {
    const of = new Intl.Locale(row);
    const full = of.maximize();
    const isHere = of.region === undefined || wanted.region === undefined || of.region === wanted.region;
    return full.language === language && full.script === script && isHere;
  });
}

/** A row of the table that was asked for, or else what could have been meant. */
export type AskedLocale = { readonly tag: string } | { readonly tag?: undefined; readonly hint: string };

/**
 * The row of the table that people or tools mean by a tag or a name: `zh`, `es-ES`, `fil_PH.UTF-8`, `spanish`, `Español`.
 * A language is never taken for another, and no script or named region for another of the same language: what is near is a
 * hint.
 * @param tags rows to choose from
 */
export function askedLocale(asked: string, tags: readonly string[] = Object.keys(languages)): AskedLocale {
  return tags.includes(asked) ? { tag: asked } : meant(asked, tags.join(' '));
}

/** Each cell of a sheet asks, and to know what languages are called takes milliseconds. */
const meant = rememberedPair((asked, listed): AskedLocale => {
  const tags = listed.split(' ');
  const plain = tags.filter((tag) => languages[tag]!.pseudo === undefined);
  const names = namesOf(plain.join(' '));
  const named = names.get(folded(asked)) ?? namedTwice(folded(asked), names);
  if (named !== undefined) return { tag: named };
  const locale = canonical(asked);
  const isKnown = locale !== undefined && english().of(locale.language) !== undefined;
  if (isKnown) {
    const row = tags.find((tag) => tag === locale.baseName) ?? rowOf(locale.baseName, plain);
    if (row !== undefined) return { tag: row };
    const others = plain.filter((tag) => new Intl.Locale(tag).language === locale.maximize().language);
    if (others.length > 0) {
      const listed = others.map((tag) => `${tag} (${languages[tag]!.name})`).join(', ');
      return { hint: `Of that language there is ${listed}.` };
    }
    return {
      hint: `That is ${english().of(locale.baseName)}, which there is not yet: docs/locales.md says how one is added, in a clone.`,
    };
  }
  const near = nearest(
    folded(asked),
    [...names.keys()].filter((name) => name.length > 3),
  );
  return {
    hint:
      near === undefined
        ? 'Name a language by its tag or its name: helpline-press list locales.'
        : `Did you mean "${names.get(near)}" (${languages[names.get(near)!]!.name})?`,
  };
});

/** The row of a name with another one of the same row in brackets: `Persian (Farsi)`. */
function namedTwice(asked: string, names: ReadonlyMap<string, string>): string | undefined {
  const [, one, other] = /^([^()]+?) ?\(([^()]+)\)$/u.exec(asked) ?? [];
  const tag = one === undefined ? undefined : names.get(one);
  return tag !== undefined && names.get(other!.trim()) === tag ? tag : undefined;
}

/** What to do about a tag or a name that is no row of the table. */
export function localeHint(asked: string): string {
  const found = askedLocale(asked);
  return found.tag === undefined ? found.hint : `Did you mean "${found.tag}"?`;
}
