import { readDigits } from '../../content/index.ts';
import { quantitiesIn } from '../quantities/measured.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { spans } from '../quantities/unit-words.ts';
import { withoutCalendarOf } from '../ways/calendar.ts';
import { isFromDawn, withoutTimesOf } from '../ways/clock.ts';
import { saysMorning } from '../ways/morning.ts';
import { isSameKind, isSpanOf } from '../ways/same-span.ts';
import { doses, lostQuantity } from './lost-quantity.ts';

/** Two quantities of a text and its translation, each with its language. */
type IsSame = (said: Quantity, again: Quantity) => boolean;

/**
 * A number that measures something else than in its source: 2 mg for “10 mg twice a day”, 14 hours for 14 days, 5 g for 5 mg, 12% for 12
 * months; or another number that measures the same, in words: dos pastillas for three tablets. Told where its source says what each such
 * number measures, and it is never that.
 */
export function otherMeasure(
  source: string,
  from: string,
  translated: string,
  to: string,
): string | undefined {
  const said = quantitiesIn(source, from);
  if (said.every(({ unit }) => unit === undefined)) return undefined;
  const again = quantitiesIn(translated, to);
  const isOfDay = again.some(({ unit }) => unit === 'times') && saysMorning(source, from);
  const isSame: IsSame = (one, other) =>
    (other.unit === 'times' && isOfDay) || isSpanOf(one, from, other, to);
  const wrong = again.flatMap((quantity): string[] => {
    const meant = meantBy(quantity, said, again, isSame);
    return meant === undefined ? [] : [`says “${quantity.written}”, and its source “${meant.written}”`];
  });
  const other = wrong[0] ?? otherNumber(said, again, isSame, source, to);
  if (other === undefined) return lostQuantity(said, again, source, from, translated, to);
  // Hours of a clock and days of a month are no spans: 18 h is 6 p.m.
  const [read, text] = [readDigits(source).text, readDigits(translated).text];
  const rest = withoutCalendarOf(read, withoutTimesOf(read, text), from);
  if (rest === text) return other;
  const others = quantitiesIn(rest, to);
  const isStill =
    wrong.length > 0
      ? others.some((quantity) => meantBy(quantity, said, others, isSame) !== undefined)
      : otherNumber(said, others, isSame, source, to) !== undefined;
  return isStill ? other : undefined;
}

/** Every other Tuesday: un mardi sur deux. */
const isEveryOther = ({ unit, written }: Quantity) => unit === 'week' && /^(?:every|alternat)/.test(written);

const share = (one: Quantity, other: Quantity) => one.values.some((value) => other.values.includes(value));

/** What of its source a number is that measures something else there, wherever it stands. */
function meantBy(
  quantity: Quantity,
  said: readonly Quantity[],
  again: readonly Quantity[],
  isSame: IsSame,
): Quantity | undefined {
  const { values, unit, written } = quantity;
  if (unit === undefined || isEveryOther(quantity) || said.some((one) => isSame(one, quantity)))
    return undefined;
  const same = said.filter((one) => share(one, quantity));
  // A sign has the number beside it: bir %10 is no share of one.
  const isShare = unit === '%' && /\d/.test(written);
  // One of something is said in many ways: one tablet, once.
  const isSmall = values.includes(1) && !doses.has(unit) && !isShare;
  if (isSmall && spans.has(unit)) return spanMeantBy(quantity, said, again);
  const isOther = (one: Quantity) => one.unit !== undefined && one.unit !== unit;
  return !isSmall && same.every(isOther) ? same[0] : undefined;
}

/** One of a span that the source does not speak of, for one of another that the translation does not: 1 week for a month. */
function spanMeantBy(
  { unit, written }: Quantity,
  said: readonly Quantity[],
  again: readonly Quantity[],
): Quantity | undefined {
  // In words one of it is many a thing: a quiet day or two.
  if (!/\d/.test(written) || said.some((one) => one.unit === unit)) return undefined;
  return said.find(
    (one) =>
      one.values.includes(1) && spans.has(one.unit ?? '') && again.every((other) => other.unit !== one.unit),
  );
}

/** What says a number that is not written: a couple of days, both tablets, once more. */
const unsaid =
  /\b(?:couple|few|several|some|both|pair|doubl\w*|twofold|dozen|weekend|overnight|bi-?(?:weekly|monthly|daily)|again|either|quarter)\b/i;
/** What is counted: of one of these a text says so. */
const counted: ReadonlySet<string | undefined> = new Set(['times', 'pieces']);

/** A number that its source has nowhere, and that measures what another one does there, which is gone: dos veces for three times. */
function otherNumber(
  said: readonly Quantity[],
  again: readonly Quantity[],
  isSame: IsSame,
  source: string,
  to: string,
): string | undefined {
  const isKnown = (one: Quantity) => said.some((other) => share(one, other) || isSame(other, one));
  const isGone = (one: Quantity) =>
    (counted.has(one.unit) || !one.values.includes(1)) &&
    !again.some(
      (other) =>
        (isSameKind(other.unit, one.unit) || other.unit === undefined) &&
        (share(one, other) || isSame(one, other)),
    );
  const made = again.find(
    (one) =>
      one.unit !== undefined &&
      (!one.values.includes(1) || /^1 ?\D+$/.test(one.written)) &&
      !isKnown(one) &&
      !(one.unit === 'hour' && isFromDawn(to)) &&
      !isEveryOther(one) &&
      said.some((other) => isSameKind(other.unit, one.unit) && isGone(other)),
  );
  if (made === undefined || unsaid.test(source)) return undefined;
  const meant = said.find((other) => isSameKind(other.unit, made.unit) && isGone(other))!;
  return `says “${made.written}”, and its source “${meant.written}”`;
}
