import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, Length, TransformStep } from './types.ts';

/**
 * What is wrong with the `transform` of an element, or nothing. Text stands upright and as large as its size says: a
 * disclosure on its head is there, and nobody reads it; so does a QR code. What a box does not do is refused too: a picture is only mirrored.
 */
export function transformFault(element: DocumentElement, { transform }: ComputedStyle): string | undefined {
  if (transform.kind === 'none') return undefined;
  if (transform.kind === 'steps' && transform.steps.every(isStill)) return undefined;
  if (holdsCode(element))
    return 'a QR code stands upright, as large as it is: many phones read none in a mirror, nor a smaller one';
  if (element.name === 'img')
    return transform.kind === 'flip' ? undefined : 'a picture is turned with a box around it';
  return holdsText(element)
    ? 'text stands upright, where it is set: only a box without text is turned, scaled or moved'
    : undefined;
}

function isStill(step: TransformStep): boolean {
  const isNone = (length: Length) =>
    length === 0 || (typeof length !== 'number' && length.percent === 0 && length.plus === undefined);
  if (step.kind === 'rotate') return step.degrees === 0;
  return step.kind === 'scale' ? step.x === 1 && step.y === 1 : isNone(step.x) && isNone(step.y);
}

function holdsCode({ attributes, children }: DocumentElement): boolean {
  if (attributes.src?.startsWith('qr:') === true) return true;
  return children.some((node) => node.kind === 'element' && holdsCode(node));
}

function holdsText({ children }: DocumentElement): boolean {
  return children.some((node) => (node.kind === 'text' ? /[^ \t\n\r\f]/.test(node.text) : holdsText(node)));
}
