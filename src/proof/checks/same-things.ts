import { type Budget, costs } from '../file/budget.ts';
import { type Bounds, grown, intersect } from '../page/matrix.ts';
import type { Look, Painted, Run } from '../page/page-content.ts';

/** Something that a page shows. */
export type Thing = Run | Painted;

/** Places and sizes that are written apart differ by rounding, pt. */
export const rounding = 0.05;

export const isRun = (thing: Thing): thing is Run => 'glyphs' in thing;

/** Around what is seen of something: of text without ink, where it begins. */
export function seenOf(thing: Thing): Bounds {
  if (!isRun(thing)) return intersect(grown(thing.bounds, thing.reach), thing.clip.bounds);
  const { ink, glyphs, first } = thing;
  if (ink !== undefined) return intersect(ink, thing.clip.bounds);
  const [x, y] = [glyphs.xs[first] ?? 0, glyphs.ys[first] ?? 0];
  return [x, y, x, y];
}

/** True where a point of the one page and one of the other are the same place. */
export type IsNear = (ax: number, ay: number, bx: number, by: number) => boolean;

/** Do two things look alike, and stand in the same place? @param seen around what is seen of each */
export function isAlike(
  a: Thing,
  b: Thing,
  isNear: IsNear,
  budget: Budget,
  seen: (thing: Thing, isSecond: boolean) => Bounds = seenOf,
): boolean {
  if (
    isRun(a) !== isRun(b) ||
    !isSameColor(a.color, b.color) ||
    !isSameClip(a, b, [seen(a, false), seen(b, true)], isNear)
  )
    return false;
  return isRun(a) ? isSameRun(a, b as Run, isNear) : isSamePaint(a, b as Painted, isNear, budget);
}

function isSameRun(a: Run, b: Run, isNear: IsNear): boolean {
  const { glyphs, first, end, dx, dy } = a;
  if (a.font !== b.font || Math.abs(a.size - b.size) > rounding || end - first !== b.end - b.first)
    return false;
  const [ax, ay] = [glyphs.xs[first]!, glyphs.ys[first]!];
  const [bx, by] = [b.glyphs.xs[b.first]!, b.glyphs.ys[b.first]!];
  // Where the line goes after so long as a page is wide.
  if (!isNear(ax + dx * reach, ay + dy * reach, bx + b.dx * reach, by + b.dy * reach)) return false;
  for (let i = 0; i < end - first; i++) {
    const [g, h] = [first + i, b.first + i];
    if (glyphs.codes[g] !== b.glyphs.codes[h]) return false;
    if (!isNear(glyphs.xs[g]!, glyphs.ys[g]!, b.glyphs.xs[h]!, b.glyphs.ys[h]!)) return false;
  }
  return true;
}

const reach = 100;

function isSamePaint(a: Painted, b: Painted, isNear: IsNear, budget: Budget): boolean {
  return (
    a.kind === b.kind &&
    a.evenOdd === b.evenOdd &&
    Math.abs(a.reach - b.reach) <= rounding &&
    a.cap === b.cap &&
    a.seeThrough === b.seeThrough &&
    a.image === b.image &&
    a.mask === b.mask &&
    (a.dashes === undefined) === (b.dashes === undefined) &&
    isSameLook(a.look, b.look) &&
    isSameShape(a.outlines, b.outlines, isNear, budget)
  );
}

function isSameShape(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  isNear: IsNear,
  budget: Budget,
): boolean {
  if (a.length !== b.length) return false;
  return a.every((points, i) => {
    const others = b[i]!;
    budget.spend(points.length * costs.test);
    if (points.length !== others.length) return false;
    for (let p = 0; p < points.length; p += 2)
      if (!isNear(points[p]!, points[p + 1]!, others[p]!, others[p + 1]!)) return false;
    return true;
  });
}

function isSameLook(a: Look | undefined, b: Look | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.opacity === b.opacity &&
    isSameColor(a.color, b.color) &&
    JSON.stringify(a.shading?.stops) === JSON.stringify(b.shading?.stops) &&
    a.masks.length === b.masks.length &&
    a.cuts.length === b.cuts.length &&
    JSON.stringify(a.groups.map(({ opacity }) => opacity)) ===
      JSON.stringify(b.groups.map(({ opacity }) => opacity))
  );
}

const isSameColor = (a: Run['color'] | undefined, b: Run['color'] | undefined) => String(a) === String(b);

/** What is seen of both is the same part. */
function isSameClip(a: Thing, b: Thing, [seen, other]: readonly [Bounds, Bounds], isNear: IsNear): boolean {
  if (a.clip.turned.length !== b.clip.turned.length) return false;
  // Of a turned copy the corners are others, but they stand on the same places.
  const [left, top, right, bottom] = other;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  return [
    [seen[0], seen[1]],
    [seen[2], seen[3]],
  ].every(([x, y]) => corners.some(([bx, by]) => isNear(x!, y!, bx, by)));
}
