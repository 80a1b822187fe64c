/** The words by which numbers are known, in all languages: none is lost unnoticed. */
import { describe, expect, it } from 'vitest';
import { betweenWords, callWords, joiningWords, sendingWords } from '../../src/content/words/call-words.ts';
import { countLabels, countWords, uncountingWords, yearWords } from '../../src/content/words/count-words.ts';
import {
  emergencyServices,
  emergencyWords,
  unpartedEmergencyWords,
} from '../../src/content/words/emergency-words.ts';
import {
  isWords,
  lastCalls,
  lastIsWords,
  lineNames,
  lineVerbs,
  unpartedIsWords,
} from '../../src/content/words/line-names.ts';
import { lineWords, numberWords, phoneWords } from '../../src/content/words/line-words.ts';
import { listed } from '../../src/content/words/listed.ts';
import { spokenWords, unpartedSpokenWords } from '../../src/content/words/number-words.ts';
import { languages } from '../../src/locale/index.ts';

const wordsOf = (row: string | undefined) => (row === undefined ? [] : listed(row));
const byLanguage = (name: string, table: typeof callWords): [string, readonly string[]][] =>
  Object.entries(table).flatMap(([tag, { before, after }]) => [
    [`${name}, ${tag}, before a number`, wordsOf(before)],
    [`${name}, ${tag}, after it`, wordsOf(after)],
  ]);

const lists: readonly (readonly [name: string, words: readonly string[]])[] = [
  ...byLanguage('calls', callWords),
  ['between a call and its number', betweenWords],
  ['joins numbers', joiningWords],
  ['asks to send', sendingWords],
  ['is counted', countWords],
  ['counts nothing', uncountingWords],
  ['a label that counts', [...countLabels]],
  ['a label of years', [...yearWords]],
  ['a label of telephones', [...phoneWords]],
  ['an emergency', emergencyWords],
  ['an emergency, without spaces', unpartedEmergencyWords],
  ['who comes', emergencyServices],
  ...byLanguage('a line', lineWords),
  ['a number', numberWords],
  ...Object.entries(lineNames).map(
    ([tag, { names }]) => [`what a line is called, ${tag}`, listed(names)] as const,
  ),
  ['is', listed(isWords)],
  ['is, without spaces', listed(unpartedIsWords)],
  ['is, in the end', listed(lastIsWords)],
  ['what a line does', [...lineVerbs]],
  ['asks to call, in the end', lastCalls],
];

describe('lists of words', () => {
  it('have every word that they had', async () => {
    const text = lists
      .filter(([, words]) => words.length > 0)
      .map(([name, words]) => `${name}\n${words.map((word) => `  ${word}\n`).join('')}`)
      .join('');
    await expect(text).toMatchFileSnapshot('fixtures/word-lists.txt');
  });

  it.each(lists)('say nothing twice: %s', (_, words) => {
    const isSaid = (word: string, other: string) =>
      !word.includes(' ') &&
      ((other.endsWith('*') && word.startsWith(other.slice(0, -1))) ||
        (other.startsWith('*') && word.endsWith(other.slice(1))));
    const again = words.filter((word, i) =>
      words.some((other, j) => i !== j && (word === other || isSaid(word, other))),
    );
    expect(again).toEqual([]);
  });

  it('have words for digits in every language', () => {
    const known = { ...spokenWords, ...unpartedSpokenWords };
    expect(
      Object.keys(languages).filter((tag) => known[new Intl.Locale(tag).language] === undefined),
    ).toEqual([]);
  });
});
