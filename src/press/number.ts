import {
  addressOf,
  declaredNumbers,
  helplineNumbers,
  lettersForNumbers,
  type NumberPair,
  withHelpline,
} from '../content/index.ts';
import { withNumbers } from '../document/index.ts';
import { type Picture, qrPicture } from '../image/index.ts';
import { type DisplayList, recheckNumber, renumberPage } from '../paint/index.ts';
import type { Forme } from './plate.ts';
import { digitsIn, tellNumber } from './told.ts';

/** Numbers of one shape, dialled with as many digits, differ in these alone: all have one width in the faces of numbers. */
const shapeOf = (display: string) => display.replace(/[0-9]/g, '0');

/**
 * The same plate with another number for its main helpline. What it prints is, byte for byte, what a plate that is set
 * anew prints; the given plate stays as it is. Undefined where the number is of another shape, its digits would stand
 * elsewhere, or something is wrong with the pages: it wants a plate of its own, which tells what.
 * @throws PressError HELPLINE_INVALID where the number is none
 */
export function withNumber(plate: Forme, number: NumberPair): Forme | undefined {
  const guide = withHelpline(plate.guide, 'main', number);
  // What the product does not print of the guide is the same for every number.
  if (plate.problems.some(({ code }) => code !== 'CONTENT_UNUSED')) return undefined;
  if (plate.isSpreadForNumber === true) return undefined;
  const { main: before } = plate.guide.data.helplines;
  const numbers = helplineNumbers(guide.data);
  const { main } = guide.data.helplines;
  const shape = shapeOf(main.display);
  if (shapeOf(before.display) !== shape || before.dial.length !== main.dial.length) return undefined;
  // A translation or a word that could be near the new number, by how many digits it has, is looked through where the locale is loaded.
  if (plate.told.mostDigits >= digitsIn(shape) - 1) return undefined;
  const { lettered } = plate.told;
  if (lettered.some((text) => lettersForNumbers(text, declaredNumbers(guide.data)).length > 0))
    return undefined;
  const document = withNumbers(plate.document, numbers);
  const picture = (shown: Picture): Picture => {
    if (shown.kind !== 'vector' || shown.code !== addressOf({ dial: before.dial })) return shown;
    return qrPicture(addressOf({ dial: main.dial }), shown.shapes[1]!.fill!);
  };
  const pages: DisplayList[] = [];
  const renumbering = { numbers, wording: document.wording, reshaped: new Map(), picture };
  for (const page of plate.pages) {
    const renumbered = renumberPage(page, renumbering);
    if (renumbered === undefined) return undefined;
    pages.push(renumbered);
  }
  // Of all that is checked, only where ink meets ink depends on the digits.
  if (recheckNumber(pages, plate.marks).length > 0) return undefined;
  const told = tellNumber(plate.told, guide, plate.locale, plate.product);
  return { ...plate, guide, document, pages, told };
}
