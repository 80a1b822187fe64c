import { type Matrix, multiply, type Rect } from '../geometry/index.ts';
import { transformPath } from './path.ts';
import type { Layer, Paint, Picture, Shape } from './types.ts';

/** Where a picture is drawn: from its coordinates to those of the rectangle that all of it is drawn into. */
export function placeOf({ width, height }: Picture, drawn: Rect, flipped: boolean): Matrix {
  const [sx, sy] = [drawn.width / width, drawn.height / height];
  return flipped ? [-sx, 0, 0, sy, drawn.x + drawn.width, drawn.y] : [sx, 0, 0, sy, drawn.x, drawn.y];
}

/** Shapes as layers, brought to other coordinates. */
export function layersOf(
  shapes: readonly Pick<Shape, 'path' | 'fill' | 'rule' | 'stroke'>[],
  matrix: Matrix,
): Layer[] {
  return shapes.map(({ path, fill, rule, stroke }) => {
    const { color, ...pen } = stroke ?? { color: undefined };
    const paint = color && ({ of: color, opacity: 1 } satisfies Paint);
    const line = paint === undefined || !('width' in pen) ? undefined : { ...pen, paint };
    return mappedLayer(
      { kind: 'shape', path, rule, fill: fill && { of: fill, opacity: 1 }, stroke: line },
      matrix,
    );
  });
}

/** A layer in other coordinates. */
export function mappedLayer(layer: Layer, matrix: Matrix): Layer {
  if (layer.kind === 'group')
    return {
      ...layer,
      clips: layer.clips.map(({ path, rule }) => ({ path: transformPath(path, matrix), rule })),
      layers: layer.layers.map((each) => mappedLayer(each, matrix)),
    };
  const { path, fill, stroke } = layer;
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  return {
    ...layer,
    path: transformPath(path, matrix),
    fill: fill && mappedPaint(fill, matrix),
    stroke: stroke && {
      ...stroke,
      width: stroke.width * scale,
      dash: stroke.dash.map((length) => length * scale),
      ...(stroke.phase === undefined ? {} : { phase: stroke.phase * scale }),
      paint: mappedPaint(stroke.paint, matrix),
      ...(stroke.distorted === undefined
        ? {}
        : { distorted: { ...stroke.distorted, matrix: multiply(matrix, stroke.distorted.matrix) } }),
    },
  };
}

function mappedPaint(paint: Paint, matrix: Matrix): Paint {
  if (!('kind' in paint.of)) return paint;
  return { ...paint, of: { ...paint.of, matrix: multiply(matrix, paint.of.matrix) } };
}
