import { declaredNumbers, type Guide } from '../content/index.ts';
import { PressError, type Problem } from '../diagnostics/index.ts';
import { type JsonSource, noJson, type Root, type Stock } from '../files/index.ts';
import { isAt, readAt, type TranslationFiles, translationFiles } from './files.ts';
import { checkTranslation, readState, type TranslationState } from './translation.ts';
import { checkFirstWords, checkPointer, checkWords, hasWords, readWords, wordsLanguage } from './words.ts';

/** A translation as it is, whole or not: nothing in it is refused, everything that is wrong is listed. */
export interface Survey {
  readonly tag: string;
  readonly files: TranslationFiles;
  /** Undefined: there is no state, or it does not say what it must. */
  readonly state: TranslationState | undefined;
  readonly texts: JsonSource;
  readonly words: JsonSource;
  /** The products' words that `words` are held to. */
  readonly english: JsonSource;
  /** Files that are there and cannot be read; of them everything is missing. */
  readonly unreadable: readonly Problem[];
  /** What is wrong with the guide's texts, and with the file of their state. */
  readonly textProblems: readonly Problem[];
  readonly wordProblems: readonly Problem[];
}

/**
 * Looks through the translation of a guide into one locale. The guide's own locale is whole by itself; of a file that is
 * not there every text is missing.
 * @throws PressError FILE_NOT_FOUND, JSON_SYNTAX when the English words cannot be read
 */
export function survey(tag: string, guide: Guide, locales: Root, stock?: Stock): Survey {
  const files = translationFiles(tag, guide, locales, stock);
  const english = readWords(wordsLanguage, guide, locales, stock);
  const declared = declaredNumbers(guide.data);
  const isSource = tag === guide.data.locale;
  const [present, unreadable] = isSource
    ? [noJson(files.texts), []]
    : tryTo(isAt(files.root, files.texts), files.texts, () => readAt(files.root, files.texts, stock));
  const texts = files.from === undefined ? present : ofGuide(present, guide);
  const [words, unreadableWords] =
    tag === wordsLanguage
      ? [english, []]
      : tryTo(hasWords(tag, guide, locales), files.words, () => readWords(tag, guide, locales, stock));
  const { state, hashes, unreadableState, problems } = isSource ? ofSource : tryState(files, words, stock);
  const from = files.from === undefined ? {} : { from: files.from };
  return {
    tag,
    files,
    state: state === undefined ? undefined : { ...state, ...from },
    texts,
    words,
    english,
    unreadable: [...unreadable, ...unreadableState, ...unreadableWords],
    textProblems: [...problems, ...(isSource ? [] : checkTranslation(guide, tag, texts, hashes))],
    wordProblems: [
      ...(tag === wordsLanguage
        ? checkFirstWords(words, declared)
        : checkWords(tag, words, english, declared)),
      ...checkPointer(tag, words),
    ],
  };
}

/** Of another guide's translation the texts that this guide has. */
function ofGuide(source: JsonSource, guide: Guide): JsonSource {
  return { ...source, leaves: new Map([...source.leaves].filter(([key]) => guide.texts.has(key))) };
}

function tryTo(isThere: boolean, file: string, read: () => JsonSource): [JsonSource, readonly Problem[]] {
  if (!isThere) return [noJson(file), []];
  try {
    return [read(), []];
  } catch (error) {
    if (error instanceof PressError) return [noJson(file), error.problems];
    throw error;
  }
}

interface State {
  readonly state: TranslationState | undefined;
  readonly hashes: ReadonlyMap<string, string>;
  readonly unreadableState: readonly Problem[];
  readonly problems: readonly Problem[];
}

const unknown: State = { state: undefined, hashes: new Map(), unreadableState: [], problems: [] };
const ofSource: State = { ...unknown, state: { status: 'source' } };

function tryState(files: TranslationFiles, words: JsonSource, stock: Stock | undefined): State {
  if (!isAt(files.root, files.texts) && !isAt(files.root, files.state)) return unknown;
  try {
    return { ...unknown, ...readState(files, words.leaves, stock) };
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    const isUnread = error.problems.some(({ code }) => !code.startsWith('TRANSLATION_'));
    return { ...unknown, [isUnread ? 'unreadableState' : 'problems']: error.problems };
  }
}
