import { type Color, sameColor } from '../geometry/index.ts';
import type { Picture, VectorPicture } from '../image/index.ts';
import { colorAt } from '../paint/index.ts';

/** Places along an edge that are looked at. */
const SAMPLES = 50;

/**
 * True for a drawing without a ground of its own: nothing is painted in its upper corners, so that it stands on whatever
 * is below and behind it.
 */
export function isOpen(picture: Picture): boolean {
  if (picture.kind !== 'vector') return false;
  const { width, height } = picture;
  return [0.01, 0.99].every((part) => colorAt(picture, part * width, 0.01 * height) === undefined);
}

/** How much of the foot of a drawing has a colour: 0 to 1. */
export function footIn(picture: VectorPicture, color: Color): number {
  const { width, height } = picture;
  let count = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const seen = colorAt(picture, ((i + 0.5) / SAMPLES) * width, height * 0.998);
    if (seen !== undefined && sameColor(seen, color)) count++;
  }
  return count / SAMPLES;
}
