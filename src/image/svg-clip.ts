import { multiply } from '../geometry/index.ts';
import { pathBounds } from './path.ts';
import { ValueError } from './path-data.ts';
import { type Around, inheritedBy, styleOf, transformOf } from './svg-around.ts';
import { checkAttributes } from './svg-elements.ts';
import type { SvgNode } from './svg-node.ts';
import { type Cutting, outlinesOf, united } from './svg-outlines.ts';
import type { SvgReading } from './svg-reading.ts';
import type { Clip, PathData } from './types.ts';

const cutting: Cutting = {
  name: 'clipPath',
  ruleOf: ({ clipRule }) => clipRule,
};

/** The outlines that a clipPath keeps; undefined where it keeps nothing. */
export function clipsOf(
  reading: SvgReading,
  node: SvgNode,
  id: string,
  around: Around,
  path: PathData | undefined,
): readonly Clip[] | undefined {
  const clip = reading.find(id);
  const refuse = (what: string, hint: string): readonly Clip[] => {
    reading.report(node, what, hint);
    return [];
  };
  if (clip?.name !== 'clipPath')
    return refuse(`is cut by #${id}, which is no clipPath`, 'Take clip-path away.');
  if (around.using.includes(clip)) return refuse('is cut by what it is cut by', 'Take clip-path away.');
  reading.enter(around.depth);
  checkAttributes(reading, clip);
  const style = styleOf(reading, clip, inheritedBy(reading, clip, around.viewport), around.viewport);
  if (style.own.mask !== undefined) reading.report(clip, 'has a mask', 'Intersect the two paths.');
  // Its transform is of the clip as it lies on the shape, whatever its units.
  let matrix = multiply(around.matrix, transformOf(reading, clip, style));
  if (clip.attributes.get('clipPathUnits') === 'objectBoundingBox') {
    const bounds = path === undefined ? undefined : pathBounds(path);
    if (bounds === undefined)
      return refuse(
        'is a group that is cut by a clipPath in units of its bounding box',
        'Use clipPathUnits="userSpaceOnUse".',
      );
    matrix = multiply(matrix, [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y]);
  }
  const within: Around = {
    ...around,
    style: style.inherited,
    matrix,
    depth: around.depth + 1,
    using: [...around.using, clip],
  };
  try {
    const own = united(clip.children.flatMap((child) => outlinesOf(reading, child, within, cutting)));
    if (own === undefined) return undefined;
    const outer =
      style.own.clip === undefined ? [] : clipsOf(reading, clip, style.own.clip, within, undefined);
    return outer && [own, ...outer];
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return refuse(error.message, 'Unite them into one path (Inkscape: Path > Union).');
  }
}
