import { everydayMark, spanOf, spansIn } from '../digits/marks.ts';
import { inSource, mayHoldDigits, readDigits } from '../digits/read-digits.ts';
import { digitsOf, runsOf } from '../digits/runs.ts';
import { coverEveryday } from '../everyday/covered.ts';
import { rememberedPair } from '../inline/remembered.ts';

/** Fewer digits nobody takes for a number. */
const fewest = 5;
const covered = new RegExp(`${everydayMark}+`, 'g');
const digitsIn = (text: string) => text.replace(/\D/g, '');

/**
 * The everyday numbers of five digits and more in a text that was checked, as they are written there: amounts, spans,
 * identifiers, addresses, and what `source`, the text that it translates, has as one.
 */
export function everydayIn(text: string, source = text): readonly string[] {
  return mayHoldDigits(text) ? everydayOfPair(text, source) : [];
}

const everydayOfPair = rememberedPair((text, source): readonly string[] => {
  const reading = readDigits(text);
  const masked = coverEveryday(reading.text);
  const known = new Set(
    source === text ? [] : everydayIn(source).map((each) => digitsIn(readDigits(each).text)),
  );
  const runs = runsOf(masked).filter((run) => known.has(digitsOf(run)));
  return [...spansIn(masked, covered), ...runs.map(spanOf)]
    .filter(({ start, end }) => digitsIn(reading.text.slice(start, end)).length >= fewest)
    .map((span) => {
      const { start, end } = inSource(reading, span);
      return text.slice(start, end);
    });
});
