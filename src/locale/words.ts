import { join } from 'node:path';
import { type DeclaredNumber, dialableFaults, filled, isBlank } from '../content/index.ts';
import { type Problem, problem, suggest } from '../diagnostics/index.ts';
import { type JsonSource, readJson, type Stock } from '../files/index.ts';
import { faultOfWord, placeholder } from './broken.ts';

/** The language that the products' words are written in first. */
export const wordsLanguage = 'en';

/** The products' words that all others are held to. @throws PressError FILE_NOT_FOUND, JSON_SYNTAX */
export function readEnglishWords(folder: string, stock?: Stock): JsonSource {
  return readJson(folder, join(wordsLanguage, 'press.json'), stock);
}

/** Numbers in the words of a product's first language that could be dialled and are not declared. */
export function checkWordNumbers(words: JsonSource, declared: readonly DeclaredNumber[]): Problem[] {
  return [...words.leaves].flatMap(([key, text]) =>
    typeof text === 'string'
      ? dialableFaults(text.replace(placeholder, filled), declared, words.place(key))
      : [],
  );
}

/** The English word that a word is held to: each plural form of a language to the `_other` one. */
export function englishKeyOf(key: string, english: JsonSource): string | undefined {
  if (english.leaves.has(key)) return key;
  const other = key.replace(/_(?:zero|one|two|few|many)$/, '_other');
  return english.leaves.has(other) ? other : undefined;
}

/** The products' words, held to the English ones: each there, none unknown, with the same values. */
export function checkWords(
  tag: string,
  words: JsonSource,
  english: JsonSource,
  declared: readonly DeclaredNumber[],
): Problem[] {
  const problems: Problem[] = [];
  const place = (key: string) => ({ ...words.place(key), locale: tag });
  for (const [key, source] of english.leaves) {
    const text = words.leaves.get(key);
    if (typeof text !== 'string' || isBlank(text)) {
      problems.push(
        problem(
          'TRANSLATION_MISSING',
          `The products' word "${key}" has no text in ${tag}.`,
          place(key),
          `Translate: ${String(source)}`,
        ),
      );
      continue;
    }
    const fault = faultOfWord(String(source), wordsLanguage, text, tag, declared);
    if (fault !== undefined)
      problems.push(
        problem(
          'TRANSLATION_BROKEN',
          `The products' word "${key}" ${fault}.`,
          place(key),
          `The source is: ${String(source)}`,
        ),
      );
  }
  for (const key of words.leaves.keys())
    if (englishKeyOf(key, english) === undefined)
      problems.push(
        problem(
          'TRANSLATION_UNKNOWN',
          `"${key}" is not a word of the products.`,
          place(key),
          suggest(key, [...english.leaves.keys()]),
        ),
      );
  return problems;
}
