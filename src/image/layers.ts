import type { Color } from '../geometry/index.ts';
import type { Clip, Gradient, Layer, LayerStroke, Paint, Shape, Stroke } from './types.ts';

/** All shapes of layers, one over the other, with what of them is not one plain colour. */
export function shapesOf(layers: readonly Layer[], clips: readonly Clip[] = [], isMixed = false): Shape[] {
  return layers.flatMap((layer): Shape[] => {
    if (layer.kind === 'group')
      return shapesOf(layer.layers, [...clips, ...layer.clips], isMixed || layer.opacity < 1);
    const { path, rule, fill, stroke } = layer;
    const paints = [fill, stroke?.paint].filter((paint) => paint !== undefined);
    const mixed = isMixed || paints.some(({ of, opacity }) => opacity < 1 || 'kind' in of);
    return [
      {
        path,
        fill: fill && colorOf(fill),
        rule,
        stroke: stroke && strokeOf(stroke),
        ...(mixed ? { mixed } : {}),
        ...(clips.length > 0 ? { clips } : {}),
      },
    ];
  });
}

function strokeOf({ paint, distorted: _, ...stroke }: LayerStroke): Stroke {
  return { color: colorOf(paint), ...stroke };
}

const colorOf = ({ of }: Paint): Color => ('kind' in of ? meanColor(of) : of);

/** True where shapes say all that there is to paint. */
export function isPlain(layers: readonly Layer[]): boolean {
  return layers.every(
    (layer) =>
      layer.kind === 'shape' &&
      layer.stroke?.distorted === undefined &&
      layer.stroke?.miterLimit === undefined &&
      [layer.fill, layer.stroke?.paint].every(
        (paint) => paint === undefined || (paint.opacity === 1 && !('kind' in paint.of)),
      ),
  );
}

/** The mean of a gradient's colours, by the eye of a reader of codes. */
function meanColor({ stops }: Gradient): Color {
  const part = (i: 0 | 1 | 2): number =>
    Math.round(stops.reduce((sum, { color }) => sum + color[i], 0) / stops.length);
  return [part(0), part(1), part(2)];
}

/** How deep transparent groups stand in each other. */
export function groupsWithin(layers: readonly Layer[]): number {
  return layers.reduce((most, layer) => {
    if (layer.kind !== 'group') return most;
    return Math.max(most, (layer.opacity < 1 ? 1 : 0) + groupsWithin(layer.layers));
  }, 0);
}
