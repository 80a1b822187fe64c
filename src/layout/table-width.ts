import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Context } from './box.ts';
import { frame } from './lengths.ts';
import { tableWidths } from './table-columns.ts';
import type { Widths } from './widths.ts';

/** How wide a box is that nothing says the width of: a table no wider than its content (CSS 2.1 §17.5.2). */
export function filling(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  available: number,
): number {
  if (style.display !== 'table') return available;
  const { max } = borderBoxWidths(context, element, style);
  return Math.min(available, max + 0.01);
}

/** Columns of a table are never narrower than the words in them. */
export function leastWidth(context: Context, element: DocumentElement, style: ComputedStyle): number {
  return style.display === 'table' ? borderBoxWidths(context, element, style).min : 0;
}

function borderBoxWidths(context: Context, element: DocumentElement, style: ComputedStyle): Widths {
  const edges = frame(style, 0, element.dir);
  const around = edges.left + edges.right;
  const { min, max } = tableWidths(context, element);
  return { min: min + around, max: max + around };
}
