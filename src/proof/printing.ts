import { isSeenLetter, type Letter, type PageArea } from './area.ts';
import { isWithin } from './cover.ts';
import { isOtherShape } from './face-outlines.ts';
import { inkArea, isInkedAt } from './glyph.ts';
import type { Page } from './read.ts';
import type { Expectation } from './types.ts';

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
  const inks = letters.map(({ run, index }) => ({ run, ink: inkArea(run, index) }));
  const sheet = { bounds: [0, 0, page.width, page.height] as const, turned: [] };
  if (inks.some(({ run, ink }) => !isWithin(ink, run.clip, tolerance) || !isWithin(ink, sheet, tolerance)))
    return 'the number is clipped';
  if (!inks.every(({ ink }) => isInArea(ink.bounds, area))) return 'the number leaves its panel';
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

/** Upright bounds on the page within an area, whichever way it is turned. */
function isInArea(
  [left, top, right, bottom]: readonly [number, number, number, number],
  area: PageArea,
): boolean {
  return (
    left >= area.x - tolerance &&
    top >= area.y - tolerance &&
    right <= area.x + area.width + tolerance &&
    bottom <= area.y + area.height + tolerance
  );
}

/** Is a sign of the number drawn otherwise than the shipped face draws it, so that another is read? */
function isOther({ run, index }: Letter, { faces }: Expectation): boolean {
  if (faces === undefined) return false;
  return run.font.name !== faces.number || isOtherShape(run.font, run.glyphs.codes[index]!, faces);
}
