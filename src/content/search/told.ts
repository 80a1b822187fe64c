import { type Place, type Problem, problem } from '../../diagnostics/index.ts';
import { escapeInline } from '../inline/inline.ts';
import { type DeclaredNumber, isLinkedCode } from '../numbers/declared.ts';
import type { Nearness } from '../numbers/nearness.ts';
import type { Dialable } from './dialable.ts';
import { findDialable } from './find-dialable.ts';

/**
 * Everything in a text that could be dialled, or misread as a number, and is no declared number in its declared form.
 * Pure. `known` holds the digits of numbers that the source of a translation has.
 */
export function dialableFaults(
  text: string,
  declared: readonly DeclaredNumber[],
  place: Place,
  known?: ReadonlySet<string>,
): Problem[] {
  return findDialable(text, declared, known).map((found) => faultOf(found, text, place));
}

/** What stands for each helpline in a text: the number itself. */
export function displays(declared: readonly DeclaredNumber[]): Record<string, DeclaredNumber> {
  return Object.fromEntries(
    declared.filter(({ kind }) => kind === 'helpline').map((number) => [number.name, number]),
  );
}

export const declareIt =
  'If people are to dial it, declare it in guide.yaml under numbers, with display and dial.';
const ways: Readonly<Record<Exclude<Nearness, 'same'>, string>> = {
  'other digits': 'with other digits',
  'a digit too many': 'with a digit too many',
  'a digit too few': 'with a digit too few',
};

/** What is told of digits that could be dialled. */
export function faultOf({ start, end, meant }: Dialable, text: string, place: Place): Problem {
  // A country's code begins with it.
  const found = seen(text.slice(text[start - 1] === '+' ? start - 1 : start, end));
  if (meant === undefined)
    return problem(
      'NUMBER_UNDECLARED',
      `“${found}” could be dialled, and the guide does not declare it.`,
      place,
      `${declareIt} Amounts, dates and codes are written as docs/guides.md says.`,
    );
  const { number, how } = meant;
  const name = `${number.kind} “${number.name}”`;
  if (how === 'same' && isLinkedCode(number))
    return problem(
      'NUMBER_DISGUISED',
      `“${found}” is the ${name} without its link: two digits alone may count.`,
      place,
      `Write ${written(number)}.`,
    );
  if (how === 'same')
    return problem(
      'NUMBER_DISGUISED',
      `“${found}” is ${number.display}, the ${name}, written in another way.`,
      place,
      `Write ${written(number)}, with nothing beside it that could be dialled too.`,
    );
  return problem(
    'NUMBER_NEAR_MISS',
    `“${found}” is nearly ${number.display}, the ${name}: ${ways[how]}.`,
    place,
    `Did you mean ${written(number)}? ${declareIt}`,
  );
}

/** How a declared number is written in a text. */
export function written({ kind, name, display, dial }: DeclaredNumber): string {
  return kind === 'helpline' ? `<helpline:${name}> or ${display}` : `[${escapeInline(display)}](tel:${dial})`;
}

/** What is not seen, by its code point. */
function seen(text: string): string {
  return text.replace(
    /[\p{Cf}\p{Mn}\p{Me}]/gu,
    (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
