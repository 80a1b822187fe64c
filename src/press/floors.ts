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
  if (number !== undefined && key === undefined) return floors.body;
  if (owner.kind !== 'content' || key === undefined) return floors.text;
  if (key.startsWith('disclosure.')) return floors.disclosure;
  if (texts.get(key)?.isBody !== true) return floors.text;
  const { text, display } = nearestLanguage(owner.element.lang);
  return Math.max(floors.text, floors.body * Math.min(text.size, display.size));
}

/** Pages that the product says are loud, and that print no number as content, large enough. */
export function quietProblems({ id, helpline }: Product, pages: readonly DisplayList[]): Problem[] {
  return pages.flatMap((page) => {
    if (!helpline.loud.includes(page.page)) return [];
    let isLoud = false;
    walkItems(page, (item) => {
      if (item.kind !== 'text' || item.owner.kind !== 'content' || item.number !== 'main') return;
      isLoud ||= item.runs.every(({ size }) => size >= helpline.minSize - 0.005);
    });
    return isLoud
      ? []
      : [
          problem(
            'HELPLINE_MISSING',
            `${page.page}: the number is not there as content of at least ${helpline.minSize} pt, and ${id} says that the page is loud.`,
            { page: page.page },
            'Print it there with {{helpline "main"}}, outside of what is repeated on each page.',
          ),
        ];
  });
}
