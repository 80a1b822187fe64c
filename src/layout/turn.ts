import type { Rect } from '../geometry/index.ts';
import type { BoxFragment } from './types.ts';

/** The upright rectangle that holds a box after it is turned about its centre (CSS Transforms 1 §7). */
export function turnedBox({ rect, rotate = 0 }: BoxFragment): Rect {
  const angle = (rotate * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const width = rect.width * cos + rect.height * sin;
  const height = rect.width * sin + rect.height * cos;
  return { x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width, height };
}
