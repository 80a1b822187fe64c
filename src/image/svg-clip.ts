import { makePath, pathBounds } from './path.ts';
import { ValueError } from './path-data.ts';
import type { Clip, PathData } from './types.ts';

const MOST_PARTS = 200;

/**
 * One outline of what several cover together, as a clip takes one alone. Outlines that overlap must all go round in one
 * direction, so that none makes a hole in another.
 * @throws ValueError where that cannot be told
 */
export function united(parts: readonly Clip[]): Clip | undefined {
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

/** A path of one subpath, turned round where it goes against the clock; undefined for more than one. */
function oneWay(path: PathData): PathData | undefined {
  const { verbs, points } = path;
  if (!/^M[LC]+Z?$/.test(verbs)) return undefined;
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
