import type { Guide } from '../content/index.ts';
import { type Problem, problem } from '../diagnostics/index.ts';
import { nearestLanguage } from '../locale/index.ts';
import { type DisplayList, type TextItem, walkItems } from '../paint/index.ts';
import type { Product } from '../product/index.ts';

/**
 * Smallest size of a text, pt: by what it is in the guide, the disclosure and the body of the page having floors of
 * their own. The floor of the body is one of letters as large as Latin ones: sizes of scripts are matched by factors.
 */
export function floorOf({ owner, number }: TextItem, { texts }: Guide, floors: Product['floors']): number {
  const key = owner.kind === 'content' ? owner.node.origin.key : undefined;
  // A number by itself is read as the body is; one in a text has the floor of that.
  if (number !== undefined && key === undefined && owner.kind === 'content') return floors.body;
  if (owner.kind !== 'content' || key === undefined) return floors.text;
  if (key.startsWith('disclosure.')) return floors.disclosure;
  if (texts.get(key)?.isBody !== true) return floors.text;
  const { text, display } = nearestLanguage(owner.element.lang);
  return Math.max(floors.text, floors.body * Math.min(text.size, display.size));
}

/**
 * Pages that the product says are loud, and that print no number as content, large enough: `HELPLINE_MISSING` where there
 * is none, `TEXT_OVERFLOW` where it had no room and stands on a later page, `HELPLINE_TOO_SMALL` where it is so long that its
 * line has no room for it.
 * @param takers what takes it all the same, for a hint
 */
export function quietProblems(
  { id, helpline }: Product,
  pages: readonly DisplayList[],
  { data, place }: Guide,
  takers: () => readonly string[] = () => [],
): Problem[] {
  return pages.flatMap((page, at) => {
    if (!helpline.loud.includes(page.page)) return [];
    const largest = largestNumber(page);
    if (largest >= helpline.minSize - 0.005) return [];
    const later = largest === 0 ? pages.slice(at + 1).find((each) => largestNumber(each) > 0) : undefined;
    if (later !== undefined && !helpline.loud.includes(later.page)) {
      const share = Math.round((100 * contentEnd(page)) / page.height);
      return [
        problem(
          'TEXT_OVERFLOW',
          `${page.page}: title and picture take it down to ${share}% of its height, and what is left has no room for the number with the words beside it, which stand on ${later.page}; ${id} says that ${page.page} is loud.`,
          { ...place('title'), page: page.page },
          ['Shorten the title, or what is said beside the number.', ...takers()].join(' '),
        ),
      ];
    }
    if (largest === 0)
      return [
        problem(
          'HELPLINE_MISSING',
          `${page.page}: the number is not there as content, and ${id} says that the page is loud.`,
          { page: page.page },
          'Print it there with {{helpline "main"}}, outside of what is repeated on each page.',
        ),
      ];
    const { display } = data.helplines.main;
    return [
      problem(
        'HELPLINE_TOO_SMALL',
        `${page.page}: ${display} is ${largest.toFixed(1)} pt large there, and ${id} asks for ${helpline.minSize} pt.`,
        { ...place('helplines.main.display'), page: page.page },
        'A larger paper, or one that lies the other way, has room for so long a number; so has a shorter form of it, without its words or its country.',
      ),
    ];
  });
}

/** The size of the largest main number that a page has as content, pt; 0: it has none. */
function largestNumber(page: DisplayList): number {
  let largest = 0;
  walkItems(page, (item) => {
    if (item.kind !== 'text' || item.owner.kind !== 'content' || item.number !== 'main') return;
    if (item.owner.page !== undefined) return;
    largest = Math.max(largest, Math.min(...item.runs.map(({ size }) => size)));
  });
  return largest;
}

/** Where the texts and pictures of a page end that are not repeated on each, pt from its top. */
function contentEnd(page: DisplayList): number {
  let end = 0;
  walkItems(page, (item) => {
    if (item.kind !== 'text' && item.kind !== 'picture') return;
    if (item.owner.kind !== 'content' || item.owner.page !== undefined) return;
    const { y, height } = item.kind === 'picture' ? item.clip : item.rect;
    end = Math.max(end, y + height);
  });
  return end;
}
