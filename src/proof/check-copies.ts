import { frameOf, type PageArea } from './area.ts';
import { type Budget, costs } from './budget.ts';
import { type Bounds, grown, intersect, touch } from './matrix.ts';
import type { Look, Painted, Run } from './page-content.ts';
import type { Document, Page } from './read.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

/** Places and sizes that are written apart differ by rounding, pt. */
const rounding = 0.05;
/** What reaches so little into an area is its neighbour's, or a mark on its edge, pt. */
const edge = 0.5;

/** An area of a page with all that is painted in it, in order. */
interface Shown {
  readonly area: PageArea;
  readonly things: readonly (Run | Painted)[];
}

/**
 * Where a page stands several times on a sheet, each copy shows what the first one shows, mark by mark, and nothing else:
 * nobody hears a copy, and whoever is handed one has no other. Nothing where no page has copies.
 */
export function checkCopies(document: Document, { sheets }: Expectation): Check[] {
  if (!sheets.some(({ areas }) => areas.some(({ copy }) => copy === true))) return [];
  const { budget } = document.file;
  const firsts = new Map<string, Shown>();
  const wrong: string[] = [];
  let looked = 0;
  sheets.forEach(({ areas }, i) => {
    const page = document.pages[i];
    if (page === undefined) return;
    for (const area of areas) {
      if (area.copy !== true) {
        firsts.set(area.page, { area, things: thingsIn(page, area, budget) });
        continue;
      }
      looked++;
      const first = firsts.get(area.page);
      const fault =
        first === undefined
          ? 'there is no page that it is a copy of'
          : difference(first, { area, things: thingsIn(page, area, budget) }, budget);
      if (fault !== undefined) wrong.push(`copy ${looked} of ${area.page} on sheet ${i + 1}: ${fault}`);
    }
  });
  return [
    verdict(
      'COPY_OTHER',
      wrong,
      looked,
      looked === 1
        ? 'A copy shows what the first one shows.'
        : `${looked} copies show what the first one shows.`,
    ),
  ];
}

const isRun = (thing: Run | Painted): thing is Run => 'glyphs' in thing;

/** Does the first letter of a run stand well within an area? */
export function beginsIn({ glyphs, first, end }: Run, { x, y, width, height }: PageArea): boolean {
  if (first >= end) return false;
  const [px, py] = [glyphs.xs[first]!, glyphs.ys[first]!];
  return px > x + edge && py > y + edge && px < x + width - edge && py < y + height - edge;
}

/** Around what is seen of something: of text without ink, where it begins. */
function seenOf(thing: Run | Painted): Bounds {
  if (!isRun(thing)) return intersect(grown(thing.bounds, thing.reach), thing.clip.bounds);
  const { ink, glyphs, first } = thing;
  if (ink !== undefined) return intersect(ink, thing.clip.bounds);
  const [x, y] = [glyphs.xs[first] ?? 0, glyphs.ys[first] ?? 0];
  return [x, y, x, y];
}

function thingsIn({ content }: Page, area: PageArea, budget: Budget): (Run | Painted)[] {
  const within = grown([area.x, area.y, area.x + area.width, area.y + area.height], -edge);
  const isHere = (thing: Run | Painted) => {
    budget.spend(costs.test);
    return touch(seenOf(thing), within) || (isRun(thing) && beginsIn(thing, area));
  };
  return [...content.runs.filter(isHere), ...content.painted.filter(isHere)].sort(
    (a, b) => a.order - b.order,
  );
}

function difference(first: Shown, copy: Shown, budget: Budget): string | undefined {
  if (first.things.length !== copy.things.length)
    return `it has ${count(copy.things.length, 'thing')} where the first has ${first.things.length}`;
  const frames = [frameOf(first.area), frameOf(copy.area)] as const;
  const isNear = (ax: number, ay: number, bx: number, by: number): boolean => {
    const [a, b] = [frames[0](ax, ay), frames[1](bx, by)];
    return Math.abs(a[0] - b[0]) <= rounding && Math.abs(a[1] - b[1]) <= rounding;
  };
  const at = first.things.findIndex((thing, i) => !isAlike(thing, copy.things[i]!, isNear, budget));
  if (at < 0) return undefined;
  const [a, b] = [first.things[at]!, copy.things[at]!];
  if (isRun(a) && isRun(b) && a.text !== b.text) return `"${b.text}" stands where the first has "${a.text}"`;
  return `${isRun(b) ? `"${b.text}"` : `a ${b.kind}`} looks or stands otherwise than in the first`;
}

/** True where a point of the first area and one of the copy are the same place. */
type IsNear = (ax: number, ay: number, bx: number, by: number) => boolean;

function isAlike(a: Run | Painted, b: Run | Painted, isNear: IsNear, budget: Budget): boolean {
  if (isRun(a) !== isRun(b) || !isSameColor(a.color, b.color) || !isSameClip(a, b, isNear)) return false;
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
function isSameClip(a: Run | Painted, b: Run | Painted, isNear: IsNear): boolean {
  const [seen, other] = [seenOf(a), seenOf(b)];
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
