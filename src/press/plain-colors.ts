import type { Color } from '../geometry/index.ts';
import type { Layer, Paint, VectorPicture } from '../image/index.ts';
import { luminance } from '../paint/index.ts';
import type { Edition } from '../product/index.ts';
import { mixed } from './palette.ts';

const white: Color = [255, 255, 255];
const black: Color = [0, 0, 0];

/**
 * A drawing that has colours of its own, as a logo has, in an edition that has none: in grays as light as they are; or in black
 * and white, parted where they and the white of paper are furthest apart, and what shows through or blends as one colour. On black
 * pages pictures have a white plate. A drawing that keeps to the edition stays as it is.
 */
export function plainColors(picture: VectorPicture, { colors }: Edition): VectorPicture {
  if (colors === undefined) return picture;
  const paints = paintsIn(picture);
  const isGray = paints.every((paint) => colorsIn(paint).every(([r, g, b]) => r === g && g === b));
  if (colors === 'gray')
    return isGray ? picture : recolored(picture, ({ of, opacity }) => ({ of: grayOf(of), opacity }));
  const isWhole = paints.every((paint) => !('kind' in paint.of) && paint.opacity === 1);
  const isPlain = isWhole && paints.every((paint) => colorsIn(paint).every(([r]) => r === 0 || r === 255));
  if (isGray && isPlain) return picture;
  const limit = parting(paints.map(seen));
  return recolored(picture, (paint) => plain(lightness(seen(paint)) > limit ? white : black));
}

type Recolor = (paint: Paint) => Paint;

const plain = (color: Color): Paint => ({ of: color, opacity: 1 });

function recolored({ layers, shapes, ...picture }: VectorPicture, recolor: Recolor): VectorPicture {
  const one = (color: Color): Color => meanOf(recolor(plain(color)));
  return {
    ...picture,
    shapes: shapes.map(({ fill, stroke, ...shape }) => ({
      ...shape,
      fill: fill === undefined ? undefined : one(fill),
      stroke: stroke === undefined ? undefined : { ...stroke, color: one(stroke.color) },
    })),
    ...(layers === undefined ? {} : { layers: layers.map((layer) => recoloredLayer(layer, recolor)) }),
  };
}

function recoloredLayer(layer: Layer, recolor: Recolor): Layer {
  if (layer.kind === 'group')
    return {
      ...layer,
      // A group that shows through is a paint, too: of no colour.
      opacity: recolor({ of: black, opacity: layer.opacity }).opacity,
      layers: layer.layers.map((inner) => recoloredLayer(inner, recolor)),
    };
  const { fill, stroke } = layer;
  return {
    ...layer,
    fill: fill === undefined ? undefined : recolor(fill),
    stroke: stroke === undefined ? undefined : { ...stroke, paint: recolor(stroke.paint) },
  };
}

/** All that a drawing is painted with. */
function paintsIn({ layers, shapes }: VectorPicture): Paint[] {
  const inLayer = (layer: Layer, around: number): Paint[] =>
    layer.kind === 'group'
      ? layer.layers.flatMap((inner) => inLayer(inner, around * layer.opacity))
      : [layer.fill, layer.stroke?.paint].flatMap((paint) =>
          paint === undefined ? [] : [{ ...paint, opacity: paint.opacity * around }],
        );
  if (layers !== undefined) return layers.flatMap((layer) => inLayer(layer, 1));
  return shapes.flatMap(({ fill, stroke }) =>
    [fill, stroke?.color].flatMap((color) => (color === undefined ? [] : [plain(color)])),
  );
}

const colorsIn = ({ of }: Paint): Color[] => ('kind' in of ? of.stops.map(({ color }) => color) : [of]);

/** A gradient's colours as one. */
function meanOf(paint: Paint): Color {
  const colors = colorsIn(paint);
  const mean = (i: 0 | 1 | 2) => colors.reduce((sum, color) => sum + color[i], 0) / colors.length;
  return colors.length === 1 ? colors[0]! : [mean(0), mean(1), mean(2)];
}

/** As it looks on paper. */
const seen = (paint: Paint): Color => mixed(meanOf(paint), white, paint.opacity);

function grayOf(of: Paint['of']): Paint['of'] {
  return 'kind' in of
    ? { ...of, stops: of.stops.map((stop) => ({ ...stop, color: gray(stop.color) })) }
    : gray(of);
}

/** A gray of the same luminance (IEC 61966-2-1). */
function gray(color: Color): Color {
  const linear = luminance(color);
  const level = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  const value = Math.round(255 * level);
  return [value, value, value];
}

/** How light a colour looks: 0 is black, 1 white (the cube root of CIE L*). */
const lightness = (color: Color): number => Math.cbrt(luminance(color));

/** The middle of the widest gap between colours, white among them: what is lighter counts as white. */
function parting(colors: readonly Color[]): number {
  const levels = [...colors.map(lightness), 1].sort((a, b) => a - b);
  let [limit, widest] = [0.5, 0];
  levels.slice(1).forEach((level, i) => {
    const gap = level - levels[i]!;
    if (gap > widest) [limit, widest] = [(level + levels[i]!) / 2, gap];
  });
  return limit;
}
