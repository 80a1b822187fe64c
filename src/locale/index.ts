export { languageOf, nearestLanguage } from './language.ts';
export { type FamilyRow, type LanguageRow, languages, numberFamily } from './languages.ts';
export { type Locale, loadLocale } from './locale.ts';
export { brokenBy, sourceHash, type TranslationState } from './translation.ts';
