import { suggest } from '../diagnostics/index.ts';
import { multiply } from '../geometry/index.ts';
import { crossesItself } from './crossing.ts';
import { makePath, pathBounds, transformPath } from './path.ts';
import { ValueError } from './path-data.ts';
import { type Around, styleOf, targetOf, transformOf } from './svg-around.ts';
import { checkAttributes, paintsNothing, shapeNames } from './svg-elements.ts';
import type { SvgNode } from './svg-node.ts';
import type { SvgReading } from './svg-reading.ts';
import { type ShapeName, shapePath } from './svg-shape.ts';
import type { Inherited } from './svg-style.ts';
import { parseLength } from './svg-value.ts';
import type { Clip, PathData } from './types.ts';

/** What cuts: the children of a clipPath by their outlines, those of a mask by what they paint. */
export interface Cutting {
  readonly name: 'clipPath' | 'mask';
  /** How a shape in this style covers what is within it; undefined: it covers nothing. @throws ValueError */
  readonly ruleOf: (style: Inherited) => Clip['rule'] | undefined;
}

const MOST_PARTS = 200;

/** Why a mask is no outline. */
export const notWhole = 'is seen through a mask of more than white shapes';

/**
 * One outline of what several cover together, as a clip takes one alone. Outlines that overlap must all go round in one
 * direction, so that none makes a hole in another.
 * @throws ValueError where that cannot be told
 */
export function united(parts: readonly Clip[]): Clip | undefined {
  if (parts.length < 2) return parts[0];
  if (parts.length > MOST_PARTS) throw new ValueError(`is cut by more than ${MOST_PARTS} shapes at once`);
  const apart = parts.every((a, i) => parts.slice(i + 1).every((b) => areApart(a.path, b.path)));
  const [{ rule }] = parts as [Clip];
  if (apart && parts.every((part) => part.rule === rule))
    return { path: joined(parts.map(({ path }) => path)), rule };
  const turned = parts.map(({ path }) => oneWay(path));
  if (turned.includes(undefined)) throw new ValueError('is cut by several shapes that overlap');
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

/** What an element of a clipPath or mask covers. @throws ValueError */
export function outlinesOf(reading: SvgReading, node: SvgNode, around: Around, cutting: Cutting): Clip[] {
  reading.enter(around.depth, node);
  const { name } = node;
  if (paintsNothing(name)) return [];
  const isMask = cutting.name === 'mask';
  const isGroup = name === 'g' && isMask;
  if (name !== 'use' && !isGroup && !shapeNames.has(name)) {
    const hint = `A ${cutting.name} takes shapes; turn text into paths.`;
    reading.report(node, `stands inside <${cutting.name}>`, suggest(name, [...shapeNames]) ?? hint);
    return [];
  }
  checkAttributes(reading, node);
  const style = styleOf(reading, node, around.style, around.viewport);
  if (!style.own.displayed) return [];
  if (style.own.clip !== undefined || style.own.mask !== undefined)
    reading.report(node, `is cut inside of a ${cutting.name}`, 'Intersect the two paths.');
  if (isMask && style.own.opacity !== 1) throw new ValueError(notWhole);
  const matrix = multiply(around.matrix, transformOf(reading, node, style));
  const here: Around = { ...around, style: style.inherited, matrix, depth: around.depth + 1 };
  if (isGroup) {
    return node.children.flatMap((child) => outlinesOf(reading, child, here, cutting));
  }
  if (name === 'use') {
    const target = targetOf(reading, node, here);
    if (target === undefined) return [];
    const attributes = reading.attributes(node);
    const { width, height } = around.viewport;
    const x = attributes.read('x', (text) => parseLength(text, width), 0);
    const y = attributes.read('y', (text) => parseLength(text, height), 0);
    const moved = multiply(matrix, [1, 0, 0, 1, x, y]);
    return outlinesOf(reading, target, { ...here, matrix: moved, using: [...here.using, target] }, cutting);
  }
  if (!style.inherited.visible) return [];
  const path = shapePath(name as ShapeName, reading.attributes(node), around.viewport, reading.left);
  if (path === undefined) return [];
  const rule = cutting.ruleOf(style.inherited);
  if (rule === undefined) return [];
  reading.count(path.verbs.length);
  return [{ path: transformPath(path, matrix), rule }];
}
