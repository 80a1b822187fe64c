import { asRead } from './as-read.ts';
import { spans, unitWordsOf } from './unit-words.ts';
import { standsAlone, unparted } from './whole-word.ts';

/** A word of a text for a span of time. Places are those in the text as it is read. */
export interface NamedSpan {
  readonly unit: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** It stands for itself, and not in another word: no 月曜日, no Sonntag. */
  readonly isWhole: boolean;
}

/** Before a sign for a span, where it is one of them and no date: 一日, 每月, 1年. */
const counted = /[一1每毎個个] ?$/;

/** Where a text speaks of spans of time, with a number or without: the longest word at each place. */
export function spansNamedIn(text: string, tag: string): NamedSpan[] {
  const read = asRead(text);
  const found: NamedSpan[] = [];
  for (const { unit, word, isStem } of unitWordsOf(tag)) {
    const isSign = unparted.test(word);
    if (!spans.has(unit) || (word.length < 2 && !isSign)) continue;
    for (let start = read.indexOf(word); start >= 0; start = read.indexOf(word, start + 1)) {
      const end = start + word.length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const before = read.slice(Math.max(0, start - 2), start);
      const isWhole = isSign
        ? word.length > 1 || counted.test(before)
        : standsAlone(word, start, read, isStem);
      found.push({ unit, written: word, start, end, isWhole });
    }
  }
  return found;
}
