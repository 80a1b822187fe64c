import type { DocumentElement } from '../document/index.ts';
import { type ComputedStyle, inDigits } from '../style/index.ts';
import { firstBaseline } from './baseline.ts';
import type { Context, Item, LineBox } from './box.ts';
import { type Found, nothing } from './found.ts';
import type { Edges } from './lengths.ts';
import { linePiece } from './line-piece.ts';
import { oneLine } from './one-line.ts';

/** Room between a marker and the item's text, as a fraction of the font size. */
const markerGap = 0.4;

/** The marker of a list item, outside its principal box, on the baseline of its first line (CSS Lists 3 §3). */
export function marker(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  edges: Edges,
  width: number,
  first: Item | undefined,
): { readonly items: readonly LineBox[]; readonly found: Found } {
  if (style.listStyleType === 'none') return { items: [], found: nothing };
  const text = style.listStyleType === 'disc' ? '•' : `${inDigits(position(element), style.listStyleType)}.`;
  // In the regular face, whatever its item is.
  const { paragraph, line, size, found } = oneLine(context, element, style, text, 400);
  const ascent = first === undefined ? size : firstBaseline(first) - edges.top;
  const gap = markerGap * size;
  const x = element.dir === 'ltr' ? edges.left - gap - line.width : edges.left + width + gap;
  const box: LineBox = {
    kind: 'line',
    x,
    y: edges.top,
    width: line.width,
    height: ascent + size * 0.3,
    ascent,
    paragraph,
    line,
    pieces: [linePiece(element, element, style, 0, text.length)],
    size,
    resume: 0,
    part: undefined,
  };
  return { items: [box], found };
}

function position(element: DocumentElement): number {
  const items = (element.parent?.children ?? []).filter((node) => node.kind === 'element');
  return items.indexOf(element) + 1;
}
