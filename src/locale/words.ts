import { join } from 'node:path';
import {
  type DeclaredNumber,
  dialableFaults,
  digitsToRead,
  filled,
  type Guide,
  isBlank,
} from '../content/index.ts';
import { type Problem, problem, suggest } from '../diagnostics/index.ts';
import { isThere, type JsonSource, layersOf, type Root, readJson, type Stock } from '../files/index.ts';
import { faultOfWord, placeholder } from './broken.ts';
import { wrongBeside } from './faults/beside-numbers.ts';
import { ownWordsFile, wordsStateFile } from './files.ts';
import { laidOver } from './over.ts';
import { type TranslationState, wordsHash } from './translation.ts';

/** The language that the products' words are written in first. */
export const wordsLanguage = 'en';

/** True where there are words of the products in a language: in a folder of translations, or the guide's own. */
export function hasWords(tag: string, guide: Guide, locales: Root): boolean {
  return wordsFiles(tag, guide, locales).length > 0;
}

/**
 * The products' words of a language: of each folder of translations, and the guide's own over them.
 * @throws PressError FILE_NOT_FOUND, JSON_SYNTAX
 */
export function readWords(tag: string, guide: Guide, locales: Root, stock?: Stock): JsonSource {
  const files = wordsFiles(tag, guide, locales);
  // Of what is nowhere the reader says where it should be.
  if (files.length === 0) return readJson(locales, join(tag, 'press.json'), stock);
  return files.map(({ root, path }) => readJson(root, path, stock)).reduce(laidOver);
}

/**
 * How sure the products' words of a language are, by the uppermost file that says so: the guide's own
 * `locales/press.<tag>.state.json`, or `press.state.json` beside them. A review holds for the words as they were then;
 * words of which nobody says anything are a machine's draft.
 * @throws PressError JSON_SYNTAX
 */
export function wordsStatus(
  tag: string,
  guide: Guide,
  locales: Root,
  words: JsonSource,
  stock?: Stock,
): TranslationState['status'] {
  if (tag === wordsLanguage) return 'source';
  const shared = layersOf(locales).map((root) => ({ root, path: join(tag, 'press.state.json') }));
  const own = { root: guide.folder, path: wordsStateFile(tag) };
  const file = [own, ...shared].find(({ root, path }) => isThere(root, path));
  if (file === undefined) return 'machine-draft';
  const { value } = readJson(file.root, file.path, stock);
  if (value.status === 'reviewed')
    return value.words === wordsHash(words.leaves) ? 'reviewed' : 'human-draft';
  return value.status === 'human-draft' ? 'human-draft' : 'machine-draft';
}

/** The files that hold them, the lowest first. */
function wordsFiles(tag: string, guide: Guide, locales: Root): { root: string; path: string }[] {
  const shared = [...layersOf(locales)].reverse().map((root) => ({ root, path: join(tag, 'press.json') }));
  return [...shared, { root: guide.folder, path: ownWordsFile(tag) }].filter(({ root, path }) =>
    isThere(root, path),
  );
}

/** The words of a product's first language: each there, none put into another, no number that is not declared. */
export function checkFirstWords(words: JsonSource, declared: readonly DeclaredNumber[]): Problem[] {
  const wrongWith = (key: string): Problem[] => {
    const text = words.leaves.get(key);
    if (typeof text !== 'string') return [];
    const place = { ...words.place(key), locale: wordsLanguage };
    if (isBlank(text) && key !== 'who')
      return [
        problem('TRANSLATION_MISSING', `The products' word "${key}" has no text.`, place, 'Write the word.'),
      ];
    if (text.includes('$t('))
      return [
        problem(
          'TRANSLATION_BROKEN',
          `The products' word "${key}" has another word put into it: $t(…).`,
          place,
          'Words take values, {{value}}, and no other words.',
        ),
      ];
    return dialableFaults(
      withNumber(text, declared).replace(placeholder, filled),
      declared,
      words.place(key),
    );
  };
  return wrongBeside(words, [], declared, {
    keys: () => words.leaves.keys(),
    wrongWith,
    digitsOf: digitsIn(words),
  });
}

/** A word with a declared number in the place of one: what stands beside that is dialled, too (“988, or 12345”). */
function withNumber(text: string, declared: readonly DeclaredNumber[]): string {
  const [first] = declared;
  return first === undefined ? text : text.replaceAll('{{number}}', first.display);
}

/** Digits that can be read in a word, whatever it is given. */
function digitsIn({ leaves }: JsonSource): (key: string) => number {
  return (key) => {
    const text = leaves.get(key);
    return typeof text === 'string' ? digitsToRead(text.replace(placeholder, filled)) : 0;
  };
}

/** Nobody reads a word in less than two letters, in any script. */
const readable = /\p{L}.*\p{L}/su;

/** The word that stands beside each number and says where to read who answers: it is read, so it has letters. */
export function checkPointer(tag: string, words: JsonSource): Problem[] {
  const text = words.leaves.get('who');
  // In other languages a word without letters is told with the others.
  const isTold = (said: string) => tag !== wordsLanguage && !/\p{L}/u.test(said);
  if (text === undefined || (typeof text === 'string' && (readable.test(text) || isTold(text)))) return [];
  return [
    problem(
      'TRANSLATION_BROKEN',
      'The products\' word "who" has less than two letters.',
      { ...words.place('who'), locale: tag },
      'It points to the disclosure beside each number: Who answers?',
    ),
  ];
}

/** The English word that a word is held to: each plural form of a language to the `_other` one. */
function englishKeyOf(key: string, english: JsonSource): string | undefined {
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
  const place = (key: string) => ({ ...words.place(key), locale: tag });
  const wrongWith = (key: string): Problem[] => {
    const of = englishKeyOf(key, english);
    if (of === undefined) return [unknown(key)];
    const source = String(english.leaves.get(of));
    const text = words.leaves.get(key);
    const hint = (asks: string) => `${asks}: ${source}`;
    if (typeof text !== 'string' || isBlank(text))
      return [
        problem(
          'TRANSLATION_MISSING',
          `The products' word "${key}" has no text in ${tag}.`,
          place(key),
          hint('Translate'),
        ),
      ];
    // The plural forms of a language may say how many in a word: none, two.
    const saysCount = of === key || text.search(placeholder) >= 0;
    const heldTo = saysCount ? source : source.replace(placeholder, '').trim();
    const fault = faultOfWord(heldTo, wordsLanguage, text, tag, declared);
    if (fault === undefined) return [];
    const told = `The products' word "${key}" ${fault}.`;
    return [problem('TRANSLATION_BROKEN', told, place(key), hint('The source is'))];
  };
  const unknown = (key: string) =>
    problem(
      'TRANSLATION_UNKNOWN',
      `"${key}" is not a word of the products.`,
      place(key),
      suggest(key, [...english.leaves.keys()]),
    );
  const keys = () => new Set([...english.leaves.keys(), ...words.leaves.keys()]);
  return wrongBeside(words, [english, tag], declared, { keys, wrongWith, digitsOf: digitsIn(words) });
}
