import { type Place, type Problem, problem } from '../../diagnostics/index.ts';
import { type InlineNode, inlineNodes, plainText } from '../inline/inline.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { digitsShown } from '../numbers/display.ts';
import { declaredIn, splitAtNumbers } from './declared-in-text.ts';
import { findDialable } from './find-dialable.ts';
import { linkFault, targetFaults, typedFaults, withoutChats } from './link-faults.ts';
import { linkedCode, withoutLinkedCodes } from './linked-codes.ts';
import { displays, faultOf } from './told.ts';

/**
 * Everything in a text with marks that could be dialled, or misread as a number, and is no declared number in its declared form; and
 * its links: each dials what it shows. `known` holds the digits of numbers that the source of a translation has.
 */
export function numberFaults(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
  place: Place,
  known?: ReadonlySet<string>,
): Problem[] {
  const shown = (inner: readonly InlineNode[]) =>
    plainText(inner, { data: { helplines: displays(declared) } });
  const links = [...inlineNodes(nodes)].flatMap((node) =>
    node.kind === 'link' && linkedCode(node, declared) === undefined
      ? linkFault(node.href, shown(node.children), declared, place)
      : [],
  );
  const text = withoutChats(shown(withoutLinkedCodes(nodes, declared)), declared);
  // What an undeclared link shows was told with the link.
  const told = links.flatMap(({ dial }) => dial ?? []);
  const found = findDialable(text, declared, known).filter(
    ({ digits }) => !told.some((dial) => dial.endsWith(digits)),
  );
  return [
    ...links.map(({ fault }) => fault),
    ...targetFaults(nodes, declared, place),
    ...dividedFaults(nodes, text, declared, place),
    ...typedFaults(text, found, declared, place),
    ...found.map((one) => faultOf(one, text, place)),
  ];
}

/** A number stands in one piece: with a mark inside, its digits may be of two sizes, or turn round (UAX #9). */
function dividedFaults(
  nodes: readonly InlineNode[],
  text: string,
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  const whole = [...inlineNodes(nodes)].flatMap((node) => {
    if (node.kind === 'helpline')
      return declared.filter(({ kind, name }) => kind === 'helpline' && name === node.name);
    return node.kind === 'text' ? declaredIn(node.text, declared) : [];
  });
  return declaredIn(text, declared).flatMap((number) => {
    const at = whole.indexOf(number);
    if (at >= 0) {
      whole.splice(at, 1);
      return [];
    }
    return [
      problem(
        'NUMBER_DISGUISED',
        `A mark stands inside of ${number.display}, the ${number.kind} “${number.name}”.`,
        place,
        `Put the marks around it: **${number.display}**.`,
      ),
    ];
  });
}

/** Lines that products number. */
const numberedLine = /^sections\.[^.]+\.line$/;

/** So many digits are another number with the numeral of a line before them. */
const longBesideNumeral = 5;

/**
 * A line that begins with a declared number of five digits and more, where products put a numeral before each: where its places
 * are listed, and to ears, the two are another number, 3 116123. (3 988 is not.)
 */
export function besideNumeral(
  key: string,
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  if (!numberedLine.test(key)) return [];
  const text = plainText(nodes, { data: { helplines: displays(declared) } });
  const [first] = splitAtNumbers(text.replace(/^[\s\p{P}]+/u, ''), declared);
  if (typeof first !== 'object' || digitsShown(first.display).length < longBesideNumeral) return [];
  return [
    problem(
      'NUMBER_DISGUISED',
      `The line begins with ${first.display}, the ${first.kind} “${first.name}”, right beside the numeral that products put before it.`,
      place,
      `Begin it with a word: “Call ${first.display} at any hour.”`,
    ),
  ];
}
