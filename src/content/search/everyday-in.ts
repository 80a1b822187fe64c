import { ordinaryMark } from '../digits/atoms.ts';
import { mayHoldDigits, readDigits } from '../digits/read-digits.ts';
import { runsOf } from '../digits/runs.ts';
import { maskOrdinary } from '../everyday/covered.ts';
import { rememberedPair } from '../inline/remembered.ts';

/** Fewer digits nobody takes for a number. */
const fewest = 5;
const covered = new RegExp(`${ordinaryMark}+`, 'g');
const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * The everyday numbers of five digits and more in a text that was checked, as they are written there: amounts, spans,
 * identifiers, addresses, and what `source`, the text that it translates, has as one.
 */
export function everydayIn(text: string, source = text): readonly string[] {
  return mayHoldDigits(text) ? everydayOfPair(text, source) : [];
}

const everydayOfPair = rememberedPair((text, source): readonly string[] => {
  const reading = readDigits(text);
  const masked = maskOrdinary(reading.text);
  const known = new Set(
    source === text ? [] : everydayIn(source).map((each) => digitsOf(readDigits(each).text)),
  );
  const spans = [
    ...[...masked.matchAll(covered)].map(({ 0: { length }, index }) => [index, index + length] as const),
    ...runsOf(masked)
      .filter((run) => known.has(run.map(({ digits }) => digits).join('')))
      .map((run) => [run[0]!.start, run.at(-1)!.end] as const),
  ];
  return spans
    .filter(([start, end]) => digitsOf(reading.text.slice(start, end)).length >= fewest)
    .map(([start, end]) => text.slice(reading.at[start], reading.ends[end - 1]));
});
