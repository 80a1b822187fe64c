import type { Kept } from '../kept.ts';
import type { Document } from '../page/read.ts';
import type { Check, Expectation } from '../types.ts';
import { checkCodes } from './check-codes.ts';
import { checkContrast } from './check-contrast.ts';
import { checkCopies } from './check-copies.ts';
import { checkCovered } from './check-covered.ts';
import { checkForeign } from './check-foreign.ts';
import { checkHelpline } from './check-helpline.ts';
import { checkLinkTargets } from './check-links.ts';
import { checkOrder } from './check-order.ts';
import { checkShapes } from './check-shapes.ts';
import { checkStrings } from './check-strings.ts';
import { checkLanguages, checkStructure } from './check-structure.ts';
import { checkGlyphs, checkTexts } from './check-text.ts';

/**
 * Every check of what a document must say, of a file of its own and of a piece of a bundle alike.
 * @param own the document with what is a text of the guide, where some of it is not
 */
export function checksOfSaid(
  document: Document,
  expectation: Expectation,
  kept: Kept | undefined,
  own: Document = document,
): Check[] {
  return [
    ...checkHelpline(document, expectation),
    checkLinkTargets(document, expectation),
    checkStrings(document, expectation),
    ...checkCodes(document, expectation),
    ...checkTexts(document, expectation),
    ...checkOrder(document, expectation),
    checkForeign(own, expectation, kept),
    checkShapes(document, expectation),
    ...checkCopies(document, expectation),
  ];
}

/** Every check of how it is made, of both too. @param root what its structure is in, where that is no `Document` */
export function checksOfMade(
  document: Document,
  expectation: Expectation | undefined,
  root?: Parameters<typeof checkStructure>[1],
): Check[] {
  return [
    ...checkGlyphs(document, expectation),
    ...checkStructure(document, root),
    checkLanguages(document, expectation),
    ...checkCovered(document),
    checkContrast(document),
  ];
}
