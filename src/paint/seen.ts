import type { Color } from '../geometry/index.ts';
import type { VectorPicture } from '../image/index.ts';
import { fillCovers, outlineOf } from './outline.ts';

/** The colour that is seen at a point of a drawing, in its coordinates: that of the last shape filled there; undefined: none. */
export function colorAt({ shapes }: VectorPicture, x: number, y: number): Color | undefined {
  return shapes.findLast(
    ({ path, fill, rule, clips = [] }) =>
      fill !== undefined &&
      fillCovers(outlineOf(path), rule, x, y) &&
      clips.every((clip) => fillCovers(outlineOf(clip.path), clip.rule, x, y)),
  )?.fill;
}
