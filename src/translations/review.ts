import type { Guide } from '../content/index.ts';
import type { Press, PrintedReview, ReviewGroup, ReviewPair, ReviewPaper } from '../press/index.ts';
import { checkTag } from './locales.ts';
import { groupOf, reviewNote } from './note.ts';
import { exchangeOf } from './unit.ts';

/**
 * A proof sheet of a translation, for the person who reviews and signs it. Nothing is written.
 * @throws PressError USAGE, LOCALE_UNKNOWN, TRANSLATION_* when the translation is not whole, and all that printing throws
 */
export function reviewSheet(
  guide: Guide,
  tag: string,
  paper: ReviewPaper,
  press: Press,
  date?: string,
): PrintedReview {
  checkTag(tag, guide);
  const { units } = exchangeOf(guide, tag, press.folders.locales);
  const groups = new Map<string, ReviewPair[]>();
  for (const unit of units) {
    if (unit.target === '' && unit.optional) continue;
    const heading = groupOf(guide, unit.key);
    const pairs = groups.get(heading);
    const { key, source, target } = unit;
    const pair = { key, note: reviewNote(guide, key, source), source, target };
    if (pairs === undefined) groups.set(heading, [pair]);
    else pairs.push(pair);
  }
  const inOrder = [...groups].map(([heading, pairs]): ReviewGroup => ({ heading, pairs }));
  return press.review(guide, tag, inOrder, paper, date);
}
