import { type DocumentElement, type DocumentNode, elements } from '../document/index.ts';
import type { ComputedStyle, Length, Sides } from './types.ts';

/** The styles of elements. */
export type StylesOf = Pick<ReadonlyMap<DocumentElement, ComputedStyle>, 'get'>;

/** What a box in a line does not take, with the properties that set it. */
export interface InlineFault {
  readonly of: RegExp;
  readonly message: string;
  readonly hint: string;
}

/** Something below 0 where a part of it is. */
const lengths = (sides: Sides<Length | 'auto'>): number[] =>
  Object.values(sides).map((side: Length | 'auto') => {
    if (typeof side === 'number') return side;
    return side === 'auto' ? 0 : Math.min(side.percent, side.plus ?? side.percent);
  });

/**
 * What is wrong with the style of an element that stands in a line. Nothing there moves back, so that no text is pulled
 * over what stands before it; and of text nothing is drawn but the text (a box of its own is a block or a grid's item).
 */
export function inlineFault(element: DocumentElement, styles: StylesOf): InlineFault | undefined {
  const style = styles.get(element)!;
  if (!isInline(element, styles) || (element.name === 'img' && isLoose(element, styles))) return undefined;
  if (lengths(style.margin).some((margin) => margin < 0))
    return {
      of: /^margin/,
      message: 'a margin below 0 pulls what follows over what stands before',
      hint: 'Use margins from 0, or place the element with a grid.',
    };
  if (element.name === 'img') return undefined;
  const drawn: readonly (readonly [boolean, RegExp, string])[] = [
    [lengths(style.margin).some((margin) => margin !== 0), /^margin/, 'margins'],
    [lengths(style.padding).some((padding) => padding !== 0), /^padding/, 'padding'],
    [Object.values(style.border).some(({ width }) => width !== 0), /^border/, 'a border'],
    [
      style.backgroundColor !== undefined || style.backgroundImage !== undefined,
      /^background/,
      'a background',
    ],
    [style.opacity !== 1, /^opacity$/, 'an opacity'],
  ];
  const [, of, what] = drawn.find(([isSet]) => isSet) ?? [];
  return of === undefined
    ? undefined
    : {
        of,
        message: `text in a line has not ${what}`,
        hint: 'Set display: block, or make its parent a grid.',
      };
}

/** Do the children of an element stand beside each other as items, each a block by itself? */
export function laysOutItems({ display }: ComputedStyle): boolean {
  return display === 'grid' || display === 'flex';
}

/** Stands the element in a line, as layout will have it: neither out of the flow nor an item of a grid? */
function isInline(element: DocumentElement, styles: StylesOf): boolean {
  const { display, position } = styles.get(element)!;
  const flows = position === 'static' || position === 'relative';
  const isItem = element.parent !== undefined && laysOutItems(styles.get(element.parent)!);
  return flows && display === 'inline' && elements[element.name].category !== 'block' && !isItem;
}

/** Pictures without words between two blocks are blocks themselves. */
function isLoose(picture: DocumentElement, styles: StylesOf): boolean {
  const siblings = picture.parent?.children ?? [];
  const at = siblings.indexOf(picture);
  const isOther = (node: DocumentNode) =>
    node.kind === 'text' ? /[^ \t\n\r\f]/.test(node.text) : isInline(node, styles) && node.name !== 'img';
  const isEnd = (node: DocumentNode) => node.kind === 'element' && !isInline(node, styles);
  const before = siblings.slice(0, at).reverse();
  const after = siblings.slice(at + 1);
  return [before, after].every((nodes) => {
    const end = nodes.findIndex(isEnd);
    return !nodes.slice(0, end < 0 ? nodes.length : end).some(isOther);
  });
}
