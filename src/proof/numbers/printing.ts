import { isOtherShape } from '../page/face-outlines.ts';
import { areInksWithin, isInkedAt } from '../page/glyph.ts';
import type { Clip } from '../page/page-content.ts';
import type { Page } from '../page/read.ts';
import { isSeenLetter, type Letter, type PageArea } from '../reading/area.ts';
import type { Expectation } from '../types.ts';

/** May stick out of its area or its clip by rounding, pt. */
const tolerance = 0.5;

/** What is wrong with a printing of the number, or nothing. */
export function brokenBy(
  page: Page,
  area: PageArea,
  printing: readonly Letter[],
  expectation: Expectation,
): string | undefined {
  const letters = printing.filter((letter) => isSeenLetter(letter));
  if (letters.some(({ run, index }) => !isInkedAt(run, index)))
    return 'the number is invisible, or in no plain colour';
  const sheet: Clip = { bounds: [0, 0, page.width, page.height], turned: [] };
  if (!areInksWithin(letters, tolerance) || !areInksWithin(letters, tolerance, sheet))
    return 'the number is clipped';
  if (!areInksWithin(letters, tolerance, panelOf(area))) return 'the number leaves its panel';
  const [first] = letters;
  if (first === undefined) return 'the number is invisible, or in no plain colour';
  const other = letters.find(
    ({ run, y }) =>
      run.font !== first.run.font ||
      Math.abs(run.size - first.run.size) > 0.01 ||
      Math.abs(y - first.y) > 0.01,
  );
  if (other !== undefined) return 'the number is not of one size, face and line';
  if (letters.some((letter) => isOther(letter, expectation)))
    return 'a sign of the number has another shape than in the face of the press';
  return undefined;
}

/** What an area leaves of its page, whichever way it is turned. */
export function panelOf({ x, y, width, height }: PageArea): Clip {
  return { bounds: [x, y, x + width, y + height], turned: [] };
}

/** Is a sign of the number drawn otherwise than the shipped face draws it, so that another is read? */
function isOther({ run, index }: Letter, { faces }: Expectation): boolean {
  if (faces === undefined) return false;
  return run.font.name !== faces.number || isOtherShape(run.font, run.glyphs.codes[index]!, faces);
}
