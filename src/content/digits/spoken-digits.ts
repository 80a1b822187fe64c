import { spokenWords, valuesOf } from '../words/number-words.ts';

/** Marks that are left out when a word is read: accents, points of Hebrew and Arabic; vowels of other scripts are letters. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670'’ʼ]/g;

/** A word as it is read: without its accents, in small letters; the long s is an s, and the i without a dot an i (SIFIR). */
export function spokenForm(word: string): string {
  return word
    .normalize('NFD')
    .replace(accents, '')
    .replaceAll('ß', 'ss')
    .replaceAll('\u017f', 's')
    .replaceAll('ı', 'i')
    .toLowerCase();
}

/** A word as part of a number. */
export interface SpokenNumber {
  readonly digits: string;
  /** `ten`: a unit after it is its last digit; `hundred`: what follows may be its last digits. */
  readonly kind: 'unit' | 'teen' | 'ten' | 'hundred';
}

const read = (row: string | undefined, kind: SpokenNumber['kind'], from: number, step: number) =>
  row === undefined
    ? []
    : valuesOf(row, from, step).map(
        ([word, value]) => [spokenForm(word), { digits: String(value), kind }] as const,
      );

/** Words by how they are read. */
export const spokenNumbers: ReadonlyMap<string, SpokenNumber> = new Map(
  Object.values(spokenWords).flatMap(({ units, teens, tens, hundreds }) => [
    ...read(teens, 'teen', 10, 1),
    ...read(tens, 'ten', 10, 10),
    ...read(hundreds, 'hundred', 100, 100),
    ...read(units, 'unit', 0, 1),
  ]),
);
