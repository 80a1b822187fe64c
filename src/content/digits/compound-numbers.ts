import { spokenWords, valuesOf } from '../words/number-words.ts';
import { spokenForm } from './spoken-digits.ts';

/**
 * Numbers from 21 to 999 that German and Italian write as one word: hundertzwölf, centododici. Read by their parts: all such
 * words are thousands, and most texts have none.
 */
export function compoundNumber(word: string): number | undefined {
  return german(word) ?? italian(word);
}

/** Words by their values, as they are read; the nought aside. */
const valued = (row: string, from = 0, step = 1): ReadonlyMap<string, number> =>
  new Map(
    valuesOf(row, from, step).flatMap(([word, value]) => (value === 0 ? [] : [[spokenForm(word), value]])),
  );
const anyOf = (words: ReadonlyMap<string, number>) => [...words.keys()].join('|');

const { de, it } = spokenWords;
const deUnits = valued(de!.units);
/** As they stand before what they count: ein, not eins; zwei, not zwo. */
const deCounts = new Map([['ein', 1], ...[...deUnits].filter(([word]) => word !== 'eins' && word !== 'zwo')]);
const [deTeens, deTens] = [valued(de!.teens!, 10), valued(de!.tens!, 10, 10)];
const deForm = new RegExp(
  `^(?:(?<hundreds>${anyOf(deCounts)})?(?<hundred>hundert)(?:und)?)?(?:(?:(?<count>${anyOf(deCounts)})und)?(?<ten>${anyOf(deTens)})|(?<teen>${anyOf(deTeens)})|(?<unit>${anyOf(deUnits)}))?$`,
);

function german(word: string): number | undefined {
  const { hundreds, hundred, count, ten, teen, unit } = deForm.exec(word)?.groups ?? {};
  const low =
    (deTens.get(ten!) ?? 0) + (deCounts.get(count!) ?? 0) + (deTeens.get(teen!) ?? deUnits.get(unit!) ?? 0);
  // “hundertund” goes on.
  if (hundred !== undefined)
    return low === 0 && word.endsWith('und') ? undefined : 100 * (deCounts.get(hundreds!) ?? 1) + low;
  return low > 20 ? low : undefined;
}

const itUnits = new Map([...valued(it!.units), ['uno', 1]]);
const [itTeens, itTens] = [valued(it!.teens!, 10), valued(it!.tens!, 10, 10)];
const itHundreds = valued(it!.hundreds!, 100, 100);
/** A word before one that begins with a vowel loses its last letter: ventuno, centotto. */
const clipped = (words: ReadonlyMap<string, number>) =>
  new Map([...words].map(([word, value]) => [word.slice(0, -1), value]));
const [itShortTens, itShortHundreds] = [clipped(itTens), clipped(itHundreds)];
const itForm = new RegExp(
  `^(?:(?<hundred>${anyOf(itHundreds)})|(?<shortHundred>${anyOf(itShortHundreds)})(?=o))?(?:(?<teen>${anyOf(itTeens)})|(?<ten>${anyOf(itTens)})(?<unit>${anyOf(itUnits)})?|(?<shortTen>${anyOf(itShortTens)})(?<vowel>uno|otto)|(?<alone>${anyOf(itUnits)}))?$`,
);

function italian(word: string): number | undefined {
  const { hundred, shortHundred, teen, ten, unit, shortTen, vowel, alone } = itForm.exec(word)?.groups ?? {};
  const above = itHundreds.get(hundred!) ?? itShortHundreds.get(shortHundred!) ?? 0;
  const low =
    (itTens.get(ten!) ?? itShortTens.get(shortTen!) ?? 0) +
    (itTeens.get(teen!) ?? itUnits.get(unit ?? vowel ?? alone ?? '') ?? 0);
  if (above === 0) return low > 20 ? low : undefined;
  return low === 0 ? undefined : above + low;
}
