/** Words by the language that has them, in one string a language. */
export type ByLanguage = Readonly<Record<string, string>>;

/** Words of one string. */
export const listed = (words: string): readonly string[] => words.split('|');

/** The words of all languages, each once. */
export const ofAll = (rows: ByLanguage): readonly string[] => [
  ...new Set(Object.values(rows).flatMap(listed)),
];
