import type { DocumentElement } from '../document/index.ts';
import { type ComputedStyle, laysOutItems } from '../style/index.ts';
import { type Context, tolerance } from './box.ts';
import type { Edges } from './lengths.ts';

/** Margins that adjoin (CSS 2.1 §8.3.1): the largest of those above 0 and the least of those below, pt. */
export interface Margin {
  readonly most: number;
  readonly least: number;
}

export const noMargin: Margin = { most: 0, least: 0 };

export function marginOf(value: number): Margin {
  if (value === 0) return noMargin;
  return value > 0 ? { most: value, least: 0 } : { most: 0, least: value };
}

export function adjoining(a: Margin, b: Margin): Margin {
  if (b === noMargin) return a;
  if (a === noMargin) return b;
  return { most: Math.max(a.most, b.most), least: Math.min(a.least, b.least) };
}

/** What adjoining margins come to, pt. */
export function collapsed({ most, least }: Margin): number {
  return most + least;
}

/** Margins of what is in a box that stick out of it. */
export interface OuterMargins {
  readonly start: Margin;
  readonly end: Margin;
  /** The box has no height, and nothing parts its own margins: all of them are one, and `end` is none. */
  readonly through: boolean;
}

export const inside: OuterMargins = { start: noMargin, end: noMargin, through: false };

/** True for a block in the flow of its parent, whose margins may be one with those of what is in it. */
export function isInBlockFlow({ styled }: Context, element: DocumentElement, style: ComputedStyle): boolean {
  const { display, position } = style;
  if (element.parent === undefined || (position !== 'static' && position !== 'relative')) return false;
  if (display !== 'block' && display !== 'list-item' && display !== 'inline') return false;
  if (apart.has(element.name)) return false;
  return !laysOutItems(styled.style(element.parent));
}

/** What has a block formatting context of its own whatever its style says. */
const apart: ReadonlySet<string> = new Set(['td', 'th', 'caption', 'img']);

/** Which margins of what is in a box are one with its own. */
export interface Openness {
  readonly start: boolean;
  readonly end: boolean;
}

export const closed: Openness = { start: false, end: false };

/** Padding and borders part margins, and so does a height. */
export function opennessOf(inFlow: boolean, edges: Edges, isHigh: boolean, goesOn: boolean): Openness {
  if (!inFlow) return closed;
  return { start: edges.top === 0 && !goesOn, end: edges.bottom === 0 && !isHigh };
}

/** Margins that stick out of a box of this height: what is higher than its content keeps the last of them. */
export function outerOf(
  content: OuterMargins | undefined,
  { start, end }: Openness,
  height: number,
  needed: number,
): OuterMargins {
  if (content === undefined || content === inside) return inside;
  const through = content.through && start && end && height === 0;
  const { start: atStart, end: atEnd } = content;
  if (through || Math.abs(height - needed) <= tolerance) return { start: atStart, end: atEnd, through };
  return { start: atStart, end: noMargin, through: false };
}
