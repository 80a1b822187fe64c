export { askedLocale, localeHint } from './asked.ts';
export { faultOfText, faultOfWord } from './broken.ts';
export { englishName } from './english-name.ts';
export {
  begunLocales,
  isAt,
  localesIn,
  newTranslationFiles,
  ownLocales,
  ownWords,
  type TranslationFiles,
  translationFiles,
  wordsStateFile,
} from './files.ts';
export { languageOf, nearestLanguage, publicLocales, sameLanguage, writtenAlike } from './language.ts';
export { type FamilyRow, type LanguageRow, languages, numberFamily } from './languages.ts';
export { type Locale, loadLocale } from './locale.ts';
export { sourceHash, type TranslationStatus, translationStatuses } from './made-from.ts';
export { type Offer, offersFor } from './memory.ts';
export type { WordsFolder } from './own-words.ts';
export { type Survey, survey } from './survey.ts';
export { type TranslationState, wordsHash } from './translation.ts';
export { wordsLanguage } from './words.ts';
