/** What a language is called in English; its tag, where it has no name. */
export const englishName = (tag: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
