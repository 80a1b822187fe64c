import { remembered } from '../inline/remembered.ts';
import { unpartedSpokenWords, valuesOf } from '../words/number-words.ts';
import type { Span } from './marks.ts';

interface Token extends Span {
  /** A digit, or what multiplies the one before. */
  readonly value: number;
}

/** Texts are read in NFKC. */
const values: ReadonlyMap<string, number> = new Map(
  Object.values(unpartedSpokenWords).flatMap(({ units, times }) =>
    [...valuesOf(units), ...Object.entries(times)].map(
      ([word, value]) => [word.normalize('NFKC'), value] as const,
    ),
  ),
);

/** The longest first: a Khmer eight begins with a five. */
const token = new RegExp(`${[...values.keys()].sort((a, b) => b.length - a.length).join('|')}|\\d`, 'gu');
/** What a word begins with: a run has one. */
const firstOfWord = new RegExp(`[${[...new Set([...values.keys()].map((word) => word[0]))].join('')}]`);
const gap = /^[ ·・、,.-]{0,2}$/;
/** A number has as many words, at most, and at least: 백구 is 109. */
const most = 24;
const fewest = (run: readonly Token[]) => (run.some(({ value }) => value >= 100) ? 2 : 3);

/** Words for digits in a row, of a text as its digits are read. */
export const unpartedRuns = remembered((text): readonly (readonly Token[])[] =>
  rowsIn(text).filter(
    (run) => run.length >= fewest(run) && run.some(({ start }) => !/\d/.test(text[start]!)),
  ),
);

/** Amounts from ten on that are said so: 十四天. Fewer are one word, which begins others too. */
export const unpartedAmounts = (text: string): (readonly Token[])[] =>
  rowsIn(text).filter(
    (run) => run.some(({ value }) => value >= 10) && run.every(({ start }) => !/\d/.test(text[start]!)),
  );

function rowsIn(text: string): Token[][] {
  if (!firstOfWord.test(text)) return [];
  const runs: Token[][] = [];
  let last: Token[] = [];
  for (const { 0: word, index } of text.matchAll(token)) {
    const one = { start: index, end: index + word.length, value: values.get(word) ?? Number(word) };
    const isNext = last.length > 0 && last.length < most && gap.test(text.slice(last.at(-1)!.end, index));
    if (!isNext) {
      last = [];
      runs.push(last);
    }
    last.push(one);
  }
  return runs;
}

/** Digits of words in a row: one after the other, or, where some multiply, of the amount that they say: 백십구 is 119. */
export function digitsOfRun(run: readonly Token[]): string {
  if (run.every(({ value }) => value < 10)) return run.map(({ value }) => value).join('');
  let [sum, digit] = [0, 0];
  for (const { value } of run)
    if (value < 10) digit = value;
    else {
      sum += Math.max(digit, 1) * value;
      digit = 0;
    }
  return String(sum + digit);
}
