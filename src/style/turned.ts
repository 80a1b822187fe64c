import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from './types.ts';

/**
 * What is wrong with the `transform` of an element, or nothing. Text stands upright: a disclosure on its head is there,
 * and nobody reads it. What a box does not do is refused too: only pictures are mirrored, only boxes are turned.
 */
export function transformFault(element: DocumentElement, { transform }: ComputedStyle): string | undefined {
  if (transform.kind === 'flip')
    return element.name === 'img' ? undefined : 'only a picture is mirrored: text would be unreadable';
  if (transform.kind === 'none' || transform.degrees === 0) return undefined;
  if (element.name === 'img') return 'a picture is turned with a box around it';
  return holdsText(element) ? 'text stands upright: only a box without text is turned' : undefined;
}

function holdsText({ children }: DocumentElement): boolean {
  return children.some((node) => (node.kind === 'text' ? /[^ \t\n\r\f]/.test(node.text) : holdsText(node)));
}
