import { suggest } from '../diagnostics/index.ts';
import { multiply } from '../geometry/index.ts';
import { crossesItself } from './crossing.ts';
import { makePath, pathBounds, transformPath } from './path.ts';
import { ValueError } from './path-data.ts';
import { type Around, inheritedBy, styleOf, targetOf, transformOf } from './svg-around.ts';
import { checkAttributes, paintsNothing, shapeNames } from './svg-elements.ts';
import type { SvgNode } from './svg-node.ts';
import type { SvgReading } from './svg-reading.ts';
import { type ShapeName, shapePath } from './svg-shape.ts';
import { parseLength } from './svg-value.ts';
import type { Clip, PathData } from './types.ts';

const MOST_PARTS = 200;

/**
 * One outline of what several cover together, as a clip takes one alone. Outlines that overlap must all go round in one
 * direction, so that none makes a hole in another.
 * @throws ValueError where that cannot be told
 */
function united(parts: readonly Clip[]): Clip | undefined {
  if (parts.length < 2) return parts[0];
  if (parts.length > MOST_PARTS)
    throw new ValueError(`is cut by a clipPath of more than ${MOST_PARTS} shapes`);
  const apart = parts.every((a, i) => parts.slice(i + 1).every((b) => areApart(a.path, b.path)));
  const [{ rule }] = parts as [Clip];
  if (apart && parts.every((part) => part.rule === rule))
    return { path: joined(parts.map(({ path }) => path)), rule };
  const turned = parts.map(({ path }) => oneWay(path));
  if (turned.includes(undefined)) throw new ValueError('is cut by a clipPath of several shapes that overlap');
  return { path: joined(turned as PathData[]), rule: 'nonzero' };
}

function areApart(a: PathData, b: PathData): boolean {
  const [p, q] = [pathBounds(a), pathBounds(b)];
  if (p === undefined || q === undefined) return true;
  return p.x + p.width < q.x || q.x + q.width < p.x || p.y + p.height < q.y || q.y + q.height < p.y;
}

function joined(paths: readonly PathData[]): PathData {
  return makePath(
    paths.map(({ verbs }) => verbs).join(''),
    paths.flatMap(({ points }) => [...points]),
  );
}

/** A path of one subpath, turned round where it goes against the clock; undefined for more than one, and where it crosses itself. */
function oneWay(path: PathData): PathData | undefined {
  const { verbs, points } = path;
  if (!/^M[LC]+Z?$/.test(verbs) || crossesItself(path)) return undefined;
  // The area of the polygon of all its points tells the direction of what does not cross itself.
  let area = 0;
  for (let i = 0; i < points.length; i += 2) {
    const j = (i + 2) % points.length;
    area += points[i]! * points[j + 1]! - points[j]! * points[i + 1]!;
  }
  if (area >= 0) return path;
  const back: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) back.push(points[i]!, points[i + 1]!);
  const body = verbs.replace(/^M|Z$/g, '');
  return makePath(`M${[...body].reverse().join('')}${verbs.endsWith('Z') ? 'Z' : ''}`, back);
}

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
    const own = united(clip.children.flatMap((child) => outlinesOf(reading, child, within)));
    if (own === undefined) return undefined;
    const outer =
      style.own.clip === undefined ? [] : clipsOf(reading, clip, style.own.clip, within, undefined);
    return outer && [own, ...outer];
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return refuse(error.message, 'Unite them into one path (Inkscape: Path > Union).');
  }
}

/** What an element of a clipPath covers. */
function outlinesOf(reading: SvgReading, node: SvgNode, around: Around): Clip[] {
  reading.enter(around.depth, node);
  if (paintsNothing(node.name)) return [];
  const isUse = node.name === 'use';
  if (!isUse && !shapeNames.has(node.name)) {
    const hint = 'A clipPath takes shapes; turn text into paths.';
    reading.report(node, 'stands inside <clipPath>', suggest(node.name, [...shapeNames]) ?? hint);
    return [];
  }
  checkAttributes(reading, node);
  const style = styleOf(reading, node, around.style, around.viewport);
  if (!style.own.displayed || !style.inherited.visible) return [];
  if (style.own.clip !== undefined)
    reading.report(node, 'is cut inside of a clipPath', 'Intersect the two paths.');
  const matrix = multiply(around.matrix, transformOf(reading, node, style));
  const here: Around = { ...around, style: style.inherited, matrix, depth: around.depth + 1 };
  if (isUse) {
    const target = targetOf(reading, node, here);
    if (target === undefined) return [];
    const attributes = reading.attributes(node);
    const { width, height } = around.viewport;
    const x = attributes.read('x', (text) => parseLength(text, width), 0);
    const y = attributes.read('y', (text) => parseLength(text, height), 0);
    return outlinesOf(reading, target, {
      ...here,
      matrix: multiply(matrix, [1, 0, 0, 1, x, y]),
      using: [...here.using, target],
    });
  }
  const path = shapePath(node.name as ShapeName, reading.attributes(node), around.viewport, reading.left);
  if (path === undefined) return [];
  reading.count(path.verbs.length);
  return [{ path: transformPath(path, matrix), rule: style.inherited.clipRule }];
}
