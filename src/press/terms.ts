import type { Guide } from '../content/index.ts';
import type { LanguageSetting } from '../layout/index.ts';
import { writtenAlike } from '../locale/index.ts';
import type { LanguageSettings } from './settings.ts';

/** A guide's terms in a language: what no line divides. */
export function termsOf(guide: Guide, tag: string): readonly string[] {
  return Object.entries(guide.data.terms ?? {}).flatMap(([own, terms]) =>
    writtenAlike(own, tag) ? terms : [],
  );
}

/** Settings of languages in which the words of the guide are kept whole beside those of the language. */
export function languagesWith(guide: Guide, languages: LanguageSettings): (tag: string) => LanguageSetting {
  const settings = new Map<string, LanguageSetting>();
  return (tag) => {
    let setting = settings.get(tag);
    if (setting === undefined) {
      setting = languages.withTerms(tag, termsOf(guide, tag));
      settings.set(tag, setting);
    }
    return setting;
  };
}
