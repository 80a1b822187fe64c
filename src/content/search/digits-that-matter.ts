import { digitAtoms } from '../digits/atoms.ts';
import { mayHoldDigits, readDigits } from '../digits/read-digits.ts';
import { splitAtAddresses } from '../inline/addresses.ts';
import { type InlineNode, inlineNodes, plainText } from '../inline/inline.ts';
import { remembered } from '../inline/remembered.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { formsOf } from '../numbers/nearness.ts';
import { mayHoldNumberInLetters } from './letters-for-numbers.ts';
import { spokenDigits } from './words-for-numbers.ts';

/**
 * Digits that can be read in a text, at most: with fewer than a number has, but one, it neither shows that number nor is
 * near it. Infinite where that is not told by digits: letters that are read as a number, an address that may dial.
 */
export const digitsToRead = remembered((text): number => {
  if (mayHoldNumberInLetters(text) || splitAtAddresses(text).some((piece) => typeof piece !== 'string'))
    return Number.POSITIVE_INFINITY;
  const written = mayHoldDigits(text)
    ? digitAtoms(readDigits(text).text).reduce((sum, { digits }) => sum + digits.length, 0)
    : 0;
  return Math.max(written, spokenDigits(text));
});

/** The same of a text with marks: infinite also where it names a number, or has a link. */
export function digitsToReadIn(nodes: readonly InlineNode[]): number {
  for (const { kind } of inlineNodes(nodes))
    if (kind === 'helpline' || kind === 'link') return Number.POSITIVE_INFINITY;
  return digitsToRead(plainText(nodes, { data: { helplines: {} } }));
}

/** So many digits a text must have, at least, that it matters to it which of two lists of numbers a guide declares. */
export function digitsThatMatter(one: readonly DeclaredNumber[], other: readonly DeclaredNumber[]): number {
  if (one.length !== other.length) return 0;
  const changed = one.flatMap((number, i) => (isSame(number, other[i]!) ? [] : [number, other[i]!]));
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...changed.flatMap((number) =>
      [number.display.replace(/\D/g, ''), ...formsOf(number)].map(({ length }) => length - 1),
    ),
  );
}

function isSame(one: DeclaredNumber, other: DeclaredNumber): boolean {
  return (
    one.name === other.name &&
    one.kind === other.kind &&
    one.way === other.way &&
    one.display === other.display &&
    one.dial === other.dial
  );
}
