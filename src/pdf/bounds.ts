import { grown, type Rect } from '../geometry/index.ts';
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
  return grown({ x: left, y: top, width: right - left, height: bottom - top }, edge);
}
