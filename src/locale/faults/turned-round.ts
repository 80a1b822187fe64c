import { readDigits } from '../../content/index.ts';
import { range } from '../quantities/measured.ts';

/** A number of a text. */
const number = /(?<![\d.,:/])\d+(?:[.,]\d+)?(?![\d:/]|[.,]\d)/g;
/** From one to another, and not one or the other. */
const fromTo = /^ ?(?:[-–—~～〜]|to) ?$/;
/** The hyphen of a text from right to left goes with its digits: 6-4 is read from 4 there. */
const isFromRight = (between: string, tag: string) =>
  between.trim() === '-' && /^(?:ar|fa|he|ps|ur)\b/.test(tag);

interface Range {
  readonly first: number;
  readonly last: number;
  readonly between: string;
  readonly written: string;
}

function rangesIn(text: string): Range[] {
  const read = readDigits(text).text;
  const numbers = [...read.matchAll(number)];
  return numbers.slice(1).map(({ 0: last, index }, i) => {
    const { 0: first, index: start } = numbers[i]!;
    return {
      first: amountOf(first),
      last: amountOf(last),
      between: read.slice(start + first.length, index).toLowerCase(),
      written: read.slice(start, index + last.length),
    };
  });
}
const amountOf = (written: string) => Number(written.replace(',', '.'));

/** A range that ends where its source's begins: 6–4 hours for 4–6 hours. */
export function rangeTurnedRound(source: string, translated: string, to: string): string | undefined {
  const said = rangesIn(source).filter(({ first, last, between }) => first < last && fromTo.test(between));
  if (said.length === 0) return undefined;
  const again = rangesIn(translated).filter(
    ({ between }) => range.test(between) && !isFromRight(between, to),
  );
  for (const one of said) {
    const turned = again.find(({ first, last }) => first === one.last && last === one.first);
    if (turned !== undefined) return `says “${turned.written}”, and its source “${one.written}”`;
  }
  return undefined;
}
