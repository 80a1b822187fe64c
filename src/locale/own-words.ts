import { join } from 'node:path';
import { declaredNumbers, type Guide } from '../content/index.ts';
import { PressError, problem, throwIfErrors } from '../diagnostics/index.ts';
import { isThere, type JsonSource, pathIn, type Root, readJson, type Stock } from '../files/index.ts';
import { laidOver } from './over.ts';
import { checkFirstWords, checkPointer, checkWords, wordsLanguage } from './words.ts';

/** Where a product has words of its own: a folder in the templates' folder, with a file a language. */
export interface WordsFolder {
  readonly root: Root;
  readonly path: string;
}

/**
 * The words of a locale with those of a product laid over them, and below these what the products that it is like bring.
 * @param folders the product's first
 */
export function withOwnWords(
  tag: string,
  guide: Guide,
  words: JsonSource,
  folders: readonly WordsFolder[],
  stock?: Stock,
): JsonSource {
  return folders.reduceRight((below, folder) => withWordsOf(tag, guide, below, folder, stock), words);
}

/**
 * The words of a locale with those that a product brings laid over them. The product's are held to its English ones as
 * the shipped words are to theirs: in every language, with the same values, without a number that is not declared.
 * @throws PressError FILE_NOT_FOUND, JSON_SYNTAX, TRANSLATION_*
 */
function withWordsOf(
  tag: string,
  guide: Guide,
  words: JsonSource,
  folder: WordsFolder,
  stock?: Stock,
): JsonSource {
  if (!isThere(folder.root, folder.path)) return words;
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
    ...(tag === wordsLanguage ? checkFirstWords(own, declared) : checkWords(tag, own, english, declared)),
    ...checkPointer(tag, own),
  ]);
  return { ...laidOver(words, own), file: words.file };
}
