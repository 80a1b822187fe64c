import type { Color } from '../geometry/index.ts';
import type { Picture, RasterPicture, Shape, VectorPicture } from './types.ts';

/** What is seen of a picture on white paper: `white`, where it has something and nobody can tell it from the paper. */
export type Sight = 'nothing' | 'white' | 'colours';

/** Lighter than that, of 255, is white to the eye: its contrast with paper is below 1.2. */
const palest = 235;
/** A pixel that is less opaque is not there. */
const thinnest = 8;

/** @param samples red, green and blue of a JPEG's pixels; without them it is taken for one of colours */
export function sightOf(picture: Picture, samples?: Uint8Array): Sight {
  if (picture.kind === 'vector') return sightOfDrawing(picture);
  if (picture.format === 'jpeg') return samples && isPale(samples) ? 'white' : 'colours';
  return sightOfPixels(picture);
}

function sightOfPixels({ data, components, alpha }: RasterPicture): Sight {
  if (alpha === undefined) return isPale(data) ? 'white' : 'colours';
  let sight: Sight = 'nothing';
  for (let at = 0; at < alpha.length; at++) {
    const opacity = alpha[at]!;
    if (opacity < thinnest) continue;
    sight = 'white';
    for (let i = at * components; i < (at + 1) * components; i++)
      if (255 - ((255 - data[i]!) * opacity) / 255 < palest) return 'colours';
  }
  return sight;
}

function isPale(samples: Uint8Array): boolean {
  for (const sample of samples) if (sample < palest) return false;
  return true;
}

function sightOfDrawing({ width, height, shapes }: VectorPicture): Sight {
  const seen = shapes.filter((shape) => reaches(shape, width, height));
  if (seen.length === 0) return 'nothing';
  const isWhite = (color: Color | undefined) => color === undefined || color.every((each) => each >= palest);
  return seen.every(({ fill, stroke, mixed }) => !mixed && isWhite(fill) && isWhite(stroke?.color))
    ? 'white'
    : 'colours';
}

/** Whether some of it may lie on the canvas. */
function reaches({ path: { points }, stroke }: Shape, width: number, height: number): boolean {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let at = 0; at < points.length; at += 2) {
    left = Math.min(left, points[at]!);
    right = Math.max(right, points[at]!);
    top = Math.min(top, points[at + 1]!);
    bottom = Math.max(bottom, points[at + 1]!);
  }
  const reach = (stroke?.width ?? 0) / 2;
  return left - reach < width && right + reach > 0 && top - reach < height && bottom + reach > 0;
}
