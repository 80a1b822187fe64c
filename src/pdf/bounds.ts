import type { Rect } from '../layout/index.ts';
import type { DisplayItem } from '../paint/index.ts';

/** The rectangle that an item paints in, in its own coordinates. */
export function itemBounds(item: Exclude<DisplayItem, { kind: 'group' }>): Rect {
  if (item.kind === 'text') return item.rect;
  if (item.kind === 'picture') return item.clip;
  const { points } = item.path;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]!);
    right = Math.max(right, points[i]!);
    top = Math.min(top, points[i + 1]!);
    bottom = Math.max(bottom, points[i + 1]!);
  }
  const edge = (item.stroke?.width ?? 0) / 2;
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left - edge, y: top - edge, width: right - left + 2 * edge, height: bottom - top + 2 * edge };
}

export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
