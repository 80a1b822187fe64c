import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

const digits = '855208555';

export const codesOf = (text: string, ...dials: readonly string[]) =>
  dialableFaults(
    text,
    dials.map((dial): DeclaredNumber => ({ name: dial, kind: 'number', display: dial, dial })),
    {},
  ).map(({ code }) => code);

/** What is told of a number of ten digits, spelled by words for the digits from nought, of which a word is the last ones. */
export function toldAs(word: string, value: number, words: readonly string[]): string[] {
  const begin = digits.slice(0, 10 - String(value).length);
  const spelled = [...begin].map((digit) => words[Number(digit)]!);
  return codesOf([...spelled, word].join(' '), `${begin}${value}`);
}

/** Words of each language from nought, several for one with a stroke between, `-` for none: each with the digit that it says. */
export function wordsOf(languages: Readonly<Record<string, string>>) {
  return Object.entries(languages).flatMap(([language, row]) =>
    row
      .split(' ')
      .flatMap((words, value) =>
        words.split('/').flatMap((word) => (word === '-' ? [] : [[language, word, value] as const])),
      ),
  );
}
