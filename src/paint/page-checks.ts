import { type Problem, problem } from '../diagnostics/index.ts';
import { checkCovered } from './covered.ts';
import { itemPlace, itemText } from './item-text.ts';
import { type KnownMarks, marksOf, type TextMark } from './marks.ts';
import { checkNumbers } from './number-zone.ts';
import type { DisplayList, TextItem } from './types.ts';
import { checkUnseen } from './unseen.ts';

const none: ReadonlySet<string> = new Set();

/** Places are rounded to a hundredth of a point, pt. */
const TOLERANCE = 0.02;

/**
 * What is wrong with painted pages as such: `PAGE_BLANK` for one without text of its own, `TEXT_OVERFLOW` for text beyond
 * its page, `TEXT_COVERED` for text that something is painted over, `HELPLINE_COVERED` for a number that is not alone:
 * one of a helpline, or one of those `declared`, as they are shown; `IMAGE_UNSEEN` for a picture that is read out alone.
 */
export function checkPages(
  pages: readonly DisplayList[],
  declared: ReadonlySet<string> = new Set(),
  known?: KnownMarks,
): Problem[] {
  return pages.flatMap((page) => {
    const marks = marksOf(page, known);
    const texts = marks.filter((mark) => mark.kind === 'text');
    const problems = texts.flatMap((text) => beyondPage(text, page));
    if (texts.every(({ item }) => isRepeated(item)))
      problems.unshift(
        problem(
          'PAGE_BLANK',
          `Page ${page.page} carries no text.`,
          { page: page.page },
          'Give it content, or leave the page out.',
        ),
      );
    return [
      ...problems,
      ...checkCovered(page, marks),
      ...checkNumbers(page, marks, declared),
      ...checkUnseen(page, marks),
    ];
  });
}

/** What a band says on each page, its number too. */
function isRepeated({ owner }: TextItem): boolean {
  return owner.kind === 'artifact' || (owner.kind === 'content' && owner.page !== undefined);
}

/**
 * Of {@link checkPages} what depends on the digits of the helplines' numbers, for pages that differ from checked ones in
 * these alone.
 */
export function recheckNumber(pages: readonly DisplayList[], known?: KnownMarks): Problem[] {
  return pages.flatMap((page) => {
    const marks = marksOf(page, known);
    const beyond: Problem[] = [];
    for (const mark of marks)
      if (mark.kind === 'text' && mark.item.number !== undefined) beyond.push(...beyondPage(mark, page));
    return [...beyond, ...checkNumbers(page, marks, none)];
  });
}

function beyondPage({ item, bounds: { x, y, width, height } }: TextMark, page: DisplayList): Problem[] {
  const by = Math.max(-x, -y, x + width - page.width, y + height - page.height);
  if (by <= TOLERANCE) return [];
  const message = `"${itemText(item)}" reaches ${by.toFixed(1)} pt beyond page ${page.page}.`;
  return [
    problem('TEXT_OVERFLOW', message, itemPlace(item, page), 'Shorten the text, or give it more room.'),
  ];
}
