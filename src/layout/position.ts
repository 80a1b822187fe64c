import type { DocumentElement } from '../document/index.ts';
import { layoutElement } from './block.ts';
import { type Box, type Context, type Item, reportOverflow, tolerance } from './box.ts';
import { resolve } from './lengths.ts';
import { contentWidths } from './widths.ts';

/** Takes an absolutely positioned element out of the flow, to wait for its containing block (CSS Position 3 §3). */
export function collectAbsolute(context: Context, element: DocumentElement): boolean {
  const { position } = context.styled.style(element);
  if (typeof position === 'object') return true;
  if (position !== 'absolute') return false;
  if (!context.absolutes.includes(element)) context.absolutes.push(element);
  return true;
}

/** Lays out the elements that have waited since `from`, in the padding box of `box`, their containing block. */
export function layoutAbsolutes(context: Context, box: Box, from: number): void {
  for (const element of context.absolutes.splice(from)) box.children.push(layoutAbsolute(context, element, box));
}

function layoutAbsolute(context: Context, element: DocumentElement, block: Box): Item {
  const style = context.styled.style(element);
  const { inset } = style;
  const ltr = (block.element ?? element).dir === 'ltr';
  const edge = (value: typeof inset.blockStart, base: number) => (value === 'auto' ? undefined : resolve(value, base));
  const [left, right] = [ltr ? inset.inlineStart : inset.inlineEnd, ltr ? inset.inlineEnd : inset.inlineStart].map((v) => edge(v, block.width));
  const [top, bottom] = [edge(inset.blockStart, block.height), edge(inset.blockEnd, block.height)];
  const stretched = left !== undefined && right !== undefined ? block.width - left - right : undefined;
  const available = block.width - (left ?? 0) - (right ?? 0);
  const fill = stretched ?? Math.min(available, contentWidths(context, element).max + 0.01);
  const stretch = top !== undefined && bottom !== undefined ? block.height - top - bottom : undefined;
  const item = layoutElement(context, element, { width: block.width, height: block.height, fill, ...(stretch === undefined ? {} : { stretch }) });
  const x = left ?? (right !== undefined ? block.width - right - item.width : ltr ? 0 : block.width - item.width);
  const y = top ?? (bottom !== undefined ? block.height - bottom - item.height : 0);
  (item as { x: number }).x += x;
  item.y += y;
  const beyond = Math.max(-item.y, item.y + item.height - block.height);
  if (beyond > tolerance) reportOverflow(context, { element, by: beyond, axis: 'block', lines: 1 });
  return item;
}
