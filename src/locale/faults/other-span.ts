import type { Span } from '../../content/index.ts';
import { asRead } from '../quantities/as-read.ts';
import { quantitiesIn } from '../quantities/measured.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { type NamedSpan, spansNamedIn } from '../quantities/spans-named.ts';
import { spans, unitWordsOf } from '../quantities/unit-words.ts';
import { isFromDawn } from '../ways/clock.ts';
import { isSpanOf } from '../ways/same-span.ts';

/** By what else a text speaks of a span: every day, on Monday, in May. */
const otherwise: Readonly<Record<string, RegExp>> = {
  minute: /\bmoments?\b/i,
  hour: /\bhourly\b|\d ?[ap]\.?m\b|o['’]clock/i,
  day: /\b(?:daily|dates?|\w*night|morning|evening|(?:sun|mon|tues|wednes|thurs|fri|satur)day)\b/i,
  week: /\b(?:weekly|weekends?|weekdays?|fortnight)\b/i,
  month:
    /\b(?:monthly|quarter|january|february|march|april|may|june|july|august|september|october|november|december)\b/i,
  year: /\b(?:yearly|annual\w*|decade|(?:19|20)\d\d)\b/i,
};

/** Between a number and its unit there is a blank, or what a language counts with: 个. */
const farthest = 3;
const isBeside = (one: Span, other: Span) =>
  Math.min(Math.abs(one.start - other.end), Math.abs(other.start - one.end)) <= farthest;
const often = (unit: string, named: readonly NamedSpan[]) =>
  named.filter((each) => each.unit === unit).length;

/** By what else a translation says each of them, in whatever language: täglich, hebdomadaire, в сутки. */
const adverbs: Readonly<Record<string, RegExp>> = {
  minute: /moment|augenblick|instant|мину|хвил/,
  hour: /stünd|horair|horari|часов|почас|щогод|saatlik/,
  day: /tägl|quotid|journal|diari|giornal|dzienn|dob[aęyo]|сут(?:ки|ок)|ежедн|щоден|доб[аиу]|günd|günl|gündü|zilnic|ημέρ|ημερ|יממ|روزانه|شبانه|روزانہ|یومیہ|दैनिक|रोज|দৈনিক|প্রতিদিন|ዕለት|ծօր|օրա/,
  week: /wöch|hebdo|settiman|sedmic|tydz|tygod|недел|тижн|тижд|haftal|săptăm|εβδομ|شبوع|ہفتہ|साप्ताह|সাপ্তাহ/,
  month: /monatl|mensu|mensil|miesię|меся|міся|aylık|lunar|lun[aăi]|μήν|μην|شهر|ماه|मासिक|মাসিক/,
  year: /jährl|annu|anual|rocz|годов|ежегод|річн|щорі|yıll|anul|χρόν|ετ(?:ή|ώ|ο)|سنو|سالان|वार्षिक|বার্ষিক/,
};
/** What all forms of a word begin with: неделя, неделю. */
const stem = (word: string) => (word.length > 4 ? word.slice(0, -1) : word);

/**
 * One of another span: a month for “about a week”, once a day for once a week. Told where the translation speaks nowhere of the span of its
 * source, and oftener than that of another.
 */
export function otherSpan(source: string, from: string, translated: string, to: string): string | undefined {
  const isOne = ({ values, unit = '' }: Quantity) =>
    values.includes(1) && spans.has(unit) && !(unit === 'hour' && isFromDawn(from));
  const ones = quantitiesIn(source, from).filter(isOne);
  if (ones.length === 0) return undefined;
  const [said, again] = [spansNamedIn(source, from), spansNamedIn(translated, to)];
  const others = quantitiesIn(translated, to);
  const read = asRead(translated);
  const speaksOf = (span: string) =>
    again.some(({ unit }) => unit === span) ||
    adverbs[span]!.test(read) ||
    unitWordsOf(to).some(({ unit, word }) => unit === span && word.length > 1 && read.includes(stem(word)));
  const gone = ones.find(
    (one) => !speaksOf(one.unit!) && !others.some((other) => isSpanOf(one, from, other, to)),
  );
  if (gone === undefined) return undefined;
  // A day is said without its name: 3-mal täglich.
  const isOftener = (unit: string) =>
    often(unit, again) > often(unit, said) && (gone.unit !== 'day' || often(unit, said) === 0);
  const made = again.find(
    ({ unit, isWhole, start, end }) =>
      isWhole &&
      !otherwise[unit]!.test(source) &&
      isOftener(unit) &&
      // Of so many: 30 days for a month.
      !others.some((other) => !other.values.includes(1) && isBeside(other, { start, end })),
  );
  return made === undefined ? undefined : `says “${made.written}”, and its source “${gone.written}”`;
}
