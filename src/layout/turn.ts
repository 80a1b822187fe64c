import { identity, type Matrix, mapRect, multiply, type Rect, rotation } from '../geometry/index.ts';
import type { ComputedStyle, TransformStep } from '../style/index.ts';
import { resolve } from './lengths.ts';
import type { BoxFragment } from './types.ts';

/** Where a box's `transform` takes what is in it, on the page, about its origin (CSS Transforms 1 §3); undefined: nowhere. */
export function matrixOf(
  { transform, transformOrigin: [ox, oy] }: Pick<ComputedStyle, 'transform' | 'transformOrigin'>,
  rect: Rect,
): Matrix | undefined {
  if (transform.kind === 'none') return undefined;
  const steps: readonly TransformStep[] =
    transform.kind === 'flip' ? [{ kind: 'scale', x: -1, y: 1 }] : transform.steps;
  const [x, y] = [rect.x + resolve(ox, rect.width), rect.y + resolve(oy, rect.height)];
  const matrix = steps.reduce<Matrix>((outer, step) => {
    if (step.kind === 'rotate') return multiply(outer, rotation(step.degrees, x, y));
    if (step.kind === 'scale') return multiply(outer, [step.x, 0, 0, step.y, x - step.x * x, y - step.y * y]);
    return multiply(outer, [1, 0, 0, 1, resolve(step.x, rect.width), resolve(step.y, rect.height)]);
  }, identity);
  return matrix.every((value, i) => value === identity[i]) ? undefined : matrix;
}

/** The upright rectangle that holds a box after it is turned. */
export function turnedBox({ rect, matrix }: BoxFragment): Rect {
  return matrix === undefined ? rect : mapRect(matrix, rect);
}
