import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, Sides } from './types.ts';

/** What an element that leaves no box does not take, with the properties that set it. */
export interface UnboxedFault {
  readonly of: RegExp;
  readonly hint: string;
}

/** Are there blocks in an element, at any depth, for pages of other names than its own? */
export function holdsPages(
  element: DocumentElement,
  styleOf: (element: DocumentElement) => ComputedStyle,
): boolean {
  const { page } = styleOf(element);
  for (const child of element.children)
    if (child.kind === 'element' && (styleOf(child).page !== page || holdsPages(child, styleOf))) return true;
  return false;
}

const isSet = (sides: Sides<unknown>): boolean =>
  Object.values(sides).some((value: unknown) => value !== 0 && value !== 'auto');

const inside =
  'It holds pages and leaves no box: put a <div> around what stands on the page, and give it to that.';

/**
 * What is wrong with the style of an element that only holds pages together: it would do nothing, without a word.
 * Sizes are let be: as high as its page is what such an element is anyway.
 */
export function unboxedFault(style: ComputedStyle): UnboxedFault | undefined {
  const { display, padding, margin, border } = style;
  if (display === 'grid' || display === 'flex') return { of: /^display$/, hint: inside };
  if (isSet(margin)) return { of: /^margin/, hint: 'The margins of pages are said by @page { margin: … }.' };
  if (isSet(padding))
    return { of: /^padding/, hint: 'The margins of pages are said by @page { margin: … }.' };
  if (style.backgroundColor !== undefined || style.backgroundImage !== undefined)
    return { of: /^background/, hint: 'The colour of pages is said by @page { background-color: … }.' };
  if (Object.values(border).some(({ width: thick }) => thick !== 0)) return { of: /^border/, hint: inside };
  if (style.opacity !== 1) return { of: /^opacity$/, hint: inside };
  if (style.columnCount !== 'auto' || style.columnWidth !== 'auto')
    return { of: /^column(?:s|-count|-width)$/, hint: inside };
  return undefined;
}
