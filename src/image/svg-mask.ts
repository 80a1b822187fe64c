import { rectPath, transformPath } from './path.ts';
import { ValueError } from './path-data.ts';
import { type Around, inheritedBy, styleOf } from './svg-around.ts';
import type { SvgColor } from './svg-color.ts';
import { checkAttributes } from './svg-elements.ts';
import type { SvgNode } from './svg-node.ts';
import { type Cutting, notWhole, outlinesOf, united } from './svg-outlines.ts';
import type { SvgReading } from './svg-reading.ts';
import type { Inherited, SvgStyle } from './svg-style.ts';
import { parseLength } from './svg-value.ts';
import type { Clip, Layer } from './types.ts';

const hint =
  'Take white shapes without lines for it; or in Inkscape: Object > Clip; or export the picture as PNG.';

/**
 * A mask keeps of what it lies on as much as it is light and opaque there (CSS Masking 1 §6), so shapes that are wholly white
 * (where only its opacity counts, of any colour) cut as those of a clipPath do. Design programs export so what they cut.
 */
const cuttingBy = (type: SvgStyle['own']['maskType']): Cutting => ({
  name: 'mask',
  ruleOf(style) {
    if (style.stroke !== undefined && style.width > 0)
      throw new ValueError('is seen through a mask with lines');
    const fill = plain(style.fill, style);
    if (fill === undefined) return undefined;
    const isLight = type === 'alpha' || fill.color.every((channel) => channel === 255);
    if (fill.opacity * style.fillOpacity !== 1 || !isLight) throw new ValueError(notWhole);
    return style.rule;
  },
});

/** A colour by itself; undefined: none. @throws ValueError for gradients */
function plain(paint: Inherited['fill'], { color }: Inherited): SvgColor | undefined {
  if (paint === 'currentColor') return color;
  if (paint !== undefined && 'ref' in paint) throw new ValueError('is seen through a mask with a gradient');
  return paint;
}

/** The outlines that a mask keeps of `layers`; undefined where it keeps nothing. */
export function maskOf(
  reading: SvgReading,
  node: SvgNode,
  id: string,
  around: Around,
  layers: readonly Layer[],
): readonly Clip[] | undefined {
  const mask = reading.find(id);
  const refuse = (what: string, otherwise: string): readonly Clip[] => {
    reading.report(node, what, otherwise);
    return [];
  };
  if (mask?.name !== 'mask') return refuse(`is seen through #${id}, which is no mask`, 'Take mask away.');
  if (around.using.includes(mask))
    return refuse('is seen through what is seen through it', 'Take mask away.');
  reading.enter(around.depth);
  checkAttributes(reading, mask);
  const style = styleOf(reading, mask, inheritedBy(reading, mask, around.viewport), around.viewport);
  const within: Around = {
    ...around,
    style: style.inherited,
    depth: around.depth + 1,
    using: [...around.using, mask],
  };
  const by = cuttingBy(style.own.maskType);
  try {
    if (mask.attributes.get('maskContentUnits') === 'objectBoundingBox')
      throw new ValueError('is seen through a mask whose shapes are in units of a bounding box');
    if (style.own.clip !== undefined || style.own.mask !== undefined)
      throw new ValueError('is seen through a mask that is cut itself');
    const region = regionOf(reading, mask, around, layers);
    const own = united(mask.children.flatMap((child) => outlinesOf(reading, child, within, by)));
    return own && [own, ...region];
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return refuse(error.message, hint);
  }
}

/** What the edges of a mask cut: none where they are around all that is painted. @throws ValueError */
function regionOf(
  reading: SvgReading,
  mask: SvgNode,
  { matrix, viewport }: Around,
  layers: readonly Layer[],
): Clip[] {
  const attributes = reading.attributes(mask);
  const isByBox = mask.attributes.get('maskUnits') !== 'userSpaceOnUse';
  const [across, down] = isByBox ? [1, 1] : [viewport.width, viewport.height];
  const length = (key: string, base: number, usual: string) =>
    attributes.read(key, (text) => parseLength(text, base), parseLength(usual, base));
  const [x, y] = [length('x', across, '-10%'), length('y', down, '-10%')];
  const [width, height] = [length('width', across, '120%'), length('height', down, '120%')];
  if (!isByBox) return [{ path: transformPath(rectPath(x, y, width, height), matrix), rule: 'nonzero' }];
  // A bounding box holds all that is filled; lines go beyond it.
  const isAround = x <= 0 && y <= 0 && x + width >= 1 && y + height >= 1;
  if (!isAround || layers.some(hasLines))
    throw new ValueError('is seen through a mask whose edges are in units of a bounding box');
  return [];
}

const hasLines = (layer: Layer): boolean =>
  layer.kind === 'group' ? layer.layers.some(hasLines) : layer.stroke !== undefined;
