import type { DocumentElement } from '../document/index.ts';
import type { Overflow } from '../layout/index.ts';

/** What stands on a page that has too much, by its keys: nobody knows what a flap holds. */
export function standing(worst: readonly Overflow[]): string {
  const [only, ...others] = worst;
  if (only === undefined || others.length > 0) return '';
  const parts = new Set(keysIn(pageOf(only.element)).map(partOf));
  return parts.size === 0 ? '' : `: it has ${[...parts].join(', ')}`;
}

/** The element that is a page by itself: in the body. */
function pageOf(element: DocumentElement): DocumentElement {
  const { parent } = element;
  return parent === undefined || parent.name === 'body' ? element : pageOf(parent);
}

/** Keys of the guide that an element and what is in it say, in order. */
function keysIn({ children }: DocumentElement): string[] {
  return children.flatMap((node) => {
    const { key } = node.origin;
    return [
      ...(key === undefined || key.startsWith('press:') ? [] : [key]),
      ...(node.kind === 'element' ? keysIn(node) : []),
    ];
  });
}

/** The part of a guide that a key is of: `opening`, `helplines.crisis`, a section or its line. */
export function partOf(key: string): string {
  const [first = '', second, third] = key.split('.');
  if (first === 'sections') return third === 'line' ? 'the lines of the sections' : `sections.${second}`;
  return first === 'helplines' ? `helplines.${second}` : first;
}
