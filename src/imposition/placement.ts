import { type Matrix, multiply, placed } from '../geometry/index.ts';
import type { Placement } from './types.ts';

/** From a page's own space to that of the sheet it is placed on, y down. */
export function matrixOf({ page, x, y, rotate, scale = 1 }: Placement): Matrix {
  const matrix = placed(rotate, x, y, page.width * scale, page.height * scale);
  return scale === 1 ? matrix : multiply(matrix, [scale, 0, 0, scale, 0, 0]);
}
