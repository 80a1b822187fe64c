import { type DeclaredNumber, digitsThatMatter } from '../../content/index.ts';
import type { Problem } from '../../diagnostics/index.ts';
import type { JsonSource } from '../../files/index.ts';

/** How the texts of a file are checked. */
interface Checks {
  /** Keys that are looked at. */
  readonly keys: () => Iterable<string>;
  /** What is wrong with the text of a key. */
  readonly wrongWith: (key: string) => readonly Problem[];
  /** Digits that can be read in it, at most. */
  readonly digitsOf: (key: string) => number;
}

/** A file in whose texts nothing is wrong. */
interface Right {
  /** What they were held to. */
  readonly heldTo: readonly unknown[];
  readonly declared: readonly DeclaredNumber[];
  /** Those to which it may matter which numbers a guide has. */
  readonly texts: readonly (readonly [key: string, digits: number])[];
}

/** By what was made of the file, one for each: a stock keeps that as long as it keeps the file. */
const right = new WeakMap<JsonSource, Right>();

/**
 * What is wrong with the texts of a file. Where nothing was when the guide had other numbers, only those are looked at
 * again to which that matters.
 * @param heldTo all but the numbers that they are held to: the same objects say the same
 */
export function wrongBeside(
  source: JsonSource,
  heldTo: readonly unknown[],
  declared: readonly DeclaredNumber[],
  { keys, wrongWith, digitsOf }: Checks,
): Problem[] {
  const known = right.get(source);
  if (known?.heldTo.every((each, i) => each === heldTo[i])) {
    const fewest = digitsThatMatter(known.declared, declared);
    if (known.texts.every(([key, digits]) => digits < fewest || wrongWith(key).length === 0)) return [];
  }
  const all = [...keys()];
  const problems = all.flatMap(wrongWith);
  if (problems.length === 0) {
    const texts = all.map((key) => [key, digitsOf(key)] as const).filter(([, digits]) => digits > 0);
    right.set(source, { heldTo, declared, texts });
  }
  return problems;
}
