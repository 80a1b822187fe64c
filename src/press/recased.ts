import { type DeclaredNumber, dialableFaults } from '../content/index.ts';
import type { Problem } from '../diagnostics/index.ts';
import { type DisplayItem, type DisplayList, itemPlace } from '../paint/index.ts';
import { type Paragraph, saidIn } from '../text/index.ts';

/**
 * Numbers that a text shows only in the case in which a style sets it: after the digits of a number capital letters are
 * dialled, and others are not. @returns as the same in a text of the guide would be told
 */
export function recasedNumbers(
  pages: readonly DisplayList[],
  declared: readonly DeclaredNumber[],
): Problem[] {
  const looked = new Set<Paragraph>();
  const look = (page: DisplayList, items: readonly DisplayItem[]): Problem[] =>
    items.flatMap((item) => {
      if (item.kind === 'group') return look(page, item.items);
      if (item.kind !== 'text' || item.paragraph.said === undefined || looked.has(item.paragraph)) return [];
      looked.add(item.paragraph);
      const place = itemPlace(item, page);
      const { text } = item.paragraph;
      const before = new Set(
        dialableFaults(saidIn(item.paragraph, 0, text.length), declared, place).map(({ code }) => code),
      );
      return dialableFaults(text, declared, place)
        .filter(({ code }) => !before.has(code))
        .map((fault) => ({ ...fault, hint: 'Set it with text-transform: none, as it is written.' }));
    });
  return pages.flatMap((page) => look(page, page.items));
}
