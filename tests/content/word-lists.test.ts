/** The words by which numbers are known, in all languages: none is lost unnoticed. */
import { describe, expect, it } from 'vitest';
import { betweenWords, callWords, joiningWords, sendingWords } from '../../src/content/words/call-words.ts';
import { countWords } from '../../src/content/words/count-words.ts';
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
import { lineWords, numberWords } from '../../src/content/words/line-words.ts';

const byLanguage = (name: string, table: typeof callWords): [string, readonly string[]][] =>
  Object.entries(table).flatMap(([tag, { before = [], after = [] }]) => [
    [`${name}, ${tag}, before a number`, before],
    [`${name}, ${tag}, after it`, after],
  ]);

const lists: readonly (readonly [name: string, words: Iterable<string>])[] = [
  ...byLanguage('calls', callWords),
  ['between a call and its number', betweenWords],
  ['joins numbers', joiningWords],
  ['asks to send', sendingWords],
  ['is counted', countWords],
  ['an emergency', emergencyWords],
  ['an emergency, without spaces', unpartedEmergencyWords],
  ['who comes', emergencyServices],
  ...byLanguage('a line', lineWords),
  ['a number', numberWords],
  ...Object.entries(lineNames).map(([tag, { names }]) => [`what a line is called, ${tag}`, names] as const),
  ['is', isWords],
  ['is, without spaces', unpartedIsWords],
  ['is, in the end', lastIsWords],
  ['what a line does', lineVerbs],
  ['asks to call, in the end', lastCalls],
];

describe('lists of words', () => {
  it('have every word that they had', async () => {
    const text = lists
      .map(([name, words]) => [name, [...words]] as const)
      .filter(([, words]) => words.length > 0)
      .map(([name, words]) => `${name}\n${words.map((word) => `  ${word}\n`).join('')}`)
      .join('');
    await expect(text).toMatchFileSnapshot('fixtures/word-lists.txt');
  });
});
