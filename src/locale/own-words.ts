import { join } from 'node:path';
import { declaredNumbers, type Guide, isBlank } from '../content/index.ts';
import { PressError, type Problem, problem, throwIfErrors } from '../diagnostics/index.ts';
import { isThere, type JsonSource, pathIn, type Root, readJson, type Stock } from '../files/index.ts';
import { laidOver } from './over.ts';
import { checkWordNumbers, checkWords, wordsLanguage } from './words.ts';

/** Where a product has words of its own: a folder in the templates' folder, with a file a language. */
export interface WordsFolder {
  readonly root: Root;
  readonly path: string;
}

/**
 * The words of a locale with those that a product brings laid over them. The product's are held to its English ones as
 * the shipped words are to theirs: in every language, with the same values, without a number that is not declared.
 * @throws PressError FILE_NOT_FOUND, JSON_SYNTAX, TRANSLATION_*
 */
export function withOwnWords(
  tag: string,
  guide: Guide,
  words: JsonSource,
  folder: WordsFolder | undefined,
  stock?: Stock,
): JsonSource {
  if (folder === undefined || !isThere(folder.root, folder.path)) return words;
  const { root, path } = folder;
  const name = (language: string) => join(path, `${language}.json`);
  const english = readJson(root, name(wordsLanguage), stock);
  const declared = declaredNumbers(guide.data);
  if (tag !== wordsLanguage && !isThere(root, name(tag)))
    throw new PressError([
      problem(
        'TRANSLATION_MISSING',
        `The product's own words are not there in ${tag}.`,
        { file: pathIn(root, name(tag)), locale: tag },
        `Translate ${pathIn(root, name(wordsLanguage))}.`,
      ),
    ]);
  const own = tag === wordsLanguage ? english : readJson(root, name(tag), stock);
  throwIfErrors([
    ...(tag === wordsLanguage ? checkWordNumbers(own, declared) : checkWords(tag, own, english, declared)),
    ...checkPointer(tag, own),
  ]);
  return { ...laidOver(words, own), file: words.file };
}

/** Nobody reads a word in less than two letters, in any script. */
const readable = /\p{L}.*\p{L}/su;

/** The word that stands beside each number and says where to read who answers: it is read, so it has letters. */
function checkPointer(tag: string, own: JsonSource): Problem[] {
  const text = own.leaves.get('who');
  if (text === undefined || (typeof text === 'string' && (readable.test(text) || isMissing(tag, text))))
    return [];
  return [
    problem(
      'TRANSLATION_BROKEN',
      'The products\' word "who" has less than two letters.',
      { ...own.place('who'), locale: tag },
      'It points to the disclosure beside each number: Who answers?',
    ),
  ];
}

/** What {@link checkWords} has told already. */
function isMissing(tag: string, text: string): boolean {
  return tag !== wordsLanguage && isBlank(text);
}
