import type { Item } from './box.ts';
import { matrixOf } from './turn.ts';
import type { Fragment, Role } from './types.ts';

/** Turns laid out boxes, whose places count from their parents, into fragments on the page. */
export function toFragment(item: Item, x: number, y: number, around: Role): Fragment {
  const role = item.kind === 'box' && item.repeats === true ? 'running' : around;
  const left = x + item.x;
  const top = y + item.y;
  const { width } = item.kind === 'line' ? item.line : item;
  const rect = { x: left, y: top, width, height: item.height };
  if (item.kind === 'line') {
    const { paragraph, line, pieces, size } = item;
    return { kind: 'line', rect, baseline: top + item.ascent, paragraph, line, pieces, role, size };
  }
  if (item.kind === 'picture') {
    const { element, style, flipped, picture } = item;
    const drawn = { ...item.drawn, x: left + item.drawn.x, y: top + item.drawn.y };
    return { kind: 'picture', element, style, rect, drawn, flipped, picture, role };
  }
  const { element, style } = item;
  const children: Fragment[] = [];
  for (const child of item.children) children.push(toFragment(child, left, top, role));
  // A picture that is mirrored is so in its frame.
  const matrix = element?.name === 'img' ? undefined : matrixOf(style, rect);
  const box = { kind: 'box', element, style, rect, children, role } as const;
  return matrix === undefined ? box : { ...box, matrix };
}
